#pragma once
// Rosters made in a test, as spreadsheets with typed cells or as text, and the short way from a file to a plan.
#include "core/exchange/importer.h"
#include "core/exchange/importplanner.h"
#include "core/exchange/tablewriter.h"
#include "core/text/citizenid.h"
#include "tests/support/testbook.h"
#include <QFile>

namespace gridbook::testing {

using exchange::Cell;

// A number that belongs to nobody: no province begins with 99.
inline QString madeUpId(const QString &birth, int sequence)
{
    const QString seventeen = QStringLiteral("999905") + birth + QString::number(sequence).rightJustified(3, u'0');
    return seventeen + text::CitizenId::checkDigitOf(seventeen);
}

inline exchange::Row textRow(const QStringList &cells)
{
    exchange::Row row;
    for (const QString &cell : cells) {
        row.append(Cell::ofText(cell));
    }
    return row;
}

// cells divided by |
inline exchange::Row rowOf(const QString &line)
{
    return textRow(line.split(u'|'));
}

struct SheetOf
{
    QString name;
    QString title;
    QStringList headings;
    QList<exchange::Row> rows;
};

inline QString writeSheets(const QString &path, const QList<SheetOf> &sheets)
{
    auto table = exchange::createTable(path, exchange::formatOfName(path));
    if (!table) {
        return {};
    }
    for (const SheetOf &sheet : sheets) {
        exchange::TableSheet head;
        head.name = sheet.name;
        head.title = sheet.title;
        for (const QString &heading : sheet.headings) {
            head.columns.append({.heading = heading, .kind = exchange::ColumnKind::Text});
        }
        if (!(*table)->beginSheet(head)) {
            return {};
        }
        for (const exchange::Row &row : sheet.rows) {
            if (!(*table)->addRow(row)) {
                return {};
            }
        }
    }
    return (*table)->finish() ? path : QString();
}

inline QString writeText(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

// Keeps the reader alive that a planner needs for planning again.
class Planned
{
public:
    Planned(TestBook &book, const QString &path, const exchange::ImportChoices &choices = {},
            const QString &registry = QStringLiteral("member"))
        : m_reader(std::move(book->openReader()).value()), m_planner(m_reader->registries(), book.clock().today())
    {
        auto source = exchange::proposeSource(path, *book.catalog().registry(registry));
        if (!source) {
            error = source.error().message;
            return;
        }
        auto made = m_planner.plan(registry, *source, choices);
        if (made) {
            plan = std::move(made).value();
        } else {
            error = made.error().message;
        }
    }
    exchange::ImportPlan plan;
    QString error;
    exchange::ImportPlanner &planner() { return m_planner; }

    const exchange::PlanRow &row(int at) const { return plan.rows.at(at); }
    QString value(int at, QStringView field) const
    {
        return storedValue(plan.value(plan.rows.at(at), field)).toString();
    }
    QString messages(int at) const
    {
        QStringList all{plan.rows.at(at).question};
        for (const exchange::PlanIssue &issue : plan.rows.at(at).issues) {
            all << issue.message;
        }
        return all.join(u'\n');
    }
    bool hasIssue(int at, QStringView field, IssueLevel level) const
    {
        const int target = plan.target(field);
        for (const exchange::PlanIssue &issue : plan.rows.at(at).issues) {
            if (issue.field == target && issue.level == level) {
                return true;
            }
        }
        return false;
    }
    void mend(int at, QStringView field, const QString &text)
    {
        plan.rows[at].mended.insert(plan.target(field), text);
        QVERIFY(m_planner.replan(plan, {at}));
    }

private:
    std::unique_ptr<BookReader> m_reader;
    exchange::ImportPlanner m_planner;
};

} // namespace gridbook::testing
