#include "ui/reports/documentview.h"
#include "ui/shell/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace gridbook {

namespace {
constexpr int kGap = 12; // around pages, pixels
constexpr double kLeast = 0.5;
constexpr double kLeastFitting = 0.2; // a wide sheet in a narrow window
constexpr double kMost = 2;
} // namespace

DocumentView::DocumentView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // fitting to the width must not make it come and go
    setAccessibleName(tr("Preview of the paper"));
    layOut();
}

void DocumentView::setDocument(const PagedDocument &document)
{
    m_document = document;
    m_hover = {};
    m_pressed = {};
    m_current = {};
    m_widest = 0;
    for (const Page &page : m_document.pages) {
        m_widest = qMax(m_widest, page.setup.size().width());
    }
    m_page = -1;
    layOut();
    if (m_fitWidth) {
        setFitWidth();
    }
    verticalScrollBar()->setValue(0);
    updatePage();
    viewport()->update();
}

double DocumentView::scale() const
{
    return m_zoom * logicalDpiX() / 25.4;
}

void DocumentView::layOut()
{
    m_tops.clear();
    double y = kGap;
    for (const Page &page : m_document.pages) {
        m_tops.append(y);
        y += page.setup.size().height() * scale() + kGap;
    }
    m_tops.append(y);
    const QSize room = viewport()->size();
    verticalScrollBar()->setRange(0, qMax(0, qCeil(y) - room.height()));
    verticalScrollBar()->setPageStep(qMax(1, room.height()));
    verticalScrollBar()->setSingleStep(qMax(1, qRound(10 * scale())));
    const int width = qCeil(m_widest * scale()) + 2 * kGap;
    horizontalScrollBar()->setRange(0, qMax(0, width - room.width()));
    horizontalScrollBar()->setPageStep(qMax(1, room.width()));
}

void DocumentView::applyZoom(double zoom)
{
    const double bounded = qBound(m_fitWidth ? kLeastFitting : kLeast, zoom, kMost);
    // What is in the middle stays there.
    const double end = m_tops.isEmpty() ? 1 : qMax(1.0, m_tops.last());
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / end;
    const bool changed = !qFuzzyCompare(bounded, m_zoom);
    m_zoom = bounded;
    layOut();
    if (changed) {
        verticalScrollBar()->setValue(qRound(middle * m_tops.last() - viewport()->height() / 2.0));
        viewport()->update();
        updatePage();
        Q_EMIT zoomChanged(m_zoom);
    }
}

void DocumentView::setZoom(double zoom)
{
    m_fitWidth = false;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    applyZoom(zoom);
}

void DocumentView::setFitWidth()
{
    m_fitWidth = true;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (m_widest > 0) {
        applyZoom((viewport()->width() - 2 * kGap - 1) / (m_widest * logicalDpiX() / 25.4));
    }
}

void DocumentView::showWholePage()
{
    const int page = m_page;
    if (page < 0) {
        return;
    }
    const double height = m_document.pages.at(page).setup.size().height() * logicalDpiX() / 25.4;
    setZoom((viewport()->height() - 2 * kGap - 1) / height);
    goToPage(page);
}

void DocumentView::zoomStep(int steps)
{
    constexpr double kSteps[] = {0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2};
    double wanted = m_zoom;
    for (int i = 0; i < qAbs(steps); ++i) {
        const double now = wanted;
        for (const double step : kSteps) {
            if (steps > 0 && step > now + 0.005) {
                wanted = step;
                break;
            }
            if (steps < 0 && step < now - 0.005) {
                wanted = step;
            }
        }
    }
    setZoom(wanted);
}

QRectF DocumentView::pageRect(int page) const
{
    if (page < 0 || page >= pageCount()) {
        return {};
    }
    const QSizeF size = m_document.pages.at(page).setup.size() * scale();
    const double all = qMax<double>(viewport()->width(), m_widest * scale() + 2 * kGap);
    return {(all - size.width()) / 2 - horizontalScrollBar()->value(), m_tops.at(page) - verticalScrollBar()->value(),
            size.width(), size.height()};
}

QRectF DocumentView::linkRect(int page, int link) const
{
    if (page < 0 || page >= pageCount() || link < 0 || link >= m_document.pages.at(page).items.links.size()) {
        return {};
    }
    const QRectF area = m_document.pages.at(page).items.links.at(link).area;
    return {pageRect(page).topLeft() + area.topLeft() * scale(), area.size() * scale()};
}

int DocumentView::pageAt(double y) const
{
    if (pageCount() == 0) {
        return -1;
    }
    const double at = y + verticalScrollBar()->value();
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), at);
    return qBound(0, static_cast<int>(after - m_tops.cbegin()) - 1, pageCount() - 1);
}

void DocumentView::updatePage()
{
    const int page = pageAt(viewport()->height() / 3.0);
    if (page != m_page) {
        m_page = page;
        setAccessibleDescription(page < 0 ? tr("No pages") : tr("Page %1 of %2").arg(page + 1).arg(pageCount()));
        Q_EMIT currentPageChanged(page);
    }
}

void DocumentView::goToPage(int page)
{
    if (pageCount() > 0) {
        verticalScrollBar()->setValue(qRound(m_tops.at(qBound(0, page, pageCount() - 1))) - kGap / 2);
        updatePage();
    }
}

