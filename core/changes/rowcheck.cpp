#include "core/changes/journal.h"
#include "core/changes/journaltext.h"
#include "core/changes/unitofwork.h"
#include <QJsonDocument>

namespace gridbook {

namespace {

bool same(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble()) {
        return qFuzzyCompare(a.toDouble() + 1.0, b.toDouble() + 1.0);
    }
    return a == b || ((a.isNull() || a.isUndefined()) && (b.isNull() || b.isUndefined()));
}

// What the journal says of one row.
struct Played
{
    RowId row = 0;
    QJsonObject values;
    int version = 0;
    bool voided = false;
};

// Yields the rows of a table one after the other as the journal has them: memory stays flat for a million rows.
class Player
{
public:
    static Result<Player> open(Database &database, const QString &table)
    {
        GRIDBOOK_ASSIGN(Statement changes,
                        Statement::prepare(database, QStringLiteral("SELECT row_id, op, after_json FROM change WHERE "
                                                                    "tbl = ? ORDER BY row_id, id")));
        GRIDBOOK_TRY(changes.run({table}));
        Player player(std::move(changes));
        player.m_more = player.m_changes.next();
        return player;
    }

    bool next(Played &played)
    {
        if (!m_more) {
            return false;
        }
        played = {};
        played.row = m_changes.integer(0);
        while (m_more && m_changes.integer(0) == played.row) {
            const ChangeOp op = changeOpFrom(m_changes.text(1));
            const QJsonObject after = QJsonDocument::fromJson(m_changes.text(2).toUtf8()).object();
            if (op == ChangeOp::Insert) {
                played.values = after;
            } else if (op == ChangeOp::Update) {
                for (auto it = after.begin(); it != after.end(); ++it) {
                    played.values.insert(it.key(), it.value());
                }
            } else {
                played.voided = op == ChangeOp::Void;
            }
            ++played.version;
            m_more = m_changes.next();
        }
        return true;
    }
    [[nodiscard]] Done status() const { return m_changes.status(); }

private:
    explicit Player(Statement changes) : m_changes(std::move(changes)) {}
    Statement m_changes;
    bool m_more = false;
};

struct Columns
{
    QStringList names;
    int id = 0;
    int version = 0;
    int voided = 0;
};

void compare(const Statement &row, const Columns &columns, const Played &played, const QString &table,
             QList<RowFinding> &findings)
{
    using Kind = RowFinding::Kind;
    const qsizetype before = findings.size();
    for (int i = 0; i < columns.names.size(); ++i) {
        if ((!isRecordColumn(columns.names.at(i)) || columns.names.at(i) == u"uuid") &&
            !same(toJournal(row.isNull(i) ? QVariant() : row.value(i)), played.values.value(columns.names.at(i)))) {
            findings.append({Kind::Changed, table, played.row, columns.names.at(i)});
        }
    }
    if (row.isNull(columns.voided) == played.voided) {
        findings.append({Kind::Voided, table, played.row, {}});
    }
    // Changed and changed back leaves its trace too, unless the version was set back as well.
    if (findings.size() == before && row.integer(columns.version) != played.version) {
        findings.append({Kind::Changed, table, played.row, QStringLiteral("row_version")});
    }
}

} // namespace

Result<QList<RowFinding>> verifyRows(Database &database, const QString &table, int limit)
{
    using Kind = RowFinding::Kind;
    GRIDBOOK_ASSIGN(Statement rows,
                    Statement::prepare(database, QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(table)));
    GRIDBOOK_TRY(rows.run());
    Columns columns;
    columns.names = rows.columnNames();
    columns.id = int(columns.names.indexOf(QStringLiteral("id")));
    columns.version = int(columns.names.indexOf(QStringLiteral("row_version")));
    columns.voided = int(columns.names.indexOf(QStringLiteral("voided_at")));
    GRIDBOOK_ASSIGN(Player player, Player::open(database, table));

    QList<RowFinding> findings;
    Played played;
    bool haveRow = rows.next();
    bool havePlayed = player.next(played);
    while ((haveRow || havePlayed) && findings.size() < limit) {
        const RowId row = haveRow ? rows.integer(columns.id) : 0;
        if (!havePlayed || (haveRow && row < played.row)) {
            findings.append({Kind::Unknown, table, row, {}});
            haveRow = rows.next();
        } else if (!haveRow || played.row < row) {
            findings.append({Kind::Missing, table, played.row, {}});
            havePlayed = player.next(played);
        } else {
            compare(rows, columns, played, table, findings);
            haveRow = rows.next();
            havePlayed = player.next(played);
        }
    }
    GRIDBOOK_TRY(rows.status());
    GRIDBOOK_TRY(player.status());
    return findings;
}

} // namespace gridbook
