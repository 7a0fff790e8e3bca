#pragma once
// Members by two characteristics, after the sheets of the Party's annual report: T4 basic data by work post (sheet 2),
// T5 date of joining (sheet 3), T6 education (sheet 4), T7 years of standing (sheet 43). A table is two lists of tests;
// a cell counts the members in the statistics that pass both, and its rows are those members. What is not known has a
// line of its own, so that the lines always add up to the total.
#include "core/reports/facts.h"
#include "core/reports/figure.h"
#include <array>
#include <functional>

namespace gridbook {

struct AxisLine
{
    QString id;
    Term term;
    int depth = 0;       // of the heading: 0 total, 1 a line, 2 part of the line above
    bool summed = false; // the summed lines of an axis add up to its total
    bool unknown = false;
    std::function<bool(const MemberFact &)> holds;
};

struct CrossTabSpec
{
    FigureRule rule; // id "T4" …
    QList<AxisLine> lines;
    QList<AxisLine> columns;

    [[nodiscard]] const AxisLine *line(QStringView id) const;
    [[nodiscard]] const AxisLine *column(QStringView id) const;
};

struct CrossTab
{
    CrossTabSpec spec;
    QDate day;
    QList<QList<qint64>> cells; // by line, then column

    [[nodiscard]] qint64 at(QStringView line, QStringView column) const; // 0 if there is no such cell
    [[nodiscard]] QString key(qsizetype line, qsizetype column) const;
};

inline constexpr std::array<QStringView, 4> crossTabIds{u"T4", u"T5", u"T6", u"T7"};
QList<CrossTabSpec> crossTabSpecs(const CodeTables &codes, const MemberBands &bands); // in the order of crossTabIds
CrossTab count(const CrossTabSpec &spec, const Facts &facts);
FigureRows cellRows(const CrossTabSpec &spec, const FigureKey &key, const Facts &facts);
// Members that are in neither this line nor another because the book does not know them well enough.
QList<NearMiss> cellNearMisses(const CrossTabSpec &spec, const FigureKey &key, const Facts &facts);

} // namespace gridbook
