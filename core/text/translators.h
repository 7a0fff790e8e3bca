#pragma once
// Installs the translations of the interface language ("zh", "en") for the program and for Qt's own texts. The
// translators are children of the application; a second call replaces them.
#include <QString>

class QCoreApplication;

namespace gridbook {

void installTranslations(QCoreApplication &application, const QString &language);

} // namespace gridbook
