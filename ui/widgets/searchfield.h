#pragma once
// A line to search with: a glass at the left, a cross to clear (Esc), the key that leads here at the right. Text that
// the input method has not committed does not search.
#include <QWidget>

class QTimer;
class QToolButton;

namespace gridbook::ui {

class FieldLine;

class SearchField final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    void setKeyHint(const QString &key); // "Ctrl K"
    [[nodiscard]] QString text() const;
    void setText(const QString &text); // searches too
    void setDelay(int milliseconds);   // between the last key and searched(); 0 = at once
    [[nodiscard]] FieldLine *line() const { return m_line; }

Q_SIGNALS:
    void searched(const QString &text);  // trimmed; empty when cleared
    void submitted(const QString &text); // Return

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void note();

    FieldLine *m_line;
    QToolButton *m_clear;
    QTimer *m_timer;
    QString m_key;
    QString m_last;
};

} // namespace gridbook::ui
