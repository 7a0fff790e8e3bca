#include "core/exchange/importcells.h"
#include "core/base/partialdate.h"
#include "core/changes/readable.h"
#include "core/rules/codetables.h"
#include "core/text/citizenid.h"
#include "core/text/dates.h"
#include "core/text/normalise.h"
#include "core/text/personname.h"
#include "core/text/phone.h"
#include "core/text/quantities.h"
#include "core/text/words.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportCells)
};

ParsedCell failed(const QString &message)
{
    ParsedCell parsed;
    parsed.error = message;
    return parsed;
}

ParsedCell ofValue(QVariant value)
{
    ParsedCell parsed;
    parsed.value = std::move(value);
    return parsed;
}

// The other reading of an ambiguous date, as a choice for all cells with this text.
void offerReadings(const QString &raw, const text::ParsedDate &date, QDate today, ParsedCell *parsed)
{
    static const QRegularExpression trimmedZero(u"^(\\d{4}|\\d{2})\\.1$"_qs);
    const auto offer = [&](const PartialDate &reading) {
        if (!reading.isNull() && reading.firstDay() <= today) {
            parsed->offers.append({reading.toIso(), reading.toChinese()});
        }
    };
    offer(date.date);
    const QDate day = date.date.firstDay();
    if (trimmedZero.match(text::codeText(raw)).hasMatch()) {
        offer(PartialDate(QDate(day.year(), day.month() == 10 ? 1 : 10, 1), DatePrecision::Month));
    }
    static const QRegularExpression twoDigits(u"^\\d{2}(?!\\d)"_qs);
    if (twoDigits.match(text::codeText(raw)).hasMatch()) {
        offer(PartialDate(day.addYears(day.year() >= 2000 ? -100 : 100), date.date.precision()));
    } else if (date.date.precision() == DatePrecision::Day && day.day() <= 12 && day.day() != day.month()) {
        offer(PartialDate(QDate(day.year(), day.day(), day.month())));
    }
}

ParsedCell parseDateCell(const Cell &cell, const CellSurroundings &around)
{
    if (cell.kind == CellKind::Date) {
        const PartialDate date = PartialDate::fromIso(QStringView(cell.text).left(10));
        return date.isNull() ? failed(Texts::tr("“%1” is not a date.").arg(cell.text))
                             : ofValue(QVariant::fromValue(date));
    }
    if (saysNothing(cell.text)) {
        return {};
    }
    const auto date = cell.kind == CellKind::Number ? text::dateFromNumber(cell.number, around.today)
                      : around.untyped              ? text::dateFromUntypedText(cell.text, around.today)
                                                    : text::parseDate(cell.text, around.today);
    if (!date) {
        return failed(date.error().message);
    }
    ParsedCell parsed = ofValue(QVariant::fromValue(date->date));
    if (date->ambiguous) {
        parsed.ambiguous = true;
        parsed.warning = date->note;
        offerReadings(cell.text, *date, around.today, &parsed);
    }
    return parsed;
}

ParsedCell parseIdCell(const Cell &cell, const CellSurroundings &around)
{
    if (saysNothing(cell.text)) {
        return {};
    }
    if (around.idType != text::IdType::CitizenId) {
        const auto number = text::otherIdNumber(cell.text);
        return number ? ofValue(*number) : failed(number.error().message);
    }
    std::optional<text::CitizenId> id;
    if (cell.kind == CellKind::Number) {
        const auto number = text::CitizenId::fromNumber(cell.number, around.today);
        if (!number) {
            return failed(number.error().message);
        }
        id = *number;
    } else {
        const auto examined = text::CitizenId::examine(cell.text, around.today);
        if (const auto *issue = std::get_if<text::CitizenIdIssue>(&examined)) {
            return failed(issue->message);
        }
        id = std::get<text::CitizenId>(examined);
    }
    ParsedCell parsed = ofValue(id->value());
    if (id->upgraded()) {
        parsed.warning =
            Texts::tr("The old number of 15 digits became %1. Please compare it with the ID card.").arg(id->value());
    }
    return parsed;
}

