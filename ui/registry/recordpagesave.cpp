// The saving side of a record's page: one unit of work, conflicts, restoring, drafts.
#include "core/base/partialdate.h"
#include "ui/changes/changewords.h"
#include "ui/changes/conflictpanel.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/historypanel.h"
#include "ui/registry/recordpage.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/messagebar.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

// What stands for the record: its name where the list keeps that in sight, else the title of what is in the book, else
// what it belongs to and its first text.
QString RecordPage::recordTitle(const QVariantMap &values) const
{
    const TextStyle style{.language = m_workbench.context().language};
    const CodeTables &codes = m_workbench.book().catalog().codes();
    const bool isNamed = std::any_of(m_spec.fields.begin(), m_spec.fields.end(), [](const Field &field) {
        return field.isFrozen && field.type != FieldType::Reference;
    });
    if (m_record.id != 0 && !isNamed) {
        return m_workbench.book().reader().title(m_spec.id, m_workbench.asOf(), m_record.id).valueOr({});
    }
    QStringList texts; // up to the first that is its own: 新苑小区 3
    for (const Field &field : m_spec.fields) {
        const bool isText = field.type == FieldType::Text || field.type == FieldType::Reference;
        if (isNamed ? !field.isFrozen : !field.isWritable() || !isText) {
            continue;
        }
        if (const QString text = valueText(field, values.value(field.id), codes, style); !text.isEmpty()) {
            texts << text;
        }
        if (field.type != FieldType::Reference) {
            break;
        }
    }
    return texts.join(u' ');
}

bool RecordPage::save()
{
    if (m_workbench.book().isReadOnly() || showsConflict()) {
        return false;
    }
    m_triedToSave = true;
    m_form->settleAll();
    check();
    if (const QStringList wrong = m_form->fieldsAt(Level::Error); !wrong.isEmpty()) {
        m_form->focusField(wrong.first());
        return false;
    }
    if (!m_general.isEmpty()) {
        m_messages->show(MessageKind::Danger, m_general.join(u' '));
        return false;
    }
    if (!isChanged() && m_record.id != 0) {
        return true;
    }
    if (!openWarnings().isEmpty() && !m_checked->isChecked()) {
        m_checked->setFocus(Qt::OtherFocusReason);
        m_messages->show(MessageKind::Warning,
                         tr("Look at the warnings once more and tick “Checked” below; then it can be saved."));
        return false;
    }
    return commit(m_record, m_form->values());
}

bool RecordPage::commit(const Record &before, const QVariantMap &values)
{
    QScopedValueRollback saving(m_saving, true);
    Book &book = m_workbench.book();
    const QString name = recordTitle(values);
    const QString what = m_workbench.context().word(m_spec.term);
    const QString heading = before.id == 0 ? tr("Add %1 %2").arg(what, name) : tr("Edit %1 %2").arg(what, name);
    RowId id = 0;
    {
        auto work = book.begin({u"edit"_qs, heading, m_reason->text().trimmed(), {}});
        auto saved =
            work ? book.records().save(**work, before, values, {m_since, m_wrong}) : Result<RowId>(work.error());
        if (saved) {
            if (const auto set = book.commit(**work); !set) {
                saved = set.error();
            }
        }
        if (!saved) {
            if (saved.error().kind == ErrorKind::Conflict) {
                work = Error{}; // ends the transaction, so that theirs can be read
                showConflict();
            } else {
                m_messages->show(MessageKind::Danger, saved.error().message);
            }
            return false;
        }
        id = *saved;
    }
    dropDraft();
    m_messages->clear();
    auto fresh = book.records().load(m_spec.id, id, m_workbench.asOf());
    if (fresh) {
        fill(*fresh);
    }
    m_workbench.tell(tr("Saved: %1").arg(name));
    Q_EMIT saved(id);
    if (!fresh) { // not to be seen at the day that the window shows, so there is nothing to stay for
        m_form->show(values);
    }
    if (!fresh || m_returns) {
        m_workbench.closePage(this);
    }
    return true;
}

void RecordPage::showConflict()
{
    Book &book = m_workbench.book();
    auto theirs = book.records().load(m_spec.id, m_record.id, m_workbench.asOf());
    if (!theirs) {
        m_messages->show(MessageKind::Danger, theirs.error().message);
        return;
    }
    m_theirs = std::move(theirs).value();
    const Merge merge = mergeChanges(m_spec, m_record.values, m_form->values(), m_theirs->values);
    if (merge.conflicts.isEmpty()) {
        resolve(merge.values); // they changed other fields: nothing to choose
        return;
    }
    RecordHistory history(book.reader(), {.language = m_workbench.context().language});
    const auto events = history.events(m_spec.id, m_record.id);
    QString who;
    if (events && !events->isEmpty()) {
        who = u"%1 (%2)"_qs.arg(events->first().batch.who, batchTimeText(events->first().batch));
    }
    m_conflict->show(merge, who);
    m_stack->setCurrentWidget(m_conflict);
}

