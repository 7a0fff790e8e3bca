// Things are found by their code, else by what is required of them.
#include "core/exchange/importmatch.h"
#include "core/exchange/importreferences.h"
#include "core/registry/recordstore.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportMatch)
};

} // namespace

Done matchThings(RegistryReader &reader, const RegistrySpec &spec, QDate asOf, ImportPlan &plan, const QList<int> &rows)
{
    QStringList fields;
    QList<bool> isText;
    for (const ImportTarget &target : plan.targets) {
        const Field &field = target.field;
        const bool names = field.type == FieldType::Text || field.type == FieldType::Reference ||
                           (field.type == FieldType::Date && spec.id == u"population");
        if (!target.isExtra && field.isRequired && names && field.id != u"code" && field.id != u"fullName") {
            fields << field.id;
            isText << (field.type == FieldType::Text);
        }
    }
    const bool hasCode = spec.field(u"code") != nullptr && spec.field(u"code")->isWritable();
    QStringList asked = fields;
    if (hasCode) {
        asked << u"code"_qs;
    }
    Query query;
    query.registry = spec.id;
    query.asOf = asOf;
    GRIDBOOK_ASSIGN(const QList<RowId> ids, reader.ids(query));
    QHash<QString, RowId> byCode;
    QMultiHash<QString, RowId> byName;
    QHash<RowId, QString> titles;
    for (qsizetype from = 0; from < ids.size(); from += 1000) {
        GRIDBOOK_ASSIGN(const QList<RowData> known, reader.rows(spec.id, asOf, ids.mid(from, 1000), asked));
        for (const RowData &row : known) {
            QStringList parts;
            for (qsizetype i = 0; i < fields.size(); ++i) {
                const QString value = storedValue(row.values.at(i)).toString();
                parts << (isText.at(i) ? looseName(value) : value);
            }
            byName.insert(parts.join(u'|'), row.id);
            if (hasCode && !row.values.last().toString().isEmpty()) {
                byCode.insert(row.values.last().toString(), row.id);
            }
            titles.insert(row.id, row.values.value(0).toString());
        }
    }
    for (const int at : rows) {
        PlanRow &row = plan.rows[at];
        const int code = plan.target(u"code");
        const bool saidCode = code >= 0 && row.values.at(code).isValid() && !row.derived.at(code);
        row.record = saidCode ? byCode.value(row.strongKey) : 0;
        const QList<RowId> same = row.weakKeys.isEmpty() ? QList<RowId>() : byName.values(row.weakKeys.first());
        if (row.record != 0 || same.isEmpty()) {
            continue;
        }
        if (same.size() > 1) {
            row.question = Texts::tr("The book has several records of this name. Choose one.");
            for (const RowId id : same) {
                row.candidates.append({id, titles.value(id)});
            }
        } else if (saidCode && !byCode.key(same.first()).isEmpty()) {
            row.question = Texts::tr("The book has this name with another code, %1.").arg(byCode.key(same.first()));
            row.candidates.append({same.first(), titles.value(same.first())});
        } else {
            row.record = same.first();
        }
    }
    return {};
}

} // namespace gridbook::exchange
