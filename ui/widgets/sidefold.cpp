#include "ui/widgets/sidefold.h"
#include <QEvent>
#include <QSettings>
#include <QSignalBlocker>
#include <QToolButton>

namespace gridbook::ui {

SideFold::SideFold(QWidget *page, QWidget *panel, QToolButton *button, const QString &name, const QString &remembered)
    : QObject(page), m_page(page), m_panel(panel), m_button(button), m_remembered(remembered)
{
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(tr("Show or fold away: %1").arg(name));
    connect(button, &QToolButton::toggled, this, &SideFold::choose);
    page->installEventFilter(this);
    fit();
}

void SideFold::setPresent(bool present)
{
    m_present = present;
    m_button->setVisible(present);
    fit();
}

bool SideFold::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_page && event->type() == QEvent::Resize) {
        fit();
    }
    return false;
}

void SideFold::choose(bool open)
{
    if (isNarrow()) {
        m_openHere = open;
    } else {
        QSettings().setValue(m_remembered, !open);
    }
    fit();
}

bool SideFold::isNarrow() const
{
    return m_page->width() < narrowPage;
}

void SideFold::fit()
{
    m_openHere = m_openHere && isNarrow();
    const bool open = m_present && (isNarrow() ? m_openHere : !QSettings().value(m_remembered, false).toBool());
    const QSignalBlocker quiet(m_button);
    m_button->setChecked(open);
    m_panel->setVisible(open);
}

} // namespace gridbook::ui
