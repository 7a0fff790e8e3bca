#include "ui/reports/previewpane.h"
#include "ui/reports/documentview.h"
#include "ui/reports/layoutengine.h"
#include "ui/shell/icons.h"
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolBar>
#include <QVBoxLayout>

namespace gridbook {

namespace {
constexpr int kPercents[] = {50, 75, 100, 125, 150, 200};
constexpr int firstPercent = 2; // in the list of zooms, behind the two that fit
} // namespace

PreviewPane::PreviewPane(const FontChoice &fonts, QWidget *parent)
    : QWidget(parent), m_fonts(fonts), m_view(new DocumentView(this)), m_toolBar(new QToolBar(this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(m_view, 1);
    buildToolBar();
    connect(m_view, &DocumentView::figureActivated, this, &PreviewPane::figureActivated);
    connect(m_view, &DocumentView::currentPageChanged, this, &PreviewPane::showPage);
    connect(m_view, &DocumentView::zoomChanged, this, &PreviewPane::showZoom);
    setDocument({});
}

void PreviewPane::buildToolBar()
{
    m_toolBar->setAccessibleName(tr("Paper tools"));
    m_toolBar->setContentsMargins(12, 0, 12, 4);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_print = m_toolBar->addAction(ui::icon(ui::Glyph::Print), tr("Print"), this, &PreviewPane::printRequested);
    m_print->setShortcut(QKeySequence::Print);
    m_print->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_print); // the key is heard wherever the focus is in the pane, not only among the tools
    m_pdf = m_toolBar->addAction(ui::icon(ui::Glyph::File), tr("PDF"), this, &PreviewPane::pdfRequested);
    m_pdf->setToolTip(tr("Save as a PDF file"));
    m_xlsx = m_toolBar->addAction(ui::icon(ui::Glyph::Grid), tr("Spreadsheet"), this, &PreviewPane::xlsxRequested);
    m_xlsx->setToolTip(tr("Save as an Excel file"));
    m_toolBar->addSeparator();
    //: Of a paper, not of a list
    m_previous = m_toolBar->addAction(ui::icon(ui::Glyph::ChevronUp), tr("Previous page"), this,
                                      [this] { m_view->goToPage(m_view->currentPage() - 1); });
    m_pageBox = new QSpinBox(m_toolBar);
    m_pageBox->setAccessibleName(tr("Page number"));
    m_pageBox->setKeyboardTracking(false);
    m_pageBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_pageBox->setAlignment(Qt::AlignRight);
    connect(m_pageBox, &QSpinBox::valueChanged, this, [this](int number) { m_view->goToPage(number - 1); });
    m_toolBar->addWidget(m_pageBox);
    m_pageCount = new QLabel(m_toolBar);
    m_toolBar->addWidget(m_pageCount);
    m_next = m_toolBar->addAction(ui::icon(ui::Glyph::ChevronDown), tr("Next page"), this,
                                  [this] { m_view->goToPage(m_view->currentPage() + 1); });
    for (QAction *const action : {m_previous, m_next}) {
        action->setPriority(QAction::LowPriority); // the icon says it
    }
    m_toolBar->addSeparator();
    m_zoomBox = new QComboBox(m_toolBar);
    m_zoomBox->setAccessibleName(tr("Zoom"));
    m_zoomBox->addItem(tr("Fit width"));
    m_zoomBox->addItem(tr("Whole page"));
    for (const int percent : kPercents) {
        m_zoomBox->addItem(tr("%1 %").arg(percent));
    }
    m_zoomBox->addItem(QString()); // any other zoom, shown while it lasts; nobody chooses it
    qobject_cast<QListView *>(m_zoomBox->view())->setRowHidden(m_zoomBox->count() - 1, true);
    connect(m_zoomBox, &QComboBox::activated, this, &PreviewPane::chooseZoom);
    m_toolBar->addWidget(m_zoomBox);
}

void PreviewPane::setDocument(const Document &document, bool samePlace)
{
    m_document = document;
    const int place = m_view->verticalScrollBar()->value();
    m_view->setDocument(paginate(document, m_fonts));
    if (samePlace) {
        m_view->verticalScrollBar()->setValue(place);
    }
    const int count = m_view->pageCount();
    {
        const QSignalBlocker quiet(m_pageBox);
        m_pageBox->setRange(count > 0 ? 1 : 0, count);
    }
    //: Behind the number of the page: "3 / 12"
    m_pageCount->setText(tr("/ %1").arg(count));
    for (QAction *const action : {m_print, m_pdf, m_xlsx}) {
        action->setEnabled(count > 0);
    }
    showPage(m_view->currentPage());
    showZoom();
}

void PreviewPane::showPage(int page)
{
    const QSignalBlocker quiet(m_pageBox);
    m_pageBox->setValue(page + 1);
    m_previous->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < m_view->pageCount());
}

void PreviewPane::showZoom()
{
    const int other = m_zoomBox->count() - 1;
    const int percent = qRound(m_view->zoom() * 100);
    int index = m_view->fitsWidth() ? 0 : other;
    for (int i = 0; index == other && i < other - firstPercent; ++i) {
        if (kPercents[i] == percent) {
            index = i + firstPercent;
        }
    }
    m_zoomBox->setItemText(other, tr("%1 %").arg(percent));
    m_zoomBox->setCurrentIndex(index);
}

void PreviewPane::chooseZoom(int index)
{
    if (index == 0) {
        m_view->setFitWidth();
    } else if (index < firstPercent) {
        m_view->showWholePage();
    } else if (index < m_zoomBox->count() - 1) {
        m_view->setZoom(kPercents[index - firstPercent] / 100.0);
    }
    showZoom();
}

} // namespace gridbook
