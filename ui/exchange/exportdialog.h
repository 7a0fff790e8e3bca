#pragma once
// Asks which rows and columns go into which file, then writes it in a thread of its own with progress and cancel. ID
// numbers, phones and addresses are masked unless a purpose is given, which is logged.
#include "core/exchange/exporter.h"
#include "ui/shell/workbench.h"
#include <QDialog>
#include <atomic>

class QComboBox;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QThread;

namespace gridbook::ui {

class MaskChoice;
class MessageBar;
class ProgressPane;
class RowsChoice;

// What the list shows when the export is asked for.
struct ExportRequest
{
    Query query;
    qint64 shown = 0;
    qint64 total = -1; // without filters; -1: not known
    QList<RowId> selected;
    QStringList columns; // in the order of the screen
    int frozen = 0;
    QString title; // of the list, if it is not the registry itself
};

class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Workbench &bench, ExportRequest request, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] QPushButton *exportButton() const { return m_export; }

public Q_SLOTS:
    void reject() override; // while writing: cancels, and closes when the file is away

Q_SIGNALS:
    void progressed(qint64 done, qint64 total, const QString &what);
    void finished(const QString &path, qint64 rows, const gridbook::Error &error);

private:
    void build();
    void refresh();
    void start();
    void take(const QString &path, qint64 rows, const Error &error);
    [[nodiscard]] exchange::ExportJob job() const;
    [[nodiscard]] bool holdsProtected() const;

    Workbench &m_bench;
    ExportRequest m_request;
    const RegistrySpec &m_spec;
    QStackedWidget *m_stack;
    RowsChoice *m_rows;
    QRadioButton *m_asShown;
    QRadioButton *m_allColumns;
    QComboBox *m_format;
    MaskChoice *m_mask;
    MessageBar *m_message;
    ProgressPane *m_progress;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QThread *m_worker = nullptr;
    std::atomic_bool m_stop = false;
};

} // namespace gridbook::ui
