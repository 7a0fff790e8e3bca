#pragma once
// Navigation, top bar, messages, pages and status line put together; knows no database and no page.
#include "core/base/clock.h"
#include <QHash>
#include <QWidget>
#include <functional>

class QHBoxLayout;
class QStackedWidget;

namespace gridbook::ui {

class MessageBar;
class Navigation;
class StatusStrip;
class TopBar;

class WindowFrame final : public QWidget
{
    Q_OBJECT
public:
    explicit WindowFrame(const Clock &clock, QWidget *parent = nullptr);

    // Takes the page over. The id is the one of its place in the navigation, if it has one.
    void addPage(const QString &id, QWidget *page);
    // The page goes; if it was in front, show another one first.
    void removePage(QWidget *page);
    void clearPages();
    // False if there is no such page.
    bool showPage(const QString &id);
    // Stands at the right of the pages, below the top bar; the frame takes it over.
    void setSide(QWidget *side);
    // Asked before the user goes elsewhere by the navigation; false keeps the page (a form with unsaved changes).
    void setLeaveGuard(std::function<bool()> guard);
    [[nodiscard]] QString currentPage() const { return m_current; }
    [[nodiscard]] QWidget *page(const QString &id) const { return m_pages.value(id); }

    [[nodiscard]] Navigation *navigation() const { return m_navigation; }
    [[nodiscard]] TopBar *topBar() const { return m_topBar; }
    [[nodiscard]] StatusStrip *status() const { return m_status; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }

Q_SIGNALS:
    // The user goes to a place; the owner may build its page now and add it.
    void pageRequested(const QString &id);
    void pageShown(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void placeMessages();

    Navigation *m_navigation;
    TopBar *m_topBar;
    MessageBar *m_messages;
    QHBoxLayout *m_middle;
    QStackedWidget *m_stack;
    StatusStrip *m_status;
    QHash<QString, QWidget *> m_pages;
    QString m_current;
    std::function<bool()> m_guard;
};

} // namespace gridbook::ui
