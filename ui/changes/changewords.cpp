#include "ui/changes/changewords.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

// "Was empty" must be seen.
QString side(const QString &text)
{
    return text.isEmpty() ? Texts::tr("(empty)") : text;
}

} // namespace

QString batchKindText(const QString &kind)
{
    if (kind == u"edit") {
        return Texts::tr("Edit"); //: kind of a step in the history
    }
    if (kind == u"import") {
        return Texts::tr("Import"); //: kind of a step in the history
    }
    if (kind == u"bulk") {
        return Texts::tr("Bulk edit");
    }
    if (kind == u"merge") {
        return Texts::tr("Merge");
    }
    if (kind == u"restore") {
        return Texts::tr("Restored version");
    }
    if (kind == u"undo") {
        return Texts::tr("Undo"); //: kind of a step in the history
    }
    if (kind == u"redo") {
        return Texts::tr("Redo"); //: kind of a step in the history
    }
    if (kind == u"create" || kind == u"demo") {
        return Texts::tr("Set up");
    }
    if (kind == u"upgrade" || kind == u"stamp") {
        return Texts::tr("Brought up to date"); //: kind of a step in the history
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
        lines << Texts::tr("Added");
    }
    if (event.voided) {
        lines << Texts::tr("Taken out");
    }
    if (event.broughtBack) {
        lines << Texts::tr("Brought back");
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
        lines << context.labelled(change.label, u"%1 → %2"_qs.arg(side(change.before), side(change.after)));
    }
    if (changes.size() > limit) {
        lines << Texts::tr("… and %1 more").arg(changes.size() - limit);
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
