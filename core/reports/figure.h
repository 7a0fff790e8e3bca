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
    [[nodiscard]] bool isCell() const; // a line and a column, and nothing else
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
    bool known = true;     // false: it was never recorded, so that no row does not mean none
    bool partial = false;  // something that belongs to the sum was never recorded

    [[nodiscard]] std::optional<qint64> number() const; // nothing if it is not known
};

// What one could have expected to be counted, and why it is not.
struct NearMiss
{
    QString registry;
    RowId id = 0;
    Term reason;
};

// A number beside the one at the end of the previous quarter. What was never recorded is no number, and there is no
// change from or to it.
struct FigureLine
{
    FigureRule rule;
    std::optional<qint64> now;
    std::optional<qint64> before;
    QString keyNow;
    QString keyBefore;
    bool partial = false; // of the number now

    [[nodiscard]] std::optional<qint64> change() const;
    // (now − before) / before; nothing if before is 0 or one of them is not known.
    [[nodiscard]] std::optional<double> growth() const;
};

// "—" for what is not known.
[[nodiscard]] QString numberText(std::optional<qint64> number);

} // namespace gridbook
