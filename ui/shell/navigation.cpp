#include "ui/shell/navigation.h"
#include "ui/shell/theme.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

constexpr int idRole = Navigation::idRole;
constexpr int glyphRole = Qt::UserRole + 2;
constexpr int countRole = Qt::UserRole + 3;
constexpr int urgentRole = Qt::UserRole + 4;
constexpr int activeRole = Qt::UserRole + 5;
constexpr int titleRole = Qt::UserRole + 6; // what is painted; DisplayRole is what is read out

bool isHeading(const QModelIndex &index)
{
    return index.data(idRole).toString().isEmpty();
}

class NavDelegate final : public QStyledItemDelegate
{
public:
    NavDelegate(const Navigation *navigation, QObject *parent) : QStyledItemDelegate(parent), m_navigation(navigation)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int row = currentTheme().metrics.rowHeight;
        return {10, isHeading(index) ? (m_navigation->isCollapsed() ? 13 : row) : row + 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        isHeading(index) ? paintHeading(*painter, option.rect, index) : paintPlace(*painter, option, index);
        painter->restore();
    }

private:
    void paintHeading(QPainter &painter, QRect where, const QModelIndex &index) const
    {
        const Theme &theme = currentTheme();
        if (m_navigation->isCollapsed()) {
            painter.fillRect(QRect(where.left() + 14, where.center().y(), where.width() - 28, 1), theme.tokens.line);
            return;
        }
        painter.setFont(theme.fonts.small);
        painter.setPen(theme.tokens.secondary);
        const QString title =
            painter.fontMetrics().elidedText(index.data(titleRole).toString(), Qt::ElideRight, where.width() - 26);
        painter.drawText(where.adjusted(18, 0, -8, -3), Qt::AlignLeft | Qt::AlignBottom, title);
    }

    void paintPlace(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Theme &theme = currentTheme();
        const Tokens &t = theme.tokens;
        const bool active = index.data(activeRole).toBool();
        const QRectF plate = QRectF(option.rect).adjusted(8, 1, -8, -1);
        const bool current = option.state.testFlag(QStyle::State_HasFocus) && option.widget != nullptr &&
                             option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
        painter.setPen(current ? QPen(t.information, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(active                                           ? QBrush(t.accentSoft)
                         : option.state.testFlag(QStyle::State_MouseOver) ? QBrush(t.hover)
                                                                          : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(plate, theme.metrics.radius, theme.metrics.radius);

        const double side = theme.metrics.icon;
        const double left = m_navigation->isCollapsed() ? plate.center().x() - side / 2 : plate.left() + 10;
        const int middle = int(plate.center().y());
        paintGlyph(painter, Glyph(index.data(glyphRole).toInt()), QRectF(left, middle - side / 2, side, side),
                   active ? t.accentText : t.text);
        const int count = index.data(countRole).toInt();
        const bool urgent = index.data(urgentRole).toBool();
        if (m_navigation->isCollapsed()) {
            if (urgent && count > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.dangerFill);
                painter.drawEllipse(QPointF(left + side + 2, middle - side / 2), 3.5, 3.5);
            }
            return;
        }
        int right = int(plate.right()) - 10;
        if (count > 0) {
            right -= 8 + Badge::paint(painter, QPoint(right, middle + 1), count,
                                      urgent ? BadgeKind::Urgent : BadgeKind::Quiet);
        }
        painter.setFont(active ? theme.fonts.strong : theme.fonts.base);
        painter.setPen(active ? t.accentText : t.text);
        const int start = int(left + side) + 10;
        const QRect words(start, option.rect.top(), right - start, option.rect.height());
        painter.drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(index.data(titleRole).toString(), Qt::ElideRight, words.width()));
    }

    const Navigation *m_navigation;
};

} // namespace

int Navigation::fullWidth()
{
    const int words = QLocale().language() == QLocale::Chinese ? 0 : 56; // names in other languages are longer
    return 204 + words + (currentTheme().pointSize - 10) * 14;
}