ParsedCell parsePhoneField(const Field &field, const Cell &cell)
{
    if (saysNothing(cell.text)) {
        return {};
    }
    text::PhoneCell phones;
    if (cell.kind == CellKind::Number) {
        if (const auto phone = text::phoneFromNumber(cell.number)) {
            phones.first = *phone;
        }
    }
    if (!phones.first) {
        phones = text::parsePhoneCell(text::toHalfWidth(cell.text));
    }
    if (!phones.first) {
        const auto why = text::parsePhone(cell.text);
        return failed(why ? Texts::tr("No telephone number in “%1”.").arg(cell.text) : why.error().message);
    }
    ParsedCell parsed;
    QStringList rest;
    const bool wantsMobile = field.id == u"phone";
    for (const text::Phone &phone : QList<text::Phone>{*phones.first} + phones.others) {
        if (wantsMobile && phone.kind == text::PhoneKind::FixedLine && parsed.landline.isEmpty()) {
            parsed.landline = phone.number;
        } else if (!parsed.value.isValid()) {
            parsed.value = phone.number;
        } else {
            rest << phone.number;
        }
    }
    if (!rest.isEmpty()) {
        parsed.note = Texts::tr("other telephone: %1").arg(rest.join(u'、'));
    }
    if (!phones.unreadable.isEmpty()) {
        parsed.note += (parsed.note.isEmpty() ? QString() : u"；"_qs) +
                       Texts::tr("beside the telephone: %1").arg(phones.unreadable.join(u'、'));
    }
    return parsed;
}

ParsedCell parseCodeCell(const Field &field, const Cell &cell, const CellSurroundings &around)
{
    const CodeTable *table = around.codes.find(field.codeTable);
    if (field.codeTable == u"sex") { // ♂, male, 1 …
        if (const auto sex = text::parseSex(cell.text)) {
            return ofValue(QString::number(int(*sex)));
        }
    }
    const CodeReading reading = table == nullptr ? CodeReading() : table->read(cell.text);
    if (reading.item != nullptr) {
        const QString said = text::tidied(cell.text);
        ParsedCell parsed = ofValue(reading.item->code);
        if (!reading.remark.isEmpty()) {
            parsed.isRemarked = true;
            parsed.note = field.label.zh + u'：' + said;
            parsed.warning =
                Texts::tr("“%1” is taken as “%2”. What stands in brackets is kept in the note; check that it says "
                          "nothing else.")
                    .arg(said, reading.item->term.zh);
        } else if (field.codeTable == u"education" && saysPartySchool(cell.text)) {
            parsed.note = Texts::tr("education: %1").arg(said);
        }
        return parsed;
    }
    // A national code that a number cell robbed of its zero: 1 for 01.
    if (table != nullptr && cell.kind == CellKind::Number) {
        if (const CodeItem *item = table->byCode(cell.text.rightJustified(2, u'0'))) {
            return ofValue(item->code);
        }
    }
    if (cell.text.size() < 3 && saysNothing(cell.text) && !text::tidied(cell.text).contains(u'无')) {
        return {};
    }
    ParsedCell parsed;
    parsed.unknown = true;
    return parsed;
}

ParsedCell parseNameCell(const Cell &cell)
{
    const auto name = text::parsePersonName(cell.text);
    if (!name) {
        const text::NameList several = text::parseNameList(cell.text);
        if (several.names.size() > 1 && several.faults.isEmpty()) {
            return failed(Texts::tr("The cell holds %1 people. Give each of them a row.").arg(several.names.size()));
        }
        return failed(name.error().message);
    }
    ParsedCell parsed = ofValue(name->name);
    parsed.markers = name->markers;
    return parsed;
}

