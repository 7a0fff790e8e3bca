#include "ui/registry/formchecks.h"
#include "ui/registry/formeditors.h"

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

// Of all scopes: a member who left is still the same person.
QList<RowId> having(RegistryReader &reader, const RegistrySpec &spec, const Field &field, const QVariant &value,
                    QDate asOf)
{
    const auto found = reader.ids(
        {spec.id, asOf, spec.widestScope(), {{field.id, FilterOp::Equals, {storedValue(value)}}}, {}, {}}, 50);
    return found.valueOr({});
}

const Field *fieldWith(const RegistrySpec &spec, QStringView column)
{
    const auto it = std::find_if(spec.fields.begin(), spec.fields.end(),
                                 [&](const Field &field) { return field.isWritable() && field.column == column; });
    return it == spec.fields.end() ? nullptr : &*it;
}

void findSameNumber(QList<Likeness> &found, RegistryReader &reader, const RegistrySpec &spec, const Record &record,
                    const Field &number, const QVariant &value, QDate asOf)
{
    for (const RowId id : having(reader, spec, number, value, asOf)) {
        if (id != record.id) {
            found.append(
                {number.id, IssueLevel::Error, false, spec.id, id, reader.title(spec.id, asOf, id).valueOr({})});
            return;
        }
    }
    // In the book in another role: for a new record the same human being is used, for an old one it is a mistake.
    const Part *part = spec.part(number.part);
    const RegistrySpec *people = reader.catalog().registryOfTable(part->table);
    if (people == nullptr || people->id == spec.id) {
        return;
    }
    const Field *there = fieldWith(*people, number.column);
    if (there == nullptr) {
        return;
    }
    for (const RowId id : having(reader, *people, *there, value, asOf)) {
        if (id != record.parts.value(number.part).row) {
            const bool joins = record.id == 0 && part->matchField == number.id;
            found.append({number.id, joins ? IssueLevel::Warning : IssueLevel::Error, joins, people->id, id,
                          reader.title(people->id, asOf, id).valueOr({})});
            return;
        }
    }
}

} // namespace

QList<Likeness> findLikenesses(RegistryReader &reader, const RegistrySpec &spec, const Record &record,
                               const QVariantMap &values, QDate asOf)
{
    QList<Likeness> found;
    const Field *number = nullptr;
    for (const Field &field : spec.fields) {
        if (field.type == FieldType::CitizenId && field.isExact && field.isWritable()) {
            number = &field;
        }
    }
    if (number == nullptr) {
        return found; // not a registry of people
    }
    if (const QVariant value = values.value(number->id); !value.toString().isEmpty()) {
        findSameNumber(found, reader, spec, record, *number, value, asOf);
    }
    const Field *name = fieldWith(spec, u"name");
    const Field *birth = fieldWith(spec, u"birth");
    const Field *phone = fieldWith(spec, u"phone");
    if (!found.isEmpty() || name == nullptr || birth == nullptr || phone == nullptr ||
        values.value(name->id).toString().isEmpty()) {
        return found;
    }
    QList<RowId> namesakes = having(reader, spec, *name, values.value(name->id), asOf);
    namesakes.removeAll(record.id);
    const auto rows = reader.rows(spec.id, asOf, namesakes, {birth->id, phone->id, number->id});
    for (const RowData &row : rows.valueOr({})) {
        const QString hisNumber = row.values.at(2).toString();
        const QString myNumber = values.value(number->id).toString();
        if (!hisNumber.isEmpty() && !myNumber.isEmpty() && hisNumber != myNumber) {
            continue; // two numbers, two people
        }
        const auto alike = [&](const Field &field, qsizetype at) {
            return !storedValue(values.value(field.id)).toString().isEmpty() &&
                   sameValue(values.value(field.id), row.values.at(at));
        };
        if (alike(*birth, 0) || alike(*phone, 1)) {
            found.append({name->id, IssueLevel::Warning, false, spec.id, row.id,
                          reader.title(spec.id, asOf, row.id).valueOr({})});
        }
    }
    return found;
}

} // namespace gridbook::ui
