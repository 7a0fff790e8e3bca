#include "ui/shell/commandsearch.h"
#include "core/base/quarter.h"
#include "core/registry/catalog.h"
#include "core/registry/valuetext.h"
#include "core/text/pinyin.h"
#include "ui/shell/icons.h"
#include "ui/shell/uicontext.h"
#include <QRegularExpression>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLists = 6; // more than that, and the words say too little
// Of an entry; what is shorter stands in too many of them, and Latin letters are mostly the pinyin of a name.
constexpr qsizetype fewestCharacters = 2;
constexpr qsizetype fewestLetters = 4;

struct Place
{
    QString group;
    Term title;
};

// The groups of the navigation in their order; the registries say which they belong to.
const QList<Place> &groups()
{
    static const QList<Place> all{{u"places"_qs, {u"网格与居民"_qs, u"Grids and residents"_qs}},
                                  {u"party"_qs, {u"党组织与党员"_qs, u"Organisations and members"_qs}},
                                  {u"people"_qs, {u"人员"_qs, u"People"_qs}},
                                  {u"reports"_qs, {u"报表"_qs, u"Reports"_qs}},
                                  {u"settings"_qs, {u"设置"_qs, u"Settings"_qs}}};
    return all;
}

QList<NavItem> standingItems(const QString &group)
{
    if (group == u"people") {
        return {{u"duplicates"_qs, {u"查重合并"_qs, u"Duplicates"_qs}, glyphNamed(u"merge")}};
    }
    if (group == u"reports") {
        return {{u"report"_qs, {u"季度报告"_qs, u"Quarterly report"_qs}, glyphNamed(u"chart")},
                {u"roster"_qs, {u"党员花名册"_qs, u"Printed roster"_qs}, glyphNamed(u"book")}};
    }
    if (group == u"settings") {
        return {{u"history"_qs, {u"操作记录"_qs, u"Journal"_qs}, glyphNamed(u"history")},
                {u"settings"_qs, {u"设置"_qs, u"Settings"_qs}, glyphNamed(u"gear")}};
    }
    return {};
}

// What the search box can do besides finding.
struct Command
{
    QString id;
    Term title;
    QStringList verbs; // may be said before what it is about: 打开操作记录
    QStringList words; // may be said instead of the words of the title
    Glyph glyph = Glyph::None;
};

// How somebody asks for a place: to look at it.
const QStringList looking{u"打开"_qs, u"查看"_qs};

QList<Command> places(const Catalog &catalog)
{
    QList<Command> all;
    for (const NavGroup &group : navigationOf(catalog)) {
        for (const NavItem &item : group.items) {
            const bool isList = item.id.startsWith(u"list:"); // which is exported where it is seen
            all << Command{u"page:"_qs + item.id,
                           item.title,
                           isList ? looking + QStringList{u"导出"_qs} : looking,
                           {},
                           item.glyph};
        }
    }
    return all;
}

const Command &quarterlyReport()
{
    static const Command one{u"page:report"_qs,
                             {u"打印季度报告"_qs, u"Print the quarterly report"_qs},
                             looking + QStringList{u"导出"_qs},
                             {u"季报"_qs, u"工作报告"_qs, u"报表"_qs},
                             Glyph::Print};
    return one;
}

QList<Command> commands(bool writes)
{
    QList<Command> all{quarterlyReport(),
                       {u"page:roster"_qs,
                        {u"打印党员花名册"_qs, u"Print the roster"_qs},
                        looking + QStringList{u"导出"_qs},
                        {u"花名册"_qs, u"名册"_qs},
                        Glyph::Print},
                       {u"page:import"_qs,
                        {u"导入花名册"_qs, u"Import a roster"_qs},
                        {},
                        {u"党员"_qs, u"名册"_qs},
                        glyphNamed(u"chevron-right")},
                       {u"page:duplicates"_qs,
                        {u"查重合并"_qs, u"Find duplicates"_qs},
                        looking,
                        {u"合并"_qs, u"merge"_qs},
                        glyphNamed(u"chevron-right")},
                       {u"page:list:population"_qs,
                        {u"户数人口"_qs, u"Households and persons"_qs},
                        looking + QStringList{u"导出"_qs},
                        {u"population"_qs},
                        glyphNamed(u"chevron-right")},
                       {u"page:list:rule"_qs,
                        {u"本地标准"_qs, u"Local rules"_qs},
                        looking + QStringList{u"导出"_qs},
                        {u"规则"_qs},
                        glyphNamed(u"chevron-right")}};
    if (writes) {
        all << Command{u"do:undo"_qs, {u"撤销"_qs, u"Undo"_qs}, {}, {u"撤回"_qs}, Glyph::Undo}
            << Command{u"do:redo"_qs, {u"重做"_qs, u"Redo"_qs}, {}, {u"恢复"_qs}, Glyph::Redo};
    }
    return all;
}