Navigation::Navigation(QWidget *parent) : QWidget(parent), m_list(new QListWidget(this)), m_fold(new QToolButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 1, 8);
    column->setSpacing(4);
    column->addWidget(m_list, 1);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->setAlignment(m_fold, Qt::AlignRight);
    m_list->setItemDelegate(new NavDelegate(this, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Places"));
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &Navigation::go);
    m_list->installEventFilter(this);
    connect(m_fold, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    fit();
}

void Navigation::setGroups(const QList<NavGroup> &groups, const QString &language)
{
    m_list->clear();
    for (const NavGroup &group : groups) {
        const QString heading = group.title.in(language);
        if (!heading.isEmpty()) {
            auto *head = new QListWidgetItem(heading, m_list);
            head->setData(titleRole, heading);
            head->setFlags(Qt::NoItemFlags);
        }
        for (const NavItem &place : group.items) {
            auto *item = new QListWidgetItem(m_list);
            item->setData(idRole, place.id);
            item->setData(titleRole, place.title.in(language));
            item->setData(glyphRole, int(place.glyph));
            describe(item);
        }
    }
    setActive(m_active);
}

QListWidgetItem *Navigation::find(const QString &id) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (!id.isEmpty() && m_list->item(row)->data(idRole).toString() == id) {
            return m_list->item(row);
        }
    }
    return nullptr;
}

void Navigation::describe(QListWidgetItem *item)
{
    const QString title = item->data(titleRole).toString();
    const int count = item->data(countRole).toInt();
    item->setText(count > 0 ? QString(title + u", "_qs + Badge::text(count)) : title);
    item->setToolTip(m_collapsed ? item->text() : QString());
}

void Navigation::setActive(const QString &id)
{
    m_active = id;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool here = !id.isEmpty() && item->data(idRole).toString() == id;
        item->setData(activeRole, here);
        if (here) {
            m_list->setCurrentItem(item);
        }
    }
}

void Navigation::setCount(const QString &id, int count, BadgeKind kind)
{
    if (QListWidgetItem *item = find(id)) {
        item->setData(countRole, count);
        item->setData(urgentRole, kind == BadgeKind::Urgent);
        describe(item);
    }
}

void Navigation::setItemVisible(const QString &id, bool visible)
{
    if (QListWidgetItem *item = find(id)) {
        item->setHidden(!visible);
    }
    bool used = false; // whether anything below the heading is seen, walking up
    for (int row = m_list->count() - 1; row >= 0; --row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->data(idRole).toString().isEmpty()) {
            item->setHidden(!used);
            used = false;
        } else {
            used = used || !item->isHidden();
        }
    }
}

void Navigation::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed) {
        return;
    }
    m_collapsed = collapsed;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->data(idRole).toString().isEmpty()) {
            describe(m_list->item(row));
        }
    }
    fit();
    Q_EMIT collapsedChanged(collapsed);
}

void Navigation::fit()
{
    setFixedWidth(m_collapsed ? 56 : fullWidth());
    m_fold->setIcon(icon(m_collapsed ? Glyph::ChevronRight : Glyph::ChevronLeft, Tint::Secondary));
    m_fold->setAccessibleName(m_collapsed ? tr("Show the names") : tr("Show icons only"));
    m_fold->setToolTip(m_fold->accessibleName());
    m_list->doItemsLayout();
    m_list->viewport()->update();
}

void Navigation::go(QListWidgetItem *item)
{
    const QString id = item->data(idRole).toString();
    if (!id.isEmpty()) {
        Q_EMIT activated(id); // whoever goes there marks it: the page that is left may not let go
    }
}

bool Navigation::eventFilter(QObject *object, QEvent *event)
{
    // Not itemActivated(): that means Return, a click or a double click, as each system likes.
    if (object == m_list && event->type() == QEvent::KeyPress && m_list->currentItem() != nullptr) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            go(m_list->currentItem());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void Navigation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        fit();
    }
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().tokens.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), currentTheme().tokens.line);
}

} // namespace gridbook::ui
