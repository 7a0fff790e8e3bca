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

// What the journal says of one row; batches are 0 where nothing of the kind was done.
struct Played
{
    RowId row = 0;
    QJsonObject values;
    int version = 0;
    qint64 created = 0; // the batch that put it in
    qint64 updated = 0; // the last one that changed it
    qint64 voided = 0;  // that removed it and was not taken back
    QString reason;     // of that
};

// Yields the rows of a table one after the other as the journal has them: memory stays flat for a million rows.
class Player
{
public:
    static Result<Player> open(Database &database, const QString &table)
    {
        GRIDBOOK_ASSIGN(
            Statement changes,
            Statement::prepare(database, QStringLiteral("SELECT row_id, op, after_json, batch_id FROM change "
                                                        "WHERE tbl = ? ORDER BY row_id, id")));
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
            const qint64 batch = m_changes.integer(3);
            if (op == ChangeOp::Insert) {
                played.values = after;
                played.created = batch;
            } else if (op == ChangeOp::Update) {
                for (auto it = after.begin(); it != after.end(); ++it) {
                    played.values.insert(it.key(), it.value());
                }
                played.updated = batch;
            } else {
                played.voided = op == ChangeOp::Void ? batch : 0;
                played.reason =
                    op == ChangeOp::Void ? after.value(QStringLiteral("void_reason")).toString() : QString();
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

// Where a row says who did something with it, and when.
struct Signed
{
    int who = 0;
    int when = 0;
};

struct Columns
{
    explicit Columns(const QStringList &all) : names(all) {}
    [[nodiscard]] int place(const QString &name) const { return int(names.indexOf(name)); }

    QStringList names;
    int id = place(QStringLiteral("id"));
    int version = place(QStringLiteral("row_version"));
    Signed created{place(QStringLiteral("created_by")), place(QStringLiteral("created_at"))};
    Signed updated{place(QStringLiteral("updated_by")), place(QStringLiteral("updated_at"))};
    Signed voided{place(QStringLiteral("voided_by")), place(QStringLiteral("voided_at"))};
    int reason = place(QStringLiteral("void_reason"));
};

// The column of the two that is not what the batch says; -1: none, or the batch is no witness.
int forged(const Statement &row, const Signed &place, qint64 batch, const Signatures &signatures)
{
    const auto found = signatures.constFind(batch);
    if (batch != 0 && found == signatures.cend()) {
        return -1;
    }
    const Signature wanted = batch == 0 ? Signature() : *found; // nothing where nothing was done
    return row.text(place.who) != wanted.who ? place.who : row.text(place.when) != wanted.when ? place.when : -1;
}

void compare(const Statement &row, const Columns &columns, const Played &played, const Signatures &signatures,
             const QString &table, QList<RowFinding> &findings)
{
    using Kind = RowFinding::Kind;
    const qsizetype before = findings.size();
    for (int i = 0; i < columns.names.size(); ++i) {
        if ((!isRecordColumn(columns.names.at(i)) || columns.names.at(i) == u"uuid") &&
            !same(toJournal(row.isNull(i) ? QVariant() : row.value(i)), played.values.value(columns.names.at(i)))) {
            findings.append({Kind::Changed, table, played.row, columns.names.at(i)});
        }
    }
    for (const int column : {forged(row, columns.created, played.created, signatures),
                             forged(row, columns.updated, played.updated, signatures)}) {
        if (column >= 0) {
            findings.append({Kind::Changed, table, played.row, columns.names.at(column)});
        }
    }
    if (row.isNull(columns.voided.when) == (played.voided != 0)) {
        findings.append({Kind::Voided, table, played.row, {}});
    } else if (const int column = forged(row, columns.voided, played.voided, signatures); column >= 0) {
        findings.append({Kind::Changed, table, played.row, columns.names.at(column)});
    } else if (row.text(columns.reason) != played.reason) {
        findings.append({Kind::Changed, table, played.row, columns.names.at(columns.reason)});
    }
    // Changed and changed back leaves its trace too, unless the version was set back as well.
    if (findings.size() == before && row.integer(columns.version) != played.version) {
        findings.append({Kind::Changed, table, played.row, QStringLiteral("row_version")});
    }
}

} // namespace

Result<QList<RowFinding>> verifyRows(Database &database, const QString &table, const Signatures &signatures, int limit)
{
    using Kind = RowFinding::Kind;
    GRIDBOOK_ASSIGN(Statement rows,
                    Statement::prepare(database, QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(table)));
    GRIDBOOK_TRY(rows.run());
    const Columns columns(rows.columnNames());
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
            compare(rows, columns, played, signatures, table, findings);
            haveRow = rows.next();
            havePlayed = player.next(played);
        }
    }
    GRIDBOOK_TRY(rows.status());
    GRIDBOOK_TRY(player.status());
    return findings;
}

} // namespace gridbook
