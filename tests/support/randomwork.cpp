#include "tests/support/randomwork.h"
#include "core/text/citizenid.h"

namespace gridbook::testing {

using namespace Qt::StringLiterals;

namespace {
// What may happen to random work without anything being wrong.
bool isRule(const Error &error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound;
}
} // namespace

Result<ChangeSet> RandomWork::step()
{
    GRIDBOOK_ASSIGN(auto work, m_book.begin({u"edit"_qs, u"随机修改"_qs, u"测试"_qs, {}}));
    const int changes = m_random.bounded(1, 6);
    for (int i = 0; i < changes; ++i) {
        if (const auto done = change(*work); !done && !isRule(done.error())) {
            return done.error();
        }
    }
    return m_book.commit(*work);
}

Done RandomWork::abandonedStep()
{
    GRIDBOOK_ASSIGN(auto work, m_book.begin({u"edit"_qs, u"放弃的修改"_qs, {}, {}}));
    for (int i = 0; i < 3; ++i) {
        if (const auto done = change(*work); !done && !isRule(done.error())) {
            return done.error();
        }
    }
    return {};
}

Done RandomWork::change(UnitOfWork &work)
{
    switch (m_random.bounded(8)) {
    case 0:
    case 1:
        return addPerson(work);
    case 2:
    case 3:
        return addMember(work);
    case 4:
    case 5:
        return editPerson(work);
    case 6:
        return moveMember(work);
    default:
        return voidSomething(work);
    }
}

Done RandomWork::addPerson(UnitOfWork &work)
{
    static const QStringList surnames{u"单"_qs, u"王"_qs, u"欧阳"_qs, u"查"_qs, u"李"_qs, u"𠮷"_qs};
    const QString home = u"测试路%1号院%2室"_qs.arg(m_random.bounded(1000, 9999)).arg(m_random.bounded(101, 3601));
    m_secrets << home;
    const auto row = work.insert(
        u"person"_qs, {{u"name"_qs, QString(surnames.at(m_random.bounded(6)) + QChar(0x4e00 + m_random.bounded(5000)))},
                       {u"sex"_qs, m_random.bounded(2) == 0 ? u"1"_qs : u"2"_qs},
                       {u"id_number"_qs, idNumber()},
                       {u"phone"_qs, m_random.bounded(3) == 0 ? QString() : phone()},
                       {u"landline"_qs, m_random.bounded(3) == 0 ? phone() : QString()},
                       {u"address"_qs, home},
                       {u"birth"_qs, day(1940, 2005)}});
    return row ? Done() : row.error();
}

Done RandomWork::addMember(UnitOfWork &work)
{
    GRIDBOOK_ASSIGN(const RowId person,
                    anyRow(u"person"_qs, u"id NOT IN (SELECT person_id FROM member WHERE voided_at IS NULL)"_qs));
    GRIDBOOK_ASSIGN(const RowId member, work.insert(u"member"_qs, {{u"person_id"_qs, person},
                                                                   {u"join_date"_qs, day(1970, 2020)},
                                                                   {u"dues_monthly"_qs, m_random.bounded(50000)}}));
    const QString since = day(2021, 2024);
    GRIDBOOK_TRY(
        work.insert(u"whereabouts"_qs,
                    {{u"member_id"_qs, member}, {u"mobile"_qs, m_random.bounded(2) == 0}, {u"valid_from"_qs, since}}));
    GRIDBOOK_TRY(work.insert(u"affiliation"_qs,
                             {{u"member_id"_qs, member},
                              {u"org_id"_qs, m_basics.branch},
                              {u"grid_id"_qs, m_random.bounded(2) == 0 ? QVariant(m_basics.grid) : QVariant()},
                              {u"increase_kind"_qs, u"developed"_qs},
                              {u"valid_from"_qs, since}}));
    GRIDBOOK_TRY(work.insert(
        u"standing"_qs,
        {{u"member_id"_qs, member}, {u"category"_qs, u"full"_qs}, {u"state"_qs, u"1"_qs}, {u"valid_from"_qs, since}}));
    return {};
}

Done RandomWork::editPerson(UnitOfWork &work)
{
    GRIDBOOK_ASSIGN(const RowId person, anyRow(u"person"_qs));
    switch (m_random.bounded(5)) {
    case 0:
        return work.update(u"person"_qs, person, 0, {{u"phone"_qs, phone()}});
    case 1:
        return work.update(u"person"_qs, person, 0, {{u"phone"_qs, QString()}, {u"note"_qs, u"电话停机"_qs}});
    case 2:
        return work.update(u"person"_qs, person, 0, {{u"id_number"_qs, idNumber()}});
    case 3:
        return work.update(u"person"_qs, person, 0, {{u"birth"_qs, day(1940, 2005)}, {u"note"_qs, QVariant()}});
    default:
        return work.update(u"person"_qs, person, 0,
                           {{u"name"_qs, QString(u"仇"_qs + QChar(0x5000 + m_random.bounded(99)))}});
    }
}

Done RandomWork::moveMember(UnitOfWork &work)
{
    GRIDBOOK_ASSIGN(const RowId old, anyRow(u"affiliation"_qs, u"valid_until IS NULL"_qs));
    GRIDBOOK_ASSIGN(const QVariant member,
                    m_book.database().scalar(u"SELECT member_id FROM affiliation WHERE id = ?"_qs, {old}));
    const QString on = day(2025, 2026);
    GRIDBOOK_TRY(work.update(u"affiliation"_qs, old, 0, {{u"valid_until"_qs, on}}));
    GRIDBOOK_TRY(work.insert(u"affiliation"_qs, {{u"member_id"_qs, member},
                                                 {u"org_id"_qs, m_basics.secondBranch},
                                                 {u"grid_id"_qs, m_basics.secondGrid},
                                                 {u"valid_from"_qs, on}}));
    return {};
}

Done RandomWork::voidSomething(UnitOfWork &work)
{
    static const QStringList tables{u"affiliation"_qs, u"standing"_qs, u"member"_qs};
    const QString table = tables.at(m_random.bounded(3));
    GRIDBOOK_ASSIGN(const RowId row, anyRow(table));
    return work.voidRow(table, row, 0, u"录错"_qs);
}

Result<RowId> RandomWork::anyRow(const QString &table, const QString &condition)
{
    const QString where =
        u"voided_at IS NULL"_qs + (condition.isEmpty() ? QString() : QString(u" AND "_qs + condition));
    GRIDBOOK_ASSIGN(const QVariant count,
                    m_book.database().scalar(u"SELECT COUNT(*) FROM %1 WHERE %2"_qs.arg(table, where)));
    if (count.toInt() == 0) {
        return Error{ErrorKind::NotFound, u"none"_qs, table};
    }
    GRIDBOOK_ASSIGN(
        const QVariant id,
        m_book.database().scalar(u"SELECT id FROM %1 WHERE %2 ORDER BY id LIMIT 1 OFFSET ?"_qs.arg(table, where),
                                 {m_random.bounded(count.toInt())}));
    return RowId(id.toLongLong());
}

QString RandomWork::idNumber()
{
    // 9999 is no place of this country: the number can belong to nobody.
    QString number = u"99990119%1%2%3%4"_qs.arg(m_random.bounded(40, 100))
                         .arg(m_random.bounded(1, 13), 2, 10, QChar(u'0'))
                         .arg(m_random.bounded(1, 29), 2, 10, QChar(u'0'))
                         .arg(m_random.bounded(0, 1000), 3, 10, QChar(u'0'));
    number += text::CitizenId::checkDigitOf(number);
    m_secrets << number;
    return number;
}

QString RandomWork::phone()
{
    const QString number = u"100%1"_qs.arg(m_random.bounded(100000000), 8, 10, QChar(u'0'));
    m_secrets << number;
    return number;
}

QString RandomWork::day(int fromYear, int toYear)
{
    return QDate(m_random.bounded(fromYear, toYear + 1), m_random.bounded(1, 13), m_random.bounded(1, 29))
        .toString(Qt::ISODate);
}

QStringList visibleRows(Book &book)
{
    static const QStringList kept{u"row_version"_qs, u"created_at"_qs, u"created_by"_qs, u"updated_at"_qs,
                                  u"updated_by"_qs,  u"voided_at"_qs,  u"voided_by"_qs,  u"void_reason"_qs};
    QStringList lines;
    QStringList tables = book.catalog().tables().names();
    tables.sort();
    for (const QString &table : tables) {
        auto rows =
            Statement::prepare(book.database(), u"SELECT * FROM %1 WHERE voided_at IS NULL ORDER BY id"_qs.arg(table));
        if (!rows || !rows->run()) {
            return {u"cannot read "_qs + table};
        }
        const QStringList names = rows->columnNames();
        while (rows->next()) {
            QString line = table;
            for (int i = 0; i < names.size(); ++i) {
                if (!rows->isNull(i) && !kept.contains(names.at(i))) {
                    const QVariant value = rows->value(i);
                    line += u' ' + names.at(i) + u'=' +
                            (value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex())
                                                                     : value.toString());
                }
            }
            lines << line;
        }
    }
    return lines;
}

} // namespace gridbook::testing
