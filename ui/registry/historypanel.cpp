#include "ui/registry/historypanel.h"
#include "ui/changes/changewords.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/cardframe.h"
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

HistoryPanel::HistoryPanel(UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_card(new CardFrame(tr("History"), this)), m_view(new QTextBrowser(m_card))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body()->setContentsMargins(8, 4, 4, 8);
    m_card->body()->addWidget(m_view);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setOpenLinks(false);
    m_view->setAccessibleName(tr("History"));
    m_view->document()->setDefaultStyleSheet(changesStyleSheet());
    connect(m_view, &QTextBrowser::anchorClicked, this, &HistoryPanel::follow);
}

void HistoryPanel::show(const QList<RecordEvent> &events)
{
    m_events = events;
    QString html;
    for (const RecordEvent &event : events) {
        const BatchHeader &batch = event.batch;
        // An edit says nothing new by its title; an import, a merge or an undo does.
        const QString how = batch.kind == u"edit"
                                ? QString()
                                : QString(u" · "_qs + (batch.title.isEmpty()
                                                           ? batchKindText(batch.kind)
                                                           : QString(batchKindText(batch.kind) + u' ' + batch.title)));
        html += u"<p style=\"margin-top:4px; margin-bottom:12px;\"><b>%1</b> <span class=\"quiet\">%2%3</span><br>%4"_qs
                    .arg(batchTimeText(batch), batch.who.toHtmlEscaped(), how.toHtmlEscaped(),
                         changesHtml(event, m_context));
        if (!batch.reason.isEmpty()) {
            html += u"<br><span class=\"quiet\">%1</span>"_qs.arg(tr("Reason: %1").arg(batch.reason).toHtmlEscaped());
        }
        QStringList links;
        if (event.canGoBack) {
            links << u"<a href=\"restore:%1\">%2</a>"_qs.arg(batch.id.value()).arg(tr("Restore the version before"));
        }
        if (batch.kind != u"edit") {
            links << u"<a href=\"batch:%1\">%2</a>"_qs.arg(batch.id.value()).arg(tr("Show the batch"));
        }
        if (!links.isEmpty()) {
            html += u"<br>"_qs + links.join(u" · "_qs);
        }
        html += u"</p>"_qs;
    }
    if (html.isEmpty()) {
        html = u"<p class=\"quiet\">%1</p>"_qs.arg(tr("Nothing yet: the history begins when the record is saved."));
    }
    m_view->setHtml(html);
    m_card->setNote(events.isEmpty() ? QString() : tr("%n change(s)", nullptr, int(events.size())));
}

void HistoryPanel::showError(const QString &message)
{
    m_events.clear();
    m_view->setPlainText(message);
}

QString HistoryPanel::text() const
{
    return m_view->toPlainText();
}

void HistoryPanel::follow(const QUrl &link)
{
    const BatchId batch(link.path().toLongLong());
    if (link.scheme() == u"batch") {
        Q_EMIT batchRequested(batch);
        return;
    }
    for (const RecordEvent &event : std::as_const(m_events)) {
        if (event.batch.id == batch) {
            const RecordEvent chosen = event; // the list is made anew by what follows
            Q_EMIT restoreRequested(chosen);
            return;
        }
    }
}

} // namespace gridbook::ui
