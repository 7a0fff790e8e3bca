#include "ui/registry/querybar.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/chip.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype savedLinks = 4; // beside the chips; the rest stands in the menu

} // namespace

QueryBar::QueryBar(Workbench &bench, const RegistrySpec &spec, TitleOf titleOf, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_spec(spec), m_titleOf(std::move(titleOf)), m_line(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_line);
}

void QueryBar::setQuery(const Query &query)
{
    m_query = query;
    refresh();
}

QString QueryBar::word(const Term &term) const
{
    return m_bench.context().word(term);
}

void QueryBar::refresh()
{
    auto *fresh = new QWidget(this);
    auto *line = new QHBoxLayout(fresh);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    if (m_spec.scopes.size() > 1 && m_query.only.isEmpty()) {
        auto *group = new QButtonGroup(fresh);
        for (const Scope &scope : m_spec.scopes) {
            auto *button = new QToolButton(fresh);
            button->setText(word(scope.term));
            button->setObjectName(u"scope."_qs + scope.id);
            button->setCheckable(true);
            button->setFocusPolicy(Qt::TabFocus);
            button->setChecked(scope.id == m_query.scope ||
                               (m_query.scope.isEmpty() && &scope == &m_spec.scopes.first()));
            group->addButton(button);
            connect(
                button, &QToolButton::clicked, this,
                [this, id = scope.id] {
                    Query other = m_query;
                    other.scope = id;
                    Q_EMIT queryWanted(other);
                },
                Qt::QueuedConnection); // the button is replaced
            line->addWidget(button);
        }
        line->addSpacing(8);
    }
    for (const Filter &filter : std::as_const(m_query.filters)) {
        const Field *field = m_spec.field(filter.field);
        if (field == nullptr) {
            continue;
        }
        QString words =
            filterWords(*field, filter, m_bench.book().catalog().codes(), m_bench.context().language, m_titleOf);
        words = words.size() > 16 ? QString(words.left(15) + u'…') : words;
        auto *chip = new Chip(QString(word(field->label) + u' ' + words), ChipKind::Information, fresh);
        chip->setObjectName(u"chip."_qs + filter.field);
        chip->setRemovable(true);
        connect(
            chip, &Chip::removeRequested, this,
            [this, id = filter.field] {
                Query fewer = m_query;
                fewer.filters.removeIf([&id](const Filter &each) { return each.field == id; });
                Q_EMIT queryWanted(fewer);
            },
            Qt::QueuedConnection);
        line->addWidget(chip);
    }
    if (!m_query.filters.isEmpty()) {
        auto *clear = new QPushButton(tr("Clear all"), fresh);
        clear->setObjectName(u"clearFilters"_qs);
        setLinkLike(clear);
        connect(
            clear, &QPushButton::clicked, this,
            [this] {
                Query all = m_query;
                all.filters.clear();
                Q_EMIT queryWanted(all);
            },
            Qt::QueuedConnection);
        line->addWidget(clear);
    }
    addSavedFilters(line);
    line->addStretch();
    delete layout()->replaceWidget(m_line, fresh);
    m_line->hide();
    m_line->deleteLater(); // a click on one of its buttons may be on the way
    m_line = fresh;
    m_line->show();
}