QList<Command> newRecords(const Catalog &catalog)
{
    QList<Command> all;
    for (const RegistrySpec &spec : catalog.registries()) {
        if (!spec.group.isEmpty()) {
            all << Command{u"new:"_qs + spec.id,
                           {u"新增"_qs + spec.term.zh, u"New record: "_qs + spec.term.en},
                           {u"新建"_qs, u"添加"_qs, u"增加"_qs, u"录入"_qs, u"登记"_qs},
                           {},
                           Glyph::Add};
        }
    }
    return all;
}

// Whether a text is made of pieces of what can be said, in any order: 打印花名册 and 花名册打印 of 打印党员花名册. Only
// the last piece may be a single character: it is still being typed.
bool isMadeOf(QStringView text, const QStringList &said)
{
    const auto canBeSaid = [&said](QStringView piece) {
        return std::any_of(said.begin(), said.end(), [piece](const QString &each) { return each.contains(piece); });
    };
    while (!text.isEmpty()) {
        qsizetype size = text.size();
        while (size > 0 && !canBeSaid(text.first(size))) {
            --size;
        }
        if (size == 0 || (size == 1 && text.size() > 1)) {
            return false;
        }
        text = text.sliced(size);
    }
    return true;
}

// What is typed, compared with the name of a place or an entry.
class Words
{
public:
    explicit Words(const QString &typed)
        : m_typed(typed.trimmed().toLower()), m_words(m_typed.split(u' ', Qt::SkipEmptyParts))
    {}

    [[nodiscard]] bool stand(const Term &title) const
    {
        return title.zh.contains(m_typed) || title.en.toLower().startsWith(m_typed);
    }
    [[nodiscard]] bool lead(const Command &command) const
    {
        const bool isLatin = std::all_of(m_typed.begin(), m_typed.end(), [](QChar c) { return c < QChar(0x80); });
        return isLatin ? spell(command) : say(command, m_words.join(QString()));
    }
    // 第三季度报告, 2026年三季度, 打印上季度报告: the latest one of that name that has begun, and nothing else is said
    // than what may be said of the report.
    [[nodiscard]] std::optional<Quarter> quarter(QDate today) const
    {
        static const QRegularExpression shape(
            u"(?:(\\d{4})[年-]?|(今年|去年))?(?:第?([一二三四1-4])季度?|q([1-4])|(上|本)(?:个)?季度?)"_qs);
        QString rest = m_words.join(QString());
        const QRegularExpressionMatch match = shape.match(rest);
        if (!match.hasMatch()) {
            return std::nullopt;
        }
        rest.remove(match.capturedStart(), match.capturedLength());
        if (!rest.isEmpty() && !say(quarterlyReport(), rest)) {
            return std::nullopt;
        }
        const Quarter now = Quarter::of(today);
        if (const QString which = match.captured(5); !which.isEmpty()) {
            if (!match.captured(1).isEmpty() || !match.captured(2).isEmpty()) {
                return std::nullopt; // 2025年本季度 says two things
            }
            return which == u"上" ? now.previous() : now;
        }
        const QString digit = match.captured(3) + match.captured(4);
        const auto han = QStringView(u"一二三四").indexOf(digit);
        Quarter named(now.year(), han >= 0 ? int(han) + 1 : digit.toInt());
        if (!match.captured(1).isEmpty()) {
            named = Quarter(match.captured(1).toInt(), named.number());
        } else if (match.captured(2) == u"去年" || (match.captured(2).isEmpty() && named > now)) {
            named = named.sameLastYear();
        }
        return named > now ? std::nullopt : std::optional(named); // of one to come nothing can be reported
    }
    // All of the word, in either language or in pinyin: what changes the book at once is never chosen by two letters.
    [[nodiscard]] bool name(const Command &command) const
    {
        const QString typed = m_words.join(QString());
        const QStringList words = QStringList{command.title.zh} + command.words;
        return typed == command.title.en.toLower() ||
               std::any_of(words.begin(), words.end(), [&typed](const QString &word) {
                   return typed == word || text::textKey(word).pinyins.contains(typed);
               });
    }
    [[nodiscard]] bool sayEnough() const
    {
        return !m_typed.isEmpty() &&
               m_typed.size() >= (m_typed.front() < QChar(0x80) ? fewestLetters : fewestCharacters);
    }

private:
    [[nodiscard]] static bool say(const Command &command, const QString &text)
    {
        const QStringList said = QStringList{command.title.zh} + command.words;
        return isMadeOf(text, said) ||
               std::any_of(command.verbs.begin(), command.verbs.end(), [&](const QString &verb) {
                   return text.size() > verb.size() && text.startsWith(verb) &&
                          isMadeOf(QStringView(text).sliced(verb.size()), said);
               });
    }
    // How a word may be spelt: dangyuan, dy.
    [[nodiscard]] static QStringList spellings(const QString &word)
    {
        const text::NameKey key = text::textKey(word);
        return key.allInitials + key.pinyins;
    }
    [[nodiscard]] static bool begins(const QStringList &all, QStringView word)
    {
        return std::any_of(all.begin(), all.end(), [word](const QString &each) { return each.startsWith(word); });
    }
    // Pinyin and initials of all of it, or English word by word.
    [[nodiscard]] bool spell(const Command &command) const
    {
        QStringList english = command.title.en.toLower().split(u' ');
        QStringList keys;
        for (const QString &word : QStringList{command.title.zh} + command.words) {
            if (word.front() < QChar(0x80)) {
                english << word;
            } else {
                keys << spellings(word);
            }
        }
        const QString typed = m_words.join(QString());
        QStringList verbs;
        for (const QString &verb : command.verbs) {
            verbs << spellings(verb);
        }
        return begins(keys, typed) ||
               std::all_of(m_words.begin(), m_words.end(),
                           [&](const QString &word) { return begins(english, word); }) ||
               std::any_of(verbs.begin(), verbs.end(), [&](const QString &verb) { // a verb alone tells nothing
                   return typed.size() > verb.size() && typed.startsWith(verb) &&
                          begins(keys, QStringView(typed).sliced(verb.size()));
               });
    }

