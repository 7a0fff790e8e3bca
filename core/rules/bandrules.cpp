#include "core/rules/bandrules.h"
#include "core/rules/rules.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

constexpr int oldestAge = 120;

Error wrong(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

// What is written between blanks, commas and their full-width forms.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gap(u"[\\s,，、;；]+"_qs);
    return text.split(gap, Qt::SkipEmptyParts);
}

Result<QList<int>> parseStarts(const QString &text)
{
    QList<int> starts;
    for (const QString &word : wordsOf(text)) {
        bool isNumber = false;
        const int start = word.toInt(&isNumber);
        if (!isNumber || start < 1 || start > oldestAge) {
            return wrong(Texts::tr("“%1” is no number of years from 1 to %2. Write the first year of each band but the "
                                   "lowest, for example 31 36 41.")
                             .arg(word)
                             .arg(oldestAge));
        }
        if (!starts.isEmpty() && start <= starts.last()) {
            return wrong(Texts::tr("%1 does not come after %2: the bands must ascend.").arg(start).arg(starts.last()));
        }
        starts << start;
    }
    if (starts.isEmpty()) {
        return wrong(Texts::tr("Write the first year of each band but the lowest, for example 31 36 41."));
    }
    return starts;
}

// "1949年10月" if the period begins or ends with the month, else with the day.
Term dayTerm(QDate day, bool whole)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return whole ? Term{u"%1年%2月"_qs.arg(day.year()).arg(day.month()), english.toString(day, u"MMMM yyyy"_qs)}
                 : Term{u"%1年%2月%3日"_qs.arg(day.year()).arg(day.month()).arg(day.day()),
                        english.toString(day, u"d MMMM yyyy"_qs)};
}

Band<QDate> period(QDate from, QDate next)
{
    const Term first = dayTerm(from, from.day() == 1);
    const QDate to = next.addDays(-1);
    const Term last = next.isValid() ? dayTerm(to, next.day() == 1) : Term{};
    if (!from.isValid()) {
        return {{last.zh + u"及以前", last.en + u" and earlier"}, {}, to};
    }
    if (!next.isValid()) {
        return {{first.zh + u"及以后", first.en + u" and later"}, from, {}};
    }
    return {{first.zh + u"至" + last.zh, first.en + u" to " + last.en}, from, to};
}

// Every code of the table must be counted in exactly one group.
Done checkComplete(const EducationGroups &groups, const CodeTable &table)
{
    for (const CodeItem &item : table.items) {
        QStringList found;
        for (const EducationGroup &group : groups.groups) {
            if (std::any_of(group.codes.begin(), group.codes.end(),
                            [&](const QString &code) { return item.code.startsWith(code); })) {
                found << group.label.zh;
            }
        }
        if (found.isEmpty()) {
            return wrong(Texts::tr("%1 (%2) is in no group. Add its code to one.").arg(item.term.zh, item.code));
        }
        if (found.size() > 1) {
            return wrong(Texts::tr("%1 (%2) is in two groups: %3 and %4.")
                             .arg(item.term.zh, item.code, found.at(0), found.at(1)));
        }
    }
    return {};
}

Error named(const Error &error, const QString &rule)
{
    return {error.kind, Texts::tr("The rule “%1” cannot be read: %2").arg(rule, error.message), {}};
}

} // namespace

qsizetype EducationGroups::indexOf(QStringView educationCode) const
{
    for (qsizetype i = 0; i < groups.size() && !educationCode.isEmpty(); ++i) {
        for (const QString &code : groups.at(i).codes) {
            if (educationCode.startsWith(code)) {
                return i;
            }
        }
    }
    return -1;
}

Result<NumberBands> parseAgeBands(const QString &text)
{
    GRIDBOOK_ASSIGN(const QList<int> starts, parseStarts(text));
    return memberAgeBands(starts);
}

