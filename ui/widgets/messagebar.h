#pragma once
// One line above a page that tells what happened and offers one way on ("3 rows voided. Undo"); never stops the work.
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;
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
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *actionButton() const { return m_action; }

public Q_SLOTS:
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MessageKind m_kind = MessageKind::Information;
    std::function<void()> m_run;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QMargins m_outer;
};

} // namespace gridbook::ui
