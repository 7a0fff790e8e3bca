#include "core/party/whereabouts.h"
#include "core/base/partialdate.h"
#include "core/changes/journal.h"
#include <QCoreApplication>

namespace gridbook::party {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Whereabouts)
};

const QString table = u"whereabouts"_qs;

// One of the two marks of an older book.
struct Mark
{
    QVariantMap values; // what is said, by column
    QDate from;
};

QDate dayOf(const BatchHeader &batch)
{
    return QDate::fromString(batch.madeAt.left(10), Qt::ISODate);
}

class Dating
{
public:
    explicit Dating(UnitOfWork &work) : m_work(work) {}

    Done date(const Statement &row)
    {
        const RowId member = row.integer(0);
        QList<Mark> marks;
        for (const auto &[first, columns] :
             {std::pair(1, QStringList{u"mobile"_qs, u"mobile_since"_qs, u"mobile_to"_qs}),
              std::pair(4, QStringList{u"lost"_qs, u"lost_since"_qs, u"lost_reason"_qs})}) {
            Mark mark;
            for (int i = 0; i < columns.size(); ++i) {
                if (!row.isNull(first + i)) {
                    mark.values.insert(columns.at(i), row.value(first + i));
                }
            }
            if (!mark.values.isEmpty()) {
                GRIDBOOK_ASSIGN(mark.from, firstDay(member, mark.values, columns));
                marks.append(mark);
            }
        }
        std::sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.from < b.from; });
        QVariantMap values{{u"member_id"_qs, member}};
        for (qsizetype i = 0; i < marks.size(); ++i) {
            values.insert(marks.at(i).values);
            values.insert(u"valid_from"_qs, marks.at(i).from);
            const bool isLast = i + 1 == marks.size();
            if (!isLast && marks.at(i + 1).from == marks.at(i).from) {
                continue; // both from the same day: one row
            }
            QVariantMap dated = values;
            if (!isLast) {
                dated.insert(u"valid_until"_qs, marks.at(i + 1).from);
            }
            GRIDBOOK_TRY(m_work.insert(table, dated));
        }
        return {};
    }

private:
    // columns: the mark itself, then since when it holds.
    Result<QDate> firstDay(RowId member, const QVariantMap &values, const QStringList &columns)
    {
        const QString &mark = columns.at(0);
        const QDate said = PartialDate::fromIso(values.value(columns.at(1)).toString()).firstDay();
        const bool isMarked = !values.contains(mark) || values.value(mark).toInt() != 0;
        if (isMarked && said.isValid()) {
            return said;
        }
        GRIDBOOK_ASSIGN(const QVariant relation,
                        m_work.database().scalar(u"SELECT MIN(valid_from) FROM affiliation WHERE member_id = ? AND "
                                                 u"voided_at IS NULL"_qs,
                                                 {member}));
        const QDate began = PartialDate::fromIso(relation.toString()).firstDay();
        if (!isMarked && began.isValid()) {
            return began;
        }
        GRIDBOOK_ASSIGN(const QList<HistoryEntry> history, readHistory(m_work.database(), u"member"_qs, member));
        for (const HistoryEntry &entry : history) { // newest first
            if (isMarked && entry.change.after.contains(mark)) {
                return dayOf(entry.batch);
            }
        }
        return began.isValid() || history.isEmpty() ? began : dayOf(history.last().batch);
    }

    UnitOfWork &m_work;
};

} // namespace

Result<QList<DatedRow>> whereaboutsOf(Database &database, MemberId member)
{
    return datedRows(database, table, u"member_id"_qs, member.value());
}

QString laterWhereabouts(const QList<DatedRow> &rows, QDate day)
{
    return !rows.isEmpty() && rows.last().from > day
               ? Texts::tr("Whether the member is mobile or lost was entered anew from %1 on. Choose a later day, or "
                           "correct that entry.")
                     .arg(rows.last().from.toString(Qt::ISODate))
               : QString();
}

Done changeWhereabouts(UnitOfWork &work, MemberId member, const QList<DatedRow> &rows, QDate day,
                       const QVariantMap &values)
{
    if (const QString fault = laterWhereabouts(rows, day); !fault.isEmpty()) {
        return Error{ErrorKind::Refused, fault, {}};
    }
    const DatedRow *row = rowOn(rows, day);
    if (row != nullptr && row->from == day) {
        return work.update(table, row->id, 0, values);
    }
    if (row != nullptr) {
        GRIDBOOK_TRY(continueRow(work, table, *row, day, values));
        return {};
    }
    QVariantMap first = values;
    first.insert(u"member_id"_qs, member.value());
    first.insert(u"valid_from"_qs, day);
    GRIDBOOK_TRY(work.insert(table, first));
    return {};
}

Done dateWhereabouts(UnitOfWork &work)
{
    {
        GRIDBOOK_ASSIGN(Statement undated,
                        Statement::prepare(work.database(),
                                           u"SELECT member_id, mobile, mobile_since, mobile_to, lost, lost_since, "
                                           u"lost_reason FROM undated_whereabouts ORDER BY member_id"_qs));
        GRIDBOOK_TRY(undated.run());
        Dating dating(work);
        while (undated.next()) {
            GRIDBOOK_TRY(dating.date(undated));
        }
        GRIDBOOK_TRY(undated.status());
    }
    return work.database().execute(u"DELETE FROM undated_whereabouts"_qs);
}

} // namespace gridbook::party
