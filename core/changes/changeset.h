#pragma once
// What one unit of work changed. The one object is the journal entry, the message to open windows, the undo step and
// the record's history. before and after hold the changed columns only, as they are stored (sealed values stay sealed).
#include "core/base/id.h"
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace gridbook {

enum class ChangeOp { Insert, Update, Void, Reinstate };

struct Change
{
    QString table;
    RowId row = 0;
    ChangeOp op = ChangeOp::Update;
    QJsonObject before;
    QJsonObject after;
};

struct ChangeSet
{
    BatchId batch;
    QString kind; // "edit", "import", "bulk", "merge", "restore", "demo", "undo", "redo", "upgrade"
    QString title;
    QString who;
    QDateTime when;
    QString reason;
    QList<Change> changes;

    [[nodiscard]] bool touches(const QString &table) const
    {
        return std::any_of(changes.begin(), changes.end(), [&](const Change &change) { return change.table == table; });
    }
};

QString toCode(ChangeOp op); // "insert", "update", "void", "reinstate": as journaled
ChangeOp changeOpFrom(const QString &code);
ChangeOp inverse(ChangeOp op);

} // namespace gridbook
