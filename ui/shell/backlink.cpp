#include "ui/shell/backlink.h"
#include "ui/shell/theme.h"
#include "ui/shell/workbench.h"

namespace gridbook::ui {

using namespace Qt::StringLiterals;

BackLink::BackLink(Workbench &workbench, QWidget *page, QWidget *parent) : QPushButton(parent), m_workbench(workbench)
{
    setObjectName(u"back"_qs);
    setText(tr("← Back"));
    setToolTip(tr("To where this was opened (Alt+Left)"));
    setLinkLike(this);
    connect(this, &QPushButton::clicked, page, [this, page] { m_workbench.closePage(page); });
}

void BackLink::showEvent(QShowEvent *event)
{
    const QString place = m_workbench.wayBack();
    setText(place.isEmpty() ? tr("← Back") : tr("← Back to %1").arg(place));
    QPushButton::showEvent(event);
}

} // namespace gridbook::ui
