#include "ui/registry/listmarks.h"
#include "ui/registry/tablemodel.h"
#include "ui/shell/theme.h"
#include <QPainter>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Mark
{
    QStringView registry;
    QStringView field;
    QStringView value;
    Tint tint;
};

constexpr Mark marks[] = {
    {u"member", u"category", u"probationary", Tint::Warning},
    {u"member", u"lost", u"true", Tint::Danger},
    {u"member", u"mobile", u"true", Tint::Information},
    {u"member", u"hardship", u"true", Tint::Warning},
    {u"grid", u"band", u"below", Tint::Warning},
    {u"grid", u"band", u"above", Tint::Warning},
};

} // namespace

Tint markOf(const QString &registry, const QString &field, const QString &value)
{
    for (const Mark &mark : marks) {
        if (mark.registry == registry && mark.field == field && mark.value == value) {
            return mark.tint;
        }
    }
    return Tint::Text;
}

void MarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    const QString field = index.data(TableModel::FieldRole).toString();
    const QVariant value = index.data(TableModel::ValueRole);
    const bool plain = value.typeId() != QMetaType::QString && value.typeId() != QMetaType::Bool;
    const Tint tint = plain ? Tint::Text : markOf(m_registry, field, value.toString());
    QStyleOptionViewItem shown(option);
    shown.state &= ~QStyle::State_HasFocus;
    if (tint != Tint::Text) {
        const QColor colour = tint == Tint::Warning ? theme.tokens.warningText : tintColour(tint);
        shown.palette.setColor(QPalette::Text, colour);
        shown.palette.setColor(QPalette::HighlightedText, colour);
        shown.rect.setLeft(option.rect.left() + 14);
        if (shown.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.tokens.accentSoft);
        } else if (index.row() % 2 == 1) {
            painter->fillRect(option.rect, theme.tokens.alternate);
        }
    }
    QStyledItemDelegate::paint(painter, shown, index);
    if (tint != Tint::Text) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tintColour(tint));
        painter->drawEllipse(QPointF(option.rect.left() + 12, option.rect.center().y() + 0.5), 4, 4);
        painter->restore();
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.tokens.line);
    if (option.state.testFlag(QStyle::State_HasFocus)) { // where the keyboard stands
        painter->setPen(theme.tokens.lineStrong);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

} // namespace gridbook::ui
