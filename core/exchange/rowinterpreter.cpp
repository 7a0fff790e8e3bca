#include "core/exchange/rowinterpreter.h"
#include "core/base/partialdate.h"
#include "core/exchange/celltext.h"
#include "core/exchange/headings.h"
#include "core/exchange/orgnames.h"
#include "core/places/places.h"
#include "core/registry/recordstore.h"
#include "core/registry/valuetext.h"
#include "core/rules/codetables.h"
#include "core/text/citizenid.h"
#include "core/text/normalise.h"
#include "core/text/phone.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

constexpr qsizetype mostSeen = 20'000; // texts remembered for one column

bool isRepeated(FieldType type)
{
    return type == FieldType::Code || type == FieldType::YesNo;
}

// The kind of document stands before its number among the fields, so it is read first.
text::IdType idTypeOf(const ImportPlan &plan, const PlanRow &row)
{
    return text::idTypeOf(plan.value(row, u"idType").toString());
}

} // namespace

void addIssue(PlanRow &row, int field, IssueLevel level, const QString &message)
{
    row.issues.append({field, level, message});
}

QString noteField(const ImportPlan &plan)
{
    return plan.target(u"personNote") >= 0 ? u"personNote"_qs : u"note"_qs;
}

Result<std::unique_ptr<RowInterpreter>> RowInterpreter::create(RegistryReader &reader, const ImportPlan &plan,
                                                               QDate today)
{
    std::unique_ptr<RowInterpreter> made(new RowInterpreter(reader, today));
    QStringList registries{u"division"_qs};
    for (const ImportTarget &target : plan.targets) {
        if (target.field.type == FieldType::Reference && !registries.contains(target.field.registry)) {
            registries << target.field.registry;
        }
    }
    if (plan.registry == u"grid") {
        registries << u"partyOrg"_qs; // named in a cell of text: readGridBranches()
    }
    for (const QString &registry : registries) {
        GRIDBOOK_ASSIGN(ReferenceIndex index, ReferenceIndex::load(reader, registry, today));
        made->m_references.emplace(registry, std::move(index));
    }
    const QHash<RowId, QString> &divisions = made->m_references[u"division"_qs].titles();
    for (const ImportSource::Sheet &sheet : plan.source.sheets) {
        QList<int> columns;
        for (const ImportTarget &target : plan.targets) {
            columns << sheet.layout.columnOf(target.field.id);
        }
        made->m_columns << columns;
        const QString said = sheet.layout.title + u' ' + sheet.layout.unit + u' ' + sheet.name + u' ' +
                             QFileInfo(plan.source.path).completeBaseName();
        RowId community = 0;
        qsizetype length = 0;
        for (auto it = divisions.cbegin(); it != divisions.cend(); ++it) {
            if (it.value().size() > length && said.contains(it.value())) {
                community = it.key();
                length = it.value().size();
            }
        }
        if (community == 0 && divisions.size() == 1) {
            community = divisions.cbegin().key();
        }
        made->m_communities << community;
    }
    made->m_untyped = plan.isUntyped;
    made->m_seen.resize(plan.targets.size());
    return made;
}

const ReferenceIndex &RowInterpreter::references(const QString &registry) const
{
    static const ReferenceIndex none;
    const auto it = m_references.constFind(registry);
    return it == m_references.cend() ? none : *it;
}

void RowInterpreter::fill(ImportPlan &plan, PlanRow &row, QStringView field, const QVariant &value, bool derived)
{
    const int at = plan.target(field);
    if (at >= 0 && !row.values.at(at).isValid() && value.isValid()) {
        row.values[at] = value;
        row.derived[at] = derived;
    }
}

void RowInterpreter::interpret(ImportPlan &plan, PlanRow &row)
{
    const qsizetype count = plan.targets.size();
    row.values = QVariantList(count);
    row.derived = QList<bool>(count, false);
    row.issues.clear();
    row.asked.clear();
    row.disagreement.clear();
    m_markers.clear();
    QStringList notes;
    for (int i = 0; i < count; ++i) {
        readCell(plan, row, i, &notes);
    }
    if (row.nameless) {
        addIssue(row, plan.target(plan.source.sheets.at(row.sheet).layout.options.nameField), IssueLevel::Error,
                 Texts::tr("The row is filled like a record but has no name."));
    }
    followMarkers(plan, row, m_markers, &notes);
    doubtName(plan, row);
    followCaption(plan, row);
    followGroup(plan, row);
    followId(plan, row, &notes);
    if (plan.registry == u"grid") {
        readGridLedger(plan, row);
    } else if (plan.registry == u"partyOrg") {
        followSeal(plan, row);
    }
    for (auto it = plan.choices.presets.cbegin(); it != plan.choices.presets.cend(); ++it) {
        fill(plan, row, it.key(), it.value(), true);
    }
    const RowId said = m_communities.value(row.sheet);
    const RowId community = said == 0 && plan.registry == u"grid" ? communityOfCode(plan, row) : said;
    if (community != 0 && plan.registry != u"member") {
        fill(plan, row, u"division",
             QVariant::fromValue(ReferenceValue{community, references(u"division"_qs).titleOf(community)}), true);
    }
    if (const int at = plan.target(noteField(plan)); at >= 0 && !notes.isEmpty()) {
        const QString own = row.values.at(at).toString();
        row.values[at] = own.isEmpty() ? notes.join(u"；"_qs) : QString(own + u"；" + notes.join(u"；"_qs));
    }
    makeKeys(plan, row);
}

