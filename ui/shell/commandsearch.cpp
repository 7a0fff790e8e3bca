#include "ui/shell/commandsearch.h"
#include "core/registry/catalog.h"
#include "core/registry/valuetext.h"
#include "core/text/pinyin.h"
#include "ui/shell/icons.h"
#include "ui/shell/uicontext.h"

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

// What the search box can do besides finding: page, words that lead to it.
struct Command
{
    QString page;
    Term title;
    QString words;
};

const QList<Command> &commands()
{
    static const QList<Command> all{
        {u"home"_qs, {u"首页"_qs, u"Home"_qs}, u"shouye sy home"_qs},
        {u"report"_qs, {u"打印季度报告"_qs, u"Print the quarterly report"_qs}, u"dayinjidubaogao jdbg report"_qs},
        {u"roster"_qs, {u"打印党员花名册"_qs, u"Print the roster"_qs}, u"dayindangyuanhuamingce hmc roster"_qs},
        {u"import"_qs, {u"导入花名册"_qs, u"Import a roster"_qs}, u"daoruhuamingce drhmc import"_qs},
        {u"duplicates"_qs, {u"查重合并"_qs, u"Find duplicates"_qs}, u"chachonghebing cchb duplicates merge"_qs},
        {u"history"_qs, {u"操作记录"_qs, u"Journal"_qs}, u"caozuojilu czjl journal history"_qs},
        {u"settings"_qs, {u"设置"_qs, u"Settings"_qs}, u"shezhi sz settings"_qs},
        {u"list:population"_qs,
         {u"户数人口"_qs, u"Households and persons"_qs},
         u"hushurenkou hsrk population households"_qs},
        {u"list:rule"_qs, {u"本地标准"_qs, u"Local rules"_qs}, u"bendibiaozhun bdbz guize gz rules"_qs},
    };
    return all;
}

// What is typed, compared with the name of a place or an entry.
class Words
{
public:
    explicit Words(const QString &typed) : m_typed(typed.trimmed().toLower()) {}

    [[nodiscard]] bool mean(const Term &title) const
    {
        const text::NameKey key = text::textKey(title.zh);
        const QStringList keys = key.allInitials + key.pinyins + title.en.toLower().split(u' ');
        return stand(title) ||
               std::any_of(keys.begin(), keys.end(), [this](const QString &each) { return each.startsWith(m_typed); });
    }
    [[nodiscard]] bool stand(const Term &title) const
    {
        return title.zh.contains(m_typed) || title.en.toLower().startsWith(m_typed);
    }
    [[nodiscard]] bool lead(const Command &command) const
    {
        return command.title.zh.contains(m_typed) || command.words.contains(m_typed);
    }
    [[nodiscard]] bool sayEnough() const
    {
        return !m_typed.isEmpty() &&
               m_typed.size() >= (m_typed.front() < QChar(0x80) ? fewestLetters : fewestCharacters);
    }

private:
    QString m_typed;
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

QList<PickItem> findCommands(const Catalog &catalog, const UiContext &context, const QString &words)
{
    const Words typed(words);
    QList<PickItem> found;
    const auto add = [&](const QString &page, const Term &title, Glyph glyph) {
        const QVariant id = QString(u"page:"_qs + page);
        if (std::none_of(found.begin(), found.end(), [&id](const PickItem &item) { return item.id == id; })) {
            found.append(PickItem{id, context.word(title), {}, false, int(glyph)});
        }
    };
    for (const NavGroup &group : navigationOf(catalog)) {
        for (const NavItem &item : group.items) {
            if (typed.mean(item.title)) {
                add(item.id, item.title, item.glyph);
            }
        }
    }
    for (const Command &command : commands()) {
        if (typed.lead(command)) {
            add(command.page, command.title, glyphNamed(u"chevron-right"));
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
