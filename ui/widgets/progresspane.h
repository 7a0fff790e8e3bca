#pragma once
// Long work: what is done, how much of how much, and a way to stop.
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gridbook::ui {

class ProgressPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPane(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    // total 0: how much is not known. Call it in the thread of the window.
    void setProgress(qint64 done, qint64 total, const QString &what);
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    void reset();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_count;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    bool m_cancelled = false;
};

} // namespace gridbook::ui
