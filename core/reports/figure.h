#pragma once
// Every number opens. A figure is an id, a rule in words, a query that yields the rows that count and one that yields
// the near misses with the reason why they do not count; its number is the size of the first, or the sum of an amount
// that each row brings. Reports, the home page and the statistics know numbers only as figures.
//
// A key names one number wherever it is printed: the figure, the line and column within it, and the day that it is of.
//     members.total@2026-09-30        T4:line=4,col=women@2026-09-30        T3:line=7@2026-09-30
// Figures of a period run from the first day of the quarter to the day of the key, both inclusive.
#include "core/base/id.h"
#include "core/base/term.h"
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <optional>

namespace gridbook {

struct FigureKey
{
    QString figure;               // "members.total", "T4"
    QMap<QString, QString> place; // line, col; empty for a single number
    QDate day;

    static std::optional<FigureKey> parse(QStringView text);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QString line() const { return place.value(QStringLiteral("line")); }
    [[nodiscard]] QString column() const { return place.value(QStringLiteral("col")); }
    friend bool operator==(const FigureKey &, const FigureKey &) = default;
};

struct FigureRule
{
    QString id; // without a day
    Term term;  // 在册党员
    Term unit;  // 人
    Term rule;  // what counts, in words that a secretary can check
};

// The rows behind a number: records of one registry, as of a day. A member who left and came back within the period
// is in the list of increases and in that of decreases, each time with the affiliation concerned.
struct FigureRows
{
    QString registry;
    QDate asOf;
    QList<RowId> ids;
    QList<qint64> amounts; // empty: each row counts one; else one for each id

    [[nodiscard]] qint64 number() const;
};

// What one could have expected to be counted, and why it is not.
struct NearMiss
{
    QString registry;
    RowId id = 0;
    Term reason;
};

// A number beside the one at the end of the previous quarter.
struct FigureLine
{
    FigureRule rule;
    qint64 now = 0;
    qint64 before = 0;
    QString keyNow;
    QString keyBefore;

    [[nodiscard]] qint64 change() const { return now - before; }
    // (now − before) / before; nothing if before is 0.
    [[nodiscard]] std::optional<double> growth() const;
};

} // namespace gridbook