// The code of a grid begins with that of its community (15 or 18 digits; those of 20 begin otherwise).
RowId RowInterpreter::communityOfCode(const ImportPlan &plan, const PlanRow &row) const
{
    const int at = plan.target(u"code");
    const QString code = at < 0 ? QString() : row.values.at(at).toString();
    if (code.size() != 15 && code.size() != 18) {
        return 0;
    }
    const QList<ReferenceValue> found =
        references(u"division"_qs).find(code.first(places::divisionDigits(u"community")), 0).found;
    return found.size() == 1 ? found.first().id : 0;
}

void RowInterpreter::readCell(ImportPlan &plan, PlanRow &row, int target, QStringList *notes)
{
    const Field &field = plan.targets.at(target).field;
    const auto mended = row.mended.constFind(target);
    const bool isMended = mended != row.mended.cend();
    const int column = m_columns.at(row.sheet).at(target);
    if (!isMended && (column < 0 || column >= row.cells.size())) {
        return;
    }
    const Cell cell = isMended ? Cell::ofText(*mended) : row.cells.at(column);
    const QString text = text::tidied(cell.text);
    if (text.isEmpty() || applyMeaning(plan, row, target, cell, notes)) {
        return;
    }
    ParsedCell parsed;
    QHash<QString, ParsedCell> &seen = m_seen[target];
    const QString key = isRepeated(field.type) ? QString(text + QChar(u'0' + int(cell.kind))) : QString();
    if (const auto it = seen.constFind(key); !key.isEmpty() && it != seen.cend()) {
        parsed = *it;
    } else {
        CellSurroundings around{m_reader.catalog().codes(), m_today, m_untyped && !isMended};
        if (field.type == FieldType::CitizenId) {
            around.idType = idTypeOf(plan, row);
        }
        parsed = parseCell(field, cell, around);
        if (!key.isEmpty() && seen.size() < mostSeen) {
            seen.insert(key, parsed);
        }
    }
    if (parsed.notesNumbers && plan.target(noteField(plan)) < 0) {
        parsed.error = Texts::tr("An ID number or a telephone number stands here, which this registry has no place "
                                 "for. Take it out.");
    }
    if (!parsed.error.isEmpty()) {
        addIssue(row, target, IssueLevel::Error, parsed.error);
        return;
    }
    if (parsed.unknown || (parsed.isRemarked && plan.target(noteField(plan)) < 0)) {
        keepUnknown(plan, row, target, text, notes);
        return;
    }
    if (parsed.ambiguous) {
        const bool accepts = plan.choices.acceptReadings && !parsed.offers.isEmpty();
        row.asked.append(
            {target, text, 1, parsed.offers, accepts ? parsed.offers.first().first : QString(), parsed.warning});
        addIssue(row, target, accepts ? IssueLevel::Warning : IssueLevel::Error, parsed.warning);
        if (!accepts) {
            return;
        }
    } else if (!parsed.warning.isEmpty()) {
        addIssue(row, target, IssueLevel::Warning, parsed.warning);
    }
    if (!parsed.note.isEmpty()) {
        *notes << parsed.note;
    }
    if (!parsed.landline.isEmpty()) {
        fill(plan, row, u"landline", parsed.landline, false);
    }
    m_markers << parsed.markers;
    if (!isMended && field.id == u"landline" && takesMobile(plan, row, column, parsed.value.toString(), notes)) {
        return;
    }
    if (field.type == FieldType::Reference && parsed.value.isValid()) {
        resolve(plan, row, target, parsed.value.toString());
    } else {
        row.values[target] = parsed.value;
    }
}

