#include "core/registry/referencetitles.h"
#include "core/base/isoday.h"
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// LEFT JOIN table alias ON column = what the field reads AND rest
struct Join
{
    QString table;
    QString alias;
    QString key; // the column that the field's value is compared with
    QString rest;
};

// The tables of a source by their aliases: "person p JOIN member m ON …".
QSet<QString> aliasesOf(const QString &from)
{
    static const QRegularExpression named(u"(?:^|\\bJOIN )\\w+ (\\w+)"_s);
    QSet<QString> aliases;
    for (auto it = named.globalMatch(from); it.hasNext();) {
        aliases.insert(it.next().captured(1));
    }
    return aliases;
}

bool mentions(const QString &sql, const QString &alias)
{
    return sql.contains(QRegularExpression(u"\\b%1\\."_s.arg(alias)));
}

std::optional<Join> joinOf(const RegistrySpec &spec, const Field &field)
{
    static const QRegularExpression simple(u"^(\\w+) (\\w+) ON (\\w+\\.\\w+) = (\\w+\\.\\w+)( AND .*)?$"_s);
    const QStringList joins = spec.from.split(u" LEFT JOIN "_s).mid(1);
    for (const QString &join : joins) {
        const auto match = simple.match(join);
        if (match.captured(4) == field.readExpr() && mentions(field.titleExpr, match.captured(2))) {
            return Join{match.captured(1), match.captured(2), match.captured(3), match.captured(5)};
        }
    }
    return std::nullopt;
}

} // namespace

QString ReferenceTitles::sqlFor(const RegistrySpec &spec, const Field &field)
{
    const auto join = joinOf(spec, field);
    if (!join || spec.part(join->alias) != nullptr || join->rest.contains(u" JOIN ")) {
        return {};
    }
    QSet<QString> others = aliasesOf(spec.from);
    others.remove(join->alias);
    const QString sql = u"SELECT %1, %2 FROM %3 %4 WHERE %1 IS NOT NULL%5"_s.arg(join->key, field.titleExpr,
                                                                                 join->table, join->alias, join->rest);
    const bool isAlone =
        std::none_of(others.cbegin(), others.cend(), [&](const QString &alias) { return mentions(sql, alias); });
    return isAlone ? sql : QString();
}

ReferenceTitles::ReferenceTitles(const RegistrySpec &spec, const QStringList &fields, QDate asOf, qint64 records)
    : m_spec(spec), m_asOf(asOf), m_records(records)
{
    for (const QString &id : fields) {
        if (const Field *field = spec.field(id); field != nullptr && field->type == FieldType::Reference) {
            m_reads.emplace_back().field = field;
        }
    }
}

Result<const QHash<RowId, QString> *> ReferenceTitles::of(Database &database, const Field &field)
{
    const auto found =
        std::find_if(m_reads.begin(), m_reads.end(), [&field](const Read &each) { return each.field->id == field.id; });
    if (found == m_reads.end()) {
        return static_cast<const QHash<RowId, QString> *>(nullptr);
    }
    std::call_once(found->once, [&] { found->names = read(database, field); });
    if (!found->names) {
        return found->names.error();
    }
    return *found->names ? &**found->names : nullptr;
}

Done ReferenceTitles::readAll(Database &database, std::size_t thread)
{
    for (std::size_t i = 0; i < m_reads.size(); ++i) {
        GRIDBOOK_TRY(of(database, *m_reads[(thread + i) % m_reads.size()].field));
    }
    return {};
}

ReferenceTitles::Names ReferenceTitles::read(Database &database, const Field &field) const
{
    const QString sql = sqlFor(m_spec, field);
    if (sql.isEmpty()) {
        return std::optional<QHash<RowId, QString>>();
    }
    const QString table = joinOf(m_spec, field)->table;
    GRIDBOOK_ASSIGN(const QVariant more,
                    database.scalar(u"SELECT 1 FROM %1 LIMIT 1 OFFSET %2"_s.arg(table).arg(m_records)));
    if (!more.isNull()) {
        return std::optional<QHash<RowId, QString>>();
    }
    GRIDBOOK_ASSIGN(Statement all, Statement::prepare(database, sql));
    GRIDBOOK_TRY(all.run(sql.contains(u":asof") ? QVariantMap{{u":asof"_s, iso(m_asOf)}} : QVariantMap()));
    QHash<RowId, QString> titles;
    while (all.next()) {
        titles.insert(all.integer(0), all.text(1));
    }
    GRIDBOOK_TRY(all.status());
    return std::optional(std::move(titles));
}

} // namespace gridbook
