#include "core/registry/query.h"
#include "core/access/sealer.h"
#include "core/base/partialdate.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace gridbook {

namespace {

class Builder
{
public:
    Builder(const RegistrySpec &spec, const Query &query, const Sealer &sealer)
        : m_spec(spec), m_query(query), m_sealer(sealer)
    {}

    Result<BoundSql> build(const QString &select, bool ordered)
    {
        m_bound.named.insert(QStringLiteral(":asof"), m_query.asOf.toString(Qt::ISODate));
        GRIDBOOK_ASSIGN(QString rest, conditions());
        if (ordered) {
            GRIDBOOK_ASSIGN(const QString order, orderBy());
            rest += QStringLiteral(" ORDER BY ") + order;
        }
        const QString from = neededSource(m_spec.from, select + u' ' + rest);
        QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE %3").arg(select, from, rest);
        if (!sql.contains(u":asof")) {
            m_bound.named.remove(QStringLiteral(":asof"));
        }
        m_bound.sql = sql;
        return m_bound;
    }

private:
    QString bind(const QVariant &value)
    {
        const QString name = QStringLiteral(":v%1").arg(m_bound.named.size());
        m_bound.named.insert(name, value);
        return name;
    }

    static Error unknownField(const QString &id)
    {
        return {ErrorKind::Invalid, QCoreApplication::translate("Query", "This list has no column “%1”.").arg(id), id};
    }

    Result<QString> conditions()
    {
        QStringList all;
        if (!m_spec.where.isEmpty()) {
            all << m_spec.where;
        }
        if (!m_spec.begun.isEmpty() && m_query.only.isEmpty()) {
            all << m_spec.begun;
        }
        for (const Scope &scope : m_spec.scopes) {
            if (scope.id == m_query.scope || (m_query.scope.isEmpty() && &scope == &m_spec.scopes.first())) {
                if (!scope.where.isEmpty() && m_query.only.isEmpty()) {
                    all << scope.where;
                }
            }
        }
        for (const Filter &filter : m_query.filters) {
            const Field *field = m_spec.field(filter.field);
            if (field == nullptr) {
                return unknownField(filter.field);
            }
            if (field->isSealed && filter.op != FilterOp::Empty && filter.op != FilterOp::NotEmpty &&
                !(field->isExact && (filter.op == FilterOp::Equals || filter.op == FilterOp::OneOf))) {
                return Error{
                    ErrorKind::Invalid,
                    QCoreApplication::translate(
                        "Query",
                        "“%1” is protected: it can be found by its whole value only, or through the search box.")
                        .arg(field->label.zh),
                    filter.field};
            }
            all << condition(*field, filter);
        }
        if (!m_query.only.isEmpty()) {
            QStringList ids;
            for (const RowId id : m_query.only) {
                ids << QString::number(id);
            }
            all << QStringLiteral("%1 IN (%2)").arg(m_spec.key, ids.join(u','));
        }
        return all.isEmpty() ? QStringLiteral("1 = 1") : all.join(QStringLiteral(" AND "));
    }

    QString condition(const Field &field, const Filter &filter)
    {
        const QString expr = field.readExpr();
        switch (filter.op) {
        case FilterOp::Empty:
            return expr + QStringLiteral(" IS NULL");
        case FilterOp::NotEmpty:
            return expr + QStringLiteral(" IS NOT NULL");
        case FilterOp::Contains:
            return contains(field, filter.values.value(0).toString().trimmed());
        case FilterOp::Between:
            return between(field, filter.values.value(0), filter.values.value(1));
        case FilterOp::Equals:
        case FilterOp::OneOf:
            break;
        }
        if (field.isSealed) {
            const QString index = field.part + u'.' + field.column + QStringLiteral("_index");
            return QStringLiteral("%1 = %2").arg(
                index, bind(m_sealer.blindIndex(filter.values.value(0).toString(), field.column)));
        }
        QStringList marks;
        bool orEmpty = false;
        for (const QVariant &value : filter.values) {
            if (value.isValid() && !value.toString().isEmpty()) {
                marks << bind(value);
            } else {
                orEmpty = true;
            }
        }
        QStringList parts;
        if (!marks.isEmpty()) {
            parts << QStringLiteral("%1 IN (%2)").arg(expr, marks.join(u','));
        }
        if (orEmpty) {
            parts << expr + QStringLiteral(" IS NULL");
        }
        return parts.isEmpty() ? QStringLiteral("1 = 0") : u'(' + parts.join(QStringLiteral(" OR ")) + u')';
    }

