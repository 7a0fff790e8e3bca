#include "ui/shell/windowframe.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/messagebar.h"
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gridbook::ui {
namespace {

constexpr int edge = 3; // of the window while another date than today is shown

// A list of some records belongs to its registry's place.
QString placeOf(const QString &page)
{
    return page.section(u'#', 0, 0);
}

} // namespace

WindowFrame::WindowFrame(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_navigation(new Navigation(this))
    , m_topBar(new TopBar(clock, this))
    , m_messages(new MessageBar(this))
    , m_middle(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusStrip(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    m_middle->setSpacing(0);
    m_middle->addWidget(m_navigation);
    m_middle->addWidget(m_stack, 1);
    column->addLayout(m_middle, 1);
    column->addWidget(m_status);

    connect(m_navigation, &Navigation::activated, this, [this](const QString &id) {
        if (!m_guard || m_guard()) {
            Q_EMIT pageRequested(id);
            showPage(id);
            if (QWidget *page = this->page(id); page != nullptr && page->focusProxy() != nullptr) {
                page->setFocus(); // its keys work at once
            }
        }
        // Refused or not there: the row that was clicked is not where we are.
        m_navigation->setActive(placeOf(m_current));
    });
    connect(m_topBar, &TopBar::asOfChanged, this, [this] {
        const int margin = m_topBar->isPast() ? edge : 0;
        layout()->setContentsMargins(margin, margin, margin, margin);
        layout()->activate();
        update();
    });
    m_messages->setFloating(true);
    m_stack->installEventFilter(this);
    connect(m_messages, &MessageBar::shown, this, &WindowFrame::placeMessages);
    setTabOrder(m_navigation, m_stack);
}

// At the foot of the page, where the fewest buttons are.
void WindowFrame::placeMessages()
{
    constexpr int distance = 16;
    constexpr int widest = 720;
    const QRect page = m_stack->geometry();
    const QSize size = m_messages->sizeAt(qMin(widest, page.width() - 2 * distance));
    m_messages->setGeometry(
        {QPoint(page.center().x() - size.width() / 2, page.bottom() - distance - size.height()), size});
    m_messages->raise();
}

bool WindowFrame::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_stack && (event->type() == QEvent::Resize || event->type() == QEvent::Move) &&
        m_messages->isVisible()) {
        placeMessages();
    }
    return QWidget::eventFilter(object, event);
}

void WindowFrame::setSide(QWidget *side)
{
    m_middle->addWidget(side);
}

void WindowFrame::setLeaveGuard(std::function<bool()> guard)
{
    m_guard = std::move(guard);
}

void WindowFrame::addPage(const QString &id, QWidget *page)
{
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    if (m_current.isEmpty()) {
        showPage(id);
    }
}

bool WindowFrame::showPage(const QString &id)
{
    QWidget *page = m_pages.value(id);
    if (page == nullptr) {
        return false;
    }
    m_navigation->setActive(placeOf(id));
    if (m_current != id) {
        m_current = id;
        m_stack->setCurrentWidget(page);
        // What was done on another page is not news here. What went wrong stays until it has been read.
        const bool wrong = m_messages->kind() == MessageKind::Danger || m_messages->kind() == MessageKind::Warning;
        if (!wrong && !m_messages->isFresh()) {
            m_messages->clear();
        }
        Q_EMIT pageShown(id);
    }
    return true;
}

void WindowFrame::removePage(QWidget *page)
{
    const QString id = m_pages.key(page);
    if (id.isEmpty()) {
        return;
    }
    m_pages.remove(id);
    m_stack->removeWidget(page);
    page->deleteLater(); // the click that closed it may still be on its way
}

void WindowFrame::clearPages()
{
    m_current.clear();
    const QList<QWidget *> pages = m_pages.values();
    m_pages.clear();
    for (QWidget *page : pages) {
        m_stack->removeWidget(page);
        delete page;
    }
    m_messages->clear();
}

void WindowFrame::paintEvent(QPaintEvent *)
{
    const bool past = m_topBar->isPast();
    QPainter painter(this);
    painter.fillRect(rect(), past ? currentTheme().tokens.warning : currentTheme().tokens.window);
    if (past) {
        painter.fillRect(rect().adjusted(edge, edge, -edge, -edge), currentTheme().tokens.window);
    }
}

} // namespace gridbook::ui
