#pragma once
// The plan as a table: one line for each row of the file, the state first, then the cells. A cell that would change
// shows old → new; a wrong one its text as it stands in the file. Cells can be mended in place.
#include "core/exchange/importplan.h"
#include "ui/shell/uicontext.h"
#include <QAbstractTableModel>
#include <QSet>

namespace gridbook::ui {

class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RowNumber, State, Why, FirstField };

    PlanModel(UiContext &context, const CodeTables &codes, QObject *parent = nullptr);
    void setPlan(const std::shared_ptr<exchange::ImportPlan> &plan);
    void setShown(const QSet<exchange::RowState> &states);
    void refilter();     // rows may have gone to another state
    void refreshCells(); // keeps the rows that are shown, so that a mended row does not jump away
    [[nodiscard]] int planRow(int row) const { return m_rows.value(row, -1); }
    [[nodiscard]] int field(int column) const { return m_fields.value(column - FirstField, -1); }
    [[nodiscard]] int columnOfField(int field) const;
    [[nodiscard]] const std::shared_ptr<exchange::ImportPlan> &plan() const { return m_plan; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] static QString stateWord(exchange::RowState state);
    // What is said about one row, in lines: the question, the issues, the differences.
    [[nodiscard]] QString story(int planRow) const;
    [[nodiscard]] QString shownValue(int field, const QVariant &value) const;

Q_SIGNALS:
    void mended(int planRow);

private:
    [[nodiscard]] QString cellText(const exchange::PlanRow &row, int field) const;
    [[nodiscard]] QString reason(const exchange::PlanRow &row) const;
    [[nodiscard]] std::optional<IssueLevel> levelOf(const exchange::PlanRow &row, int field) const;

    UiContext &m_context;
    const CodeTables &m_codes;
    std::shared_ptr<exchange::ImportPlan> m_plan;
    QList<int> m_rows;
    QList<int> m_fields;
    QSet<exchange::RowState> m_shown;
};

} // namespace gridbook::ui
