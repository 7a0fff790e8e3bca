// How the style paints; the measures are in style.cpp.
#include "ui/shell/icons.h"
#include "ui/shell/style.h"
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void roundBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
              double width = 1.0)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
    painter->setPen(border.isValid() ? QPen(border, width) : Qt::NoPen);
    const double inset = border.isValid() ? width / 2 : 0.0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QRectF centred(const QRectF &rect, double side)
{
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

bool flag(const QWidget *widget, const char *name)
{
    return widget != nullptr && widget->property(name).toBool();
}

} // namespace

void Style::drawEditorFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens;
    const QString state = widget != nullptr ? widget->property("validation").toString() : QString();
    const bool readOnly = has(option, State_ReadOnly) || flag(widget, "readOnlyLook");
    const bool focus = has(option, State_HasFocus);
    QColor border = t.lineStrong;
    if (state == u"error") {
        border = t.danger;
    } else if (state == u"warning") {
        border = t.warning;
    } else if (focus) {
        border = t.information;
    } else if (has(option, State_MouseOver) && has(option, State_Enabled) && !readOnly) {
        border = t.secondary;
    }
    const bool sunken = readOnly || !has(option, State_Enabled) || flag(widget, "sunken");
    roundBox(painter, option->rect, m_theme.metrics.radius, sunken && !focus ? t.sunken : t.surface,
             sunken && state.isEmpty() && !focus ? t.line : border, focus ? 2.0 : 1.0);
}

void Style::drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens;
    if (flag(widget, "link")) {
        if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange)) {
            roundBox(painter, option->rect, m_theme.metrics.radius, {}, t.information);
        }
        return;
    }
    QColor fill = t.surface;
    QColor border = t.lineStrong;
    const bool enabled = has(option, State_Enabled);
    const bool down = has(option, State_Sunken) || has(option, State_On);
    if (flag(widget, "primary")) {
        fill = down ? t.accent.darker(115) : has(option, State_MouseOver) ? t.accent.lighter(108) : t.accent;
        if (!enabled) {
            fill.setAlphaF(0.45F);
        }
        border = QColor();
    } else if (!enabled) {
        fill = t.window;
        border = t.line;
    } else if (down) {
        fill = t.sunken;
    } else if (has(option, State_MouseOver)) {
        fill = t.hover;
    }
    roundBox(painter, option->rect, m_theme.metrics.radius, fill, border);
    if (has(option, State_HasFocus) && enabled) {
        const bool primary = flag(widget, "primary");
        const QRectF ring = primary ? QRectF(option->rect).adjusted(2, 2, -2, -2) : QRectF(option->rect);
        roundBox(painter, ring, m_theme.metrics.radius, {}, primary ? t.onAccent : t.information, primary ? 1.0 : 2.0);
    }
}

void Style::drawToolButton(QPainter *painter, const QStyleOption *option) const
{
    const Tokens &t = m_theme.tokens;
    const bool enabled = has(option, State_Enabled);
    if (enabled && (has(option, State_Sunken) || has(option, State_On))) {
        roundBox(painter, option->rect, m_theme.metrics.radius, t.quietFill, {});
    } else if (enabled && has(option, State_MouseOver)) {
        roundBox(painter, option->rect, m_theme.metrics.radius, t.hover, {});
    }
    if (has(option, State_HasFocus)) {
        roundBox(painter, option->rect, m_theme.metrics.radius, {}, t.information, 1.5);
    }
}

void Style::drawIndicator(QPainter *painter, const QStyleOption *option, bool round) const
{
    const Tokens &t = m_theme.tokens;
    const QRectF box = centred(option->rect, qMin(option->rect.width(), option->rect.height()));
    const double radius = round ? box.width() / 2 : 3.0;
    const bool enabled = has(option, State_Enabled);
    const bool on = has(option, State_On) || has(option, State_NoChange);
    const QColor ink = enabled ? t.information : t.disabled;
    if (!on) {
        const bool strong = has(option, State_HasFocus) || has(option, State_MouseOver);
        roundBox(painter, box, radius, enabled ? t.surface : t.window,
                 strong && enabled ? t.information : t.lineStrong);
        return;
    }
    if (round) {
        roundBox(painter, box, radius, t.surface, ink, 1.5);
        roundBox(painter, box.adjusted(4, 4, -4, -4), radius, ink, {});
        return;
    }
    roundBox(painter, box, radius, ink, {});
    const QColor onInk = m_theme.mode == ThemeMode::Dark ? t.window : t.onAccent;
    if (has(option, State_NoChange)) {
        painter->fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), onInk);
    } else {
        paintGlyph(*painter, Glyph::Check, box.adjusted(1, 1, -1, -1), onInk);
    }
}

void Style::drawItemRow(QPainter *painter, const QStyleOption *option) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item == nullptr) {
        return;
    }
    if (item->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(item->rect, item->backgroundBrush);
    }
    if (has(option, State_Selected)) {
        painter->fillRect(item->rect, m_theme.tokens.accentSoft);
    } else if (has(option, State_MouseOver)) {
        painter->fillRect(item->rect, m_theme.tokens.hover);
    }
}

