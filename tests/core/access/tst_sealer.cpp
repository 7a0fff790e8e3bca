// Sealed values: only the right key opens them, only where they belong, and nobody can change them unseen.
#include "core/access/sealer.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace Qt::StringLiterals;

class tst_Sealer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void emptyStaysEmpty();
    void sameTextNeverLooksTheSame();
    void lengthIsHidden();
    void belongsToItsPlace_data();
    void belongsToItsPlace();
    void everyByteIsGuarded();
    void blindIndexes();
    void bytes();

private:
    const Sealer m_sealer{Sealer::randomKey()};
    const QString m_place = u"person|phone|00112233"_qs;
};

void tst_Sealer::roundTrip_data()
{
    QTest::addColumn<QString>("plain");
    QTest::newRow("ID number") << u"99990119780701001X"_qs;
    QTest::newRow("phone") << u"10012345678"_qs;
    QTest::newRow("address") << u"陕西省宝鸡市凤翔区东关路·1号院𠮷宅"_qs;
    QTest::newRow("one character") << u"一"_qs;
    QTest::newRow("a block exactly") << u"123456789012345"_qs;
    QTest::newRow("a block and one") << u"1234567890123456"_qs;
    QTest::newRow("ends like a filler") << QString(u"a\x01"_qs + QChar(0) + QChar(0));
    QTest::newRow("long") << QString(10000, u'长');
}

void tst_Sealer::roundTrip()
{
    QFETCH(const QString, plain);
    const QByteArray sealed = m_sealer.seal(plain, m_place);
    QVERIFY(!sealed.contains(plain.toUtf8()) || plain.size() == 1);
    const auto opened = m_sealer.open(sealed, m_place);
    QVERIFY_RESULT(opened);
    QCOMPARE(*opened, plain);
}

void tst_Sealer::emptyStaysEmpty()
{
    QVERIFY(m_sealer.seal({}, m_place).isEmpty());
    QCOMPARE(*m_sealer.open({}, m_place), QString());
    QVERIFY(m_sealer.blindIndex({}, u"phone"_qs).isEmpty());
}

void tst_Sealer::sameTextNeverLooksTheSame()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(m_sealer.seal(u"10012345678"_qs, m_place));
    }
    QCOMPARE(seen.size(), 1000);
}

void tst_Sealer::lengthIsHidden()
{
    // A mobile number and a telephone with area code are told apart by nothing.
    QCOMPARE(m_sealer.seal(u"10012345678"_qs, m_place).size(), m_sealer.seal(u"0917-1234567"_qs, m_place).size());
    QCOMPARE(m_sealer.seal(u"1"_qs, m_place).size(), m_sealer.seal(u"123456789012345"_qs, m_place).size());
}

void tst_Sealer::belongsToItsPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("another row") << u"person|phone|00112234"_qs;
    QTest::newRow("another column") << u"person|landline|00112233"_qs;
    QTest::newRow("another table") << u"party_org|phone|00112233"_qs;
    QTest::newRow("nowhere") << QString();
}

void tst_Sealer::belongsToItsPlace()
{
    QFETCH(const QString, place);
    const auto moved = m_sealer.open(m_sealer.seal(u"10012345678"_qs, m_place), place);
    QVERIFY(!moved);
    QCOMPARE(moved.error().kind, ErrorKind::Damaged);
    QVERIFY(!moved.error().message.contains(u"100123"));
}

void tst_Sealer::everyByteIsGuarded()
{
    const QByteArray sealed = m_sealer.seal(u"999901197807010016"_qs, m_place);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed.at(i) ^ 1);
        QVERIFY2(!m_sealer.open(changed, m_place), qPrintable(QString::number(i)));
        QVERIFY(i == 0 || !m_sealer.open(sealed.first(i), m_place)); // cut off
    }
    QVERIFY(!m_sealer.open(sealed + '\0', m_place));
    QVERIFY(!Sealer(Sealer::randomKey()).open(sealed, m_place));
}

void tst_Sealer::blindIndexes()
{
    const QByteArray index = m_sealer.blindIndex(u"10012345678"_qs, u"phone"_qs);
    QCOMPARE(index.size(), 16);
    QCOMPARE(m_sealer.blindIndex(u"10012345678"_qs, u"phone"_qs), index);
    QVERIFY(m_sealer.blindIndex(u"10012345679"_qs, u"phone"_qs) != index);
    QVERIFY(m_sealer.blindIndex(u"10012345678"_qs, u"id_number"_qs) != index); // kinds cannot be joined
    // Without the key nobody can test guesses: another book gives another index.
    QVERIFY(Sealer(Sealer::randomKey()).blindIndex(u"10012345678"_qs, u"phone"_qs) != index);
    QVERIFY(Sealer::hash("phone\0"
                         "10012345678")
                .first(16) != index);
}

void tst_Sealer::bytes()
{
    const QByteArray plain("\0draft\xff\0", 8);
    const QByteArray sealed = m_sealer.sealBytes(plain, u"draft|member|1"_qs);
    QCOMPARE(*m_sealer.openBytes(sealed, u"draft|member|1"_qs), plain);
    QVERIFY(!m_sealer.openBytes(sealed, u"draft|member|2"_qs));
    QVERIFY(!m_sealer.openBytes(QByteArray(20, '\1'), u"draft|member|1"_qs));
}

QTEST_GUILESS_MAIN(tst_Sealer)
#include "tst_sealer.moc"
