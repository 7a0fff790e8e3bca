#include "ui/widgets/calendarpopup.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/popupplace.h"
#include <QCalendarWidget>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

CalendarPopup::CalendarPopup(QDate chosen, QDate today, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setProperty("square", true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const Tokens &t = currentTheme().tokens;
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setSelectedDate(chosen.isValid() ? chosen : today);
    m_calendar->setAccessibleName(tr("Calendar"));
    QTextCharFormat head;
    head.setForeground(t.secondary);
    m_calendar->setHeaderTextFormat(head);
    QTextCharFormat weekend;
    weekend.setForeground(t.secondary);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, weekend);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, weekend);
    QTextCharFormat now;
    now.setFontWeight(QFont::Bold);
    now.setForeground(t.accentText);
    m_calendar->setDateTextFormat(today, now);
    for (auto *button : m_calendar->findChildren<QToolButton *>()) {
        if (button->objectName() == u"qt_calendar_prevmonth") {
            button->setIcon(icon(Glyph::ChevronLeft));
            button->setAccessibleName(tr("Previous month"));
        } else if (button->objectName() == u"qt_calendar_nextmonth") {
            button->setIcon(icon(Glyph::ChevronRight));
            button->setAccessibleName(tr("Next month"));
        }
    }
    // Its bar takes the colour of the selection, which means something else here.
    if (auto *bar = m_calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_qs)) {
        bar->setBackgroundRole(QPalette::Base);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_calendar);
    auto *todayButton = new QPushButton(tr("Today (%1)").arg(today.toString(Qt::ISODate)), this);
    setLinkLike(todayButton);
    column->addWidget(todayButton, 0, Qt::AlignHCenter);
    const auto pick = [this](QDate day) {
        Q_EMIT picked(day);
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    connect(m_calendar, &QCalendarWidget::activated, this, pick);
    connect(todayButton, &QPushButton::clicked, this, [pick, today] { pick(today); });
}

void CalendarPopup::setLatest(QDate day)
{
    m_calendar->setMaximumDate(day);
}

void CalendarPopup::openBelow(const QWidget *anchor)
{
    placeBelow(*this, *anchor);
    show();
    m_calendar->setFocus();
}

} // namespace gridbook::ui