    QString m_typed;
    QStringList m_words;
};

PickItem listItem(const RegistrySpec &spec, const Field &field, const QString &value, const QString &text,
                  const UiContext &context)
{
    const bool chinese = context.language.startsWith(u"zh");
    const QString entry = context.word(field.label) + (chinese ? u"："_qs : u": "_qs) + text;
    return PickItem{u"having:%1:%2:%3"_qs.arg(spec.id, field.id, value),
                    u"%1 · %2"_qs.arg(context.word(spec.term), entry),
                    {},
                    false,
                    int(glyphNamed(spec.icon))};
}

// 流动: the members of whom it is said; 预备: those of this category.
QList<PickItem> listsHaving(const Catalog &catalog, const UiContext &context, const Words &words)
{
    QList<PickItem> found;
    for (const RegistrySpec &spec : catalog.registries()) {
        for (const Field &field : spec.fields) {
            if (spec.group.isEmpty() || field.isSealed) {
                continue;
            }
            if (field.type == FieldType::YesNo && words.stand(field.label)) {
                found << listItem(spec, field, u"1"_qs, valueText(field, true, catalog.codes(), {context.language}),
                                  context);
            }
            const CodeTable *table = field.type == FieldType::Code ? catalog.codes().find(field.codeTable) : nullptr;
            for (const CodeItem &item : table == nullptr ? QList<CodeItem>() : table->items) {
                if (words.stand(item.term)) {
                    found << listItem(spec, field, item.code, context.word(item.term), context);
                }
            }
        }
    }
    return found.size() > mostLists ? found.first(mostLists) : found;
}

} // namespace

QList<NavGroup> navigationOf(const Catalog &catalog)
{
    QList<NavGroup> all{{{}, {{u"home"_qs, {u"首页"_qs, u"Home"_qs}, glyphNamed(u"home")}}}};
    for (const Place &place : groups()) {
        NavGroup group{place.title, {}};
        for (const RegistrySpec &spec : catalog.registries()) {
            if (spec.group == place.group) {
                group.items.append({u"list:"_qs + spec.id, spec.term, glyphNamed(spec.icon)});
            }
        }
        group.items << standingItems(place.group);
        all << group;
    }
    return all;
}

QList<PickItem> findCommands(const Catalog &catalog, const UiContext &context, const QString &words, bool writes)
{
    const Words typed(words);
    QList<PickItem> found;
    const auto add = [&](const QString &id, const Term &title, Glyph glyph) {
        if (std::none_of(found.begin(), found.end(), [&id](const PickItem &item) { return item.id == id; })) {
            found.append(PickItem{id, context.word(title), {}, false, int(glyph)});
        }
    };
    if (const std::optional<Quarter> quarter = typed.quarter(context.clock.today())) {
        add(u"quarter:"_qs + quarter->toString(),
            {u"打印%1报告"_qs.arg(quarter->toChinese()), u"Print the report of %1"_qs.arg(quarter->toString())},
            Glyph::Print);
    }
    QList<Command> all = places(catalog) + commands(writes);
    if (writes && typed.sayEnough()) {
        all << newRecords(catalog);
    }
    for (const Command &command : std::as_const(all)) {
        if (command.id.startsWith(u"do:") ? typed.name(command) : typed.lead(command)) {
            add(command.id, command.title, command.glyph);
        }
    }
    return typed.sayEnough() ? found + listsHaving(catalog, context, typed) : found;
}

std::optional<Query> listMeant(const QString &id)
{
    const QStringList parts = id.split(u':');
    if (parts.size() != 4 || parts.first() != u"having") {
        return std::nullopt;
    }
    Query query;
    query.registry = parts.at(1);
    query.filters = {Filter{parts.at(2), FilterOp::OneOf, {parts.at(3)}}};
    return query;
}

} // namespace gridbook::ui
