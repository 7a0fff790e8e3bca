// The checking side of a record's page: what is said under the fields, and which ways out are offered.
#include "core/base/partialdate.h"
#include "core/text/dates.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/formsealed.h"
#include "ui/registry/recordpage.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/messagebar.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

void weigh(QHash<QString, Validation> &notes, const QString &field, const Validation &note)
{
    if (note.level > notes.value(field).level) {
        notes.insert(field, note);
    }
}

const Field *firstDayOf(const RegistrySpec &spec, const QString &part)
{
    for (const Field &field : spec.fields) {
        if (field.part == part && field.column == u"valid_from") {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

void RecordPage::check()
{
    m_checkTimer->stop();
    if (isMissing()) {
        showState();
        return;
    }
    const QVariantMap values = m_form->values();
    QHash<QString, Validation> notes;
    QHash<QString, QList<FieldOffer>> offers;
    m_general.clear();
    const auto issues = m_workbench.book().records().check(m_record, values, m_workbench.context().clock.today());
    if (!issues) {
        m_general << issues.error().message;
    }
    for (const Issue &issue : issues.valueOr({})) {
        const Field *field = m_spec.field(issue.field);
        const Editor *editor = m_form->editor(issue.field);
        if (editor == nullptr) {
            if (issue.level == IssueLevel::Error) {
                m_general << issue.message;
            }
            continue;
        }
        if (issue.level == IssueLevel::Error && field->isRequired && editor->isEmpty()) {
            continue; // the editor says so itself, and not before the field was left
        }
        if (isTooEarly(issue.field)) {
            continue;
        }
        if (m_form->isUnreadable(issue.field)) {
            continue; // the editor explains better what is wrong with what stands there
        }
        weigh(notes, issue.field, {issue.level == IssueLevel::Error ? Level::Error : Level::Warning, issue.message});
    }
    checkDatedParts(values, notes, offers);
    checkKept(values, notes, offers);
    checkLikenesses(values, notes, offers);
    checkRemarks(values, notes, offers);
    for (auto it = m_fromNumber.cbegin(); it != m_fromNumber.cend(); ++it) {
        weigh(notes, it.key(), {Level::Info, tr("From the ID number")});
    }
    for (const QString &field : m_form->fields()) {
        m_form->setNote(field, notes.value(field));
        m_form->setOffers(field, offers.value(field));
    }
    showState();
}

// A new form says nothing about a gap before the clerk has been there or wants to save.
bool RecordPage::isTooEarly(const QString &field) const
{
    return m_record.id == 0 && !m_triedToSave && m_form->editor(field)->isEmpty() && !m_form->wasLeft(field);
}

// Thresholds, bands and proposals never stand in the way: under their field, or above the form if they are about the
// record as a whole.
void RecordPage::checkRemarks(const QVariantMap &values, QHash<QString, Validation> &notes,
                              QHash<QString, QList<FieldOffer>> &offers)
{
    const auto remarks = m_workbench.book().records().remarks(m_spec.id, m_record.id, values, m_workbench.asOf());
    QStringList above;
    for (const Remark &remark : remarks.valueOr({})) {
        if (remark.field.isEmpty() || m_form->editor(remark.field) == nullptr) {
            above << u"· "_qs + remark.message;
            continue;
        }
        weigh(notes, remark.field, {remark.needsTick ? Level::Warning : Level::Info, remark.message});
        if (remark.proposal.isValid() && !m_workbench.book().isReadOnly()) {
            offers[remark.field].append({tr("Take %1").arg(remark.proposal.toString()),
                                         [this, remark] { m_form->enter(remark.field, remark.proposal); }});
        }
    }
    m_remarks->setText(above.join(u'\n'));
    m_remarks->setVisible(!above.isEmpty());
}

QString RecordPage::remarks() const
{
    return m_remarks->text();
}

// Another branch with the old first day would rewrite what earlier quarters said. Only the clerk knows whether somebody
// moved or whether the book was wrong all along.
void RecordPage::checkDatedParts(const QVariantMap &values, QHash<QString, Validation> &notes,
                                 QHash<QString, QList<FieldOffer>> &offers)
{
    const QDate today = m_workbench.asOf();
    for (const Part &part : m_spec.parts) {
        const Field *since = part.dated ? firstDayOf(m_spec, part.alias) : nullptr;
        if (since != nullptr) {
            showSince(part, storedValue(values.value(since->id)).toString());
        }
        if (since == nullptr || m_record.parts.value(part.alias).row == 0 ||
            !sameValue(values.value(since->id), m_record.values.value(since->id))) {
            continue;
        }
        const QDate began = PartialDate::fromIso(storedValue(values.value(since->id)).toString()).firstDay();
        QString changed;
        for (const QString &id : m_form->changedFields()) {
            if (m_spec.field(id)->part == part.alias && changed.isEmpty() && !m_form->isUnreadable(id)) {
                changed = id;
            }
        }
        if (changed.isEmpty() || !began.isValid() || began >= today) {
            m_corrections.remove(part.alias);
            continue;
        }
        const QString alias = part.alias;
        const QString sinceId = since->id;
        const FieldOffer move{tr("A change from today on"), [this, sinceId, today] {
                                  m_form->enter(sinceId, QVariant::fromValue(PartialDate(today)));
                                  check();
                              }};
        const FieldOffer correct{tr("Correct the old record"), [this, alias] {
                                     m_corrections.insert(alias);
                                     check();
                                 }};
        if (m_corrections.contains(alias)) {
            weigh(notes, changed,
                  {Level::Info, tr("The record since %1 is corrected; earlier figures change with it.")
                                    .arg(began.toString(Qt::ISODate))});
            offers.insert(changed, {move});
        } else {
            weigh(notes, changed,
                  {Level::Error, tr("Since when? The record began on %1.").arg(began.toString(Qt::ISODate))});
            offers.insert(changed, {move, correct});
        }
    }
}

// Education, work post and the like have no day of their own, yet figures count by them: another value holds from
// today on unless the clerk says that the old one was never right. Where nothing stood, there is nothing to ask.
void RecordPage::checkKept(const QVariantMap &values, QHash<QString, Validation> &notes,
                           QHash<QString, QList<FieldOffer>> &offers)
{
    const Catalog &catalog = m_workbench.book().catalog();
    const QString since = (m_since.isValid() ? m_since : m_workbench.asOf()).toString(Qt::ISODate);
    for (const QString &id : m_form->fields()) {
        const Field &field = *m_spec.field(id);
        const auto keeping = keepingOf(catalog, m_spec, field);
        if (!keeping || *keeping == Keeping::Corrected || m_record.parts.value(field.part).row == 0) {
            continue;
        }
        const QVariant before = m_record.values.value(id);
        const bool wasEmpty = storedValue(before).toString().isEmpty();
        if (sameValue(values.value(id), before) || m_form->isUnreadable(id) ||
            (wasEmpty && *keeping == Keeping::Changes)) {
            m_wrong.remove(id);
            continue;
        }
        if (m_wrong.contains(id)) {
            weigh(notes, id, {Level::Info, tr("A correction: earlier figures take the new value too.")});
            offers[id].append({tr("A change from %1 on").arg(since), [this, id] {
                                   m_wrong.remove(id);
                                   check();
                               }});
            continue;
        }
        const QString was = valueText(field, before, catalog.codes(), {.language = m_workbench.context().language});
        weigh(notes, id,
              {Level::Info, wasEmpty ? tr("Holds from %1 on; before that day it stays empty.").arg(since)
                                     : tr("Holds from %1 on; before that day it stays “%2”.").arg(since, was)});
        offers[id].append({tr("Correction: it was wrong before, too"), [this, id] {
                               m_wrong.insert(id);
                               check();
                           }});
        offers[id].append({tr("From another day…"), [this] { askSince(); }});
    }
}

void RecordPage::askSince()
{
    const QDate today = m_workbench.context().clock.today();
    const QString shown = (m_since.isValid() ? m_since : m_workbench.asOf()).toString(Qt::ISODate);
    const auto typed =
        m_workbench.context().ask.askText(tr("From which day on?"), tr("First day of the change"), shown);
    if (!typed) {
        return;
    }
    const auto read = text::parseDate(*typed, today);
    if (!read || read->date.precision() != DatePrecision::Day || read->date.firstDay() > today) {
        m_messages->show(MessageKind::Warning,
                         tr("“%1” is not a day up to today. Write it like 2026-07-01.").arg(*typed));
        return;
    }
    m_messages->clear();
    m_since = read->date.firstDay();
    check();
}

// The first reference of a dated part says since when it holds.
void RecordPage::showSince(const Part &part, const QString &day)
{
    for (const Field &field : m_spec.fields) {
        if (field.part == part.alias && field.type == FieldType::Reference) {
            m_form->setHint(field.id, day.isEmpty() ? QString() : tr("since %1").arg(day));
            return;
        }
    }
}

void RecordPage::checkLikenesses(const QVariantMap &values, QHash<QString, Validation> &notes,
                                 QHash<QString, QList<FieldOffer>> &offers)
{
    for (const Likeness &likeness :
         findLikenesses(m_workbench.book().reader(), m_spec, m_record, values, m_workbench.asOf())) {
        Validation note{Level::Warning, tr("“%1” in this book has the same name and the same birth date or phone. "
                                           "Perhaps it is the same person.")
                                            .arg(likeness.title)};
        if (likeness.joins) {
            note = {Level::Info,
                    tr("“%1” is already in the book; this record will belong to that person.").arg(likeness.title)};
        } else if (likeness.level == IssueLevel::Error) {
            note = {Level::Error, tr("This number belongs to “%1” in this book already. Open that record, or compare "
                                     "the number with the card.")
                                      .arg(likeness.title)};
        }
        // A person who was like another when the form was opened was looked at then.
        weigh(notes, likeness.field, note);
        offers.insert(likeness.field, {{tr("Open %1").arg(likeness.title),
                                        [this, likeness] { openOther(likeness.registry, likeness.record); }}});
    }
}

void RecordPage::fillFromNumber(QDate birth, const QString &sex)
{
    const auto fillIn = [this](const QString &field, const QVariant &value) {
        const Editor *editor = m_form->editor(field);
        // An entry of the user's own is never overwritten; the check compares it with the number.
        if (editor == nullptr || (!editor->isEmpty() && !m_fromNumber.contains(field))) {
            return;
        }
        m_fromNumber.insert(field, storedValue(value).toString());
        m_form->enter(field, value);
    };
    fillIn(u"birth"_qs, QVariant::fromValue(PartialDate(birth)));
    fillIn(u"sex"_qs, sex);
}

QStringList RecordPage::openWarnings() const
{
    QStringList open;
    for (const QString &field : m_form->fieldsAt(Level::Warning)) {
        const QString text = m_form->editor(field)->validation().text;
        if (!m_oldWarnings.contains(field + u'|' + text) || m_form->changedFields().contains(field)) {
            open << text;
        }
    }
    return open;
}

void RecordPage::showState()
{
    const bool readOnly = m_workbench.book().isReadOnly();
    const int changed = int(m_form->changedFields().size());
    const int errors = int(m_form->fieldsAt(Level::Error).size() + m_general.size());
    const int warnings = int(m_form->fieldsAt(Level::Warning).size());
    m_title->setText(title());
    if (readOnly) {
        m_state->setText(tr("Read only"));
    } else if (changed == 0) {
        m_state->setText(m_record.id == 0 || isMissing() ? QString()
                                                         : tr("Saved")); //: the state of a record in its form
    } else {
        QString text = u"● "_qs + tr("%n unsaved change(s)", nullptr, changed);
        if (!m_draftSaved.isEmpty()) {
            text += u"  ·  "_qs + tr("draft kept %1").arg(m_draftSaved);
        }
        m_state->setText(text);
    }
    setRole(m_state, changed > 0 ? Role::Warning : Role::Secondary);
    QStringList counts;
    if (errors > 0) {
        counts << tr("%n error(s)", nullptr, errors);
    }
    if (warnings > 0) {
        counts << tr("%n warning(s)", nullptr, warnings);
    }
    m_counts->setText(counts.join(u" · "_qs));
    setRole(m_counts, errors > 0 ? Role::Danger : Role::Warning);
    const int open = changed > 0 || m_record.id == 0 ? int(openWarnings().size()) : 0;
    if (open == 0) {
        m_checked->setChecked(false);
    }
    m_checked->setText(tr("Checked: %n warning(s)", nullptr, open));
    m_confirmation->setVisible(open > 0 && !readOnly);
    m_save->setEnabled((changed > 0 || m_record.id == 0) && !readOnly);
    m_actions->setVisible(m_record.id != 0 && !isMissing());
    const qsizetype at = m_neighbours.indexOf(m_record.id);
    const bool listed = m_record.id != 0 && at >= 0 && m_neighbours.size() > 1;
    m_place->setVisible(listed);
    m_place->setText(tr("%1 of %2").arg(at + 1).arg(m_neighbours.size())); //: place of the record in its list
    m_previous->setVisible(listed);
    m_next->setVisible(listed);
    m_previous->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < m_neighbours.size());
    update();
}

void RecordPage::reveal(const QString &field)
{
    auto *sealed = qobject_cast<SealedEditor *>(m_form->editor(field));
    if (sealed == nullptr || !sealed->isMasked()) {
        return;
    }
    const QString label = m_workbench.context().word(m_spec.field(field)->label);
    if (m_purpose.isEmpty()) {
        const auto purpose = m_workbench.context().ask.askReason(
            tr("Show “%1” of %2").arg(label, title()), tr("What is it needed for? This is written into the log."),
            {tr("Comparison with the card"), tr("Call or visit"), tr("Filling in a form")});
        if (!purpose) {
            return;
        }
        m_purpose = *purpose; // once for this record; each entry shown is logged by itself
    }
    if (const auto logged = m_workbench.book().logAccess(u"show"_qs, m_spec.id, m_record.id, field, m_purpose);
        !logged) {
        m_workbench.report(logged.error());
        return;
    }
    sealed->reveal();
}

void RecordPage::createFor(const QString &field, const QString &typed)
{
    const RegistrySpec *other = m_workbench.book().catalog().registry(m_spec.field(field)->registry);
    QVariantMap presets;
    for (const Field &each : other->fields) {
        if (!typed.isEmpty() && each.isWritable() && each.type == FieldType::Text && each.isRequired) {
            presets.insert(each.id, typed);
            break;
        }
    }
    m_pendingLookup = field;
    keepDraft();
    m_leaving = true; // this page stays below the new one
    m_workbench.newRecord(other->id, presets, Workbench::Afterwards::Returns);
    m_leaving = false;
}

void RecordPage::openOther(const QString &registry, RowId id)
{
    keepDraft();
    m_leaving = true;
    m_workbench.openRecord(registry, id);
    m_leaving = false;
}

} // namespace gridbook::ui
