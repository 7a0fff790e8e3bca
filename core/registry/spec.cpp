#include "core/registry/spec.h"

namespace gridbook {

Field Field::of(const QString &id, FieldType type, Term label)
{
    Field field;
    field.id = id;
    field.type = type;
    field.label = std::move(label);
    return field;
}

Field &Field::at(const QString &partId, const QString &columnName)
{
    part = partId;
    column = columnName;
    return *this;
}

Field &Field::reads(const QString &sql)
{
    expr = sql;
    return *this;
}

Field &Field::titled(const QString &sql)
{
    titleExpr = sql;
    return *this;
}

Field &Field::sorted(const QString &sql)
{
    sortExpr = sql;
    return *this;
}

Field &Field::searched(const QString &sql)
{
    searchExpr = sql;
    return *this;
}

Field &Field::codes(const QString &table)
{
    codeTable = table;
    return *this;
}

Field &Field::refers(const QString &registryId)
{
    registry = registryId;
    return *this;
}

Field &Field::among(const QString &sql)
{
    choice = sql;
    return *this;
}

Field &Field::stepped(const QString &tag, const Term &why)
{
    stepTag = tag;
    stepHint = why;
    return *this;
}

Field &Field::in(const Term &formSection)
{
    section = formSection;
    return *this;
}

Field &Field::hinted(const Term &text)
{
    hint = text;
    return *this;
}

Field &Field::measured(const Term &unitTerm)
{
    unit = unitTerm;
    return *this;
}

Field &Field::called(const QStringList &names)
{
    headings = names;
    return *this;
}

Field &Field::wide(int characters)
{
    width = characters;
    return *this;
}

Field &Field::required()
{
    isRequired = true;
    return *this;
}

Field &Field::sealed()
{
    isMasked = true;
    return sealedShown();
}

Field &Field::sealedShown()
{
    isSealed = true;
    return *this;
}

Field &Field::sealedExact()
{
    isExact = true;
    return sealed();
}

Field &Field::givenIfSole()
{
    isGivenIfSole = true;
    return *this;
}

Field &Field::listed()
{
    isListed = true;
    return *this;
}

Field &Field::frozen()
{
    isFrozen = true;
    return *this;
}

const Field *RegistrySpec::field(QStringView fieldId) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const Field &each) { return each.id == fieldId; });
    return it == fields.end() ? nullptr : &*it;
}

const Part *RegistrySpec::part(QStringView alias) const
{
    const auto it = std::find_if(parts.begin(), parts.end(), [&](const Part &each) { return each.alias == alias; });
    return it == parts.end() ? nullptr : &*it;
}

QStringList RegistrySpec::defaultColumns() const
{
    QStringList columns;
    for (const Field &each : fields) {
        if (each.isListed) {
            columns << each.id;
        }
    }
    return columns;
}

QString RegistrySpec::widestScope() const
{
    const auto it = std::find_if(scopes.begin(), scopes.end(), [](const Scope &each) { return each.where.isEmpty(); });
    return it == scopes.end() ? QString() : it->id;
}

QString begunBy(const QString &column)
{
    return QStringLiteral("NOT %1 > :asof").arg(column); // not as a range: see validAt
}

QList<Scope> scopesOfSpells(const QString &alias)
{
    return {{u"all"_qs, {u"全部"_qs, u"All"_qs}, {}},
            {u"current"_qs, {u"当日有效"_qs, u"In force on the day"_qs}, validAt(alias)}};
}

QString validAt(const QString &alias)
{
    // NOT … > instead of <=: as a range for an index it would gain nothing (a record has few rows), but SQLite takes it
    // for a sign that a filter over the whole table pays, and builds that before the first row of a page is there.
    return QStringLiteral("%1.voided_at IS NULL AND NOT %1.valid_from > :asof AND (%1.valid_until IS NULL OR "
                          "%1.valid_until > :asof)")
        .arg(alias);
}

} // namespace gridbook
