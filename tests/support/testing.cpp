#include "tests/support/testing.h"
#include <QDir>
#include <QFile>

namespace gridbook::testing {

FixedClock quarterEnd()
{
    return FixedClock(QDateTime(QDate(2026, 9, 30), QTime(16, 0)));
}

QString sourceFile(QStringView relative)
{
    return QStringLiteral(GRIDBOOK_SOURCE_DIR) + u'/' + relative;
}

bool matchesGolden(const QString &text, QStringView relative, QString *difference)
{
    QFile file(sourceFile(relative));
    if (qEnvironmentVariableIsSet("GRIDBOOK_WRITE_GOLDEN")) {
        QDir().mkpath(QFileInfo(file).path());
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        *difference = u"no golden file " + file.fileName();
        return false;
    }
    const QString golden = QString::fromUtf8(file.readAll());
    if (golden == text) {
        return true;
    }
    const QStringList want = golden.split(u'\n');
    const QStringList have = text.split(u'\n');
    for (qsizetype i = 0; i < qMax(want.size(), have.size()); ++i) {
        if (want.value(i) != have.value(i)) {
            *difference =
                QStringLiteral("line %1:\n  golden: %2\n  now:    %3").arg(i + 1).arg(want.value(i), have.value(i));
            return false;
        }
    }
    return false;
}

} // namespace gridbook::testing
