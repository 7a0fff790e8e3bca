#include "core/registry/valuetext.h"
#include "core/base/partialdate.h"
#include "core/base/quantity.h"
#include "core/text/citizenid.h"
#include "core/text/phone.h"
#include "core/text/privatenumbers.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

QString masked(const Field &field, const QString &text)
{
    switch (field.type) {
    case FieldType::CitizenId:
        return text::maskCitizenId(text);
    case FieldType::Phone:
        return text::maskPhone(text);
    default:
        return maskedAddress(text);
    }
}

} // namespace

QString maskedAddress(const QString &address)
{
    const qsizetype keep = qMax<qsizetype>(2, address.size() / 2);
    return address.size() <= 3 ? u"***"_qs : QString(address.left(keep) + u"***"_qs);
}

QString valueText(const Field &field, const QVariant &value, const CodeTables &codes, const TextStyle &style)
{
    if (!value.isValid()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Reference:
        return value.value<ReferenceValue>().title;
    case FieldType::Date: {
        const PartialDate date = value.typeId() == qMetaTypeId<PartialDate>() ? value.value<PartialDate>()
                                                                              : PartialDate::fromIso(value.toString());
        return style.chineseDates ? date.toChinese() : date.toIso();
    }
    case FieldType::YesNo:
        return style.language.startsWith(u"zh") ? (value.toBool() ? u"是"_qs : u"否"_qs)
                                                : (value.toBool() ? u"yes"_qs : u"no"_qs);
    case FieldType::Money:
        return Money::fen(value.toLongLong()).toYuan();
    case FieldType::Code: {
        const CodeTable *table = codes.find(field.codeTable);
        const CodeItem *item = table == nullptr ? nullptr : table->byCode(value.toString());
        return item == nullptr ? value.toString() : item->term.in(style.language);
    }
    default:
        break;
    }
    const QString text = value.toString();
    if (!field.isSealed || !style.masked || text.isEmpty()) {
        return text;
    }
    return field.isMasked ? masked(field, text) : text::maskedNumbers(text);
}

QVariant valueFromStored(const Field &field, const QVariant &stored)
{
    if (!stored.isValid()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Date:
        return QVariant::fromValue(PartialDate::fromIso(stored.toString()));
    case FieldType::YesNo:
        return stored.toLongLong() != 0;
    case FieldType::Reference:
        return QVariant::fromValue(ReferenceValue{stored.toLongLong(), {}});
    default:
        return stored;
    }
}

} // namespace gridbook
