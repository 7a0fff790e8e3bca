#include "ui/reports/paperpage.h"
#include "core/reports/xlsxdocument.h"
#include "ui/dialogs/ask.h"
#include "ui/reports/documentview.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include "ui/reports/previewpane.h"
#include "ui/shell/backlink.h"
#include "ui/shell/icons.h"
#include "ui/shell/openfigure.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/quartereditor.h"
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

PaperPage::PaperPage(Workbench &workbench, Plan plan, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_plan(std::move(plan))
    , m_cancel(makeCancelFlag())
    , m_state(new QLabel(this))
    , m_doubts(new QToolButton(this))
    , m_preview(new PreviewPane(FontChoice(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(12);
    if (!m_plan.records.isEmpty()) { // of chosen records; the other papers have their places in the navigation
        head->addWidget(new BackLink(m_workbench, this, this));
    }
    auto *title = new QLabel(m_plan.title, this);
    setRole(title, Role::Title);
    head->addWidget(title);
    if (m_plan.quarterly) {
        m_quarter = new QuarterEditor(m_workbench.context().clock, this);
        m_quarter->setLabel(tr("Quarter"));
        m_quarter->setLatest(Quarter::of(m_workbench.context().clock.today()));
        m_quarter->setQuarter(m_plan.quarter.value_or(Quarter::of(m_workbench.asOf())));
        const int text = m_quarter->fontMetrics().horizontalAdvance(u"2026年第三季度 07-01 – 09-30"_qs);
        m_quarter->setFixedWidth(text + 8 * currentTheme().metrics.icon);
        head->addWidget(m_quarter);
        connect(m_quarter, &Editor::edited, this, [this] {
            if (m_quarter->quarter()) {
                refresh();
            }
        });
        connect(m_quarter, &Editor::validationChanged, this, [this] {
            if (const Validation said = m_quarter->validation(); said.level == Level::Error) {
                m_state->setText(said.text);
            }
        });
    }
    m_doubts->setIcon(icon(Glyph::Warning, Tint::Warning));
    m_doubts->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_doubts->setPopupMode(QToolButton::InstantPopup);
    m_doubts->setToolTip(tr("What to look at before the paper is signed"));
    m_doubts->setMenu(new QMenu(m_doubts));
    m_doubts->hide();
    head->addWidget(m_doubts);
    setRole(m_state, Role::Secondary);
    head->addWidget(m_state, 1);
    column->addLayout(head);
    column->addWidget(m_preview, 1);
    setFocusProxy(m_preview->view());
    addAction(m_preview->printAction());
    connect(m_preview, &PreviewPane::figureActivated, this,
            [this](const QString &key) { openFigure(m_workbench, this, key); });
    connect(m_preview, &PreviewPane::printRequested, this, &PaperPage::printPaper);
    connect(m_preview, &PreviewPane::pdfRequested, this, [this] { save(u"pdf"_qs); });
    connect(m_preview, &PreviewPane::xlsxRequested, this, [this] { save(u"xlsx"_qs); });
    connect(&m_workbench, &Workbench::asOfChanged, this, [this] {
        if (m_quarter == nullptr) {
            refresh();
        }
    });
    connect(&m_workbench.book().bus(), &ChangeBus::changed, this, &PaperPage::refresh);
    refresh();
}

PaperPage::~PaperPage()
{
    m_cancel->store(true);
}

QDate PaperPage::day() const
{
    if (m_quarter == nullptr) {
        return m_workbench.asOf();
    }
    return m_quarter->quarter().value_or(Quarter::of(m_workbench.asOf())).lastDay();
}

void PaperPage::refresh()
{
    m_state->setText(tr("Being prepared…"));
    m_cancel->store(true);
    m_cancel = makeCancelFlag();
    const quint64 run = ++m_run;
    runInBackground(
        this,
        [book = &m_workbench.book(), make = m_plan.make, of = day()]() -> Result<Document> {
            GRIDBOOK_ASSIGN(auto reader, book->openReader());
            return make(reader->registries(), of);
        },
        [this, run](const Result<Document> &document) {
            if (run != m_run) {
                return; // something else has been asked for meanwhile
            }
            showDoubts(document ? document->doubts : QList<Doubt>());
            if (!document) {
                m_state->setText(document.error().message);
                if (m_shownDay != day()) { // what is still shown would go out under another name
                    m_preview->setDocument({}, false);
                    m_shownDay = {};
                }
                return;
            }
            m_preview->setDocument(*document, m_shownDay == day()); // the same paper again: at the same place
            m_shownDay = day();
            tellDay();
            Q_EMIT shown();
        });
}

// Each leads to the records to be mended. They stand on the paper, too, but some pages further on.
void PaperPage::showDoubts(const QList<Doubt> &doubts)
{
    QMenu *menu = m_doubts->menu();
    menu->clear();
    for (const Doubt &doubt : doubts) {
        QAction *entry = menu->addAction(m_workbench.context().word(doubt.text));
        entry->setEnabled(!doubt.key.isEmpty());
        connect(entry, &QAction::triggered, this, [this, key = doubt.key] { openFigure(m_workbench, this, key); });
    }
    m_doubts->setText(tr("%n to check", nullptr, int(doubts.size())));
    m_doubts->setVisible(!doubts.isEmpty());
}

// A quarter that is not over yet counts up to today, as the paper itself says.
void PaperPage::tellDay()
{
    const QDate today = m_workbench.book().clock().today();
    const QString iso = day().toString(Qt::ISODate);
    const QList<Page> &pages = m_preview->view()->document().pages;
    const bool opens =
        std::any_of(pages.begin(), pages.end(), [](const Page &page) { return !page.items.links.isEmpty(); });
    m_state->setText(!opens ? tr("As of %1.").arg(iso)
                     : m_plan.quarterly && day() > today
                         ? tr("This quarter is not over: figures as of %1. Click a number to see its rows.")
                               .arg(today.toString(Qt::ISODate))
                         : tr("Figures as of %1. Click a number to see its rows.").arg(iso));
}

// A masked paper is one line; one in the clear is a line for each member on it. False: it must not go out.
bool PaperPage::logWayOut(const QString &action)
{
    const bool masked = m_plan.purpose.isEmpty();
    if (masked && m_workbench.book().isReadOnly()) {
        return true; // nothing that must be logged
    }
    const QList<RowId> records = masked || m_plan.records.isEmpty() ? QList<RowId>{0} : m_plan.records;
    const Done logged = m_workbench.book().logAccessToEach(
        action, u"member"_qs, records, {}, masked ? m_plan.title : QString(m_plan.title + u": " + m_plan.purpose));
    if (!logged) {
        m_workbench.report(logged.error());
    }
    return logged.ok();
}

QString PaperPage::suggestedName() const
{
    return m_plan.fileName.arg(m_plan.quarterly ? Quarter::of(day()).toString() : day().toString(Qt::ISODate));
}

void PaperPage::printPaper()
{
    const auto printed = askAndPrint(this, suggestedName(), paginate(m_preview->document(), m_preview->fonts()));
    if (!printed) {
        m_workbench.report(printed.error());
    }
    if (!printed || !*printed) {
        return;
    }
    if (m_plan.personal) {
        logWayOut(u"print"_qs);
    }
    m_workbench.tell(tr("Sent to the printer."));
}

// The log comes first: once the writing has begun, the file may be there although the page is gone.
void PaperPage::save(const QString &suffix)
{
    if (m_isWriting) {
        m_workbench.note(tr("The file before is still being written. Wait for it."));
        return;
    }
    const QString filter = suffix == u"pdf" ? tr("PDF (*.pdf)") : tr("Spreadsheet (*.xlsx)");
    const QString path =
        m_workbench.context().ask.saveFile({m_plan.title, {filter}, suggestedName() + u'.' + suffix, u"paper"_qs});
    if (path.isEmpty() || (m_plan.personal && !logWayOut(u"export"_qs))) {
        return;
    }
    m_isWriting = true;
    m_workbench.note(tr("Being written…"));
    runInBackground( // what the preview shows now; a long paper takes seconds
        this,
        [isPdf = suffix == u"pdf", document = m_preview->document(), pages = m_preview->view()->document(), path] {
            return isPdf ? writePdf(pages, path) : writeXlsx(document, path);
        },
        [this, path](const Done &done) {
            m_isWriting = false;
            if (done) {
                m_workbench.tell(tr("Written: %1").arg(QDir::toNativeSeparators(path)));
            } else {
                m_workbench.report(done.error());
            }
        });
}

} // namespace gridbook::ui
