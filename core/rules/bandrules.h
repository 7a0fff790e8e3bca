#pragma once
// The bands by which members are counted, as rules of the book: each is one line of text that is valid from a day, so
// that a report of an earlier quarter keeps the bands of its day. Without a rule in the book the bands are those of the
// Party's annual tables (bands.h).
//     bands.age, bands.standing   "31 36 41 46": the first year of each band but the lowest, ascending
//     bands.join                  "1949-10 1966-05-01": the first day of each period but the earliest
//     bands.education             "研究生:1；大学本科:2；中专:41,42": groups with the beginnings of their codes
#include "core/base/result.h"
#include "core/rules/bands.h"
#include "core/rules/codetables.h"
#include "core/storage/database.h"

namespace gridbook {

struct EducationGroup
{
    QString id; // of codes::educationGroup if it is one of those, else its place
    Term label;
    QStringList codes; // beginnings of codes of GB/T 4658
};

struct EducationGroups
{
    QList<EducationGroup> groups;
    [[nodiscard]] qsizetype indexOf(QStringView educationCode) const; // -1: in none
};

struct MemberBands
{
    NumberBands ages;
    NumberBands standings;
    DateBands joins;
    EducationGroups education;
};

// Errors are ErrorKind::Invalid and say what is wrong in words for the one who typed it.
Result<NumberBands> parseAgeBands(const QString &text);
Result<NumberBands> parseStandingBands(const QString &text);
Result<DateBands> parseJoinBands(const QString &text);
Result<EducationGroups> parseEducationGroups(const QString &text, const CodeTables &codes);

// Those that are valid on the day.
Result<MemberBands> memberBands(Database &database, const CodeTables &codes, QDate day);

} // namespace gridbook
