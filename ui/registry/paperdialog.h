#pragma once
// Asks of which rows a paper is made and whether ID numbers, phones and addresses stay masked, then opens the paper's
// page. A paper in the clear shows protected entries on screen already, so its purpose is logged before it is opened.
#include "core/registry/query.h"
#include "ui/registry/listactions.h"
#include "ui/registry/wayout.h"
#include <QDialog>

class QPushButton;

namespace gridbook::ui {

class MessageBar;
class Workbench;

// The rows that a paper can be made of.
struct PaperRows
{
    Query query;           // of the list
    QList<RowId> selected; // or the only record
    QList<RowId> shown;    // what the query finds, in the order of the list
    qint64 total = -1;     // without filters; -1: not known
};

class PaperDialog final : public QDialog
{
    Q_OBJECT
public:
    PaperDialog(Workbench &bench, const ListPaper &paper, const PaperRows &rows, QWidget *parent = nullptr);
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] MaskChoice *mask() const { return m_mask; }

private:
    void openPaper();
    [[nodiscard]] Result<QList<RowId>> ids() const;

    Workbench &m_bench;
    ListPaper m_paper;
    PaperRows m_rows;
    RowsChoice *m_choice;
    MaskChoice *m_mask;
    MessageBar *m_message;
    QPushButton *m_open;
};

// Over the window that is active; it deletes itself when closed.
void askForPaper(Workbench &bench, const ListPaper &paper, const PaperRows &rows);

} // namespace gridbook::ui
