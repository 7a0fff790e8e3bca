// Big books are sound; their size is what was asked for on every day.
#include "core/demo/biggenerator.h"
#include "core/demo/peoplemaker.h"
#include "tests/support/testbook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_BigGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundAndOfTheSize();
    void cancelled();
    void refused();
    void nobodyReal();
};

void tst_BigGenerator::soundAndOfTheSize()
{
    TestBook book;
    QVERIFY_RESULT(demo::makeBigBook(*book, 2'345, {}));
    for (const QDate day : {QDate(2025, 9, 30), QDate(2025, 12, 31), QDate(2026, 9, 30)}) {
        QCOMPARE(book->reader().count({u"member"_qs, day, {}, {}, {}, {}}).valueOr(-1), 2'345);
    }
    const auto scalar = [&](const QString &sql) { return book->database().scalar(sql).valueOr({}).toLongLong(); };
    QVERIFY(scalar(u"SELECT COUNT(*) FROM affiliation WHERE decrease_kind IS NOT NULL"_qs) > 40);
    QVERIFY(scalar(u"SELECT COUNT(*) FROM affiliation WHERE increase_kind IS NULL"_qs) > 40);
    QVERIFY(scalar(u"SELECT MAX(n) FROM (SELECT COUNT(*) n FROM change GROUP BY batch_id)"_qs) < 10'100);
    const auto findings = book->check({});
    QVERIFY_RESULT(findings);
    QVERIFY2(findings->isEmpty(), qPrintable(findings->join(u'\n')));
}

void tst_BigGenerator::cancelled()
{
    TestBook book;
    const auto done =
        demo::makeBigBook(*book, 5'000, {[](qint64 made, qint64, const QString &) { return made < 2'000; }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
}

void tst_BigGenerator::refused()
{
    TestBook book;
    QCOMPARE(demo::makeBigBook(*book, 0, {}).error().kind, ErrorKind::Refused);
    book.makeBasics();
    QCOMPARE(demo::makeBigBook(*book, 10, {}).error().kind, ErrorKind::Refused);
}

// More people than there are numbers that belong to nobody.
void tst_BigGenerator::nobodyReal()
{
    demo::PeopleMaker people(7);
    QSet<QString> phones;
    QSet<QString> ids;
    for (int i = 0; i < 25'000; ++i) {
        const demo::MadeUpMember made = people.member(i % 100, QDate(2024, 3, 31));
        const QString phone = made.person.phone;
        QVERIFY2(phone.isEmpty() || (phone.size() == 11 && (phone.startsWith(u"1990000") || phone.startsWith(u"12"))),
                 qPrintable(phone));
        phones.insert(phone);
        const QString id = made.person.idNumber;
        QVERIFY2(id.isEmpty() || (id.startsWith(u"9999") && !ids.contains(id)), qPrintable(id));
        ids.insert(id);
    }
    QVERIFY2(phones.size() > 20'000, qPrintable(QString::number(phones.size()))); // some have none
}

QTEST_GUILESS_MAIN(tst_BigGenerator)
#include "tst_biggenerator.moc"
