#include "core/text/citizenid.h"
#include "tests/support/testing.h"

using namespace gridbook;
using namespace gridbook::text;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 9, 30);
}

class TestCitizenId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<bool>("male");
        QTest::addColumn<bool>("upgraded");
        const auto row = [](const char *name, const QString &raw, const QString &value, QDate birth, bool male,
                            bool upgraded) { QTest::newRow(name) << raw << value << birth << male << upgraded; };
        row("GB 11643 example", u"11010519491231002X"_qs, u"11010519491231002X"_qs, {1949, 12, 31}, false, false);
        row("born 1880", u"440524188001010014"_qs, u"440524188001010014"_qs, {1880, 1, 1}, true, false);
        row("15 digits", u"130503670401001"_qs, u"130503196704010016"_qs, {1967, 4, 1}, true, true);
        row("15 digits, check X", u"110105491231002"_qs, u"11010519491231002X"_qs, {1949, 12, 31}, false, true);
        row("sample", u"610305195807010010"_qs, u"610305195807010010"_qs, {1958, 7, 1}, true, false);
        row("leap day", u"32058319880229002X"_qs, u"32058319880229002X"_qs, {1988, 2, 29}, false, false);
        row("sample 2", u"611023199909300049"_qs, u"611023199909300049"_qs, {1999, 9, 30}, false, false);
        row("small x", u"11010519491231002x"_qs, u"11010519491231002X"_qs, {1949, 12, 31}, false, false);
        row("full width", u"11010519491231002X"_qs, u"11010519491231002X"_qs, {1949, 12, 31}, false, false);
        row("blanks", u" 110105 19491231\u3000002\u00a0X\t"_qs, u"11010519491231002X"_qs, {1949, 12, 31}, false, false);
        row("apostrophe", u"'610305195807010010"_qs, u"610305195807010010"_qs, {1958, 7, 1}, true, false);
    }
    void accepts()
    {
        QFETCH(QString, raw);
        QFETCH(QString, value);
        QFETCH(QDate, birth);
        QFETCH(bool, male);
        QFETCH(bool, upgraded);
        const auto id = CitizenId::parse(raw, today);
        QVERIFY2(id.ok(), qPrintable(id ? QString() : id.error().message));
        QCOMPARE(id->value(), value);
        QCOMPARE(id->birth(), birth);
        QCOMPARE(id->sex() == Sex::Male, male);
        QCOMPARE(id->upgraded(), upgraded);
        QCOMPARE(id->checkDigit(), value.back());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("inMessage");
        const auto row = [](const char *name, const QString &raw, CitizenIdFault fault, int position,
                            const QString &words) { QTest::newRow(name) << raw << int(fault) << position << words; };
        row("empty", u""_qs, CitizenIdFault::Length, 0, u"missing"_qs);
        row("17 characters", u"61030519580701001"_qs, CitizenIdFault::Length, 0, u"17"_qs);
        row("19 characters", u"6103051958070100101"_qs, CitizenIdFault::Length, 0, u"19"_qs);
        row("letter O", u"61O305195807010010"_qs, CitizenIdFault::Character, 3,
            u"Character 3 of the ID number is “O”"_qs);
        row("percent", u"610%05195807010010"_qs, CitizenIdFault::Character, 4, u"“%”"_qs);
        row("X too early", u"6103051958070100X0"_qs, CitizenIdFault::Character, 17, u"Character 17"_qs);
        row("last letter", u"61030519580701001A"_qs, CitizenIdFault::Character, 18, u"a digit or X"_qs);
        row("leading zero", u"010305195807010010"_qs, CitizenIdFault::Character, 1, u"begin with “0”"_qs);
        row("29 February 1986", u"320583198602290017"_qs, CitizenIdFault::Date, 0, u"19860229"_qs);
        row("month 13", u"610305195813010010"_qs, CitizenIdFault::Date, 0, u"19581301"_qs);
        row("year 1700", u"610305170007010010"_qs, CitizenIdFault::Date, 0, u"17000701"_qs);
        row("Excel", u"6.10305E+17"_qs, CitizenIdFault::Rounded, 0, u"spreadsheet"_qs);
        row("Excel, written out", u"610305195807012000"_qs, CitizenIdFault::Rounded, 0, u"spreadsheet"_qs);
        row("check digit", u"610305195807010011"_qs, CitizenIdFault::CheckDigit, 18, u"is 1 but must be 0"_qs);
        row("check X", u"110105194912310025"_qs, CitizenIdFault::CheckDigit, 18, u"must be X"_qs);
        row("15 digits, no date", u"130503671301001"_qs, CitizenIdFault::Date, 0, u"19671301"_qs);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, raw);
        QFETCH(int, fault);
        QFETCH(int, position);
        QFETCH(QString, inMessage);
        const auto examined = CitizenId::examine(raw, today);
        const auto *issue = std::get_if<CitizenIdIssue>(&examined);
        QVERIFY(issue);
        QCOMPARE(int(issue->fault), fault);
        QCOMPARE(issue->position, position);
        QVERIFY2(issue->message.contains(inMessage), qPrintable(issue->message));
        QVERIFY(!CitizenId::parse(raw, today));
    }

    void expectedCheckDigit()
    {
        const auto examined = CitizenId::examine(u"110105194912310025", today);
        QCOMPARE(std::get<CitizenIdIssue>(examined).expectedCheckDigit, u'X');
    }

    void futureBirth()
    {
        const auto examined = CitizenId::examine(u"611023199909300049", QDate(1999, 9, 29));
        QCOMPARE(std::get<CitizenIdIssue>(examined).fault, CitizenIdFault::Future);
        QVERIFY(CitizenId::parse(u"611023199909300049", QDate(1999, 9, 30)));
    }

    void oldAgeIsAWarning()
    {
        QVERIFY(CitizenId::parse(u"440524188001010014", today)->warning(today));
        QVERIFY(!CitizenId::parse(u"11010519491231002X", today)->warning(today));
        QVERIFY(!CitizenId::parse(u"11010519491231002X", today)->warning(QDate(2070, 12, 30)));
        QVERIFY(CitizenId::parse(u"11010519491231002X", today)->warning(QDate(2070, 12, 31)));
    }

    void madeUpPeople()
    {
        const QString body = u"99990119800101001"_qs;
        const QString whole = body + CitizenId::checkDigitOf(body);
        const auto id = CitizenId::parse(whole, today);
        QVERIFY_RESULT(id);
        QCOMPARE(id->firstRegistration(), u"999901");
    }

    // Every single mistyped digit is found, and so is every swap of two different neighbours: what the check is for.
    void findsEachTypingError()
    {
        const QString good = u"611023199909300049"_qs;
        for (int i = 0; i < 18; ++i) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString typed = good;
                typed[i] = QChar(digit);
                QCOMPARE(CitizenId::parse(typed, today).ok(), typed == good);
            }
            if (i < 17 && good[i] != good[i + 1]) {
                QString typed = good;
                typed[i] = good[i + 1];
                typed[i + 1] = good[i];
                QVERIFY(!CitizenId::parse(typed, today));
            }
        }
    }

    void numericCells()
    {
        QVERIFY(CitizenId::fromNumber(130503670401001.0, today)->upgraded());
        QVERIFY(CitizenId::fromNumber(6.10305195807010e17, today).error().message.contains(u"spreadsheet"));
        QVERIFY(!CitizenId::fromNumber(12, today));
    }

    void masks()
    {
        QCOMPARE(maskCitizenId(u"610305195807010010"), u"6103**********0010"_qs);
        QCOMPARE(maskCitizenId(u"E12345678"), u"E1*****78"_qs);
        QCOMPARE(maskCitizenId(u"12"), u"**"_qs);
        QCOMPARE(maskCitizenId(u""), QString());
    }

    void otherDocuments_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("value"); // empty: refused
        QTest::newRow("passport") << int(IdType::Passport) << u" e12345678 "_qs << u"E12345678"_qs;
        QTest::newRow("passport, Han") << int(IdType::Passport) << u"护照号"_qs << QString();
        QTest::newRow("Hong Kong") << int(IdType::HongKongMacaoPermit) << u"H12345678"_qs << u"H12345678"_qs;
        QTest::newRow("Hong Kong, letter") << int(IdType::HongKongMacaoPermit) << u"A12345678"_qs << QString();
        QTest::newRow("Taiwan") << int(IdType::TaiwanPermit) << u"12345678"_qs << u"12345678"_qs;
        QTest::newRow("Taiwan, short") << int(IdType::TaiwanPermit) << u"1234567"_qs << QString();
        QTest::newRow("foreigner") << int(IdType::ForeignResident) << u"usa110012345678"_qs << u"USA110012345678"_qs;
        QTest::newRow("officer") << int(IdType::OfficerCard) << u"南字第00012345号"_qs << u"南字第00012345号"_qs;
        QTest::newRow("residence") << int(IdType::ResidencePermit) << u"810000199408230021"_qs
                                   << u"810000199408230021"_qs;
        QTest::newRow("residence, place") << int(IdType::ResidencePermit) << u"611023199909300049"_qs << QString();
        QTest::newRow("citizen") << int(IdType::CitizenId) << u"11010519491231002x"_qs << u"11010519491231002X"_qs;
    }
    void otherDocuments()
    {
        QFETCH(int, type);
        QFETCH(QString, raw);
        QFETCH(QString, value);
        const auto number = parseIdNumber(IdType(type), raw, today);
        QCOMPARE(number.ok() ? *number : QString(), value);
    }

    void anyOtherDocument_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("value"); // empty: refused
        QTest::newRow("passport") << u" ｅ1234 5678 "_qs << u"E12345678"_qs;
        QTest::newRow("officer") << u"南字第00012345号"_qs << u"南字第00012345号"_qs;
        QTest::newRow("with a sign") << u"12345678(a)"_qs << u"12345678(A)"_qs;
        QTest::newRow("too short") << u"E12"_qs << QString();
        QTest::newRow("too long") << QString(31, u'1') << QString();
        QTest::newRow("a calculated number") << u"1.2E+17"_qs << QString();
        QTest::newRow("nothing") << u""_qs << QString();
    }
    void anyOtherDocument()
    {
        QFETCH(QString, raw);
        QFETCH(QString, value);
        const auto number = otherIdNumber(raw);
        QCOMPARE(number.ok() ? *number : QString(), value);
    }

    void codesOfDocuments()
    {
        QCOMPARE(idTypeOf(u"2"), IdType::Passport);
        QCOMPARE(idTypeOf(u"8"), IdType::Other);
        for (const QStringView none : {QStringView(u""), QStringView(u"1"), QStringView(u"9"), QStringView(u"x")}) {
            QCOMPARE(idTypeOf(none), IdType::CitizenId);
        }
    }
};

QTEST_GUILESS_MAIN(TestCitizenId)
#include "tst_citizenid.moc"