ParsedCell parseTextCell(const Field &field, const Cell &cell)
{
    const QString text = cell.kind == CellKind::Bool ? cell.text : text::tidied(cell.text);
    if (text.isEmpty()) {
        return {};
    }
    if (!field.isWritable() || field.isSealed || mayStayReadable(field.column, text)) {
        return ofValue(text);
    }
    const text::SplitText split = text::withoutPrivateNumbers(text);
    ParsedCell parsed = split.rest.isEmpty() ? ParsedCell() : ofValue(split.rest);
    parsed.note = field.label.zh + u'：' + split.numbers.join(u'、');
    parsed.notesNumbers = true;
    parsed.warning =
        Texts::tr("An ID number or a telephone number stands here; it goes into the note, which is sealed.");
    return parsed;
}

} // namespace

bool saysNothing(const QString &raw)
{
    static const QRegularExpression nothing(u"^([-—–/\\\\.、无]*|暂无|没有|不详|空|未填|N/A|NULL)$"_qs);
    return nothing.match(text::dictionaryText(raw)).hasMatch();
}

Result<qint64> parseCount(const QString &raw)
{
    static const QRegularExpression shape(
        u"^约?(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.0*)?(户|人|个|幢|栋|单元|层|届|年|票|次|名)?$"_qs);
    const auto match = shape.match(text::dictionaryText(raw));
    if (!match.hasMatch()) {
        return Error{ErrorKind::Invalid, Texts::tr("“%1” is not a whole number.").arg(raw.trimmed()), raw};
    }
    return match.captured(1).remove(u',').toLongLong();
}

ParsedCell parseCell(const Field &field, const Cell &cell, const CellSurroundings &around)
{
    if (cell.isEmpty() || text::tidied(cell.text).isEmpty()) {
        return {};
    }
    if (cell.kind == CellKind::Error) {
        return failed(Texts::tr("The spreadsheet holds a calculation error, %1.").arg(cell.text));
    }
    if (field.isSealed && cell.text.contains(u"***")) { // an export that hides it: no news, and no reason to refuse
        ParsedCell parsed;
        parsed.warning = Texts::tr("The file shows this entry masked; it is left as the book has it.");
        return parsed;
    }
    switch (field.type) {
    case FieldType::Date:
        return parseDateCell(cell, around);
    case FieldType::CitizenId:
        return parseIdCell(cell, around);
    case FieldType::Phone:
        return parsePhoneField(field, cell);
    case FieldType::Code:
        return parseCodeCell(field, cell, around);
    case FieldType::YesNo: {
        const auto answer = text::parseYesNo(cell.text);
        if (!answer) {
            return failed(answer.error().message);
        }
        return *answer ? ofValue(**answer) : ParsedCell();
    }
    case FieldType::Money: {
        if (saysNothing(cell.text)) {
            return {};
        }
        const auto money = text::parseMoney(cell.text);
        return money ? ofValue(money->fen()) : failed(money.error().message);
    }
    case FieldType::Integer: {
        if (saysNothing(cell.text)) {
            return {};
        }
        const auto count = parseCount(cell.text);
        return count ? ofValue(*count) : failed(count.error().message);
    }
    case FieldType::Decimal: {
        bool ok = false;
        QString digits = text::codeText(cell.text).remove(u',').remove(u'，');
        static const QRegularExpression unit(u"(亩|㎡|平方米|平米|米|元)$"_qs);
        digits.remove(unit);
        const double number = digits.toDouble(&ok);
        return saysNothing(cell.text) ? ParsedCell()
               : ok                   ? ofValue(number)
                                      : failed(Texts::tr("“%1” is not a number.").arg(cell.text.trimmed()));
    }
    case FieldType::Text:
        if (field.column == u"name" && field.part == u"p") {
            return parseNameCell(cell);
        }
        [[fallthrough]];
    case FieldType::LongText:
    case FieldType::Reference:
        return parseTextCell(field, cell);
    }
    return {};
}

} // namespace gridbook::exchange
