#include "core/settings/settings.h"
#include <QTemporaryDir>
#include <QTest>

using namespace gridbook;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAndKeeping();
    void recentBooks();
};

void tst_Settings::defaultsAndKeeping()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("设置.ini"));
    {
        QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("later/version"), 7);
        Settings settings(file);
        QCOMPARE(settings.get(setting::fontSize), 10);
        QCOMPARE(settings.get(setting::language), QStringLiteral("zh"));
        settings.set(setting::fontSize, 12);
    }
    const Settings again(file);
    QCOMPARE(again.get(setting::fontSize), 12);
    QCOMPARE(again.value(QStringLiteral("later/version")).toInt(), 7);
}

void tst_Settings::recentBooks()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    for (int i = 0; i < 12; ++i) {
        settings.rememberBook(folder.filePath(QStringLiteral("%1.gridbook").arg(i)));
    }
    settings.rememberBook(folder.filePath(QStringLiteral("5.gridbook")));
    const QStringList books = settings.get(setting::recentBooks);
    QCOMPARE(books.size(), 10);
    QVERIFY(books.first().endsWith(QStringLiteral("/5.gridbook")));
    QCOMPARE(books.count(books.first()), 1);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
