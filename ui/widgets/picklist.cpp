#include "ui/widgets/picklist.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

constexpr int placeRole = Qt::UserRole + 1;
constexpr int subtitleRole = Qt::UserRole + 2;
constexpr int headingRole = Qt::UserRole + 3;
constexpr int glyphRole = Qt::UserRole + 4;

class PickDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const int wide = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) +
                         metrics.horizontalAdvance(index.data(subtitleRole).toString());
        const int icon = index.data(glyphRole).toInt() == 0 ? 0 : currentTheme().metrics.icon + 8;
        return {wide + icon + 48, currentTheme().metrics.rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        const Tokens &t = theme.tokens;
        const bool heading = index.data(headingRole).toBool();
        painter->save();
        if (!heading && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) != 0) {
            painter->fillRect(option.rect, (option.state & QStyle::State_Selected) != 0 ? t.accentSoft : t.hover);
        }
        QRect place = option.rect.adjusted(10, 0, -10, 0);
        if (const int glyph = index.data(glyphRole).toInt(); glyph != 0) {
            const int side = theme.metrics.icon;
            paintGlyph(*painter, Glyph(glyph), QRectF(place.left(), place.center().y() - side / 2.0, side, side),
                       t.secondary);
            place.setLeft(place.left() + side + 8);
        }
        painter->setFont(heading ? theme.fonts.small : option.font);
        painter->setPen(heading ? t.secondary : t.text);
        const QString title = index.data(Qt::DisplayRole).toString();
        QRect drawn;
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, place.width()), &drawn);
        place.setLeft(drawn.right() + 16);
        if (place.width() > 24) {
            painter->setPen(t.secondary);
            painter->drawText(
                place, Qt::AlignVCenter | Qt::AlignRight,
                painter->fontMetrics().elidedText(index.data(subtitleRole).toString(), Qt::ElideLeft, place.width()));
        }
        painter->restore();
    }
};

} // namespace

PickList::PickList(QLineEdit *line)
    : QObject(line), m_line(line), m_completer(new QCompleter(this)), m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWrapAround(false); // past the end it would choose nothing
    // Not QLineEdit::setCompleter(): that would put the title into the line by itself.
    m_completer->setWidget(line);
    auto *view = new QListView;
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setProperty("square", true);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what does not fit ends in …
    m_completer->setPopup(view);                                // the completer takes it over
    view->setItemDelegate(new PickDelegate(view));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                const int place = index.data(placeRole).toInt();
                if (place >= 0 && place < m_items.size()) {
                    const PickItem item = m_items.at(place);
                    Q_EMIT picked(item);
                }
            });
}

void PickList::show(const QList<PickItem> &items, int minimumWidth)
{
    m_items = items;
    m_model->clear();
    int first = -1;
    int place = 0;
    for (const PickItem &item : items) {
        auto *entry = new QStandardItem(item.title);
        entry->setData(place, placeRole);
        entry->setData(item.subtitle, subtitleRole);
        entry->setData(item.heading, headingRole);
        entry->setData(item.glyph, glyphRole);
        entry->setData(QString(item.title + u' ' + item.subtitle).trimmed(), Qt::AccessibleTextRole);
        if (item.heading) {
            entry->setFlags(Qt::NoItemFlags);
        } else if (first < 0 && item.id.isValid()) { // what makes something new is never chosen by accident
            first = place;
        }
        m_model->appendRow(entry); // the model takes it over
        ++place;
    }
    if (items.isEmpty()) {
        hide();
        return;
    }
    constexpr int widest = 560;
    const int wanted = view()->sizeHintForColumn(0) + 24; // the scroll bar of a long list
    const int wide = qMax(qMax(m_line->width(), minimumWidth), qMin(wanted, widest));
    m_completer->complete(QRect(0, 2, wide, m_line->height()));
    view()->setCurrentIndex(first < 0 ? QModelIndex() : m_completer->completionModel()->index(first, 0));
}

void PickList::hide()
{
    view()->hide();
}
bool PickList::isOpen() const
{
    return view()->isVisible();
}
QAbstractItemView *PickList::view() const
{
    return m_completer->popup();
}

} // namespace gridbook::ui
