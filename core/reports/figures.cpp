#include "core/reports/figures.h"
#include "core/reports/changetable.h"
#include "core/reports/figurechecks.h"
#include "core/reports/placetables.h"
#include <QCoreApplication>
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

Error unknownKey(const QString &key)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Figures", "This number is not known to this version of the program."), key};
}

} // namespace

Figures::Figures(RegistryReader &reader, const Progress &progress)
    : m_reader(reader), m_progress(progress), m_singles(headlineFigures())
{}

Result<std::unique_ptr<Figures>> Figures::open(RegistryReader &reader, const Progress &progress)
{
    std::unique_ptr<Figures> figures(new Figures(reader, progress));
    GRIDBOOK_ASSIGN(figures->m_transaction, Transaction::begin(reader.database(), Transaction::Kind::Read));
    return figures;
}

const FigureSpec *Figures::single(const QString &id) const
{
    const auto found =
        std::find_if(m_singles.begin(), m_singles.end(), [&id](const FigureSpec &spec) { return spec.rule.id == id; });
    return found == m_singles.end() ? nullptr : &*found;
}

Result<const QList<CrossTabSpec> *> Figures::crossTabs(QDate day)
{
    auto found = m_crossTabs.find(day);
    if (found == m_crossTabs.end()) {
        GRIDBOOK_ASSIGN(const Facts *const now, facts(day));
        found = m_crossTabs.emplace(day, crossTabSpecs(codes(), now->bands)).first;
    }
    return &found->second;
}

Result<const CrossTabSpec *> Figures::crossTabSpec(const QString &id, QDate day)
{
    const auto at = std::find(crossTabIds.begin(), crossTabIds.end(), id);
    if (at == crossTabIds.end()) {
        return static_cast<const CrossTabSpec *>(nullptr);
    }
    GRIDBOOK_ASSIGN(const QList<CrossTabSpec> *const specs, crossTabs(day));
    return &specs->at(at - crossTabIds.begin());
}

Result<const Facts *> Figures::facts(QDate day)
{
    auto found = m_facts.find(day);
    if (found == m_facts.end()) {
        GRIDBOOK_ASSIGN(Facts facts, readFacts(m_reader, day, m_progress));
        found = m_facts.emplace(day, std::move(facts)).first;
    }
    return &found->second;
}

Result<const MemberChanges *> Figures::changes(QDate from, QDate to)
{
    auto found = m_changes.find({from, to});
    if (found == m_changes.end()) {
        GRIDBOOK_ASSIGN(MemberChanges changes, readChanges(m_reader, from, to));
        found = m_changes.emplace(std::pair(from, to), std::move(changes)).first;
    }
    return &found->second;
}

// A key that names no cell would be answered with the number of another one, or with none where none is meant.
Result<bool> Figures::isThere(const FigureKey &key)
{
    if (single(key.figure) != nullptr) {
        return key.place.isEmpty();
    }
    if (key.figure.startsWith(checkPrefix)) {
        return isCheck(key);
    }
    if (key.figure == changeTableId) {
        return isChangeLine(key);
    }
    GRIDBOOK_ASSIGN(const CrossTabSpec *const table, crossTabSpec(key.figure, key.day));
    if (table != nullptr) {
        return key.isCell() && table->line(key.line()) != nullptr && table->column(key.column()) != nullptr;
    }
    if (key.figure == gridTableId || key.figure == orgTableId) {
        GRIDBOOK_ASSIGN(const Facts *const facts, this->facts(key.day));
        return key.figure == gridTableId ? isGridCell(key, *facts) : isOrgCell(key, *facts);
    }
    return false;
}

Result<FigureKey> Figures::known(const QString &text)
{
    const std::optional<FigureKey> key = FigureKey::parse(text);
    if (!key) {
        return unknownKey(text);
    }
    GRIDBOOK_ASSIGN(const bool there, isThere(*key));
    if (!there) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate(
                         "Figures", "There is no number “%1”: the figures of that day have no such line or column.")
                         .arg(text),
                     text};
    }
    return *key;
}

Result<FigureRows> Figures::rowsOf(const FigureKey &key)
{
    if (key.figure == changeTableId) {
        return changeRows(*this, key);
    }
    if (key.figure.startsWith(checkPrefix)) {
        return findingRows(*this, key);
    }
    GRIDBOOK_ASSIGN(const Facts *const facts, this->facts(key.day));
    if (const FigureSpec *spec = single(key.figure)) {
        return spec->rows(*facts);
    }
    GRIDBOOK_ASSIGN(const CrossTabSpec *const table, crossTabSpec(key.figure, key.day));
    if (table != nullptr) {
        return cellRows(*table, key, *facts);
    }
    return key.figure == gridTableId ? gridRows(key, *facts) : orgRows(key, *facts);
}

