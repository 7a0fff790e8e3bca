// The printed roster and the form of sixteen items.
#include "core/reports/documenttext.h"
#include "core/reports/figures.h"
#include "core/reports/memberform.h"
#include "core/reports/rosterbook.h"
#include "tests/core/reports/figurebook.h"

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class TestMemberPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rosterGolden();
    void rosterHoldsExactlyTheRoll();
    void branchesStandInTheOrderOfTheTree();
    void voidedEntriesAreStruckThrough();
    void rosterOfOneBranch();
    void rosterIsMasked();
    void formGolden();
    void formsInTheClear();
    void formNamesTheDocument();
    void noMemberNoForm();

private:
    FigureBook m_book;
    const QDate m_day{2026, 9, 30};
};

void TestMemberPapers::rosterGolden()
{
    const auto document = rosterBook(m_book->reader(), {.asOf = m_day, .paper = Paper::A3, .unit = u"东关社区党委"_qs});
    QVERIFY_RESULT(document);
    QString difference;
    QVERIFY2(matchesGolden(toText(*document), u"tests/golden/roster-book.txt", &difference), qPrintable(difference));
}

void TestMemberPapers::rosterHoldsExactlyTheRoll()
{
    // Somebody whose relation was never ended, but who has died: in the list of the registry, not on the roll.
    FigureBook book;
    book.addMember(u"漏减"_qs, {}, {}, {{book.branch1, book.grid1, u"2026-01-01"_qs, {}, u"0"_qs, {}}},
                   {{u"full"_qs, u"21"_qs, u"2026-02-01"_qs}});
    const auto document = rosterBook(book->reader(), {.asOf = m_day});
    QVERIFY_RESULT(document);
    int number = 0;
    QStringList branches;
    for (const Block &block : document->sections.last().blocks) {
        if (const auto *table = std::get_if<Table>(&block)) {
            branches << table->caption;
            for (const Row &row : table->rows) {
                QCOMPARE(row.kind, RowKind::Normal);
                QCOMPARE(row.cells.first().text, QString::number(++number)); // without gaps
                QVERIFY(row.cells.at(1).text != u"漏减");
            }
        }
    }
    QCOMPARE(branches, QStringList({u"东关一支部"_qs, u"东关二支部"_qs})); // each repeats on the pages it goes on
    QVERIFY(std::get_if<Contents>(&document->sections.at(1).blocks.first()) != nullptr);
    const auto figures = Figures::open(book->reader());
    QCOMPARE((*figures)->line(u"members.total"_qs, m_day)->now.value_or(-1), number);
    QVERIFY(toText(*document).contains(u"编号第1号至第11号，无空号"));
}

void TestMemberPapers::branchesStandInTheOrderOfTheTree()
{
    FigureBook book; // by their names alone 乙支部 would stand before 甲支部, and both after 东关一支部
    const RowId first = book.org(u"generalBranch"_qs, u"一总支"_qs, book.committee, 0);
    const RowId second = book.org(u"generalBranch"_qs, u"二总支"_qs, book.committee, 0);
    const RowId ofSecond = book.org(u"branch"_qs, u"乙支部"_qs, second, 0);
    const RowId ofFirst = book.org(u"branch"_qs, u"甲支部"_qs, first, 0);
    for (const auto &[name, branch] : {std::pair(u"张乙"_qs, ofSecond), std::pair(u"张甲"_qs, ofFirst)}) {
        book.addMember(name, {}, {}, {{branch, book.grid1, u"2026-01-01"_qs, {}, u"0"_qs, {}}},
                       {{u"full"_qs, u"1"_qs, u"2026-01-01"_qs}});
    }
    const auto document = rosterBook(book->reader(), {.asOf = m_day});
    QVERIFY_RESULT(document);
    QStringList branches;
    for (const Block &block : document->sections.last().blocks) { // the contents page lists the captions as they come
        if (const auto *table = std::get_if<Table>(&block)) {
            branches << table->caption + u' ' + table->rows.first().cells.first().text;
        }
    }
    QCOMPARE(branches, QStringList({u"甲支部 1"_qs, u"乙支部 2"_qs, u"东关一支部 3"_qs, u"东关二支部 7"_qs}));
}

