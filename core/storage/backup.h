#pragma once
// Verified copies of the book: made once a day, before every import, merge and migration. A copy is written under
// another name, checked, and only then given its own; older ones are thinned out by day, week and month.
#include "core/storage/database.h"
#include <QDateTime>

namespace gridbook {

struct BackupFile
{
    QString path;
    QDateTime made;
    QString reason; // "daily", "import", "merge", "migration", "manual"
};

class BackupFolder
{
public:
    BackupFolder(QString bookPath, QString folder) : m_bookPath(std::move(bookPath)), m_folder(std::move(folder)) {}
    static QString folderFor(const QString &bookPath); // "东关社区-backups" beside "东关社区.gridbook"

    Result<BackupFile> make(Database &database, const QDateTime &now, const QString &reason) const;
    [[nodiscard]] QList<BackupFile> list() const; // newest first
    // Keeps all of the last 3 days, one a day for 14 days, one a week for 10 weeks, one a month for 36 months.
    [[nodiscard]] QList<BackupFile> superfluous(const QDateTime &now) const;
    void thinOut(const QDateTime &now) const;

private:
    QString m_bookPath;
    QString m_folder;
};

// For a file that nobody has open, a backup: checks kind, size and structure; makes no file beside it.
Done verifyBook(const QString &path);

} // namespace gridbook
