#pragma once
// The line under every page. Left: rows shown of all rows, selected, their sum, or what the page says instead.
// Right: who is signed in, the last backup, what Ctrl+Z would undo.
#include <QWidget>

class QLabel;

namespace gridbook::ui {

class StatusStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    // Rows of a table; all < 0 hides the three parts.
    void setRows(qint64 shown, qint64 all);
    void setSelected(qint64 count);
    void setSum(const QString &text);     // "12,345" of the selected numbers; empty: none
    void setMessage(const QString &text); // "2 errors, 1 warning"; stands after the rows
    void setWho(const QString &name);
    // good false: in the warning colour and with a word, because it is too old or has failed.
    void setBackup(const QString &text, bool good);
    void setUndo(const QString &what); // shortened where there is little room; empty: nothing
    [[nodiscard]] QString leftText() const;
    [[nodiscard]] QString rightText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitUndo();
    void fill(QLabel *label, const QString &text);

    QLabel *m_rows;
    QLabel *m_selected;
    QLabel *m_sum;
    QLabel *m_message;
    QLabel *m_who;
    QLabel *m_backup;
    QLabel *m_undo;
    QString m_undoable;
};

} // namespace gridbook::ui