void TestMemberPapers::voidedEntriesAreStruckThrough()
{
    FigureBook book;
    const RowId twice = book.addMember(u"重录"_qs, {{u"sex"_qs, u"1"_qs}, {u"birth"_qs, u"1970-02"_qs}},
                                       {{u"join_date"_qs, u"1999-07"_qs}},
                                       {{book.branch2, book.grid3, u"2026-01-01"_qs, u"2026-03-01"_qs, u"0"_qs, {}},
                                        {book.branch1, book.grid1, u"2026-03-01"_qs}},
                                       {{u"full"_qs, u"1"_qs, u"2026-01-01"_qs}});
    const RowId alone =
        book.addMember(u"误录"_qs, {}, {}, {{book.committee, book.grid1, u"2026-01-01"_qs, {}, u"0"_qs, {}}}, {});
    // As a user does it: the relations first, without which a member cannot be voided, then the member.
    const auto voided = [&](const QString &registry, RowId id) -> Done {
        GRIDBOOK_ASSIGN(const Record record, book->records().load(registry, id, m_day));
        GRIDBOOK_ASSIGN(auto work, book->begin({u"edit"_qs, u"作废"_qs, {}, {}}));
        GRIDBOOK_TRY(book->records().voidRecord(*work, record, u"重复录入"_qs));
        GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book->commit(*work));
        return {};
    };
    for (const RowId member : {twice, alone}) {
        QVERIFY(!voided(u"member"_qs, member));
        const auto spells = book->database().ids(u"SELECT id FROM affiliation WHERE member_id = :member ORDER BY id"_qs,
                                                 {{u":member"_qs, member}});
        QVERIFY_RESULT(spells);
        for (const RowId spell : *spells) {
            QVERIFY_RESULT(voided(u"affiliation"_qs, spell));
        }
        QVERIFY_RESULT(voided(u"member"_qs, member));
    }
    const auto document = rosterBook(book->reader(), {.asOf = m_day, .volume = 3});
    QVERIFY_RESULT(document);
    QStringList struck;
    int number = 0;
    for (const Block &block : document->sections.last().blocks) {
        const auto *table = std::get_if<Table>(&block);
        for (const Row &row : table != nullptr ? table->rows : QList<Row>()) {
            QCOMPARE(row.cells.first().text, QString::number(++number)); // a voided entry keeps a number
            if (row.kind == RowKind::Void) {
                struck << table->caption + u' ' + row.cells.first().text + u' ' + row.cells.at(1).text + u' ' +
                              row.cells.last().text;
            }
        }
    }
    QCOMPARE(struck, QStringList({u"东关社区党委 1 误录 作废"_qs, u"东关一支部 6 重录 作废"_qs}));
    const QString words = toText(*document);
    QVERIFY(words.contains(u"登记党员11名，其中预备党员1名；编号第1号至第13号，无空号；其中作废2行，不计入人数。"));
    QVERIFY(words.contains(u"第3册"));
    // Of the year of the book, up to its day; and not among those that were chosen.
    const auto lastYear = rosterBook(book->reader(), {.asOf = QDate(2025, 12, 31)});
    QVERIFY_RESULT(lastYear);
    QVERIFY(!toText(*lastYear).contains(u"重录"));
    const auto chosen = rosterBook(book->reader(), {.asOf = m_day, .only = {book.member.value(u"常在"_qs)}});
    QVERIFY_RESULT(chosen);
    QVERIFY(!toText(*chosen).contains(u"重录"));
}

void TestMemberPapers::rosterOfOneBranch()
{
    const auto document = rosterBook(m_book->reader(), {.asOf = m_day, .branch = m_book.branch1});
    QVERIFY_RESULT(document);
    const QString words = toText(*document);
    QVERIFY(words.contains(u"常在") && !words.contains(u"调动"));
    QVERIFY(words.contains(u"登记党员4名，其中预备党员1名"));
    const auto empty = rosterBook(m_book->reader(), {.asOf = m_day, .branch = m_book.functional});
    QVERIFY_RESULT(empty);
    QVERIFY(toText(*empty).contains(u"本册没有登记党员。"));
    // Exactly those that were chosen, also one who has left.
    const auto chosen = rosterBook(
        m_book->reader(), {.asOf = m_day, .only = {m_book.member.value(u"常在"_qs), m_book.member.value(u"调动"_qs)}});
    QVERIFY_RESULT(chosen);
    const QString two = toText(*chosen);
    QVERIFY(two.contains(u"常在") && two.contains(u"调动"));
    QVERIFY(two.contains(u"登记党员2名"));
}

void TestMemberPapers::rosterIsMasked()
{
    const auto masked = rosterBook(m_book->reader(), {.asOf = m_day});
    const auto clear = rosterBook(m_book->reader(), {.asOf = m_day, .masked = false});
    QVERIFY_RESULT(masked);
    QVERIFY_RESULT(clear);
    const QString number = u"999901197001010001"_qs;
    QVERIFY(!toText(*masked).contains(number));
    QVERIFY(toText(*clear).contains(number));
    QCOMPARE(masked->mark, u"内部资料 注意保管"_qs);
}

void TestMemberPapers::formGolden()
{
    const auto document = memberForms(
        m_book->reader(), {m_book.member.value(u"新党员"_qs), m_book.member.value(u"停止"_qs)}, {.asOf = m_day});
    QVERIFY_RESULT(document);
    QString difference;
    QVERIFY2(matchesGolden(toText(*document), u"tests/golden/member-form.txt", &difference), qPrintable(difference));
}

void TestMemberPapers::formsInTheClear()
{
    const auto document =
        memberForms(m_book->reader(), {m_book.member.value(u"常在"_qs)}, {.asOf = m_day, .masked = false});
    QVERIFY_RESULT(document);
    QVERIFY(toText(*document).contains(u"999901197001010001"));
    QVERIFY(toText(*document).contains(u"1978年11月"));
}

void TestMemberPapers::formNamesTheDocument()
{
    FigureBook book;
    const auto form = [&](const QString &type) {
        const RowId member = book.addMember(
            u"证件"_qs + type, {{u"id_type"_qs, type}, {u"id_number"_qs, QString(u"E1234567"_qs + type)}}, {},
            {{book.branch1, book.grid1, u"2026-01-01"_qs, {}, u"0"_qs, {}}}, {{u"full"_qs, u"1"_qs, u"2026-01-01"_qs}});
        const auto document = memberForms(book->reader(), {member}, {.asOf = m_day, .masked = false});
        return document ? toText(*document) : QString();
    };
    const QString passport = form(u"2"_qs);
    QVERIFY2(passport.contains(u"护照号码") && passport.contains(u"E12345672"), qPrintable(passport));
    QVERIFY(!passport.contains(u"公民身份号码"));
    QVERIFY(form(u"1"_qs).contains(u"公民身份号码"));
}

void TestMemberPapers::noMemberNoForm()
{
    const auto document = memberForms(m_book->reader(), {}, {.asOf = m_day});
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestMemberPapers)
#include "tst_memberpapers.moc"
