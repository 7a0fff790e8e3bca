// The menus of a list page and what they do. The rest of the page stands in listpage.cpp.
#include "core/exchange/exporter.h"
#include "ui/dialogs/ask.h"
#include "ui/exchange/exportdialog.h"
#include "ui/registry/actionmenu.h"
#include "ui/registry/bulkeditdialog.h"
#include "ui/registry/filterpopups.h"
#include "ui/registry/listpage.h"
#include "ui/registry/paperdialog.h"
#include "ui/shell/icons.h"
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

void ListPage::voidSelected()
{
    voidRecords(m_bench, spec(), m_table->selectedIds());
}

void ListPage::exportRows()
{
    ExportRequest request;
    request.query = m_query;
    request.shown = m_model->rowCount();
    request.total = m_model->total();
    request.selected = m_table->selectedIds();
    request.columns = m_table->columns().shown;
    request.frozen = int(m_table->columns().frozen.size());
    request.title = m_titleText;
    ExportDialog dialog(m_bench, request, this);
    dialog.exec();
}

void ListPage::saveTemplate()
{
    const QString path = m_bench.context().ask.saveFile({tr("Save an empty template"),
                                                         {tr("Excel workbook (*.xlsx)")},
                                                         QString(spec().term.zh + u"模板.xlsx"),
                                                         u"export"_qs});
    if (path.isEmpty()) {
        return;
    }
    const Done done =
        exchange::writeTemplate(spec(), m_bench.book().catalog().codes(), path, exchange::TableFormat::Xlsx);
    if (!done) {
        m_bench.report(done.error());
        return;
    }
    m_bench.tell(tr("Saved the template %1. Fill it in and import it here.").arg(path));
}

void ListPage::fillPapers(QMenu *menu)
{
    for (const ListPaper &paper : listPapers(spec().id)) {
        QAction *entry = menu->addAction(word(paper.text));
        entry->setObjectName(paper.page);
        connect(entry, &QAction::triggered, this, [this, paper] {
            askForPaper(m_bench, paper, {m_query, m_table->selectedIds(), m_model->ids(), m_model->total()});
        });
    }
}

void ListPage::fillActions(QMenu *menu)
{
    const QList<RowId> selected = m_table->selectedIds();
    fillActionMenu(menu, m_bench, spec(), {selected, true, {}, {}});
    QAction *last = menu->actions().constLast();
    auto *bulk = new QAction(icon(Glyph::Edit), tr("Change many at once…"), menu);
    bulk->setObjectName(u"bulk"_qs);
    bulk->setEnabled(!m_bench.book().isReadOnly() && m_model->rowCount() > 0);
    connect(bulk, &QAction::triggered, this, &ListPage::changeMany);
    menu->insertAction(last, bulk);
    auto *history = new QAction(icon(Glyph::History), tr("History"), menu);
    history->setEnabled(selected.size() == 1);
    connect(history, &QAction::triggered, this, [this, id = selected.value(0)] {
        m_bench.openPage(u"history"_qs, {{u"registry"_qs, spec().id}, {u"id"_qs, id}});
    });
    menu->insertAction(last, history);
}

void ListPage::changeMany()
{
    auto *dialog = new BulkEditDialog(m_bench, spec().id, concerned(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ListPage::cellMenu(const QModelIndex &index, QPoint global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Field &field = spec().fields.at(index.column());
    connect(menu->addAction(icon(Glyph::File), tr("Open")), &QAction::triggered, this, &ListPage::openCurrent);
    if (const auto filter = filterOfValue(field, index.data(TableModel::ValueRole))) {
        const QString text = index.data().toString();
        connect(menu->addAction(icon(Glyph::Filter), tr("Only %1 “%2”").arg(word(field.label), text)),
                &QAction::triggered, this, [this, filter] { filterBy(filter->field, filter); });
    }
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &ListPage::copySelected);
    menu->addSeparator();
    fillActions(menu);
    menu->popup(global);
}

void ListPage::headMenu(const QString &id, QPoint global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const Field *field = spec().field(id)) {
        const auto sort = [&](const QString &text, Glyph glyph, bool descending) {
            connect(menu->addAction(icon(glyph), text), &QAction::triggered, this, [this, id, descending] {
                m_query.sort = {{id, descending}};
                apply();
            });
        };
        sort(tr("Sort ascending"), Glyph::SortUp, false);
        sort(tr("Sort descending"), Glyph::SortDown, true);
        menu->addSeparator();
        connect(menu->addAction(icon(Glyph::Filter), tr("Only without %1").arg(word(field->label))),
                &QAction::triggered, this, [this, id] {
                    filterBy(id, Filter{id, FilterOp::Empty, {}});
                });
        connect(menu->addAction(tr("Only with %1").arg(word(field->label))), &QAction::triggered, this, [this, id] {
            filterBy(id, Filter{id, FilterOp::NotEmpty, {}});
        });
        menu->addSeparator();
        const bool frozen = m_table->columns().frozen.contains(id);
        connect(menu->addAction(icon(Glyph::Pin), frozen ? tr("Let it scroll") : tr("Keep in sight")),
                &QAction::triggered, this, [this, id, frozen] {
                    ColumnLayout layout = m_table->columns();
                    layout.setFrozen(id, !frozen);
                    changeColumns(layout);
                });
        connect(menu->addAction(icon(Glyph::EyeOff), tr("Hide the column")), &QAction::triggered, this, [this, id] {
            ColumnLayout layout = m_table->columns();
            layout.setShown(id, false);
            changeColumns(layout);
        });
    }
    connect(menu->addAction(icon(Glyph::Refresh), tr("Reset the layout")), &QAction::triggered, this,
            &ListPage::resetColumns);
    menu->popup(global);
}

void ListPage::chooseColumns()
{
    QList<TickPopup::Choice> choices;
    for (const Field &field : spec().fields) {
        choices.append({field.id, word(field.label)});
    }
    QVariantList now;
    for (const QString &id : m_table->columns().shown) {
        now << id;
    }
    auto *popup = new TickPopup(choices, now, this);
    popup->setObjectName(u"columnPopup"_qs);
    connect(popup, &FilterPopup::ticked, this, [this](const QVariantList &values) {
        ColumnLayout layout = m_table->columns();
        for (const Field &field : spec().fields) {
            layout.setShown(field.id, values.contains(field.id));
        }
        changeColumns(layout);
    });
    connect(popup->addFooter(tr("Reset the layout")), &QPushButton::clicked, this, [this, popup] {
        resetColumns();
        popup->close();
    });
    popup->openBelow(m_columnsButton);
}

void ListPage::changeColumns(const ColumnLayout &layout)
{
    m_table->setColumns(layout);
    rememberLayout(spec(), m_table->columns());
}

void ListPage::resetColumns()
{
    forgetLayout(spec());
    m_table->setColumns(defaultLayout(spec()));
}

} // namespace gridbook::ui
