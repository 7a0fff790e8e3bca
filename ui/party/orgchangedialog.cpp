#include "ui/party/orgchangedialog.h"
#include "core/registry/reader.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/editor.h"
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

QString nameOf(Workbench &workbench, RowId org)
{
    return org == 0 ? QString() : workbench.book().reader().title(u"partyOrg"_qs, workbench.asOf(), org).valueOr({});
}

Field field(const QString &id, FieldType type, const QString &zh, const QString &en)
{
    return Field::of(id, type, {zh, en});
}

// Which organisations can take over what hangs on it: not itself, and nothing that belongs to it.
QString heirsOf(Workbench &workbench, RowId org)
{
    const auto now = party::orgFacts(workbench.book().database(), PartyOrgId(org), workbench.asOf());
    const bool isGroup = now && *now && (*now)->type == u"group";
    return u"s.type %1 'group' AND o.id <> %2 AND COALESCE(s.parent_id, 0) <> %2"_qs.arg(isGroup ? u"="_qs : u"<>"_qs)
        .arg(org);
}

QString namesOf(const QList<party::OrgBurden::Item> &items)
{
    constexpr int shown = 8;
    QStringList names;
    for (const auto &each : items.mid(0, shown)) {
        names << each.name;
    }
    return items.size() > shown ? QString(names.join(u'、') + u'…') : names.join(u'、');
}

} // namespace

OrgChangeDialog::OrgChangeDialog(Workbench &workbench, RowId org, const QString &kind, QWidget *parent)
    : StepDialog(workbench, org == 0 ? tr("Found a party organisation") : nameOf(workbench, org), parent)
    , m_org(org)
    , m_name(nameOf(workbench, org))
    , m_kinds(new QComboBox(this))
{
    auto *what = new QWidget(this);
    auto *column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(tr("&What changes"), what);
    label->setBuddy(m_kinds);
    m_kinds->setAccessibleName(tr("What changes"));
    column->addWidget(label);
    column->addWidget(m_kinds);
    addWidget(what);
    for (const CodeItem &item : workbench.book().catalog().codes().find(codes::orgChangeKind)->items) {
        if ((item.code == u"founded") == (org == 0)) {
            m_kinds->addItem(word(item.term), item.code);
        }
    }
    addField(field(u"day"_qs, FieldType::Date, u"生效日期"_qs, u"From this day on"_qs), true);
    addField(field(u"document"_qs, FieldType::Text, u"批准文号"_qs, u"Approving document"_qs), true);
    addField(field(u"type"_qs, FieldType::Code, u"组织类别"_qs, u"Type"_qs).codes(u"orgType"_qs), true);
    const Field *superior = workbench.book().catalog().registry(u"partyOrg"_qs)->field(u"parent"_qs);
    addField(field(u"parent"_qs, FieldType::Reference, u"上级党组织"_qs, u"Superior"_qs)
                 .refers(u"partyOrg"_qs)
                 .among(u"(%1) AND o.id <> %2"_qs.arg(superior->choice).arg(org)));
    addField(field(u"fullName"_qs, FieldType::Text, u"全称（与印章一致）"_qs, u"Full name, as on the seal"_qs), true);
    addField(field(u"shortName"_qs, FieldType::Text, u"简称"_qs, u"Short name"_qs), true);
    addField(field(u"division"_qs, FieldType::Reference, u"所属社区"_qs, u"Community"_qs).refers(u"division"_qs));
    addField(field(u"grid"_qs, FieldType::Reference, u"所在网格"_qs, u"Grid"_qs).refers(u"grid"_qs));
    addField(
        field(u"to"_qs, FieldType::Reference, u"党员和下级组织转到"_qs, u"Members and organisations below go to"_qs)
            .refers(u"partyOrg"_qs)
            .among(heirsOf(workbench, org)));
    addField(field(u"reason"_qs, FieldType::Text, u"原因"_qs, u"Reason"_qs));
    choose(kind);
    fill();
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &OrgChangeDialog::refresh);
    refresh();
}

QString OrgChangeDialog::kind() const
{
    return m_kinds->currentData().toString();
}

void OrgChangeDialog::choose(const QString &kind)
{
    if (const int at = m_kinds->findData(kind); at >= 0) {
        m_kinds->setCurrentIndex(at);
    }
}

