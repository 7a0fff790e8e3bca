#pragma once
// Changes one field of many records: choose the field, give the value, see old → new for each row, do it as one step.
#include "ui/registry/bulkdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

namespace gridbook::ui {

class DateEditor;
class Editor;

class BulkEditDialog final : public BulkDialog
{
    Q_OBJECT
public:
    BulkEditDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent = nullptr);
    [[nodiscard]] QComboBox *fieldChoice() const { return m_field; }
    [[nodiscard]] Editor *valueEditor() const { return m_value; }
    [[nodiscard]] QCheckBox *checkedTick() const { return m_checked; }
    [[nodiscard]] QCheckBox *clearChoice() const { return m_clear; } // an empty value is meant
    [[nodiscard]] DateEditor *fromEditor() const { return m_from; }
    [[nodiscard]] QRadioButton *correctChoice() const { return m_correct; }
    // Begins with this field and value. False if the field is none that many records share, or is protected.
    [[nodiscard]] bool propose(const QString &field, const QVariant &value);

    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] int changing() const override;
    [[nodiscard]] QString stepTitle() const override;
    [[nodiscard]] QString stepReason() const override;
    void showState() override;
    [[nodiscard]] bool isLookedAt() const override;

private:
    void build(const QList<const Field *> &fields);
    void chooseField();
    void replan();
    [[nodiscard]] bool isReady() const; // field and value are given
    [[nodiscard]] const Field *field() const;

    QComboBox *m_field;
    QVBoxLayout *m_valuePlace = nullptr;
    QWidget *m_valueRow = nullptr;
    Editor *m_value = nullptr;
    QCheckBox *m_clear = nullptr;
    QCheckBox *m_checked = nullptr; // that the doubtful ones are meant
    QWidget *m_dated = nullptr;
    QRadioButton *m_move = nullptr;
    QRadioButton *m_correct = nullptr;
    DateEditor *m_from = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace gridbook::ui
