#include "core/text/words.h"
#include "core/text/normalise.h"
#include <QCoreApplication>
#include <QStringList>

namespace gridbook::text {

using namespace Qt::StringLiterals;

Result<Sex> parseSex(QStringView raw)
{
    const QString text = dictionaryText(raw);
    static const QStringList male{u"男"_qs, u"男性"_qs, u"M"_qs, u"MALE"_qs, u"1"_qs, u"1.0"_qs, u"先生"_qs};
    static const QStringList female{u"女"_qs, u"女性"_qs, u"F"_qs, u"FEMALE"_qs, u"2"_qs, u"2.0"_qs, u"女士"_qs};
    if (male.contains(text)) {
        return Sex::Male;
    }
    if (female.contains(text)) {
        return Sex::Female;
    }
    return Error{ErrorKind::Invalid,
                 text.isEmpty() ? QCoreApplication::translate("Words", "The sex is missing; write 男 or 女.")
                                : QCoreApplication::translate("Words", "“%1” is not a sex; write 男 or 女.").arg(raw),
                 {}};
}

QString sexInChinese(Sex sex)
{
    return sex == Sex::Male ? u"男"_qs : u"女"_qs;
}

Result<std::optional<bool>> parseYesNo(QStringView raw)
{
    const QString text = dictionaryText(raw);
    static const QStringList yes{u"是"_qs, u"√"_qs, u"✓"_qs,  u"✔"_qs,  u"☑"_qs,  u"Y"_qs, u"YES"_qs, u"TRUE"_qs,
                                 u"T"_qs,  u"1"_qs, u"有"_qs, u"对"_qs, u"已"_qs, u"V"_qs, u"是的"_qs};
    static const QStringList no{u"否"_qs, u"×"_qs,  u"✗"_qs,    u"✘"_qs,    u"☒"_qs, u"☐"_qs,     u"□"_qs,
                                u"X"_qs,  u"N"_qs,  u"NO"_qs,   u"F"_qs,    u"0"_qs, u"FALSE"_qs, u"无"_qs,
                                u"不"_qs, u"未"_qs, u"没有"_qs, u"不是"_qs, u"-"_qs, u"—"_qs,     u"/"_qs};
    if (text.isEmpty()) {
        return std::optional<bool>();
    }
    if (yes.contains(text)) {
        return std::optional(true);
    }
    if (no.contains(text)) {
        return std::optional(false);
    }
    return Error{ErrorKind::Invalid,
                 QCoreApplication::translate("Words", "“%1” is neither yes nor no; write 是 or 否.").arg(raw),
                 {}};
}

} // namespace gridbook::text
