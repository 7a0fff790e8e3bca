#pragma once
// The help beside the page: what this page is for, how its numbers come about, the keys that work here. Follows the
// page while it is open; Esc or F1 closes it.
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace gridbook::ui {

class HelpPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpPanel(QWidget *parent = nullptr);
    // title: what is shown ("Help", "Keyboard"); the text is Markdown.
    void show(const QString &title, const QString &markdown);
    [[nodiscard]] QString text() const; // as read on screen
    [[nodiscard]] QTextBrowser *view() const { return m_view; }
    [[nodiscard]] QPushButton *tourButton() const { return m_tour; }
    [[nodiscard]] QPushButton *keysButton() const { return m_keys; }
    void setTourPossible(bool possible); // there must be a book to show around in

Q_SIGNALS:
    void closed();
    void keysWanted();
    void tourWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_title;
    QToolButton *m_close;
    QTextBrowser *m_view;
    QPushButton *m_keys;
    QPushButton *m_tour;
};

} // namespace gridbook::ui
