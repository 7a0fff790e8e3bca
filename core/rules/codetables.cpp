#include "core/rules/codetables.h"
#include "core/rules/codedata.h"
#include "core/rules/rules.h"
#include "core/text/normalise.h"
#include <QRegularExpression>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

QStringList split(QStringView text, QChar separator)
{
    return text.isEmpty() ? QStringList() : text.toString().split(separator);
}

CodeTable build(const CodeSheet &sheet)
{
    QList<CodeItem> items;
    items.reserve(qsizetype(sheet.rows.size()));
    for (const CodeRow &row : sheet.rows) {
        items += CodeItem{row.code.toString(), Term{row.zh.toString(), row.en.toString()}, split(row.synonyms, u'|'),
                          split(row.tags, u' ')};
    }
    CodeTable table(sheet.id.toString(), Term{sheet.zh.toString(), sheet.en.toString()}, std::move(items));
    table.plainRemarks = split(sheet.plainRemarks, u'|');
    table.contraryRemarks = split(sheet.contraryRemarks, u'|');
    return table;
}

// "大学本科毕业" → 大学本科; "汉族" → 汉: tried only when the whole text is no entry.
QString withoutAffixes(QString text)
{
    static const QRegularExpression ending(u"(毕业|学历|文化程度|文化|程度|族|人员|党组织|党籍)$"_qs);
    static const QRegularExpression beginning(u"^(全日制|在职|函授|自考|成人|普通|国民教育)"_qs);
    text.remove(ending);
    text.remove(beginning);
    return text;
}

struct Bracketed
{
    QString before;      // without the brackets and what is in them
    QString inOneLine;   // without the brackets alone: 本科(肄业) → 本科肄业
    QStringList remarks; // what is in them
};

Bracketed withoutBrackets(const QString &text)
{
    static const QRegularExpression brackets(u"\\(([^)]*)\\)?|\\[([^\\]]*)\\]?|【([^】]*)】?"_qs);
    static const QRegularExpression signs(u"[()\\[\\]【】]"_qs);
    Bracketed parts{text, text, {}};
    parts.before.remove(brackets);
    parts.inOneLine.remove(signs);
    auto all = brackets.globalMatch(text);
    while (all.hasNext()) {
        const QRegularExpressionMatch each = all.next();
        const QString inside = each.captured(1) + each.captured(2) + each.captured(3); // one of them
        parts.remarks += text::splitList(inside);
    }
    return parts;
}

} // namespace

CodeTable::CodeTable(QString tableId, Term tableTerm, QList<CodeItem> tableItems)
    : id(std::move(tableId)), term(std::move(tableTerm)), items(std::move(tableItems))
{
    const auto know = [this](const QString &text, qsizetype at) {
        const QString key = text::dictionaryText(text);
        if (!key.isEmpty() && !m_byText.contains(key)) {
            m_byText.insert(key, at);
        }
    };
    // A term is stronger than the synonym of another item, so the terms go first.
    for (qsizetype i = 0; i < items.size(); ++i) {
        m_byCode.insert(items[i].code, i);
        know(items[i].term.zh, i);
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        know(items[i].code, i);
        know(items[i].term.en, i);
        for (const QString &synonym : std::as_const(items[i].synonyms)) {
            know(synonym, i);
        }
    }
}

const CodeItem *CodeTable::byCode(QStringView code) const
{
    const auto at = m_byCode.constFind(QString::fromRawData(code.data(), code.size()));
    return at == m_byCode.cend() ? nullptr : &items.at(*at);
}

const CodeItem *CodeTable::byText(const QString &dictionaryText) const
{
    for (const QString &attempt : {dictionaryText, withoutAffixes(dictionaryText)}) {
        if (const auto at = m_byText.constFind(attempt); at != m_byText.cend()) {
            return &items.at(*at);
        }
    }
    return nullptr;
}

