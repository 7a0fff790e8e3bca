#pragma once
// How stored values are written in the journal, and back: text, whole and real numbers as JSON has them, blobs as
// {"b": base64}, null as null.
#include "core/base/id.h"
#include <QByteArray>
#include <QJsonValue>
#include <QVariant>

namespace gridbook {

QJsonValue toJournal(const QVariant &stored);
QVariant fromJournal(const QJsonValue &value);

// A new row as the journal tells of it: an object of its uuid and of the columns that hold something. What
// QJsonDocument would write of it, in a quarter of the time: an import does little else.
QByteArray journalText(const QString &uuid, const QVariantMap &stored);
// The same with one column more.
QByteArray journalText(const QByteArray &row, const QString &column, RowId value);

} // namespace gridbook
