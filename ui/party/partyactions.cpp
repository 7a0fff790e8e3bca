#include "ui/party/partyactions.h"
#include "core/party/standingmachine.h"
#include "ui/party/memberactiondialog.h"
#include "ui/party/orgchangedialog.h"

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

} // namespace

// The daily ones by name; the dialog behind each offers every step that the table of standing allows.
QList<RecordAction> partyActions()
{
    return {
        memberAction(u"relocate"_qs, {u"调动支部、小组或网格…"_qs, u"Move to another branch, group or grid…"_qs},
                     Glyph::Transfer),
        memberAction(u"confirm"_qs, {u"转正…"_qs, u"Become a full member…"_qs}, Glyph::Check),
        memberAction(u"transferOut"_qs, {u"转出…"_qs, u"Transfer out…"_qs}, Glyph::Export),
        memberAction(u"transferIn"_qs, {u"转入(再次入册)…"_qs, u"Transfer in again…"_qs}, Glyph::Import),
        memberAction(u"died"_qs, {u"死亡…"_qs, u"Deceased…"_qs}, Glyph::Void),
        memberAction(u"stop"_qs, {u"停止、恢复党籍及其他…"_qs, u"Stop or restore membership, and more…"_qs},
                     Glyph::More),
        orgAction(u"founded"_qs, {u"成立党组织…"_qs, u"Found an organisation…"_qs}, Glyph::Add),
        orgAction(u"renamed"_qs, {u"更名…"_qs, u"Rename…"_qs}, Glyph::Edit),
        orgAction(u"promoted"_qs, {u"升格…"_qs, u"Raise in rank…"_qs}, Glyph::ChevronUp),
        orgAction(u"moved"_qs, {u"隶属变更…"_qs, u"Put under another superior…"_qs}, Glyph::Transfer),
        orgAction(u"merged"_qs, {u"合并…"_qs, u"Merge…"_qs}, Glyph::Merge),
        orgAction(u"dissolved"_qs, {u"撤销…"_qs, u"Dissolve…"_qs}, Glyph::Void),
    };
}

} // namespace gridbook::ui
