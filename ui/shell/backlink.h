#pragma once
// The way back from a page that was opened from another one, where the navigation has no place for it: a link in its
// head that names where it leads.
#include <QPushButton>

namespace gridbook::ui {

class Workbench;

class BackLink final : public QPushButton
{
    Q_OBJECT
public:
    // page is what goes when the link is followed.
    BackLink(Workbench &workbench, QWidget *page, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Workbench &m_workbench;
};

} // namespace gridbook::ui
