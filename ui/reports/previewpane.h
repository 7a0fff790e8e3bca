#pragma once
// The preview with its tool bar: print, PDF, spreadsheet, page, zoom. The pane asks for output by signals; where the
// paper comes from and where files go is the page's business. output.h and core/reports/xlsxdocument.h do the work.
#include "core/reports/document.h"
#include "ui/reports/fonts.h"
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QSpinBox;
class QToolBar;

namespace gridbook {

class DocumentView;

class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(const FontChoice &fonts, QWidget *parent = nullptr);

    // samePlace: what is in view stays in view (the paper was made again after a change).
    void setDocument(const Document &document, bool samePlace = false);
    [[nodiscard]] const Document &document() const { return m_document; }
    [[nodiscard]] DocumentView *view() const { return m_view; }
    [[nodiscard]] const FontChoice &fonts() const { return m_fonts; }
    // For actions of the page that shows the pane (freeze, sign, send).
    [[nodiscard]] QToolBar *toolBar() const { return m_toolBar; }
    // Added to that page, its key prints wherever the focus is.
    [[nodiscard]] QAction *printAction() const { return m_print; }

Q_SIGNALS:
    void printRequested();
    void pdfRequested();
    void xlsxRequested();
    void figureActivated(const QString &key);

private:
    void buildToolBar();
    void showPage(int page);
    void showZoom();
    void chooseZoom(int index);

    FontChoice m_fonts;
    Document m_document;
    DocumentView *m_view;
    QToolBar *m_toolBar;
    QAction *m_print = nullptr;
    QAction *m_pdf = nullptr;
    QAction *m_xlsx = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QSpinBox *m_pageBox = nullptr;
    QLabel *m_pageCount = nullptr;
    QComboBox *m_zoomBox = nullptr;
};

} // namespace gridbook