void QueryBar::addSavedFilters(QHBoxLayout *line)
{
    QWidget *body = line->parentWidget();
    const QList<SavedFilter> saved = savedFilters(m_bench.book().database(), m_spec.id).valueOr({});
    const bool worthSaving = !m_query.filters.isEmpty() && !m_bench.book().isReadOnly();
    if (saved.isEmpty() && !worthSaving) {
        return;
    }
    if (!saved.isEmpty()) {
        auto *label = new QLabel(tr("Saved filters:"), body);
        setRole(label, Role::Secondary);
        line->addWidget(label);
    }
    for (const SavedFilter &each : saved.mid(0, savedLinks)) {
        auto *button = new QPushButton(each.name, body);
        setLinkLike(button);
        connect(
            button, &QPushButton::clicked, this, [this, each] { useSaved(each); }, Qt::QueuedConnection);
        line->addWidget(button);
    }
    auto *more = new QToolButton(body);
    more->setIcon(icon(Glyph::Star, Tint::Secondary));
    more->setAccessibleName(tr("Saved filters"));
    more->setToolTip(tr("Save this filter, rename or delete saved ones"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(more);
    for (const SavedFilter &each : saved.mid(savedLinks)) {
        connect(
            menu->addAction(each.name), &QAction::triggered, this, [this, each] { useSaved(each); },
            Qt::QueuedConnection);
    }
    QAction *save = menu->addAction(tr("Save this filter…"));
    save->setObjectName(u"saveFilter"_qs);
    save->setEnabled(worthSaving);
    connect(save, &QAction::triggered, this, &QueryBar::saveCurrent, Qt::QueuedConnection);
    if (!saved.isEmpty() && !m_bench.book().isReadOnly()) {
        QMenu *rename = menu->addMenu(tr("Rename"));
        QMenu *remove = menu->addMenu(tr("Delete"));
        for (const SavedFilter &each : saved) {
            connect(
                rename->addAction(each.name), &QAction::triggered, this, [this, each] { renameSaved(each); },
                Qt::QueuedConnection);
            connect(
                remove->addAction(each.name), &QAction::triggered, this, [this, each] { deleteSaved(each.name); },
                Qt::QueuedConnection);
        }
    }
    more->setMenu(menu);
    line->addWidget(more);
}

void QueryBar::useSaved(const SavedFilter &saved)
{
    Query query = m_query;
    query.scope = saved.scope;
    query.filters = saved.filters;
    if (!saved.sort.isEmpty()) {
        query.sort = saved.sort;
    }
    Q_EMIT queryWanted(query);
}

void QueryBar::saveCurrent()
{
    const auto name = m_bench.context().ask.askText(tr("Save this filter"), tr("Name"), {});
    if (!name || !mayTakeName(*name)) {
        return;
    }
    const Done done =
        saveFilter(m_bench.book().database(), m_spec, {*name, m_query.scope, m_query.filters, m_query.sort});
    if (!done) {
        m_bench.report(done.error());
        return;
    }
    refresh();
    m_bench.tell(tr("Saved the filter “%1”.").arg(*name));
}

// Saved filters belong to the office and lie outside of undo: none is overwritten or deleted unasked.
bool QueryBar::mayTakeName(const QString &name)
{
    const QList<SavedFilter> saved = savedFilters(m_bench.book().database(), m_spec.id).valueOr({});
    const bool taken =
        std::any_of(saved.begin(), saved.end(), [&](const SavedFilter &each) { return each.name == name.trimmed(); });
    return !taken || m_bench.context().ask.confirm(
                         tr("There is a filter “%1” already. Replace it?").arg(name.trimmed()), tr("Replace"));
}

void QueryBar::renameSaved(const SavedFilter &saved)
{
    const auto name = m_bench.context().ask.askText(tr("Rename the filter"), tr("Name"), saved.name);
    if (!name || name->trimmed() == saved.name || !mayTakeName(*name)) {
        return;
    }
    SavedFilter renamed = saved;
    renamed.name = *name;
    Done done = saveFilter(m_bench.book().database(), m_spec, renamed);
    if (done) {
        done = deleteFilter(m_bench.book().database(), m_spec.id, saved.name);
    }
    if (!done) {
        m_bench.report(done.error());
    }
    refresh();
}

void QueryBar::deleteSaved(const QString &name)
{
    if (!m_bench.context().ask.confirm(tr("Delete the filter “%1”?").arg(name), tr("Delete"))) {
        return;
    }
    if (const Done done = deleteFilter(m_bench.book().database(), m_spec.id, name); !done) {
        m_bench.report(done.error());
    }
    refresh();
}

} // namespace gridbook::ui
