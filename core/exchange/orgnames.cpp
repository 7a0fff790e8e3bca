#include "core/exchange/orgnames.h"
#include "core/text/normalise.h"
#include <QRegularExpression>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct OrgWord
{
    QStringView word;
    QStringView type;
    QStringView brief; // instead of the word in a short name; empty: it is brief already
};

// Longer words stand before those with which they end.
constexpr OrgWord orgWords[] = {
    {u"联合支部委员会", u"jointBranch", u"联合党支部"},
    {u"临时支部委员会", u"temporaryBranch", u"临时党支部"},
    {u"总支部委员会", u"generalBranch", u"党总支"},
    {u"支部委员会", u"branch", u"党支部"},
    {u"流动党员党支部", u"mobileOrg", {}},
    {u"流动党员支部", u"mobileOrg", {}},
    {u"流动党支部", u"mobileOrg", {}},
    {u"功能型党支部", u"functionalBranch", {}},
    {u"功能型支部", u"functionalBranch", {}},
    {u"行动党支部", u"actionBranch", {}},
    {u"行动支部", u"actionBranch", {}},
    {u"联合党支部", u"jointBranch", {}},
    {u"联合支部", u"jointBranch", {}},
    {u"临时党支部", u"temporaryBranch", {}},
    {u"临时支部", u"temporaryBranch", {}},
    {u"工作委员会", u"workCommittee", u"党工委"},
    {u"委员会", u"committee", u"党委"},
    {u"总支部", u"generalBranch", {}},
    {u"总支", u"generalBranch", {}},
    {u"支部", u"branch", {}},
    {u"小组", u"group", {}},
    {u"党工委", u"workCommittee", {}},
    {u"党委", u"committee", {}},
};

// A committee of residents or owners is none of the Party's.
bool isCivil(QStringView before)
{
    static constexpr QStringView civil[] = {u"居民", u"村民", u"业主", u"业主大会", u"管理", u"监督"};
    return std::any_of(std::begin(civil), std::end(civil),
                       [before](QStringView word) { return before.endsWith(word); });
}

// The word that stands last in the name, and where; null: there is none.
std::pair<const OrgWord *, qsizetype> lastWord(const QString &name)
{
    const OrgWord *last = nullptr;
    qsizetype at = -1;
    for (const OrgWord &each : orgWords) {
        const qsizetype found = name.lastIndexOf(each.word);
        const bool counts = found >= 0 && !(each.type == u"committee" && each.word == u"委员会" &&
                                            isCivil(QStringView(name).first(found)));
        if (counts && (last == nullptr || found + each.word.size() > at + last->word.size())) {
            last = &each;
            at = found;
        }
    }
    return {last, at};
}

QString withoutParty(const QString &name)
{
    for (const QStringView party : {u"中国共产党", u"中共"}) {
        if (name.startsWith(party)) {
            return name.mid(party.size());
        }
    }
    return name;
}

bool isFormal(const QString &name)
{
    return withoutParty(name) != name || name.endsWith(u"支部委员会");
}

// Province, city and district tell nobody in the community anything; nor does the street before a community's own name.
QString withoutDistricts(QString name)
{
    static const QRegularExpression district(u"^(?:(?!镇|乡|街道|社区|村)\\p{Han}){2,9}?"
                                             "(?:省|自治区|自治州|市|县|旗|(?<![社小园校厂市])区)"
                                             "(?=\\p{Han}{2,}?(?:委员会|支部|总支|党委|工委|小组))"_qs);
    static const QRegularExpression street(u"^(?:(?!社区|村)\\p{Han}){2,9}?(?:镇|乡|街道办事处|街道|办事处)"
                                           "(?=\\p{Han}{2,9}?(?:社区|村))"_qs);
    for (auto match = district.match(name); match.hasMatch(); match = district.match(name)) {
        name.remove(0, match.capturedLength());
    }
    if (const auto match = street.match(name); match.hasMatch()) {
        name.remove(0, match.capturedLength());
    }
    return name;
}

} // namespace

QString orgTypeOf(const QString &name)
{
    const OrgWord *word = lastWord(text::withoutBlanks(name)).first;
    return (word == nullptr ? QStringView(u"branch") : word->type).toString();
}

QString shortOrgName(const QString &name)
{
    const QString written = text::withoutBlanks(name);
    if (!isFormal(written)) {
        return text::tidied(name);
    }
    QString brief = withoutDistricts(withoutParty(written));
    if (const auto [word, at] = lastWord(brief); word != nullptr && at > 0 && !word->brief.isEmpty()) {
        brief.replace(at, word->word.size(), word->brief.toString());
    }
    return brief;
}

QString fullOrgName(const QString &name)
{
    const QString written = text::withoutBlanks(name);
    return withoutParty(written) != written ? written : QString(u"中共" + text::tidied(name));
}

} // namespace gridbook::exchange
