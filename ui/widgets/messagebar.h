#pragma once
// One line in a page, or floating over it, that tells what happened and offers one way on ("3 rows voided. Undo");
// never stops the work. A floating one goes by itself after some seconds if nothing is wrong.
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace gridbook::ui {

enum class MessageKind { Information, Success, Warning, Danger };

class MessageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    // action may be empty; otherwise run is called when it is clicked, and the bar closes.
    void show(MessageKind kind, const QString &text, const QString &action = {}, std::function<void()> run = {});
    // Room around the bar that goes with it when it is hidden (a layout's margins would stay).
    void setOuterMargins(const QMargins &margins);
    // Over the page instead of in it: it takes no room, so nothing moves away under the mouse.
    void setFloating(bool floating);
    // What it needs at most so wide; floating.
    [[nodiscard]] QSize sizeAt(int widest) const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] MessageKind kind() const { return m_kind; }
    // Told since the events of the user's last step began; a page that is left by that step leaves it standing.
    [[nodiscard]] bool isFresh() const { return m_fresh; }
    // Runs while something that goes by itself is shown and the mouse is elsewhere.
    [[nodiscard]] QTimer *fading() const { return m_fading; }
    [[nodiscard]] QPushButton *actionButton() const { return m_action; }

public Q_SLOTS:
    void clear();

Q_SIGNALS:
    void shown();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void startFading();

    MessageKind m_kind = MessageKind::Information;
    std::function<void()> m_run;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_fading;
    QMargins m_outer;
    bool m_floating = false;
    bool m_fresh = false;
};

} // namespace gridbook::ui
