#include "core/exchange/importtargets.h"
#include "core/exchange/headings.h"

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

ImportTarget extra(const QString &id, FieldType type, const QString &zh, const QString &en,
                   const QStringList &headings = {})
{
    Field field = Field::of(id, type, {zh, en});
    field.called(headings);
    return {field, true};
}

QList<ImportTarget> gridExtras()
{
    using namespace gridledger;
    return {extra(u"residentHouseholds"_qs, FieldType::Integer, u"常住户"_qs, u"Resident households"_qs,
                  {u"常住户数"_qs, u"户数（常住）"_qs, u"常住户数（户）"_qs, u"户数"_qs, u"总户数"_qs}),
            extra(u"registeredHouseholds"_qs, FieldType::Integer, u"户籍户"_qs, u"Registered households"_qs,
                  {u"户籍户数"_qs, u"户数（户籍）"_qs}),
            extra(households, FieldType::Text, u"户数（常住/户籍）"_qs, u"Households, resident/registered"_qs,
                  {u"户数(常住/户籍)"_qs, u"常住/户籍户数"_qs}),
            extra(u"residentPersons"_qs, FieldType::Integer, u"常住人口"_qs, u"Resident persons"_qs,
                  {u"人口"_qs, u"人数"_qs, u"人口数"_qs, u"总人口"_qs}),
            extra(u"registeredPersons"_qs, FieldType::Integer, u"户籍人口"_qs, u"Registered persons"_qs),
            extra(leader, FieldType::Text, u"网格长"_qs, u"Grid leader"_qs, {u"网格长姓名"_qs}),
            extra(leaderPhone, FieldType::Phone, u"网格长电话"_qs, u"Leader's telephone"_qs,
                  {u"电话"_qs, u"联系电话"_qs, u"网格长联系电话"_qs, u"手机"_qs, u"手机号"_qs}),
            extra(workers, FieldType::Text, u"网格员"_qs, u"Grid workers"_qs, {u"专职网格员"_qs, u"网格员姓名"_qs}),
            extra(workerPhone, FieldType::Text, u"网格员电话"_qs, u"Workers' telephones"_qs, {u"网格员联系电话"_qs}),
            extra(estate, FieldType::Text, u"小区"_qs, u"Estate"_qs, {u"小区名称"_qs, u"所属小区"_qs}),
            extra(buildings, FieldType::Text, u"楼栋"_qs, u"Buildings"_qs,
                  {u"楼栋范围"_qs, u"所辖楼栋"_qs, u"包含楼栋"_qs, u"楼幢"_qs}),
            extra(branches, FieldType::Text, u"党组织"_qs, u"Party organisations"_qs,
                  {u"党支部"_qs, u"网格党支部"_qs, u"党组织名称"_qs, u"所在党支部"_qs, u"支部"_qs})};
}

QList<ImportTarget> rosterExtras()
{
    ImportTarget arrival = extra(roster::arrival, FieldType::Code, u"新增方式"_qs, u"Came by"_qs);
    arrival.field.codes(u"increaseKind"_qs);
    return {extra(roster::day, FieldType::Date, u"名册日期"_qs, u"Day of the roster"_qs), arrival};
}

} // namespace

QList<ImportTarget> importTargets(const RegistrySpec &spec)
{
    QList<ImportTarget> targets;
    for (const Field &field : spec.fields) {
        if (field.isWritable()) {
            targets.append({field, false});
        }
    }
    if (spec.id == u"grid") {
        targets << gridExtras();
    } else if (spec.id == u"member") {
        targets << rosterExtras();
    }
    return targets;
}

QList<ColumnTarget> columnTargets(const QList<ImportTarget> &targets)
{
    QList<ColumnTarget> columns;
    columns.reserve(targets.size());
    for (const ImportTarget &target : targets) {
        QStringList headings{target.field.label.zh};
        headings << target.field.headings;
        if (!target.field.label.en.isEmpty()) {
            headings << target.field.label.en;
        }
        columns.append({target.field.id, headings});
    }
    return columns;
}

LayoutOptions layoutOptions(const RegistrySpec &spec)
{
    LayoutOptions options;
    for (const Field &field : spec.fields) {
        // The first required text is what a row is about: the name of a member, of a grid, the number of a building.
        if (field.isWritable() && field.isRequired && field.type == FieldType::Text) {
            options.nameField = field.id;
            break;
        }
    }
    // Members stand under their branch, group or grid. The names of grids and organisations look like such rows
    // themselves; what stands in a community may be listed under its name.
    if (spec.field(u"branch") == nullptr) {
        options.groupWords.clear();
        options.groupEndings.clear();
        if (const Field *division = spec.field(u"division"); division != nullptr && division->isWritable()) {
            options.groupEndings = QStringList{u"社区"_qs, u"社区居委会"_qs, u"居民委员会"_qs, u"村"_qs};
        }
    }
    return options;
}

} // namespace gridbook::exchange
