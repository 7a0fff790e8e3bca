#pragma once
// Values that should not be overlooked in a list: a probationary member, one who is lost, a grid outside of
// its band. A dot and the word in the
// colour of a warning or of a failure. What deserves a mark is data in listmarks.cpp.
#include "ui/shell/icons.h"
#include <QStyledItemDelegate>

namespace gridbook::ui {

// The tint of a stored value of a field; Text: nothing special.
[[nodiscard]] Tint markOf(const QString &registry, const QString &field, const QString &value);

class MarkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    MarkDelegate(QString registry, QObject *parent) : QStyledItemDelegate(parent), m_registry(std::move(registry)) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString m_registry;
};

} // namespace gridbook::ui
