#pragma once
// Rules are data: what places differ on (grid band, reminder months, report day, bands of the tables, to whom a report
// goes …) is a setting valid from a day, with the place they come from. Presets carry those of the published accounts:
// FX18 500–1000 households in a grid, elsewhere 300–500; JN3 3,000 households in a community; terms and their reminders
// after 关于党的基层组织任期的意见.
#include "core/base/result.h"
#include "core/changes/table.h"
#include "core/registry/spec.h"
#include "core/storage/database.h"

namespace gridbook::rules {

// How the value of a rule is written; bandrules.h tells the bands. GridDigits: 15, 18 or 20, see places.h.
enum class RuleKind { Number, Text, GridDigits, AgeBands, StandingBands, JoinBands, EducationGroups };

struct Rule
{
    QString code;  // "grid.minHouseholds"
    Term term;     // 网格常住户下限
    Term unit;     // 户
    QString value; // the preset
    QString source;
    RuleKind kind = RuleKind::Number;
};

struct Preset
{
    QString id; // "fengxiang", "common"
    Term term;
    QList<Rule> rules;
};

QList<Preset> presets();
const QList<Rule> &known(); // every rule with its common value
// The value of a rule on a day: what the office has set, else the common preset.
Result<double> number(Database &database, const QString &code, QDate day);
Result<QString> text(Database &database, const QString &code, QDate day);
// SQL: the same, on the as-of day of a list.
QString numberExpression(const QString &code);
Term termOf(const QString &code); // the code itself for one that this version does not know

// The code table of the rules' names (CodeTables).
inline constexpr QStringView codeTable = u"rule";
inline constexpr QStringView unitTable = u"ruleUnit"; // by the Chinese word of the unit

QList<TableSpec> tables();
QList<RegistrySpec> registries();

} // namespace gridbook::rules