Result<FigureRows> Figures::rows(const QString &text)
{
    GRIDBOOK_ASSIGN(const FigureKey key, known(text));
    return rowsOf(key);
}

Result<std::optional<qint64>> Figures::number(const QString &text)
{
    GRIDBOOK_ASSIGN(const FigureRows found, rows(text));
    return found.number();
}

Result<QList<NearMiss>> Figures::nearMisses(const QString &text)
{
    GRIDBOOK_ASSIGN(const FigureKey key, known(text));
    if (key.figure == changeTableId) {
        return changeNearMisses(*this, key);
    }
    if (key.figure.startsWith(checkPrefix)) {
        return QList<NearMiss>();
    }
    GRIDBOOK_ASSIGN(const Facts *const facts, this->facts(key.day));
    if (const FigureSpec *spec = single(key.figure)) {
        return spec->nearMisses ? spec->nearMisses(*this, *facts) : QList<NearMiss>();
    }
    GRIDBOOK_ASSIGN(const CrossTabSpec *const table, crossTabSpec(key.figure, key.day));
    if (table != nullptr) {
        QList<NearMiss> misses = cellNearMisses(*table, key, *facts);
        if (key.line() == u"total" && key.column() == u"total") { // all of them: then whoever is not on the roll, too
            GRIDBOOK_ASSIGN(const QList<NearMiss> outside, single(u"members.total"_qs)->nearMisses(*this, *facts));
            misses << outside;
        }
        return misses;
    }
    return key.figure == gridTableId ? gridNearMisses(key, *facts) : orgNearMisses(key, *facts);
}

Result<FigureRule> Figures::rule(const QString &text)
{
    GRIDBOOK_ASSIGN(const FigureKey key, known(text));
    if (const FigureSpec *spec = single(key.figure)) {
        return spec->rule;
    }
    GRIDBOOK_ASSIGN(const CrossTabSpec *const table, crossTabSpec(key.figure, key.day));
    if (table != nullptr) {
        FigureRule rule = table->rule;
        const AxisLine *line = table->line(key.line());
        const AxisLine *column = table->column(key.column());
        rule.term = {rule.term.zh + u"：" + line->term.zh + u" · " + column->term.zh,
                     rule.term.en + u": " + line->term.en + u" · " + column->term.en};
        return rule;
    }
    if (key.figure == changeTableId) {
        return changeRule(key);
    }
    if (key.figure.startsWith(checkPrefix)) {
        return checkRule(key);
    }
    GRIDBOOK_ASSIGN(const Facts *const facts, this->facts(key.day));
    return key.figure == gridTableId ? gridRule(key, *facts) : orgRule(key, *facts);
}

Result<FigureLine> Figures::line(const QString &figure, QDate day)
{
    const FigureSpec *spec = single(figure);
    if (spec == nullptr) {
        return unknownKey(figure);
    }
    const QDate last = dayBefore(day);
    GRIDBOOK_ASSIGN(const Facts *const now, facts(day));
    GRIDBOOK_ASSIGN(const Facts *const before, facts(last));
    const FigureRows rows = spec->rows(*now);
    return FigureLine{spec->rule,
                      rows.number(),
                      spec->rows(*before).number(),
                      FigureKey{figure, {}, day}.toString(),
                      FigureKey{figure, {}, last}.toString(),
                      rows.partial};
}

Result<QList<FigureLine>> Figures::headline(QDate day)
{
    QList<FigureLine> lines;
    for (const FigureSpec &spec : std::as_const(m_singles)) {
        GRIDBOOK_ASSIGN(const FigureLine each, line(spec.rule.id, day));
        lines.append(each);
    }
    return lines;
}

Result<CrossTab> Figures::crossTab(const QString &id, QDate day)
{
    GRIDBOOK_ASSIGN(const CrossTabSpec *const spec, crossTabSpec(id, day));
    if (spec == nullptr) {
        return unknownKey(id);
    }
    auto found = m_counted.find({id, day});
    if (found == m_counted.end()) {
        GRIDBOOK_ASSIGN(const Facts *const now, facts(day));
        found = m_counted.emplace(std::pair(id, day), count(*spec, *now)).first;
    }
    return found->second;
}

} // namespace gridbook
