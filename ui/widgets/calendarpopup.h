#pragma once
// A month to pick a day from, under an editor or a button. Deletes itself when closed.
#include <QFrame>

class QCalendarWidget;

namespace gridbook::ui {

class CalendarPopup final : public QFrame
{
    Q_OBJECT
public:
    CalendarPopup(QDate chosen, QDate today, QWidget *parent);
    void setLatest(QDate day); // later days cannot be picked
    void openBelow(const QWidget *anchor);
    [[nodiscard]] QCalendarWidget *calendar() const { return m_calendar; }

Q_SIGNALS:
    void picked(QDate day);

private:
    QCalendarWidget *m_calendar;
};

} // namespace gridbook::ui