void Style::drawHeaderSection(QPainter *painter, const QStyleOption *option) const
{
    const Tokens &t = m_theme.tokens;
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const QRect r = option->rect;
    const bool hot = has(option, State_MouseOver) && has(option, State_Enabled);
    painter->fillRect(r, hot ? t.quietFill : t.sunken);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.line);
    painter->fillRect(QRect(r.right(), r.top(), 1, r.height()), t.line);
    Q_UNUSED(header)
}

void Style::drawTab(QPainter *painter, const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens;
    const QRect r = option->rect;
    if (has(option, State_Selected)) {
        painter->fillRect(QRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2), t.accent);
    } else if (has(option, State_MouseOver)) {
        painter->fillRect(QRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2), t.lineStrong);
    }
    if (has(option, State_Selected) && widget != nullptr && widget->hasFocus()) {
        roundBox(painter, QRectF(r).adjusted(2, 3, -2, -5), m_theme.metrics.radius, {}, t.information, 1.5);
    }
}

void Style::drawTabLabel(QPainter *painter, const QStyleOption *option) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (tab == nullptr) {
        return;
    }
    const Tokens &t = m_theme.tokens;
    const bool selected = has(option, State_Selected);
    painter->save();
    painter->setPen(!has(option, State_Enabled) ? t.disabled : selected ? t.accentText : t.secondary);
    QRect text = tab->rect.adjusted(12, 0, -12, 0);
    if (!tab->icon.isNull()) {
        const int side = m_theme.metrics.icon;
        tab->icon.paint(painter, QRect(text.left(), text.center().y() - side / 2, side, side));
        text.setLeft(text.left() + side + 6);
    }
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextShowMnemonic, tab->text);
    painter->restore();
}

void Style::drawMenuItem(QPainter *painter, const QStyleOption *option) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item == nullptr) {
        return;
    }
    const Tokens &t = m_theme.tokens;
    const QRect r = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + 8, r.center().y(), r.width() - 16, 1), t.line);
        return;
    }
    const bool enabled = has(option, State_Enabled);
    if (has(option, State_Selected) && enabled) {
        roundBox(painter, QRectF(r).adjusted(4, 0, -4, 0), m_theme.metrics.radius, t.hover, {});
    }
    const QRect sign(r.left() + 12, r.center().y() - m_theme.metrics.icon / 2, m_theme.metrics.icon,
                     m_theme.metrics.icon);
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked) {
            paintGlyph(*painter, Glyph::Check, sign, enabled ? t.text : t.disabled);
        }
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, sign, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->save();
    painter->setFont(item->font);
    const QRect text = r.adjusted(sign.width() + 20, 0, -24, 0);
    const qsizetype tab = item->text.indexOf(u'\t');
    painter->setPen(enabled ? t.text : t.disabled);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, item->text.left(tab));
    if (tab >= 0) {
        painter->setPen(enabled ? t.secondary : t.disabled);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, item->text.mid(tab + 1));
    }
    painter->restore();
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintGlyph(*painter, Glyph::ChevronRight, centred(QRectF(r.right() - 24, r.top(), 20, r.height()), 14),
                   t.secondary);
    }
}

void Style::drawProgress(QPainter *painter, const QStyleOption *option) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr) {
        return;
    }
    const Tokens &t = m_theme.tokens;
    const QRectF groove(bar->rect.left(), bar->rect.center().y() - 3.0, bar->rect.width(), 6);
    roundBox(painter, groove, 3, t.quietFill, {});
    const double range = double(bar->maximum) - bar->minimum;
    QRectF done = groove;
    if (range > 0) {
        done.setWidth(groove.width() * qBound(0.0, (double(bar->progress) - bar->minimum) / range, 1.0));
    } else {
        // How much is unknown: a still half-tone over the whole width; movement would only distract.
        QColor half = t.information;
        half.setAlphaF(0.45F);
        roundBox(painter, groove, 3, half, {});
        return;
    }
    if (done.width() >= 1) {
        roundBox(painter, done, 3, t.information, {});
    }
}

void Style::drawScrollBar(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar == nullptr || bar->maximum <= bar->minimum) {
        return;
    }
    const Tokens &t = m_theme.tokens;
    QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool hot = has(option, State_MouseOver) || has(option, State_Sunken);
    slider.adjust(3, 3, -3, -3);
    roundBox(painter, slider, 3, hot ? t.secondary : t.lineStrong, {});
}

void Style::drawComboBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr) {
        return;
    }
    if (combo->frame) {
        drawEditorFrame(painter, option, widget);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    paintGlyph(*painter, Glyph::ChevronDown, centred(arrow, 14),
               has(option, State_Enabled) ? m_theme.tokens.secondary : m_theme.tokens.disabled);
}

void Style::drawSpinBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const
{
    drawEditorFrame(painter, option, widget);
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (box != nullptr && box->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const QColor ink = has(option, State_Enabled) ? m_theme.tokens.secondary : m_theme.tokens.disabled;
    paintGlyph(*painter, Glyph::ChevronUp, centred(subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), 11), ink);
    paintGlyph(*painter, Glyph::ChevronDown, centred(subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), 11),
               ink);
}

