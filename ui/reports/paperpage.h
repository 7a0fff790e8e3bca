#pragma once
// A page that shows a paper: what it is of (a quarter, a day), the preview, and the ways out (printer, PDF,
// spreadsheet). Papers are made in the background; a click on a number opens its rows.
#include "core/base/id.h"
#include "core/base/quarter.h"
#include "core/base/result.h"
#include "core/reports/document.h"
#include "ui/shell/background.h"
#include <QDate>
#include <QWidget>
#include <functional>
#include <optional>

class QLabel;
class QHBoxLayout;
class QToolButton;

namespace gridbook {
class PreviewPane;
class RegistryReader;
} // namespace gridbook

namespace gridbook::ui {

class QuarterEditor;
class Workbench;

class PaperPage final : public QWidget
{
    Q_OBJECT
public:
    // day: the last day that the paper is about; runs in another thread.
    using Maker = std::function<Result<Document>(RegistryReader &reader, QDate day)>;
    struct Plan
    {
        QString title;    // 季度报告
        QString fileName; // suggestion without suffix; %1 is the quarter or day
        bool quarterly = false;
        std::optional<Quarter> quarter{}; // the first that is shown; none: that of the as-of day
        bool personal = false;            // names and numbers of people: the way out is logged
        QString purpose;                  // why it is in the clear; empty: it is masked
        QList<RowId> records;             // members whose numbers are on it
        Maker make;
    };
    PaperPage(Workbench &workbench, Plan plan, QWidget *parent = nullptr);
    ~PaperPage() override;
    void refresh();
    void tellDay();
    [[nodiscard]] PreviewPane *preview() const { return m_preview; }
    [[nodiscard]] QuarterEditor *quarterEditor() const { return m_quarter; }
    [[nodiscard]] QToolButton *doubts() const { return m_doubts; } // what to look at before it is signed, a line each

Q_SIGNALS:
    void shown(); // the paper is in the preview

private:
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QString suggestedName() const;
    void showDoubts(const QList<Doubt> &doubts);
    bool logWayOut(const QString &action);
    void printPaper();
    void save(const QString &suffix);

    Workbench &m_workbench;
    Plan m_plan;
    CancelFlag m_cancel;
    quint64 m_run = 0;
    bool m_isWriting = false;
    QDate m_shownDay;
    QLabel *m_state;
    QuarterEditor *m_quarter = nullptr;
    QToolButton *m_doubts;
    PreviewPane *m_preview;
};

} // namespace gridbook::ui
