#include "tests/support/testbook.h"
#include "core/base/partialdate.h"

namespace gridbook::testing {

using namespace Qt::StringLiterals;

TestBook::TestBook() : m_clock(quarterEnd())
{
    auto book = Book::create(path(), surroundings());
    if (!book) {
        qFatal("%s / %s", qPrintable(book.error().message), qPrintable(book.error().detail));
    }
    m_book = std::move(book).value();
}

void TestBook::reopen()
{
    m_book.reset();
    auto book = Book::open(path(), surroundings(), {.dailyBackup = false});
    if (!book) {
        qFatal("%s / %s", qPrintable(book.error().message), qPrintable(book.error().detail));
    }
    m_book = std::move(book).value();
}

TestBook::Basics TestBook::makeBasics()
{
    Basics basics;
    auto work = m_book->begin({u"create"_qs, u"测试底册"_qs, {}, {}});
    const auto add = [&](const QString &table, const QVariantMap &values) {
        const auto row = (*work)->insert(table, values);
        if (!row) {
            qFatal("%s / %s", qPrintable(row.error().message), qPrintable(row.error().detail));
        }
        return *row;
    };
    basics.community =
        add(u"division"_qs,
            {{u"code"_qs, u"610305100001"_qs}, {u"name"_qs, u"东关社区"_qs}, {u"level"_qs, u"community"_qs}});
    const auto grid = [&](const QString &code, const QString &name) {
        return add(u"grid"_qs, {{u"code"_qs, code},
                                {u"name"_qs, name},
                                {u"kind"_qs, u"urban"_qs},
                                {u"division_id"_qs, basics.community},
                                {u"valid_from"_qs, u"2020-01-01"_qs}});
    };
    basics.grid = grid(u"610305100001001"_qs, u"第一网格"_qs);
    basics.secondGrid = grid(u"610305100001002"_qs, u"第二网格"_qs);
    const auto org = [&](const QString &type, const QString &name, RowId parent) {
        const RowId id = add(u"party_org"_qs, {{u"division_id"_qs, basics.community},
                                               {u"category"_qs, u"community"_qs},
                                               {u"valid_from"_qs, u"2020-01-01"_qs}});
        add(u"org_state"_qs, {{u"org_id"_qs, id},
                              {u"type"_qs, type},
                              {u"short_name"_qs, name},
                              {u"full_name"_qs, QString(u"中共"_qs + name)},
                              {u"valid_from"_qs, u"2020-01-01"_qs},
                              {u"parent_id"_qs, parent == 0 ? QVariant() : QVariant(parent)}});
        return id;
    };
    basics.generalBranch = org(u"generalBranch"_qs, u"东关社区党总支"_qs, 0);
    basics.branch = org(u"branch"_qs, u"东关一支部"_qs, basics.generalBranch);
    basics.secondBranch = org(u"branch"_qs, u"东关二支部"_qs, basics.generalBranch);
    if (const auto set = m_book->commit(**work); !set) {
        qFatal("%s / %s", qPrintable(set.error().message), qPrintable(set.error().detail));
    }
    return basics;
}

RowId TestBook::addMember(const QString &name, const QString &idNumber, RowId branch, RowId grid, const QString &since)
{
    auto work = m_book->begin({u"edit"_qs, QString(u"新增 "_qs + name), {}, {}});
    if (!work) {
        return 0;
    }
    Record record;
    record.registry = u"member"_qs;
    record.asOf = m_clock.today();
    const auto id = m_book->records().save(**work, record,
                                           {{u"name"_qs, name},
                                            {u"idNumber"_qs, idNumber},
                                            {u"branch"_qs, QVariant::fromValue(ReferenceValue{branch, {}})},
                                            {u"grid"_qs, QVariant::fromValue(ReferenceValue{grid, {}})},
                                            {u"since"_qs, since},
                                            {u"category"_qs, u"full"_qs},
                                            {u"state"_qs, u"1"_qs},
                                            {u"stateSince"_qs, since},
                                            {u"joinDate"_qs, u"2001-07-01"_qs},
                                            {u"fullDate"_qs, u"2002-07-01"_qs}});
    if (!id) {
        qWarning("%s / %s", qPrintable(id.error().message), qPrintable(id.error().detail));
        return 0;
    }
    return m_book->commit(**work) ? *id : 0;
}

} // namespace gridbook::testing