void OrgChangeDialog::fill()
{
    if (!m_org.isValid()) {
        return;
    }
    const auto now = party::orgFacts(workbench().book().database(), m_org, workbench().asOf());
    if (now && *now) {
        editor(u"fullName"_qs)->setValue((*now)->fullName);
        editor(u"shortName"_qs)->setValue((*now)->shortName);
        if ((*now)->parent != 0) {
            editor(u"parent"_qs)->setValue((*now)->parent);
        }
    }
}

void OrgChangeDialog::arrange()
{
    const QString now = kind();
    const bool founded = now == u"founded";
    setShown(u"type"_qs, founded || now == u"promoted");
    setShown(u"parent"_qs, founded || now == u"moved" || now == u"promoted");
    setShown(u"fullName"_qs, founded || now == u"renamed" || now == u"promoted");
    setShown(u"shortName"_qs, founded || now == u"renamed" || now == u"promoted");
    setShown(u"division"_qs, founded);
    setShown(u"grid"_qs, founded);
    bool burdened = now == u"merged";
    if (now == u"dissolved") {
        const auto burden = party::orgBurden(workbench().book().database(), m_org, day());
        burdened = burden && !burden->isEmpty();
    }
    setShown(u"to"_qs, burdened);
    setNeeded(u"to"_qs, burdened);
}

Done OrgChangeDialog::write(UnitOfWork &work)
{
    const party::OrgStep step{day(), text(u"document"_qs), text(u"reason"_qs)};
    const PartyOrgId to(reference(u"to"_qs));
    if (kind() == u"founded") {
        party::NewOrg org;
        org.type = text(u"type"_qs);
        org.fullName = text(u"fullName"_qs);
        org.shortName = text(u"shortName"_qs);
        org.parent = reference(u"parent"_qs);
        org.division = reference(u"division"_qs);
        org.grid = reference(u"grid"_qs);
        GRIDBOOK_ASSIGN([[maybe_unused]] const PartyOrgId id, party::foundOrg(work, org, step));
        return {};
    }
    if (kind() == u"renamed") {
        return party::renameOrg(work, m_org, text(u"fullName"_qs), text(u"shortName"_qs), step);
    }
    if (kind() == u"promoted") {
        return party::promoteOrg(work, m_org, text(u"type"_qs), text(u"fullName"_qs), text(u"shortName"_qs),
                                 reference(u"parent"_qs), step);
    }
    if (kind() == u"moved") {
        return party::moveOrg(work, m_org, reference(u"parent"_qs), step);
    }
    if (kind() == u"merged") {
        return to.isValid()
                   ? party::mergeOrg(work, m_org, to, step)
                   : Done(Error{ErrorKind::Invalid, tr("Choose the organisation that it becomes part of."), {}});
    }
    return to.isValid() ? party::moveMembersAndClose(work, m_org, to, step) : party::closeOrg(work, m_org, step);
}

QString OrgChangeDialog::undoTitle() const
{
    const CodeTable *kinds = workbench().book().catalog().codes().find(codes::orgChangeKind);
    // 撤销 alone is what taking back a step is called.
    const QString what = kind() == u"dissolved" ? u"撤销党组织"_qs : kinds->chinese(kind());
    return u"%1 %2"_qs.arg(what, m_org.isValid() ? m_name : text(u"shortName"_qs));
}

QString OrgChangeDialog::verb() const
{
    return kind() == u"dissolved" ? tr("Dissolve the organisation") : m_kinds->currentText();
}

QString OrgChangeDialog::outlook()
{
    const bool placed = kind() == u"moved" || kind() == u"promoted" || kind() == u"founded";
    if (placed && reference(u"parent"_qs) == 0) {
        return tr("No superior in this book: it will stand by itself.");
    }
    if (kind() != u"merged" && kind() != u"dissolved") {
        return tr("Earlier days keep the name, type and superior that held then.");
    }
    const auto burden = party::orgBurden(workbench().book().database(), m_org, day());
    if (!burden || burden->isEmpty()) {
        return tr("No members and no organisations hang on it. It is closed from that day on; its history stays.");
    }
    QStringList lines;
    if (!burden->members.isEmpty()) {
        lines << tr("%n member(s) move along: %1", nullptr, int(burden->members.size())).arg(namesOf(burden->members));
    }
    if (!burden->children.isEmpty()) {
        lines << tr("%n organisation(s) below move along: %1", nullptr, int(burden->children.size()))
                     .arg(namesOf(burden->children));
    }
    return lines.join(u'\n');
}

} // namespace gridbook::ui