    QString contains(const Field &field, const QString &text)
    {
        QString escaped = text;
        escaped.replace(u'\\', QStringLiteral("\\\\"))
            .replace(u'%', QStringLiteral("\\%"))
            .replace(u'_', QStringLiteral("\\_"));
        const QString mark = bind(QString(u'%' + escaped + u'%'));
        const QString shown = field.titleExpr.isEmpty() ? field.readExpr() : field.titleExpr;
        QStringList places{shown};
        if (!field.searchExpr.isEmpty()) {
            places << field.searchExpr;
        }
        QStringList tests;
        for (const QString &place : places) {
            tests << QStringLiteral("%1 LIKE %2 ESCAPE '\\'").arg(place, mark);
        }
        return u'(' + tests.join(QStringLiteral(" OR ")) + u')';
    }

    QString between(const Field &field, const QVariant &from, const QVariant &until)
    {
        const bool date = field.type == FieldType::Date;
        // A date known to the month counts as its first day.
        const QString expr =
            date ? QStringLiteral("substr(%1 || '-01-01', 1, 10)").arg(field.readExpr()) : field.readExpr();
        const auto stored = [](const QVariant &value) {
            return value.typeId() == QMetaType::QDate ? QVariant(value.toDate().toString(Qt::ISODate)) : value;
        };
        QStringList tests;
        if (from.isValid() && !from.toString().isEmpty()) {
            tests << QStringLiteral("%1 >= %2").arg(expr, bind(stored(from)));
        }
        if (until.isValid() && !until.toString().isEmpty()) {
            tests << QStringLiteral("%1 <= %2").arg(expr, bind(stored(until)));
        }
        return tests.isEmpty() ? QStringLiteral("1 = 1") : tests.join(QStringLiteral(" AND "));
    }

    Result<QString> orderBy()
    {
        QStringList keys;
        for (const SortKey &key : m_query.sort) {
            const Field *field = m_spec.field(key.field);
            if (field == nullptr) {
                return unknownField(key.field);
            }
            if (field->isSealed) { // by the sealed bytes it would be no order at all
                keys << field->readExpr() + QStringLiteral(" IS NULL") +
                            (key.descending ? QStringLiteral(" DESC") : QString());
                continue;
            }
            const QString shown = field->titleExpr.isEmpty() ? field->readExpr() : field->titleExpr;
            const QStringList columns =
                field->sortExpr.isEmpty() ? QStringList{shown} : field->sortExpr.split(u", "_qs);
            for (const QString &column : columns) { // all of them are turned round
                keys << column + (key.descending ? QStringLiteral(" DESC") : QString());
            }
        }
        if (keys.isEmpty() || keys.last().contains(QStringLiteral(" IS NULL"))) {
            keys << m_spec.defaultSort;
        }
        keys << m_spec.key; // equal rows keep one order
        return keys.join(QStringLiteral(", "));
    }

    const RegistrySpec &m_spec;
    const Query &m_query;
    const Sealer &m_sealer;
    BoundSql m_bound;
};

} // namespace

QString neededSource(const QString &from, const QString &rest)
{
    static const QString join = QStringLiteral(" LEFT JOIN ");
    static const QRegularExpression simple(QStringLiteral("^\\w+ (\\w+) ON (?!.*\\bJOIN\\b)"));
    QStringList parts = from.split(join);
    for (qsizetype i = parts.size() - 1; i > 0; --i) { // from the end: a later join may be all that needs this one
        const auto match = simple.match(parts.at(i));
        if (!match.hasMatch() || parts.at(i).count(u'(') != parts.at(i).count(u')')) {
            continue;
        }
        QStringList others = parts;
        others.removeAt(i);
        const QRegularExpression named(QStringLiteral("\\b%1\\.").arg(match.captured(1)));
        if (!QString(others.join(u' ') + u' ' + rest).contains(named)) {
            parts = others;
        }
    }
    return parts.join(join);
}

Result<BoundSql> queryIds(const RegistrySpec &spec, const Query &query, const Sealer &sealer)
{
    return Builder(spec, query, sealer).build(spec.key, true);
}

Result<BoundSql> queryCount(const RegistrySpec &spec, const Query &query, const Sealer &sealer)
{
    return Builder(spec, query, sealer).build(QStringLiteral("COUNT(*)"), false);
}

} // namespace gridbook
