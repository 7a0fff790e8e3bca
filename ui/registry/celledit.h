#pragma once
// The keys with which a list is worked through like a spreadsheet: F2 opens the entry where it stands, Ctrl+' takes
// over the one above, Ctrl+D fills the selected rows with the entry of the first. The rules are those of the form; what
// is not safe in place (forminplace.h) is said and left.
#include "core/base/id.h"
#include "ui/widgets/editor.h"
#include <QObject>
#include <QPointer>

class QModelIndex;
class QVariant;

namespace gridbook {
struct Field;
}

namespace gridbook::ui {

class TableModel;
class TableView;
class Workbench;

class CellEdit final : public QObject
{
    Q_OBJECT
public:
    CellEdit(Workbench &bench, TableModel *model, TableView *table, QObject *parent);
    void begin();
    void copyFromAbove();
    void fillDown(); // of one row: from above; of several: shows what would change and asks
    [[nodiscard]] Editor *editor() const { return m_editor; } // null: nothing is being edited

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] const Field *fieldAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant valueOf(RowId row, const Field &field);
    bool isReadOnly();
    bool save();
    void finish();
    void close();

    Workbench &m_bench;
    TableModel *m_model;
    TableView *m_table;
    QPointer<Editor> m_editor;
    RowId m_row = 0;
    QString m_field;
};

} // namespace gridbook::ui
