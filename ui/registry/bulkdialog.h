#pragma once
// What the dialogs that change many records have in common: see old → new for each, then do it as one step. Esc stops
// the work first, and closes then.
#include "ui/registry/bulkedit.h"
#include <QAbstractTableModel>
#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace gridbook::ui {

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

class BulkDialog : public QDialog
{
    Q_OBJECT
public:
    [[nodiscard]] BulkEdit *edit() const { return m_edit; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] virtual QString summary() const = 0; // what is going to happen, under the table

public Q_SLOTS:
    void reject() override; // also stops what is going on

protected:
    BulkDialog(Workbench &workbench, const QString &registry, const QList<RowId> &ids, QWidget *parent);

    // The parts, for the dialog's own layout. What stands before the buttons is the dialog's own, too.
    [[nodiscard]] MessageBar *messages() const { return m_messages; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLabel *summaryLabel() const { return m_summary; }
    [[nodiscard]] ProgressPane *progress() const { return m_progress; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }

    [[nodiscard]] Workbench &workbench() const { return m_workbench; }
    [[nodiscard]] const RegistrySpec &spec() const { return m_spec; }
    [[nodiscard]] bool isApplying() const { return m_applying; }
    [[nodiscard]] virtual int changing() const; // records that are going to change
    [[nodiscard]] QString counted() const;      // "3 will be changed, 1 are so already …"
    // The step in the history: its name, and why.
    [[nodiscard]] virtual QString stepTitle() const = 0;
    [[nodiscard]] virtual QString stepReason() const { return {}; }
    virtual void showState();
    void widenColumns();
    [[nodiscard]] virtual bool isLookedAt() const { return true; } // false: something must be ticked first

private:
    void apply();

    Workbench &m_workbench;
    const RegistrySpec &m_spec;
    BulkEdit *m_edit;
    BulkModel *m_model;
    MessageBar *m_messages;
    QTableView *m_table;
    QLabel *m_summary;
    ProgressPane *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_apply;
    bool m_applying = false;
};

} // namespace gridbook::ui
