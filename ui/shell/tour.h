#pragma once
// A walk through the window on the first start: darkens everything but the place it speaks of and says one thing about
// it. Return goes on, Esc leaves; nothing behind it can be touched meanwhile.
#include <QRect>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace gridbook::ui {

class CardFrame;

struct TourStep
{
    QString title;
    QString text;
    std::function<void()> prepare;     // shows what is spoken of; may be empty
    std::function<QWidget *()> target; // null: the words stand in the middle
    std::function<QRect()> part = {};  // of the target, in its own coordinates; empty: all of it
};

class Tour final : public QWidget
{
    Q_OBJECT
public:
    // Covers window and follows its size.
    Tour(QList<TourStep> steps, QWidget *window);
    void start();
    [[nodiscard]] int step() const { return m_at; }
    [[nodiscard]] int count() const { return int(m_steps.size()); }
    [[nodiscard]] QRect spot() const { return m_spot; } // the place that is pointed at; empty: none
    [[nodiscard]] QPushButton *nextButton() const { return m_next; }
    [[nodiscard]] QPushButton *backButton() const { return m_back; }
    [[nodiscard]] QPushButton *skipButton() const { return m_skip; }

Q_SIGNALS:
    void finished(); // gone through or skipped

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void show(int step);
    void arrange();
    void leave();

    QList<TourStep> m_steps;
    int m_at = -1;
    QRect m_spot;
    CardFrame *m_card;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_place;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace gridbook::ui
