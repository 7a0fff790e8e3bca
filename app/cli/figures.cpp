#include "app/cli/command.h"
#include "core/reports/explainedfigure.h"
#include "core/reports/figurestext.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <limits>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// The rule of one number, its rows and what nearly counts.
Result<Outcome> explained(Figures &figures, const QString &key)
{
    GRIDBOOK_ASSIGN(const ExplainedFigure told, explain(figures, key, std::numeric_limits<qsizetype>::max()));
    const FigureRule &rule = told.rule;
    const FigureRows &rows = told.rows;
    const std::optional<qint64> number = rows.number();
    QString text = u"%1: %2 %3\n%4\n"_qs.arg(rule.term.zh, numberText(number), rule.unit.zh, rule.rule.zh);
    QJsonArray list;
    for (qsizetype i = 0; i < rows.ids.size(); ++i) {
        const RowId id = rows.ids.at(i);
        GRIDBOOK_ASSIGN(const QString title, figures.reader().title(rows.registry, rows.asOf, id));
        QJsonObject row{{u"id"_qs, id}, {u"title"_qs, title}};
        text += u"  "_qs + title;
        if (!rows.amounts.isEmpty()) {
            row.insert(u"amount"_qs, rows.amounts.at(i));
            text += u"  "_qs + QString::number(rows.amounts.at(i));
        }
        text += u'\n';
        list.append(row);
    }
    QJsonArray near;
    for (const auto &[miss, title] : told.nearMisses) {
        near.append(QJsonObject{{u"registry"_qs, miss.registry},
                                {u"id"_qs, miss.id},
                                {u"title"_qs, title},
                                {u"reason"_qs, miss.reason.zh}});
        text += u"  ✗ "_qs + title + u"："_qs + miss.reason.zh + u'\n';
    }
    return Outcome::done(text.trimmed(), {{u"key"_qs, key},
                                          {u"term"_qs, rule.term.zh},
                                          {u"rule"_qs, rule.rule.zh},
                                          {u"number"_qs, number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null)},
                                          {u"registry"_qs, rows.registry},
                                          {u"rows"_qs, list},
                                          {u"nearMisses"_qs, near}});
}

Result<Outcome> all(Figures &figures, QDate day, bool withTables)
{
    GRIDBOOK_ASSIGN(const QString text, figuresAsText(figures, day, withTables));
    GRIDBOOK_ASSIGN(const QJsonObject json, figuresAsJson(figures, day));
    return Outcome::done(text.trimmed(), json);
}

Outcome run(const Call &call)
{
    const auto day = call.asOf();
    if (!day) {
        return Outcome::usage(day.error().message);
    }
    if (call.has(u"key"_qs) && !FigureKey::parse(call.option(u"key"_qs))) {
        return Outcome::usage(Texts::tr("“%1” is no key of a number. Keys look like members.total@2026-09-30.")
                                  .arg(call.option(u"key"_qs)));
    }
    const QDate wanted = call.has(u"key"_qs) ? FigureKey::parse(call.option(u"key"_qs))->day : *day;
    if (const QDate today = call.surroundings().clock.today(); wanted > today) {
        return Outcome::usage(Texts::tr("%1 is still to come: figures can be had up to today, %2.")
                                  .arg(wanted.toString(Qt::ISODate), today.toString(Qt::ISODate)));
    }
    const auto book = call.openBook(call.argument(0), AccessMode::ReadOnly);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    const auto figures = Figures::open((*book)->reader(), call.progress());
    if (!figures) {
        return Outcome::failed(figures.error());
    }
    const auto outcome = call.has(u"key"_qs) ? explained(**figures, call.option(u"key"_qs))
                                             : all(**figures, *day, call.has(u"tables"_qs));
    return outcome ? *outcome : Outcome::failed(outcome.error());
}

} // namespace

Command figuresCommand()
{
    return {u"figures"_qs,
            {u"BOOK"_qs},
            {{u"as-of"_qs, u"DAY"_qs, Texts::tr("as the book was on this day; today if not given")},
             {u"tables"_qs, {}, Texts::tr("the tables of the report too, as they are printed; --json always has them")},
             {u"key"_qs, u"KEY"_qs, Texts::tr("the rule, the rows and the near misses of one number")}},
            Texts::tr("the headline figures and the checks, and the tables of the report"),
            Texts::tr("With --json every number that is counted comes with its key, which --key opens: "
                      "members.total@2026-09-30."),
            run};
}

} // namespace gridbook::cli