void RecordPage::resolve(const QVariantMap &values)
{
    if (!m_theirs) {
        return;
    }
    const Record theirs = *m_theirs;
    const QString reason = m_reason->text();
    const QSet<QString> wrong = m_wrong;
    const QDate since = m_since;
    fill(theirs);
    m_wrong = wrong;
    m_since = since;
    for (const QString &field : m_form->fields()) {
        if (m_spec.field(field)->isWritable() && !sameValue(values.value(field), theirs.values.value(field))) {
            m_form->enter(field, values.value(field));
        }
    }
    m_reason->setText(reason);
    check();
    // The clerk has just looked at everything; what the rules say about the mixture still stands in the way.
    if (m_form->fieldsAt(Level::Error).isEmpty() && openWarnings().isEmpty()) {
        save();
    }
}

void RecordPage::restore(const RecordEvent &event)
{
    if (isChanged()) {
        m_messages->show(MessageKind::Warning, tr("Save or cancel your own changes first."));
        return;
    }
    Book &book = m_workbench.book();
    UiContext &context = m_workbench.context();
    RecordHistory history(book.reader(), {.language = context.language});
    const auto changes = history.restoration(m_spec.id, m_record.id, event.batch.id);
    if (!changes) {
        m_workbench.report(changes.error());
        return;
    }
    if (changes->isEmpty()) {
        m_messages->show(MessageKind::Information, tr("The record is already as it was before that change."));
        return;
    }
    const QString when = batchTimeText(event.batch);
    if (!context.ask.confirm({tr("Restore “%1” as it was before %2?").arg(title(), when),
                              changesText(*changes, context, 12),
                              tr("Restore"),
                              {},
                              false})) {
        return;
    }
    auto work = book.begin({u"restore"_qs, tr("Restore %1 before %2").arg(title(), when), {}, {}});
    Done done = work ? history.restore(**work, m_spec.id, m_record.id, event.batch.id) : Done(work.error());
    if (done) {
        if (const auto set = book.commit(**work); !set) {
            done = set.error();
        }
    }
    if (!done) {
        m_workbench.report(done.error());
        return;
    }
    m_workbench.tell(tr("Restored: %1").arg(title()));
}

void RecordPage::keepDraft()
{
    m_draftTimer->stop();
    const QStringList changed = m_form->changedFields();
    if (m_workbench.book().isReadOnly()) {
        return;
    }
    if (changed.isEmpty()) {
        dropDraft();
        showState();
        return;
    }
    Draft draft{m_spec.id, m_record.id, m_workbench.context().clock.now(), m_workbench.book().session().user, {}, {}};
    const QVariantMap values = m_form->values();
    for (const QString &field : changed) {
        draft.values.insert(field, storedValue(values.value(field)));
        if (m_form->isUnreadable(field) || m_spec.field(field)->type == FieldType::Reference) {
            draft.texts.insert(field, m_form->typedText(field));
        }
    }
    if (const auto kept = m_drafts.keep(draft); !kept) {
        if (!m_draftFailed) { // said once; the work itself goes on
            m_draftFailed = true;
            m_messages->show(MessageKind::Warning, kept.error().message);
        }
        return;
    }
    m_draftFailed = false;
    m_draftSaved = draft.savedAt.toString(u"HH:mm:ss"_qs);
    showState();
}

void RecordPage::dropDraft()
{
    m_draftTimer->stop();
    m_draftSaved.clear();
    m_drafts.drop(m_spec.id, m_record.id);
}

void RecordPage::offerDraft()
{
    const auto draft = m_drafts.find(m_spec.id, m_record.id);
    if (!draft || !draft->has_value() || isChanged()) {
        return;
    }
    const Draft found = **draft;
    m_messages->show(
        MessageKind::Information,
        tr("A draft of %1 that was not saved is still here (%n field(s)).", nullptr, int(found.values.size()))
            .arg(found.savedAt.toString(u"yyyy-MM-dd HH:mm"_qs)),
        tr("Go on with the draft"), [this, found] { applyDraft(found); });
}

void RecordPage::goOnWithDraft()
{
    if (const auto draft = m_drafts.find(m_spec.id, m_record.id); draft && draft->has_value()) {
        applyDraft(**draft);
    }
}

void RecordPage::applyDraft(const Draft &draft)
{
    for (auto it = draft.values.cbegin(); it != draft.values.cend(); ++it) {
        const Field *field = m_spec.field(it.key());
        if (field == nullptr || m_form->editor(it.key()) == nullptr) {
            continue; // of another version of the program
        }
        const QString text = draft.texts.value(it.key());
        if (field->type == FieldType::Reference && it.value().toLongLong() > 0) {
            m_form->enter(it.key(), QVariant::fromValue(ReferenceValue{it.value().toLongLong(), text}));
        } else if (!text.isEmpty()) {
            m_form->type(it.key(), text);
        } else {
            m_form->enter(it.key(), field->type == FieldType::Date
                                        ? QVariant::fromValue(PartialDate::fromIso(it.value().toString()))
                                        : it.value());
        }
    }
    check();
}

} // namespace gridbook::ui
