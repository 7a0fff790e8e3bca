#include "ui/shell/style.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

constexpr int comboArrow = 28;
constexpr int spinArrows = 22; // and the frame beside them
constexpr int tabPadding = 12;

bool isLink(const QWidget *widget)
{
    return widget != nullptr && widget->property("link").toBool();
}

} // namespace

Style::Style(Theme theme) : QProxyStyle(QStyleFactory::create(u"Fusion"_qs)), m_theme(std::move(theme)) {}

void Style::polish(QPalette &palette)
{
    // The palette is ours already; Fusion would replace it by its own.
    Q_UNUSED(palette)
}

bool Style::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool alone = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (enters && alone && !key->isAutoRepeat()) {
            static_cast<QAbstractButton *>(object)->click();
            return true;
        }
    }
    return QProxyStyle::eventFilter(object, event);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr ||
        qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QTabBar *>(widget) != nullptr ||
        qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QHeaderView *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QPushButton *>(widget) != nullptr || qobject_cast<QToolButton *>(widget) != nullptr) {
        widget->installEventFilter(this);
    }
    if (auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        view->setAttribute(Qt::WA_MacShowFocusRect, false);
    }
    const QVariant role = widget->property("role");
    if (!role.isValid() || qobject_cast<QLabel *>(widget) == nullptr) {
        return;
    }
    const Tokens &t = m_theme.tokens;
    const Fonts &f = m_theme.fonts;
    struct Look
    {
        QFont font;
        QColor colour;
    };
    const Look look = [&]() -> Look {
        switch (Role(role.toInt())) {
        case Role::Plain:
            return {f.base, t.text};
        case Role::Title:
            return {f.title, t.text};
        case Role::Section:
            return {f.section, t.text};
        case Role::Strong:
            return {f.strong, t.text};
        case Role::Secondary:
            return {f.base, t.secondary};
        case Role::Small:
            return {f.small, t.secondary};
        case Role::Figure:
            return {f.figure, t.text};
        case Role::Information:
            return {f.small, t.information};
        case Role::Success:
            return {f.small, t.success};
        case Role::Warning:
            return {f.small, t.warningText};
        case Role::Danger:
            return {f.small, t.danger};
        }
        return {f.base, t.text};
    }();
    widget->setFont(look.font);
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, look.colour);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, t.disabled);
    widget->setPalette(palette);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics;
    switch (metric) {
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
        return m.icon;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuButtonIndicator:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m.icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m.grid;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return m.grid * 2;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m.grid;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderMargin:
        return 4;
    case PM_TabBarTabHSpace:
        return tabPadding * 2;
    case PM_TabBarTabVSpace:
        return m.grid * 2;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_FocusFrameHMargin:
        return 7; // cells begin where their heads begin
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
        return 0; // a list below the editor, not a menu over it
    case SH_ComboBox_ListMouseTracking:
    case SH_ItemView_ShowDecorationSelected:
    case SH_UnderlineShortcut:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Table_GridLineColor:
        return int(m_theme.tokens.line.rgb());
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // one order on every system and in every dialog: the deed stands last
    case SH_DialogButtonBox_ButtonsHaveIcons: // those of Qt's own dialogs come from another set
        return 0;
    case SH_MessageBox_CenterButtons:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics;
    switch (type) {
    case CT_PushButton: {
        if (isLink(widget)) {
            return QSize(size.width() + 4, qMax(size.height() + 2, m.grid * 3));
        }
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool iconOnly = button != nullptr && button->text.isEmpty();
        // With a menu Qt adds the indicator's width to size already.
        return QSize(size.width() + (iconOnly ? 16 : 26), qMax(m.controlHeight, size.height() + 8));
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool menu = button != nullptr && button->features.testFlag(QStyleOptionToolButton::HasMenu);
        return QSize(qMax(size.width() + 8 + (menu ? 14 : 0), m.grid * 3), qMax(size.height() + 8, m.grid * 3));
    }
    case CT_LineEdit:
        return QSize(size.width() + 18, qMax(m.controlHeight, size.height() + 8));
    case CT_ComboBox:
        return QSize(size.width() + 12 + comboArrow, qMax(m.controlHeight, size.height() + 8));
    case CT_SpinBox: { // the line inside has its own height already
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool bare = box != nullptr && box->buttonSymbols == QAbstractSpinBox::NoButtons;
        return QSize(size.width() + 12 + (bare ? 0 : spinArrows), qMax(m.controlHeight, size.height()));
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return {10, 9};
        }
        const bool shortcut = item != nullptr && item->text.contains(u'\t');
        return QSize(size.width() + 64 + (shortcut ? 32 : 0), m.rowHeight);
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return QSize(base.width() + 16, qMax(base.height(), m.rowHeight));
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return QSize(base.width(), qMax(base.height(), m.rowHeight));
    }
    case CT_ProgressBar:
        return QSize(size.width(), 8);
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // Inside a table cell or a combo box the editor has no frame and starts where the text stood.
        return frame != nullptr && frame->lineWidth > 0 ? option->rect.adjusted(7, 1, -7, -1) : option->rect;
    }
    case SE_HeaderArrow:
        return visualRect(option->direction, option->rect,
                          QRect(option->rect.right() - 18, option->rect.center().y() - 6, 12, 12));
    case SE_TabBarTabText:
        return option->rect.adjusted(tabPadding, 0, -tabPadding, 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        switch (part) {
        case SC_ComboBoxEditField:
            return visualRect(option->direction, r, r.adjusted(8, 1, -comboArrow, -1));
        case SC_ComboBoxArrow:
            return visualRect(option->direction, r, QRect(r.right() - comboArrow, r.top(), comboArrow, r.height()));
        case SC_ComboBoxListBoxPopup:
        case SC_ComboBoxFrame:
            return r;
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar == nullptr) {
            return r;
        }
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0) {
            slider = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
            slider = qBound(qMin(32, length), slider, length);
        }
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto span = [&r, across](int from, int size) {
            return across ? QRect(r.left() + from, r.top(), size, r.height())
                          : QRect(r.left(), r.top() + from, r.width(), size);
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return r;
        case SC_ScrollBarSlider:
            return span(start, slider);
        case SC_ScrollBarSubPage:
            return span(0, start);
        case SC_ScrollBarAddPage:
            return span(start + slider, length - start - slider);
        default:
            return {}; // no arrow buttons
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace gridbook::ui
