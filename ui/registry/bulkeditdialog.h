#pragma once
// Changes one field of many records: choose the field, give the value, see old → new for each row, do it as one step.
#include "ui/registry/bulkedit.h"
#include <QAbstractTableModel>
#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableView;
class QVBoxLayout;

namespace gridbook::ui {

class DateEditor;
class Editor;
class MessageBar;
class ProgressPane;
class Workbench;

class BulkModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Record, Before, After, Result, ColumnCount };
    BulkModel(const BulkEdit &edit, QString recordHead, QObject *parent);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void refresh(qsizetype first, qsizetype last);

private:
    const BulkEdit &m_edit;
    QString m_recordHead;
};

// The table of a preview: wide enough for old and new, the rest for what happens.
[[nodiscard]] QTableView *previewTable(BulkModel *model, QWidget *parent);

class BulkEditDialog final : public QDialog
{
    Q_OBJECT
public:
    BulkEditDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent = nullptr);
    [[nodiscard]] BulkEdit *edit() const { return m_edit; }
    [[nodiscard]] QComboBox *fieldChoice() const { return m_field; }
    [[nodiscard]] Editor *valueEditor() const { return m_value; }
    [[nodiscard]] QCheckBox *clearChoice() const { return m_clear; } // an empty value is meant
    [[nodiscard]] DateEditor *fromEditor() const { return m_from; }
    [[nodiscard]] QRadioButton *correctChoice() const { return m_correct; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    // Begins with this field and value. False if the field is none that many records share, or is protected.
    [[nodiscard]] bool propose(const QString &field, const QVariant &value);

public Q_SLOTS:
    void reject() override; // also stops what is going on

private:
    void build(const QList<const Field *> &fields);
    void chooseField();
    void replan();
    void showState();
    [[nodiscard]] bool isReady() const; // field and value are given
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const Field *field() const;

    Workbench &m_workbench;
    const RegistrySpec &m_spec;
    BulkEdit *m_edit;
    BulkModel *m_model;
    QComboBox *m_field;
    QVBoxLayout *m_valuePlace = nullptr;
    QWidget *m_valueRow = nullptr;
    Editor *m_value = nullptr;
    QCheckBox *m_clear = nullptr;
    QWidget *m_dated = nullptr;
    QRadioButton *m_move = nullptr;
    QRadioButton *m_correct = nullptr;
    DateEditor *m_from = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QLineEdit *m_reason = nullptr;
    MessageBar *m_messages = nullptr;
    ProgressPane *m_progress = nullptr;
    QPushButton *m_apply = nullptr;
    bool m_applying = false;
};

} // namespace gridbook::ui
