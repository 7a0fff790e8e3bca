#pragma once
// One telephone number, shown in groups (138 1234 5678), stored without blanks.
#include "ui/widgets/lineeditor.h"

namespace gridbook::ui {

class PhoneEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit PhoneEditor(QWidget *parent = nullptr);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;
};

} // namespace gridbook::ui
