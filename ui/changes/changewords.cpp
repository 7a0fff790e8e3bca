#include "ui/changes/changewords.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ChangeWords", text);
}

// "Was empty" must be seen.
QString side(const QString &text)
{
    return text.isEmpty() ? tr("(empty)") : text;
}

} // namespace

QString batchKindText(const QString &kind)
{
    if (kind == u"edit") {
        return tr("Edit"); //: kind of a step in the history
    }
    if (kind == u"import") {
        return tr("Import"); //: kind of a step in the history
    }
    if (kind == u"bulk") {
        return tr("Bulk edit");
    }
    if (kind == u"merge") {
        return tr("Merge");
    }
    if (kind == u"restore") {
        return tr("Restored version");
    }
    if (kind == u"undo") {
        return tr("Undo"); //: kind of a step in the history
    }
    if (kind == u"redo") {
        return tr("Redo"); //: kind of a step in the history
    }
    if (kind == u"create" || kind == u"demo") {
        return tr("Set up");
    }
    return kind;
}

QString batchTimeText(const BatchHeader &batch)
{
    return batch.madeAt.left(16).replace(u'T', u' ');
}

QString changesHtml(const RecordEvent &event, const UiContext &context)
{
    QStringList lines;
    if (event.created) {
        lines << tr("Added");
    }
    if (event.voided) {
        lines << tr("Taken out");
    }
    if (event.broughtBack) {
        lines << tr("Brought back");
    }
    for (const FieldChange &change : event.changes) {
        const QString label = context.word(change.label).toHtmlEscaped();
        const QString after = side(change.after).toHtmlEscaped();
        // First values have no other side.
        const QString text = event.created && change.before.isEmpty()
                                 ? after
                                 : QString(side(change.before).toHtmlEscaped() + u" → " + after);
        lines << u"<span class=\"label\">%1</span> %2"_qs.arg(label, text);
    }
    return lines.join(u"<br>"_qs);
}

QString changesText(const QList<FieldChange> &changes, const UiContext &context, int limit)
{
    QStringList lines;
    for (const FieldChange &change : changes.first(qMin<qsizetype>(limit, changes.size()))) {
        lines << u"%1: %2 → %3"_qs.arg(context.word(change.label), side(change.before), side(change.after));
    }
    if (changes.size() > limit) {
        lines << tr("… and %1 more").arg(changes.size() - limit);
    }
    return lines.join(u'\n');
}

QString changesStyleSheet()
{
    const Tokens &t = currentTheme().tokens;
    return u"body, p { color: %1; } .label { color: %2; } .quiet { color: %2; } a { color: %3; text-decoration: none; }"_qs
        .arg(t.text.name(), t.secondary.name(), t.information.name());
}

} // namespace gridbook::ui
