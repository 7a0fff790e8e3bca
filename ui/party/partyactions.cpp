#include "ui/party/partyactions.h"
#include "core/party/standingmachine.h"
#include "ui/party/admitdialog.h"
#include "ui/party/memberactiondialog.h"
#include "ui/party/orgchangedialog.h"
#include "ui/party/termdialog.h"
#include "ui/shell/workbench.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

RecordAction memberAction(const QString &event, const Term &text, Glyph glyph)
{
    return {u"member."_qs + event,
            u"member"_qs,
            text,
            glyph,
            RecordAction::Needs::Some,
            [event](Workbench &workbench, const QList<RowId> &ids) {
                openStep(new MemberActionDialog(workbench, ids, event, windowForDialogs()));
            }};
}

RecordAction orgAction(const QString &kind, const Term &text, Glyph glyph)
{
    return {u"partyOrg."_qs + kind,
            u"partyOrg"_qs,
            text,
            glyph,
            kind == u"founded" ? RecordAction::Needs::None : RecordAction::Needs::One,
            [kind](Workbench &workbench, const QList<RowId> &ids) {
                const RowId org = kind == u"founded" ? 0 : ids.first();
                openStep(new OrgChangeDialog(workbench, org, kind, windowForDialogs()));
            }};
}

RecordAction termAction(const QString &id, const Term &text, Glyph glyph, TermDialog::Step step)
{
    return {id,
            u"partyOrg"_qs,
            text,
            glyph,
            RecordAction::Needs::One,
            [step](Workbench &workbench, const QList<RowId> &ids) {
                openStep(new TermDialog(workbench, ids.first(), step, windowForDialogs()));
            },
            [](Workbench &workbench, const QList<RowId> &ids) {
                return party::noTermReason(workbench.book().database(), PartyOrgId(ids.first()), workbench.asOf())
                    .valueOr({});
            }};
}

Term admissionText()
{
    return {u"接收入册（转入、发展党员）…"_qs, u"Put a person on the register…"_qs};
}

} // namespace

// The daily ones by name; the dialog behind each offers every step that the table of standing allows.
QList<RecordAction> partyActions()
{
    return {
        memberAction(u"relocate"_qs, {u"调动支部、小组或网格…"_qs, u"Move to another branch, group or grid…"_qs},
                     Glyph::Transfer),
        memberAction(u"confirm"_qs, {u"转正…"_qs, u"Become a full member…"_qs}, Glyph::Check),
        memberAction(u"transferOut"_qs, {u"转出…"_qs, u"Transfer out…"_qs}, Glyph::Export),
        memberAction(u"transferIn"_qs, {u"转入（再次入册）…"_qs, u"Transfer in again…"_qs}, Glyph::Import),
        memberAction(u"died"_qs, {u"死亡…"_qs, u"Deceased…"_qs}, Glyph::History),
        memberAction(u"stop"_qs, {u"停止、恢复党籍及其他…"_qs, u"Stop or restore membership, and more…"_qs},
                     Glyph::More),
        {u"member.admit"_qs, u"member"_qs, admissionText(), Glyph::Add, RecordAction::Needs::None,
         [](Workbench &workbench, const QList<RowId> &) {
             openStep(new AdmitDialog(workbench, 0, windowForDialogs()));
         }},
        {u"person.admit"_qs, u"person"_qs, admissionText(), Glyph::Add, RecordAction::Needs::One,
         [](Workbench &workbench, const QList<RowId> &ids) {
             openStep(new AdmitDialog(workbench, ids.first(), windowForDialogs()));
         }},
        termAction(u"partyOrg.beginTerm"_qs, {u"换届…"_qs, u"Hold the election of the next term…"_qs}, Glyph::Calendar,
                   TermDialog::Step::Begin),
        termAction(u"partyOrg.shiftTerm"_qs, {u"届期延长或提前…"_qs, u"Move the end of the term…"_qs}, Glyph::History,
                   TermDialog::Step::Shift),
        orgAction(u"founded"_qs, {u"成立党组织…"_qs, u"Found an organisation…"_qs}, Glyph::Add),
        orgAction(u"renamed"_qs, {u"更名…"_qs, u"Rename…"_qs}, Glyph::Edit),
        orgAction(u"promoted"_qs, {u"升格…"_qs, u"Raise in rank…"_qs}, Glyph::ChevronUp),
        orgAction(u"moved"_qs, {u"隶属变更…"_qs, u"Put under another superior…"_qs}, Glyph::Transfer),
        orgAction(u"merged"_qs, {u"合并…"_qs, u"Merge…"_qs}, Glyph::Merge),
        orgAction(u"dissolved"_qs, {u"撤销党组织…"_qs, u"Dissolve the organisation…"_qs}, Glyph::Void),
    };
}

} // namespace gridbook::ui
