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
    auto *centre = new QVBoxLayout;
    centre->setSpacing(0);
    m_messages->setOuterMargins({16, 12, 16, 0});
    centre->addWidget(m_messages);
    centre->addWidget(m_stack, 1);
    m_middle->addLayout(centre, 1);
    column->addLayout(m_middle, 1);
    column->addWidget(m_status);

    connect(m_navigation, &Navigation::activated, this, [this](const QString &id) {
        if (!m_guard || m_guard()) {
            Q_EMIT pageRequested(id);
            showPage(id);
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
    setTabOrder(m_navigation, m_stack);
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