CodeReading CodeTable::read(QStringView freeText) const
{
    const QString key = text::dictionaryText(freeText);
    if (const CodeItem *item = byText(key)) {
        return {item, {}};
    }
    const Bracketed parts = withoutBrackets(key);
    if (parts.inOneLine == key) {
        return {};
    }
    if (const CodeItem *item = byText(parts.inOneLine)) {
        return {item, {}};
    }
    CodeReading reading{byText(parts.before), {}};
    if (reading.item == nullptr) {
        return reading;
    }
    QStringList kept;
    for (const QString &remark : parts.remarks) {
        const bool isContrary = std::any_of(contraryRemarks.begin(), contraryRemarks.end(),
                                            [&](const QString &word) { return remark.contains(word); });
        if (isContrary) {
            return {};
        }
        if (!plainRemarks.contains(remark) && byText(remark) != reading.item) {
            kept += remark;
        }
    }
    reading.remark = kept.join(u'、');
    return reading;
}

const CodeItem *CodeTable::match(QStringView freeText) const
{
    const CodeReading reading = read(freeText);
    return reading.remark.isEmpty() ? reading.item : nullptr;
}

QString CodeTable::chinese(QStringView code) const
{
    const CodeItem *item = byCode(code);
    return item ? item->term.zh : code.toString();
}

const CodeItem *CodeTable::parentOf(QStringView code) const
{
    for (qsizetype length = code.size() - 1; length > 0; --length) {
        if (const CodeItem *item = byCode(code.first(length))) {
            return item;
        }
    }
    return nullptr;
}

bool CodeTable::isLeaf(QStringView code) const
{
    for (const CodeItem &item : items) {
        if (item.code.size() > code.size() && item.code.startsWith(code)) {
            return false;
        }
    }
    return byCode(code) != nullptr;
}

CodeTables::CodeTables()
{
    for (const auto sheets : {personSheets(), partySheets(), placeSheets()}) {
        for (const CodeSheet &sheet : sheets) {
            m_byId.insert(sheet.id.toString(), m_tables.size());
            m_tables += build(sheet);
        }
    }
    QList<CodeItem> items;
    for (const rules::Rule &rule : rules::known()) {
        items += CodeItem{rule.code, rule.term, {}, {}};
    }
    m_byId.insert(rules::codeTable.toString(), m_tables.size());
    m_tables += CodeTable(rules::codeTable.toString(), {u"规则"_qs, u"Rule"_qs}, std::move(items));
    QList<CodeItem> units;
    for (const rules::Rule &rule : rules::known()) {
        const bool known =
            std::any_of(units.begin(), units.end(), [&](const CodeItem &each) { return each.code == rule.unit.zh; });
        if (!rule.unit.zh.isEmpty() && !known) {
            units += CodeItem{rule.unit.zh, rule.unit, {}, {}};
        }
    }
    m_byId.insert(rules::unitTable.toString(), m_tables.size());
    m_tables += CodeTable(rules::unitTable.toString(), {u"单位"_qs, u"Unit"_qs}, std::move(units));
}

const CodeTable *CodeTables::find(QStringView id) const
{
    const auto at = m_byId.constFind(QString::fromRawData(id.data(), id.size()));
    return at == m_byId.cend() ? nullptr : &m_tables.at(*at);
}

QString educationGroupOf(QStringView code)
{
    if (code.size() != 2) {
        return {};
    }
    switch (code[0].unicode()) {
    case u'1':
        return u"graduate"_qs;
    case u'2':
        return u"bachelor"_qs;
    case u'3':
        return u"college"_qs;
    case u'4':
        return code[1] <= u'3' ? u"technical"_qs : u"senior"_qs;
    case u'6':
        return u"senior"_qs;
    case u'7':
    case u'8':
    case u'9':
        return u"junior"_qs;
    default:
        return {};
    }
}

bool saysPartySchool(QStringView freeText)
{
    return freeText.contains(u"党校");
}

} // namespace gridbook
