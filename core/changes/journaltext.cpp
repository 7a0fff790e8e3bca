#include "core/changes/journaltext.h"
#include <QJsonObject>

namespace gridbook {

namespace {

void appendText(QByteArray &out, const QByteArray &utf8)
{
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += QByteArray(1, c).toHex();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendName(QByteArray &out, const QString &column)
{
    out += ',';
    appendText(out, column.toUtf8());
    out += ':';
}

} // namespace

QJsonValue toJournal(const QVariant &stored)
{
    if (!stored.isValid()) {
        return QJsonValue::Null;
    }
    switch (stored.typeId()) {
    case QMetaType::QByteArray:
        return QJsonObject{{QStringLiteral("b"), QString::fromLatin1(stored.toByteArray().toBase64())}};
    case QMetaType::Int:
    case QMetaType::LongLong:
        return stored.toLongLong();
    case QMetaType::Double:
        return stored.toDouble();
    default:
        return stored.toString();
    }
}

QVariant fromJournal(const QJsonValue &value)
{
    if (value.isObject()) {
        return QByteArray::fromBase64(value.toObject().value(u"b").toString().toLatin1());
    }
    return value.isNull() || value.isUndefined() ? QVariant() : value.toVariant(); // whole numbers stay exact
}

QByteArray journalText(const QString &uuid, const QVariantMap &stored)
{
    QByteArray out;
    out.reserve(512);
    out += "{\"uuid\":";
    appendText(out, uuid.toLatin1());
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        const QVariant &value = it.value();
        if (!value.isValid()) {
            continue;
        }
        appendName(out, it.key());
        switch (value.typeId()) {
        case QMetaType::QByteArray:
            out += "{\"b\":\"";
            out += value.toByteArray().toBase64();
            out += "\"}";
            break;
        case QMetaType::Int:
        case QMetaType::LongLong:
            out += QByteArray::number(value.toLongLong());
            break;
        case QMetaType::Double:
            out += qIsFinite(value.toDouble()) ? QByteArray::number(value.toDouble(), 'g', 17) : QByteArray("null");
            break;
        default:
            appendText(out, value.toString().toUtf8());
        }
    }
    out += '}';
    return out;
}

QByteArray journalText(const QByteArray &row, const QString &column, RowId value)
{
    QByteArray out = row.chopped(1);
    appendName(out, column);
    out += QByteArray::number(value);
    out += '}';
    return out;
}

} // namespace gridbook
