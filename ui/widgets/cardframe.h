#pragma once
// A white card with a thin frame, perhaps with a head: a title, quiet words at the right, a line below.
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace gridbook::ui {

class CardFrame final : public QWidget
{
    Q_OBJECT
public:
    explicit CardFrame(QWidget *parent = nullptr);
    explicit CardFrame(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note);   // quiet, at the right of the title
    void setHeadWidget(QWidget *widget); // a button or chooser at the right end of the head
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_note;
    QVBoxLayout *m_body;
};

} // namespace gridbook::ui
