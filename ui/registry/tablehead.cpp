#include "ui/registry/tablehead.h"
#include "ui/registry/filtercell.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QMouseEvent>
#include <QPainter>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellMargin = 3;

} // namespace

TableHead::TableHead(MakeCell makeCell, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_makeCell(std::move(makeCell))
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(32);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, &TableHead::placeCells);
    connect(this, &QHeaderView::sectionMoved, this, &TableHead::placeCells);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) { Q_EMIT sortClicked(section, m_further); });
}

int TableHead::labelHeight() const
{
    return currentTheme().metrics.rowHeight;
}

QSize TableHead::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), labelHeight() + currentTheme().metrics.rowHeight + 2};
}

void TableHead::updateGeometries()
{
    setViewportMargins(0, 0, 0, currentTheme().metrics.rowHeight + 2);
    QHeaderView::updateGeometries();
    placeCells();
}

FilterCell *TableHead::cell(int section)
{
    const auto it = m_cells.constFind(section);
    if (it != m_cells.cend()) {
        return *it;
    }
    FilterCell *made = m_makeCell(section, this);
    if (made != nullptr) {
        made->installEventFilter(this);
        m_cells.insert(section, made);
    }
    return made;
}

void TableHead::placeCells()
{
    if (m_placing || model() == nullptr) {
        return;
    }
    m_placing = true;
    QWidget *before = nullptr;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (isSectionHidden(section)) {
            if (FilterCell *hidden = m_cells.value(section)) {
                hidden->hide();
            }
            continue;
        }
        FilterCell *each = cell(section);
        if (each == nullptr) {
            continue;
        }
        const int height = currentTheme().metrics.rowHeight;
        each->setGeometry(sectionViewportPosition(section) + cellMargin, labelHeight() + cellMargin,
                          sectionSize(section) - 2 * cellMargin - 1, height - 2 * cellMargin + 1);
        each->show();
        if (before != nullptr) {
            setTabOrder(before, each); // from left to right, however the columns were moved
        }
        before = each;
    }
    m_placing = false;
}

void TableHead::forgetCells()
{
    for (FilterCell *each : std::as_const(m_cells)) {
        each->hide();
        each->deleteLater();
    }
    m_cells.clear();
}

void TableHead::setSortKeys(const QHash<int, QPair<bool, int>> &keys)
{
    m_keys = keys;
    viewport()->update();
}

void TableHead::mouseReleaseEvent(QMouseEvent *event)
{
    m_further = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
}

void TableHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = currentTheme().tokens;
    painter->save();
    painter->fillRect(rect, t.sunken);
    painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12), t.line);
    const auto key = m_keys.constFind(section);
    QRect text = rect.adjusted(8, 0, -6, 0);
    painter->setFont(currentTheme().fonts.base);
    if (key != m_keys.cend()) {
        const QString rank = key->second > 0 ? QString::number(key->second) : QString();
        const int width = 12 + painter->fontMetrics().horizontalAdvance(rank);
        const int wanted = painter->fontMetrics().horizontalAdvance(
            model()->headerData(section, orientation(), Qt::DisplayRole).toString());
        const auto align = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
        text.setRight(text.right() - width - 2);
        const int x =
            align.testFlag(Qt::AlignRight) ? text.right() + 2 : qMin(text.left() + wanted + 3, text.right() + 2);
        paintGlyph(*painter, key->first ? Glyph::SortDown : Glyph::SortUp, QRectF(x, rect.center().y() - 5, 12, 12),
                   t.accentText);
        painter->setPen(t.accentText);
        painter->drawText(QRect(x + 11, rect.top(), width, rect.height()), Qt::AlignVCenter, rank);
    }
    painter->setPen(t.text);
    const QString label = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const int align = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
    painter->drawText(text, align, painter->fontMetrics().elidedText(label, Qt::ElideRight, text.width()));
    painter->restore();
}

bool TableHead::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) { // the row of the filters, too: what scrolls away below frozen columns
        QPainter(this).fillRect(rect(), currentTheme().tokens.sunken);
    }
    return QHeaderView::event(event);
}

void TableHead::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), currentTheme().tokens.sunken);
    painter.end();
    QHeaderView::paintEvent(event);
}

bool TableHead::eventFilter(QObject *object, QEvent *event)
{
    // A cell that gets the focus by the keyboard comes into sight.
    if (event->type() == QEvent::FocusIn) {
        if (auto *each = qobject_cast<FilterCell *>(object)) {
            const int section = m_cells.key(each, -1);
            if (section >= 0) {
                Q_EMIT sectionEntered(section);
            }
        }
    }
    return QHeaderView::eventFilter(object, event);
}

} // namespace gridbook::ui