void Style::drawArrow(QPainter *painter, PrimitiveElement arrow, const QStyleOption *option) const
{
    const Glyph glyph = arrow == PE_IndicatorArrowUp     ? Glyph::ChevronUp
                        : arrow == PE_IndicatorArrowDown ? Glyph::ChevronDown
                        : arrow == PE_IndicatorArrowLeft ? Glyph::ChevronLeft
                                                         : Glyph::ChevronRight;
    const double side = qMin(14.0, double(qMax(option->rect.width(), option->rect.height())));
    paintGlyph(*painter, glyph, centred(option->rect, side),
               has(option, State_Enabled) ? m_theme.tokens.secondary : m_theme.tokens.disabled);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens;
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0) {
            drawEditorFrame(painter, option, widget);
        } else if (widget != nullptr && qobject_cast<const QAbstractItemView *>(
                                            widget->parentWidget() != nullptr ? widget->parentWidget()->parentWidget()
                                                                              : nullptr) != nullptr) {
            painter->fillRect(option->rect, t.surface); // an editor in a cell covers the cell's text
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        drawButton(painter, option, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(painter, option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
            roundBox(painter, option->rect, 0, {}, t.information, 1.0);
        } else if (widget == nullptr || !widget->inherits("QPushButton")) {
            roundBox(painter, option->rect, m_theme.metrics.radius, {}, t.information, 1.0);
        }
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        drawArrow(painter, element, option);
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header != nullptr && header->sortIndicator != QStyleOptionHeader::None) {
            // Qt calls the ascending order "down"; the sign shows where the small ones stand.
            const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
            paintGlyph(*painter, ascending ? Glyph::SortUp : Glyph::SortDown, centred(option->rect, 12), t.secondary);
        }
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(painter, option, true);
        return;
    case PE_PanelItemViewItem:
        drawItemRow(painter, option);
        return;
    case PE_PanelItemViewRow: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item != nullptr && item->features.testFlag(QStyleOptionViewItem::Alternate)) {
            painter->fillRect(option->rect, t.alternate);
        }
        return;
    }
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) != nullptr ||
            (widget != nullptr && widget->inherits("QPlainTextEdit"))) {
            drawEditorFrame(painter, option, widget);
        } else if (widget != nullptr && widget->windowType() == Qt::Popup) { // stands out from what it covers
            roundBox(painter, option->rect, 0, t.surface, t.lineStrong);
        } else {
            roundBox(painter, option->rect, flag(widget, "square") ? 0 : m_theme.metrics.radius, {}, t.line);
        }
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        roundBox(painter, option->rect, 0, t.surface, t.lineStrong);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_FrameGroupBox:
        roundBox(painter, option->rect, m_theme.metrics.radius, {}, t.line);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    case PE_IndicatorBranch:
        if (has(option, State_Children)) {
            paintGlyph(*painter, has(option, State_Open) ? Glyph::ChevronDown : Glyph::ChevronRight,
                       centred(option->rect, 14), t.secondary);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &t = m_theme.tokens;
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton changed = *button;
            if (flag(widget, "primary")) {
                for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                    changed.palette.setColor(group, QPalette::ButtonText, t.onAccent);
                }
            } else if (flag(widget, "link")) {
                changed.palette.setColor(QPalette::Active, QPalette::ButtonText, t.information);
                changed.palette.setColor(QPalette::Inactive, QPalette::ButtonText, t.information);
            }
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        drawHeaderSection(painter, option);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.sunken);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 changed;
            if (const auto *second = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option)) {
                changed = *second;
            } else {
                changed.QStyleOptionHeader::operator=(*header);
            }
            changed.palette.setColor(QPalette::ButtonText, t.secondary);
            changed.rect.adjust(4, 0, changed.sortIndicator == QStyleOptionHeader::None ? -4 : -16, 0);
            changed.state.setFlag(State_On,
                                  false); // heads of selected columns would be bold: nearly always all of them
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        drawTab(painter, option, widget);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(painter, option);
        return;
    case CE_MenuItem:
        drawMenuItem(painter, option);
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, t.surface);
        return;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        drawProgress(painter, option);
        return;
    case CE_ProgressBarLabel:
        return; // the pane around it says how much
    case CE_Splitter:
        painter->fillRect(option->rect, t.line);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(painter, option, widget);
        return;
    case CC_ComboBox:
        drawComboBox(painter, option, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(painter, option, widget);
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && button->features.testFlag(QStyleOptionToolButton::HasMenu) &&
            !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
            QStyleOptionToolButton plain = *button; // the usual arrow would stand in the corner, over the text
            plain.features.setFlag(QStyleOptionToolButton::HasMenu, false);
            plain.rect.setRight(plain.rect.right() - 12);
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            const QRect arrow(button->rect.right() - 17, button->rect.top(), 14, button->rect.height());
            paintGlyph(*painter, Glyph::ChevronDown, centred(arrow, 11), m_theme.tokens.secondary);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace gridbook::ui
