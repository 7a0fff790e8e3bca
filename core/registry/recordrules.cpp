#include "core/registry/recordrules.h"
#include "core/base/partialdate.h"

namespace gridbook {

bool RuleInput::touches(QStringView field) const
{
    const QString id = field.toString();
    return storedValue(values.value(id)).toString() != storedValue(before.values.value(id)).toString();
}

bool RuleInput::touchesAny(std::initializer_list<QStringView> fields) const
{
    return std::any_of(fields.begin(), fields.end(), [this](QStringView each) { return touches(each); });
}

QString RuleInput::text(QStringView field) const
{
    return storedValue(values.value(field.toString())).toString();
}

RowId RuleInput::reference(QStringView field) const
{
    return qMax(RowId(0), storedValue(values.value(field.toString())).toLongLong());
}

QDate RuleInput::day(QStringView field) const
{
    return PartialDate::fromIso(text(field)).firstDay();
}

QDate RuleInput::dayFrom(QStringView field) const
{
    const QDate first = day(field);
    return first.isValid() && first > before.asOf ? first : before.asOf;
}

QString countedNames(const QString &sentence, const QStringList &names, int shown)
{
    const QString text = sentence.arg(QString::number(names.size()), names.mid(0, shown).join(u'、'));
    return names.size() > shown ? QString(text + u'…') : text;
}

Result<QStringList> dependantsOf(Database &database, const RegistrySpec &spec, RowId record)
{
    QStringList all;
    for (const Dependants &each : spec.dependants) {
        GRIDBOOK_ASSIGN(Statement statement, Statement::prepare(database, each.names));
        GRIDBOOK_TRY(statement.run(QVariantMap{{QStringLiteral(":id"), record}}));
        QStringList names;
        while (statement.next()) {
            names << statement.text(0);
        }
        GRIDBOOK_TRY(statement.status());
        if (!names.isEmpty()) {
            all << countedNames(each.sentence(), names);
        }
    }
    return all;
}

} // namespace gridbook