// 联系电话 beside a column for mobiles may hold one all the same: it is the member's, or another one of theirs.
bool RowInterpreter::takesMobile(ImportPlan &plan, PlanRow &row, int column, const QString &number, QStringList *notes)
{
    const int mobile = plan.target(u"phone");
    const auto phone = text::parsePhone(number);
    if (mobile < 0 || !phone || phone->kind != text::PhoneKind::Mobile) {
        return false;
    }
    const QString heading = normalHeading(plan.source.sheets.at(row.sheet).layout.columns.at(column).heading);
    if (!plan.targets.at(mobile).field.headings.contains(heading)) {
        return false;
    }
    if (!row.values.at(mobile).isValid()) {
        row.values[mobile] = number;
    } else if (row.values.at(mobile).toString() != number) {
        *notes << Texts::tr("other telephone: %1").arg(number);
    }
    return true;
}

// What the user decided for this text of this column, if anything.
bool RowInterpreter::applyMeaning(ImportPlan &plan, PlanRow &row, int target, const Cell &cell, QStringList *notes)
{
    const Field &field = plan.targets.at(target).field;
    const auto words = plan.choices.meanings.constFind(field.id);
    if (words == plan.choices.meanings.cend()) {
        return false;
    }
    const QString text = text::tidied(cell.text);
    const auto it = words->constFind(text);
    if (it == words->cend() || it->isEmpty()) {
        return false;
    }
    const bool creates = field.type == FieldType::Reference && it->startsWith(meaning::createNew);
    const bool isRecord = field.type == FieldType::Reference && !creates && *it != meaning::leaveOut;
    if (isRecord && references(field.registry).titleOf(it->toLongLong()).isEmpty()) {
        return false; // remembered from last time, and gone since: it is asked about again
    }
    ValueQuestion decided{target, text, 1, {}, *it, {}};
    if (field.type == FieldType::Date) { // the other readings stay on offer
        decided.offers = parseCell(field, cell, {m_reader.catalog().codes(), m_today, m_untyped}).offers;
    }
    row.asked.append(decided);
    if (*it == meaning::toNote) {
        *notes << field.label.zh + u'：' + text;
    } else if (*it == meaning::leaveOut) {
        return true;
    } else if (field.type == FieldType::Reference) {
        row.values[target] = creates ? madeReference(plan, row, field, it->size() > 1 ? it->mid(1) : text)
                                     : QVariant::fromValue(ReferenceValue{
                                           it->toLongLong(), references(field.registry).titleOf(it->toLongLong())});
    } else if (field.type == FieldType::Date) {
        row.values[target] = QVariant::fromValue(PartialDate::fromIso(*it));
    } else {
        row.values[target] = *it;
    }
    return true;
}

void RowInterpreter::keepUnknown(ImportPlan &plan, PlanRow &row, int target, const QString &text, QStringList *notes)
{
    const Field &field = plan.targets.at(target).field;
    const bool keeps = plan.choices.unknownToNote && !field.isRequired && plan.target(noteField(plan)) >= 0;
    const QString message =
        keeps ? Texts::tr("“%1” is not in the list of “%2”; it will stand in the note.").arg(text, field.label.zh)
              : Texts::tr("“%1” is not in the list of “%2”. Choose what it means.").arg(text, field.label.zh);
    addIssue(row, target, keeps ? IssueLevel::Warning : IssueLevel::Error, message);
    row.asked.append({target, text, 1, {}, {}, message});
    if (keeps) {
        *notes << field.label.zh + u'：' + text;
    }
}

void RowInterpreter::followId(ImportPlan &plan, PlanRow &row, QStringList *notes)
{
    const int at = plan.target(u"idNumber");
    if (at < 0 || !row.values.at(at).isValid() || idTypeOf(plan, row) != text::IdType::CitizenId) {
        return;
    }
    const auto id = text::CitizenId::parse(row.values.at(at).toString(), m_today);
    if (!id) {
        return;
    }
    const QVariant birthInId = QVariant::fromValue(PartialDate(id->birth()));
    const QVariant sexInId = QString::number(int(id->sex()));
    if (const int birth = plan.target(u"birth"); birth >= 0) {
        settleBirth(plan, row, id->birth());
        const PartialDate said = row.values.at(birth).value<PartialDate>();
        const bool canBe = said.isNull() || (said.firstDay() <= id->birth() && id->birth() <= said.lastDay());
        if (!canBe) {
            weighAgainstId(plan, row, birth, birthInId, notes);
        } else if (said.precision() != DatePrecision::Day) { // "1978.7" says less than the number does
            row.values[birth] = QVariant();
        }
    }
    if (const int sex = plan.target(u"sex");
        sex >= 0 && row.values.at(sex).isValid() && row.values.at(sex).toString() != sexInId.toString()) {
        weighAgainstId(plan, row, sex, sexInId, notes);
    }
    fill(plan, row, u"birth", birthInId, true);
    fill(plan, row, u"sex", sexInId, true);
}

