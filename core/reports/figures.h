#pragma once
// All figures of a book in one consistent view. It holds one read transaction for as long as it lives, so that every
// number of a report agrees with every other, and reads the facts of a day once, when the first figure of that day is
// asked for. Open it on a connection of its own (Book::openReader) for long work; on the book's own connection it must
// be gone before the next change is saved.
//
//   GRIDBOOK_ASSIGN(auto figures, Figures::open(reader));
//   GRIDBOOK_ASSIGN(auto lines, figures->headline(day));      // label, now, end of last quarter, change, keys
//   GRIDBOOK_ASSIGN(auto rows, figures->rows(key));           // what a click on a number opens
#include "core/base/quarter.h"
#include "core/reports/crosstab.h"
#include "core/reports/memberchanges.h"
#include <map>

namespace gridbook {

class Figures;

// A number that stands alone.
struct FigureSpec
{
    FigureRule rule;
    std::function<FigureRows(const Facts &)> rows;
    std::function<Result<QList<NearMiss>>(Figures &, const Facts &)> nearMisses; // may be empty
};

class Figures
{
public:
    static Result<std::unique_ptr<Figures>> open(RegistryReader &reader, const Progress &progress = {});
    // The day that "last quarter" means for a day: the last one of the quarter before.
    static QDate dayBefore(QDate day) { return Quarter::of(day).begin().addDays(-1); }

    // Any key that a paper or this class has given; NotFound if there is no such number on its day.
    Result<FigureRows> rows(const QString &key);
    Result<std::optional<qint64>> number(const QString &key);
    Result<QList<NearMiss>> nearMisses(const QString &key);
    Result<FigureRule> rule(const QString &key);

    // The headline box, in its printed order.
    Result<QList<FigureLine>> headline(QDate day);
    Result<FigureLine> line(const QString &figure, QDate day);
    Result<CrossTab> crossTab(const QString &id, QDate day);

    // For tables and checks.
    Result<const Facts *> facts(QDate day);
    Result<const MemberChanges *> changes(QDate from, QDate to);
    [[nodiscard]] RegistryReader &reader() { return m_reader; }
    [[nodiscard]] const CodeTables &codes() const { return m_reader.catalog().codes(); }
    // The tables with the bands that are valid on the day.
    Result<const QList<CrossTabSpec> *> crossTabs(QDate day);

private:
    Figures(RegistryReader &reader, const Progress &progress);
    Result<FigureRows> rowsOf(const FigureKey &key);
    Result<FigureKey> known(const QString &key);
    Result<bool> isThere(const FigureKey &key);
    [[nodiscard]] const FigureSpec *single(const QString &id) const;
    Result<const CrossTabSpec *> crossTabSpec(const QString &id, QDate day); // null: no such table

    RegistryReader &m_reader;
    Progress m_progress;
    std::unique_ptr<Transaction> m_transaction;
    QList<FigureSpec> m_singles;
    std::map<QDate, QList<CrossTabSpec>> m_crossTabs;
    std::map<QDate, Facts> m_facts;
    std::map<std::pair<QString, QDate>, CrossTab> m_counted;
    std::map<std::pair<QDate, QDate>, MemberChanges> m_changes;
};

// The numbers of the headline box, in its order (headlinefigures.cpp).
QList<FigureSpec> headlineFigures();

} // namespace gridbook