Result<NumberBands> parseStandingBands(const QString &text)
{
    GRIDBOOK_ASSIGN(const QList<int> starts, parseStarts(text));
    return standingBands(starts);
}

Result<DateBands> parseJoinBands(const QString &text)
{
    QList<QDate> starts;
    for (const QString &word : wordsOf(text)) {
        const QDate start = PartialDate::fromIso(word).firstDay();
        if (!start.isValid()) {
            return wrong(Texts::tr("“%1” is no day. Write the first day of each period but the earliest, for example "
                                   "1949-10-01 1966-05-01.")
                             .arg(word));
        }
        if (!starts.isEmpty() && start <= starts.last()) {
            return wrong(Texts::tr("%1 does not come after %2: the periods must ascend.")
                             .arg(start.toString(Qt::ISODate), starts.last().toString(Qt::ISODate)));
        }
        starts << start;
    }
    if (starts.isEmpty()) {
        return wrong(Texts::tr("Write the first day of each period but the earliest, for example 1949-10-01 "
                               "1966-05-01."));
    }
    DateBands bands{{u"入党时间"_qs, u"Date of joining"_qs}, {period({}, starts.first())}};
    for (qsizetype i = 0; i < starts.size(); ++i) {
        bands.bands << period(starts.at(i), starts.value(i + 1));
    }
    return bands;
}

Result<EducationGroups> parseEducationGroups(const QString &text, const CodeTables &codes)
{
    static const QRegularExpression between(u"[;；\\n]+"_qs);
    static const QRegularExpression colon(u"[:：]"_qs);
    const CodeTable &known = *codes.find(codes::educationGroup);
    const CodeTable &levels = *codes.find(codes::education);
    EducationGroups result;
    QSet<QString> names;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QString name = part.section(colon, 0, 0).trimmed();
        const QStringList list = wordsOf(part.section(colon, 1));
        if (name.isEmpty() || list.isEmpty()) {
            return wrong(Texts::tr("“%1” is no group. Write the name, a colon and the codes, for example 研究生:1；"
                                   "大学本科:2.")
                             .arg(part.trimmed()));
        }
        if (names.contains(name)) {
            return wrong(Texts::tr("There are two groups “%1”.").arg(name));
        }
        names.insert(name);
        for (const QString &code : list) {
            if (std::none_of(levels.items.begin(), levels.items.end(),
                             [&](const CodeItem &item) { return item.code.startsWith(code); })) {
                return wrong(Texts::tr("No education has the code %1.").arg(code));
            }
        }
        const auto item = std::find_if(known.items.begin(), known.items.end(),
                                       [&](const CodeItem &each) { return each.term.zh == name; });
        result.groups << (item != known.items.end()
                              ? EducationGroup{item->code, item->term, list}
                              : EducationGroup{u"g%1"_qs.arg(result.groups.size() + 1), {name, name}, list});
    }
    GRIDBOOK_TRY(checkComplete(result, levels));
    return result;
}

Result<MemberBands> memberBands(Database &database, const CodeTables &codes, QDate day)
{
    const auto read = [&](const QString &rule, const auto &parse, auto &into) -> Done {
        GRIDBOOK_ASSIGN(const QString text, rules::text(database, rule, day));
        auto parsed = parse(text);
        if (!parsed) {
            return named(parsed.error(), rules::termOf(rule).zh);
        }
        into = std::move(*parsed);
        return {};
    };
    MemberBands bands;
    GRIDBOOK_TRY(read(u"bands.age"_qs, parseAgeBands, bands.ages));
    GRIDBOOK_TRY(read(u"bands.standing"_qs, parseStandingBands, bands.standings));
    GRIDBOOK_TRY(read(u"bands.join"_qs, parseJoinBands, bands.joins));
    GRIDBOOK_TRY(read(
        u"bands.education"_qs, [&](const QString &text) { return parseEducationGroups(text, codes); },
        bands.education));
    return bands;
}

} // namespace gridbook