// A birth date that can be read in several ways is no question, if the number says one of them.
void RowInterpreter::settleBirth(const ImportPlan &plan, PlanRow &row, QDate birth) const
{
    const int target = plan.target(u"birth");
    const auto asked = std::find_if(row.asked.begin(), row.asked.end(), [&](const ValueQuestion &each) {
        return each.field == target && each.chosen.isEmpty() &&
               std::any_of(each.offers.begin(), each.offers.end(), [&](const auto &offer) {
                   const PartialDate reading = PartialDate::fromIso(offer.first);
                   return reading.firstDay() <= birth && birth <= reading.lastDay();
               });
    });
    if (asked != row.asked.end()) {
        row.asked.erase(asked);
        row.issues.removeIf([target](const PlanIssue &issue) { return issue.field == target; });
    }
}

// The date in the personnel file may differ from the one in the number, and either may be mistyped: somebody decides,
// with a reason if the number is not to be believed.
void RowInterpreter::weighAgainstId(ImportPlan &plan, PlanRow &row, int target, const QVariant &inId,
                                    QStringList *notes)
{
    const Field &field = plan.targets.at(target).field;
    const auto words = [&](const QVariant &value) {
        return valueText(field, value, m_reader.catalog().codes(), {.masked = false});
    };
    const QString said = words(row.values.at(target));
    const bool ownDecision = row.difference != DifferenceChoice::Ask;
    switch (ownDecision ? row.difference : plan.choices.differences) {
    case DifferenceChoice::Ask: {
        const QString message = Texts::tr("The ID number says %1, the roster says %2.").arg(words(inId), said);
        addIssue(row, target, IssueLevel::Warning, message);
        row.disagreement += (row.disagreement.isEmpty() ? QString() : u" "_qs) + message;
        break;
    }
    case DifferenceChoice::AsTyped:
        addIssue(row, target, IssueLevel::Warning,
                 Texts::tr("Kept as the roster says: %1, not %2 as in the ID number.").arg(said, words(inId)));
        *notes << u"%1与身份证号不一致(身份证号%2，名册%3)：%4"_qs.arg(field.label.zh, words(inId), said,
                                                                       ownDecision ? row.reason : plan.choices.reason);
        break;
    case DifferenceChoice::FromNumber:
        addIssue(row, target, IssueLevel::Warning,
                 Texts::tr("Taken from the ID number: %1 instead of %2.").arg(words(inId), said));
        row.values[target] = inId;
        break;
    }
}

// A list of organisations that has only the names on the seals: the short ones follow from them.
void RowInterpreter::followSeal(ImportPlan &plan, PlanRow &row)
{
    const int at = plan.target(u"shortName");
    const QString name = at < 0 ? QString() : row.values.at(at).toString();
    if (const QString brief = shortOrgName(name); !name.isEmpty() && brief != name) {
        fill(plan, row, u"fullName", fullOrgName(name), false);
        row.values[at] = brief;
    }
}

void RowInterpreter::makeKeys(const ImportPlan &plan, PlanRow &row) const
{
    row.strongKey.clear();
    row.weakKeys.clear();
    const auto said = [&](QStringView field) { return storedValue(plan.value(row, field)).toString(); };
    if (plan.target(u"idNumber") >= 0) {
        row.strongKey = said(u"idNumber");
        const QString name = said(u"name");
        if (!name.isEmpty() && !said(u"birth").isEmpty()) {
            row.weakKeys << name + u'|' + said(u"birth");
        }
        if (!name.isEmpty() && !said(u"phone").isEmpty()) {
            row.weakKeys << name + u'|' + said(u"phone");
        }
        const QString branch = said(u"branch");
        if (!name.isEmpty() && !branch.isEmpty()) {
            row.weakKeys << name + sameBranchMark + branch;
        }
        return;
    }
    row.strongKey = said(u"code");
    QStringList parts;
    bool complete = true;
    for (qsizetype i = 0; i < plan.targets.size(); ++i) {
        const Field &field = plan.targets.at(i).field;
        const bool names = field.type == FieldType::Text || field.type == FieldType::Reference ||
                           (field.type == FieldType::Date && plan.registry == u"population");
        if (field.isRequired && names && field.id != u"code" && field.id != u"fullName") {
            const QString value = storedValue(row.values.at(i)).toString();
            complete = complete && !value.isEmpty();
            parts << (field.type == FieldType::Text ? looseName(value) : value);
        }
    }
    if (complete && !parts.isEmpty()) {
        row.weakKeys << parts.join(u'|');
    }
}

} // namespace gridbook::exchange
