#pragma once
// Paths for libraries that open files themselves. Qt's own classes take any path; SQLite and the standard
// library pass theirs to Windows as it is, which refuses more than 260 characters unless the path is written
// in full with \\?\ in front (learn.microsoft.com, "Maximum Path Length Limitation").
#include <QString>

namespace gridbook {

// The path as such a library must get it. Elsewhere, and if it is short, it stays as it is.
QString libraryPath(const QString &path);

// The folder for a half-made file that will take the place of "path", for a library that knows short paths only
// (libxlsxwriter has room for 260 characters): beside it, so that taking its place is one step; if that is too long on
// Windows, the folder for temporary files.
QString workFolder(const QString &path);

// The rewriting alone, for a native absolute path: "C:\…" becomes "\\?\C:\…", "\\server\share\…"
// "\\?\UNC\server\share\…".
QString extendedPath(const QString &native);

// Puts "from" in the place of "to" in one step, also if "to" exists (QFile::rename() never replaces). Empty if done,
// otherwise what the system says.
QString replaceFile(const QString &from, const QString &to);

} // namespace gridbook
