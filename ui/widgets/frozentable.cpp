#include "ui/widgets/frozentable.h"
#include <QHeaderView>
#include <QScrollBar>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

// The columns that stay. What is typed in them goes on in the table itself.
class FrozenTable::Pane final : public QTableView
{
public:
    explicit Pane(FrozenTable *table) : QTableView(table), m_table(table) {}
    bool editHere(const QModelIndex &index, EditTrigger trigger, QEvent *event)
    {
        return QTableView::edit(index, trigger, event);
    }

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override
    {
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
        m_table->closeEditor(nullptr, hint); // Tab goes to the next column of the table
    }

private:
    FrozenTable *m_table;
};

FrozenTable::FrozenTable(QWidget *parent) : QTableView(parent), m_pane(new Pane(this))
{
    m_pane->setObjectName(u"qt_frozen_columns"_qs); // a part of this view, not a control of its own
    m_pane->setFocusPolicy(Qt::NoFocus);
    m_pane->setFocusProxy(this);
    m_pane->setFrameShape(QFrame::NoFrame);
    m_pane->verticalHeader()->hide();
    m_pane->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pane->horizontalHeader()->setSectionsMovable(false);
    m_pane->setAutoScroll(false);
    m_pane->hide();
    viewport()->stackUnder(m_pane);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        m_pane->setColumnWidth(section, width);
        arrange();
    });
    connect(m_pane->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_frozen.contains(section) && columnWidth(section) != width) {
            setColumnWidth(section, width);
        }
    });
    connect(m_pane->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_pane->verticalScrollBar(), &QScrollBar::setValue);
}

void FrozenTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_pane->setModel(model);
    m_pane->setSelectionModel(selectionModel());
}

void FrozenTable::setDelegates(QAbstractItemDelegate *own, QAbstractItemDelegate *ofFrozen)
{
    setItemDelegate(own);
    m_pane->setItemDelegate(ofFrozen);
}

QTableView *FrozenTable::frozenView() const
{
    return m_pane;
}

void FrozenTable::setFrozen(const QList<int> &columns)
{
    m_frozen = columns;
    m_pane->setSelectionBehavior(selectionBehavior());
    m_pane->setSelectionMode(selectionMode());
    m_pane->setEditTriggers(editTriggers());
    m_pane->setWordWrap(wordWrap());
    m_pane->setVerticalScrollMode(verticalScrollMode());
    m_pane->verticalHeader()->setDefaultSectionSize(verticalHeader()->defaultSectionSize());
    for (QHeaderView *head : {horizontalHeader(), m_pane->horizontalHeader()}) {
        int place = 0;
        for (int section = 0; section < head->count(); ++section) { // as they came …
            head->moveSection(head->visualIndex(section), section);
        }
        for (const int section : columns) { // … but for these
            head->moveSection(head->visualIndex(section), place++);
        }
    }
    for (int section = 0; section < m_pane->horizontalHeader()->count(); ++section) {
        m_pane->setColumnHidden(section, !columns.contains(section));
        m_pane->setColumnWidth(section, columnWidth(section));
    }
    arrange();
}

int FrozenTable::frozenWidth() const
{
    int width = 0;
    for (const int section : m_frozen) {
        width += columnWidth(section);
    }
    return width;
}

void FrozenTable::arrange()
{
    const int width = frozenWidth();
    const int head = horizontalHeader()->height();
    m_pane->setVisible(width > 0);
    m_pane->horizontalHeader()->setFixedHeight(qMax(1, head));
    m_pane->setGeometry(verticalHeader()->width() + frameWidth(), frameWidth(), width, viewport()->height() + head);
}

void FrozenTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrange();
}

void FrozenTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_pane != nullptr) {
        arrange();
    }
}

// The frozen columns are always in sight, and the others do not hide below them.
void FrozenTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (m_frozen.contains(index.column())) {
        horizontalScrollBar()->setValue(across);
        return;
    }
    const int hidden = frozenWidth() - visualRect(index).left();
    if (index.isValid() && hidden > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
    }
}

bool FrozenTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    return m_frozen.contains(index.column()) ? m_pane->editHere(index, trigger, event)
                                             : QTableView::edit(index, trigger, event);
}

} // namespace gridbook::ui
