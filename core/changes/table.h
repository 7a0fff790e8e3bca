#pragma once
// What the unit of work must know of a table besides its columns in the schema: what is sealed, what is derived. Every
// table that users write to has the record columns (uuid, row_version, created_*, updated_*, voided_*) and stands in
// the catalog; a write to any other table is refused.
#include "core/base/term.h"
#include <QHash>
#include <QList>
#include <QStringList>
#include <QVariantMap>
#include <algorithm>
#include <array>
#include <functional>

namespace gridbook {

// How a column without a day of its own keeps its past (formervalues.h). Figures must count by no other column that
// changes in life.
enum class Keeping {
    Changes,          // another value is a change from a day on; where nothing stood, the book is completed
    ChangesFromEmpty, // … and that nothing stands is an answer too: no Party organisation, no extension
    Corrected         // another value is a correction, unless a command says from which day on it holds
};

// A value that holds only together with another one of its row: a group is one of a branch.
struct Within
{
    QString column;
    QString base;
    QString holds; // SQL with the marks of the value and of the base: a row if that value belongs to that base
};

struct TableSpec
{
    QString name{};
    Term term{};                          // 党员, for messages and history
    QStringList sealed{};                 // columns that hold sealed text; values are given and returned in the clear
    QHash<QString, QString> blindIndex{}; // sealed column → its blind index column
    // Fills columns that follow from others (pinyin from the name); sees only the columns being written.
    std::function<void(QVariantMap &)> derive{};
    bool dated = false; // has valid_from and valid_until
    // Dated rows: what tells of the step with which a row began, and with which it ended, but not of the time between.
    // Where a row goes on as another one (a move), the first keeps its beginning and the second gets its end.
    QStringList ofBeginning{};
    QStringList ofEnd{};
    QList<Within> within{};
    QHash<QString, Keeping> kept{};
    // Columns of an older schema that the journal still speaks of → the table that has them now.
    QHash<QString, QString> moved{};
    bool mayHoldNumbers = false; // its readable columns take ID numbers, as those of older books did
};

// Columns that the unit of work keeps by itself in every table: nobody else writes them, and they are not journaled
// (but for the uuid, that a row begins with).
inline bool isRecordColumn(QStringView column)
{
    static constexpr std::array<QStringView, 10> kept{u"id",         u"uuid",       u"row_version", u"created_at",
                                                      u"created_by", u"updated_at", u"updated_by",  u"voided_at",
                                                      u"voided_by",  u"void_reason"};
    return std::find(kept.begin(), kept.end(), column) != kept.end();
}

class Tables
{
public:
    void add(const TableSpec &table) { m_tables.insert(table.name, table); }
    [[nodiscard]] const TableSpec *find(const QString &name) const
    {
        const auto it = m_tables.constFind(name);
        return it == m_tables.cend() ? nullptr : &*it;
    }
    [[nodiscard]] QStringList names() const { return m_tables.keys(); }

private:
    QHash<QString, TableSpec> m_tables;
};

} // namespace gridbook
