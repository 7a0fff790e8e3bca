// The key slots of a book: a passphrase comes, is changed and goes, and the rows stay as they are.
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {
const QString passphrase = u"春天的 东关路!"_qs;

QStringList personRows(Database &database)
{
    QStringList rows;
    auto statement =
        Statement::prepare(database, u"SELECT hex(id_number), hex(phone), row_version FROM person ORDER BY id"_qs);
    if (statement && statement->run()) {
        while (statement->next()) {
            rows << statement->text(0) + u'|' + statement->text(1) + u'|' + statement->text(2);
        }
    }
    return rows;
}
} // namespace

class tst_Keyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromOpenToProtectedAndBack();
    void recoveryKeyAsTyped();
    void passphraseIsNormalised();
    void openSlotLeavesNoTrace();
};

void tst_Keyring::fromOpenToProtectedAndBack()
{
    TestBook book;
    const auto basics = book.makeBasics();
    const RowId member = book.addMember(u"王小明"_qs, u"999901197807010016"_qs, basics.branch, basics.grid);
    QVERIFY(member != 0);
    QCOMPARE(*book->isProtected(), false);
    const QStringList rows = personRows(book->database());
    const auto protection = book->protect(passphrase);
    QVERIFY_RESULT(protection);
    QCOMPARE(personRows(book->database()), rows); // only slots were rewrapped
    QCOMPARE(*book->isProtected(), true);
    book.close();

    QCOMPARE(*Book::needsPassphrase(book.path()), true);
    const auto open = [&](const QString &with) {
        return Book::open(book.path(), book.surroundings(), {.passphrase = with, .dailyBackup = false});
    };
    for (const QString &wrong : {QString(), u"春天的东关路!"_qs}) {
        const auto refused = open(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
    }
    const auto read = [&](Book &opened) {
        const auto found = opened.reader().rows(u"member"_qs, QDate(2026, 9, 30), {member}, {u"idNumber"_qs});
        return found && !found->isEmpty() ? found->first().values.first().toString() : QString();
    };
    {
        const auto opened = open(passphrase);
        QVERIFY_RESULT(opened);
        QCOMPARE(read(**opened), u"999901197807010016"_qs);
    }
    {
        const auto opened = open(protection->recoveryKey);
        QVERIFY_RESULT(opened);
        QCOMPARE(read(**opened), u"999901197807010016"_qs);
        // Another passphrase: the old one and the old recovery key are worth nothing any more.
        QVERIFY_RESULT((*opened)->protect(u"秋天"_qs));
    }
    QVERIFY(!open(passphrase));
    QVERIFY(!open(protection->recoveryKey));
    {
        const auto opened = open(u"秋天"_qs);
        QVERIFY_RESULT(opened);
        QVERIFY_RESULT((*opened)->unprotect());
        QCOMPARE(personRows((*opened)->database()), rows);
    }
    QCOMPARE(*Book::needsPassphrase(book.path()), false);
    const auto opened = open({});
    QVERIFY_RESULT(opened);
    QCOMPARE(read(**opened), u"999901197807010016"_qs);
    QCOMPARE(*(*opened)->check({}), QStringList());
}

void tst_Keyring::recoveryKeyAsTyped()
{
    TestBook book;
    const auto protection = book->protect(passphrase);
    QVERIFY_RESULT(protection);
    const QString printed = protection->recoveryKey;
    QCOMPARE(printed.size(), 39); // 8 groups of 4 letters
    static const QRegularExpression shape(u"^([A-HJ-NP-Z2-9]{4}-){7}[A-HJ-NP-Z2-9]{4}$"_qs);
    QVERIFY2(shape.match(printed).hasMatch(), qPrintable(printed));
    QVERIFY_RESULT(Keyring::unlock(book->database(), u"  "_qs + printed.toLower().replace(u'-', u' ')));
    QString wrong = printed;
    wrong[3] = wrong.at(3) == u'A' ? u'B' : u'A';
    QVERIFY(!Keyring::unlock(book->database(), wrong));
}

void tst_Keyring::passphraseIsNormalised()
{
    // The same characters from another keyboard: é as one character or as two.
    TestBook book;
    QVERIFY_RESULT(book->protect(u"caf\u00e9 东关"_qs));
    QVERIFY_RESULT(Keyring::unlock(book->database(), u"cafe\u0301 东关"_qs));
}

void tst_Keyring::openSlotLeavesNoTrace()
{
    TestBook book;
    book.makeBasics();
    const QByteArray key =
        book->database().scalar(u"SELECT wrapped FROM key_slot WHERE kind = 'open'"_qs)->toByteArray();
    QCOMPARE(key.size(), 32);
    QVERIFY_RESULT(book->protect(passphrase));
    for (const QString &suffix : {QString(), u"-wal"_qs}) {
        QFile file(book.path() + suffix);
        QVERIFY(!file.exists() || file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.isOpen() || !file.readAll().contains(key), qPrintable(suffix));
    }
}

QTEST_GUILESS_MAIN(tst_Keyring)
#include "tst_keyring.moc"
