#pragma once
// The preview of a paper: the very pages that will be printed, below each other. Only what is visible is painted.
// Every number that carries a figure link answers to the mouse and to the keyboard: Tab and Shift+Tab walk the links
// from the page in view, Enter opens one, Escape lets Tab leave the preview.
#include "ui/reports/pages.h"
#include <QAbstractScrollArea>

namespace gridbook {

class DocumentView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DocumentView(QWidget *parent = nullptr);

    void setDocument(const PagedDocument &document);
    [[nodiscard]] const PagedDocument &document() const { return m_document; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_document.pages.size()); }
    [[nodiscard]] int currentPage() const { return m_page; } // from 0, -1 without pages
    void goToPage(int page);

    // 1 is the size on paper; 0.5 to 2.
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    [[nodiscard]] bool fitsWidth() const { return m_fitWidth; }
    void setFitWidth();
    void showWholePage();     // the page in view as large as fits; no mode of its own
    void zoomStep(int steps); // +1 larger, -1 smaller

    // Where a page, or a link on it, stands in the viewport.
    [[nodiscard]] QRectF pageRect(int page) const;
    [[nodiscard]] QRectF linkRect(int page, int link) const;

Q_SIGNALS:
    void figureActivated(const QString &key);
    void currentPageChanged(int page);
    void zoomChanged(double zoom);

protected:
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Link
    {
        int page = -1;
        int index = -1;
        friend bool operator==(const Link &, const Link &) = default;
    };

    [[nodiscard]] double scale() const; // viewport pixels to a millimetre
    [[nodiscard]] int pageAt(double y) const;
    [[nodiscard]] Link linkAt(QPointF position) const;
    [[nodiscard]] Link neighbour(Link from, bool next) const;
    void applyZoom(double zoom);
    void layOut();
    void updatePage();
    void setHover(Link link);
    void setCurrent(Link link);
    void reveal(Link link);

    PagedDocument m_document;
    QList<double> m_tops; // of pages, pixels from the top of all; one more for the end
    double m_widest = 0;  // mm
    double m_zoom = 1;
    bool m_fitWidth = true;
    bool m_leaving = false;
    int m_page = -1;
    Link m_hover;
    Link m_pressed;
    Link m_current;
};

} // namespace gridbook
