#pragma once
// The panel at the right of a page and the button that folds it away. What somebody chose is remembered for all pages
// of a kind. On a page too narrow for both, the panel waits folded; the button opens it there for once.
#include <QObject>

class QToolButton;
class QWidget;

namespace gridbook::ui {

class SideFold final : public QObject
{
    Q_OBJECT
public:
    // name: what the panel shows, for the button; remembered: where the choice is kept in the settings.
    SideFold(QWidget *page, QWidget *panel, QToolButton *button, const QString &name, const QString &remembered);
    void setPresent(bool present); // false: there is nothing to show, and no button either

    static constexpr int narrowPage = 860; // logical pixels: half a table or form beside a panel

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void choose(bool open);
    [[nodiscard]] bool isNarrow() const;
    void fit();

    QWidget *m_page;
    QWidget *m_panel;
    QToolButton *m_button;
    QString m_remembered;
    bool m_present = true;
    bool m_openHere = false; // on a narrow page
};

} // namespace gridbook::ui