void DocumentView::paintEvent(QPaintEvent *event)
{
    const ui::Tokens &colours = ui::currentTheme().tokens;
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colours.sunken);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const int first = pageAt(event->rect().top());
    for (int page = qMax(0, first); page < pageCount(); ++page) {
        const QRectF sheet = pageRect(page);
        if (sheet.top() > event->rect().bottom()) {
            break;
        }
        painter.fillRect(sheet.translated(1.5, 1.5), colours.lineStrong);
        painter.fillRect(sheet, Qt::white); // paper is white in the dark theme too
        painter.save();
        painter.setClipRect(sheet);
        painter.translate(sheet.topLeft());
        painter.scale(scale(), scale());
        paintPage(painter, m_document, page);
        painter.restore();
        const auto count = static_cast<int>(m_document.pages.at(page).items.links.size());
        for (int i = 0; i < count; ++i) {
            const QRectF area = linkRect(page, i);
            const bool marked = Link{page, i} == m_hover || Link{page, i} == m_current;
            QColor blue(0x4A, 0x78, 0xA8, marked ? 255 : 110); // on white paper, whatever the theme
            painter.setPen(QPen(blue, marked ? 1.5 : 1, marked ? Qt::SolidLine : Qt::DotLine));
            painter.drawLine(area.bottomLeft() - QPointF(0, 1), area.bottomRight() - QPointF(0, 1));
            if (Link{page, i} == m_current) {
                painter.drawRect(area.adjusted(-2, -1, 2, 1));
            } else if (marked) {
                blue.setAlpha(40);
                painter.fillRect(area, blue);
            }
        }
    }
}

void DocumentView::resizeEvent(QResizeEvent *)
{
    layOut();
    if (m_fitWidth) {
        setFitWidth();
    }
    updatePage();
}

void DocumentView::scrollContentsBy(int dx, int dy)
{
    viewport()->scroll(dx, dy);
    updatePage();
}

void DocumentView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *const bar = verticalScrollBar();
    m_leaving = event->key() == Qt::Key_Escape;
    switch (event->key()) {
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    case Qt::Key_Home:
        bar->setValue(0);
        break;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomStep(1);
        break;
    case Qt::Key_Minus:
        zoomStep(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current.page >= 0) {
            Q_EMIT figureActivated(m_document.pages.at(m_current.page).items.links.at(m_current.index).key);
        }
        break;
    case Qt::Key_Escape:
        event->setAccepted(m_current.page >= 0); // a dialog around the preview closes with the second one
        setCurrent({});
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

DocumentView::Link DocumentView::linkAt(QPointF position) const
{
    const int page = pageAt(position.y());
    if (page < 0) {
        return {};
    }
    const QList<LinkRegion> &links = m_document.pages.at(page).items.links;
    const QPointF mm = (position - pageRect(page).topLeft()) / scale();
    for (qsizetype i = 0; i < links.size(); ++i) {
        if (links.at(i).area.contains(mm)) {
            return {page, static_cast<int>(i)};
        }
    }
    return {};
}

void DocumentView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(linkAt(event->position()));
}

void DocumentView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? linkAt(event->position()) : Link{};
    event->accept();
}

void DocumentView::mouseReleaseEvent(QMouseEvent *event)
{
    const Link link = event->button() == Qt::LeftButton ? linkAt(event->position()) : Link{};
    event->accept();
    if (link.page >= 0 && link == m_pressed) {
        setCurrent(link);
        Q_EMIT figureActivated(m_document.pages.at(link.page).items.links.at(link.index).key);
    }
}

bool DocumentView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        setHover({});
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DocumentView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0) {
            zoomStep(event->angleDelta().y() > 0 ? 1 : -1);
        }
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void DocumentView::setHover(Link link)
{
    if (!(link == m_hover)) {
        m_hover = link;
        viewport()->setCursor(link.page >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void DocumentView::setCurrent(Link link)
{
    m_current = link;
    if (link.page >= 0) {
        const QString text = m_document.pages.at(link.page).items.links.at(link.index).text;
        setAccessibleDescription(
            tr("Page %1 of %2, number %3: press Enter to see its rows").arg(link.page + 1).arg(pageCount()).arg(text));
        reveal(link);
    }
    viewport()->update();
}

void DocumentView::reveal(Link link)
{
    const QRectF area = linkRect(link.page, link.index);
    const double below = area.bottom() + kGap - viewport()->height();
    const double above = area.top() - kGap;
    if (above < 0) {
        verticalScrollBar()->setValue(qRound(verticalScrollBar()->value() + above));
    } else if (below > 0) {
        verticalScrollBar()->setValue(qRound(verticalScrollBar()->value() + below));
    }
    if (area.left() < 0 || area.right() > viewport()->width()) {
        horizontalScrollBar()->setValue(
            qRound(horizontalScrollBar()->value() + area.center().x() - viewport()->width() / 2.0));
    }
}

DocumentView::Link DocumentView::neighbour(Link from, bool next) const
{
    const auto count = [this](int page) { return static_cast<int>(m_document.pages.at(page).items.links.size()); };
    if (from.page < 0) {
        from = next ? Link{qMax(0, m_page), -1} : Link{m_page, m_page >= 0 ? count(m_page) : 0};
    }
    from.index += next ? 1 : -1;
    while (from.page >= 0 && from.page < pageCount()) {
        if (from.index >= 0 && from.index < count(from.page)) {
            return from;
        }
        from.page += next ? 1 : -1;
        if (from.page >= 0 && from.page < pageCount()) {
            from.index = next ? 0 : count(from.page) - 1;
        }
    }
    return {};
}

bool DocumentView::focusNextPrevChild(bool next)
{
    const Link link = m_leaving ? Link{} : neighbour(m_current, next);
    m_leaving = false;
    if (link.page < 0) {
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    setCurrent(link);
    return true;
}

void DocumentView::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        setCurrent({});
    }
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace gridbook
