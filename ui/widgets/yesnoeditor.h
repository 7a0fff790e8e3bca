#pragma once
// Yes, no, or not known; Delete makes it unknown again. "Y" and "N" answer too.
#include "ui/widgets/editor.h"

class QButtonGroup;
class QRadioButton;

namespace gridbook::ui {

class YesNoEditor final : public Editor
{
    Q_OBJECT
public:
    explicit YesNoEditor(QWidget *parent = nullptr);
    [[nodiscard]] QVariant value() const override; // bool, or invalid
    void setValue(const QVariant &value) override;
    [[nodiscard]] bool isEmpty() const override { return !value().isValid(); }
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QWidget *field() const override;
    void setLabel(const QString &label) override;
    void setWords(const QString &yes, const QString &no);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QButtonGroup *m_group;
    QRadioButton *m_yes;
    QRadioButton *m_no;
};

} // namespace gridbook::ui
