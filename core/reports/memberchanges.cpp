#include "core/reports/memberchanges.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// "x is valid on the day": with the day before as what was until then.
QString validOn(const QString &alias, bool before)
{
    return (before
                ? QStringLiteral("%1.member_id = c.member_id AND %1.voided_at IS NULL AND %1.valid_from < c.day AND "
                                 "(%1.valid_until IS NULL OR %1.valid_until >= c.day)")
                : QStringLiteral("%1.member_id = c.member_id AND %1.voided_at IS NULL AND %1.valid_from <= c.day AND "
                                 "(%1.valid_until IS NULL OR %1.valid_until > c.day)"))
        .arg(alias);
}

// Each day of the period on which a row of the member begins or ends.
QString turningDays()
{
    QStringList parts;
    for (const QString &table : {u"affiliation"_qs, u"standing"_qs}) {
        for (const QString &column : {u"valid_from"_qs, u"valid_until"_qs}) {
            parts << QStringLiteral("SELECT member_id, %2 AS day FROM %1 WHERE voided_at IS NULL AND %2 >= :from AND "
                                    "%2 < :until")
                         .arg(table, column);
        }
    }
    return parts.join(u" UNION "_qs);
}

// What a new membership state says about how somebody came or left, when the affiliation does not say it.
QString increaseByState(qint64 before, qint64 now)
{
    return now == 11 && before == 12 ? u"21"_qs : now == 11 ? u"2"_qs : QString();
}

QString decreaseByState(qint64 now)
{
    switch (now) {
    case 12:
        return u"2"_qs; // 停止党籍
    case 13:
        return u"11"_qs; // 开除党籍
    case 14:
        return u"1"_qs; // 除名
    case 15:
        return u"13"_qs; // 劝退
    case 16:
        return u"16"_qs; // 取消预备党员资格
    case 17:
        return u"17"_qs; // 不予承认
    case 20:
        return u"4"_qs; // 转出
    case 21:
        return u"3"_qs; // 死亡
    default:
        return {};
    }
}

} // namespace

Result<MemberChanges> readChanges(RegistryReader &reader, QDate from, QDate to)
{
    QStringList countedStates;
    for (const CodeItem &item : reader.catalog().codes().find(codes::membershipState)->items) {
        if (item.hasTag(u"counted")) {
            countedStates << u'\'' + item.code + u'\'';
        }
    }
    const auto counted = [&](const QString &a, const QString &s) {
        return QStringLiteral("CASE WHEN %1.id IS NOT NULL AND COALESCE(%2.state, '1') IN (%3) THEN 1 ELSE 0 END")
            .arg(a, s, countedStates.join(u','));
    };
    GRIDBOOK_ASSIGN(
        Statement rows,
        Statement::prepare(
            reader.database(),
            QStringLiteral(
                "SELECT c.member_id, c.day, %1, %2, ab.id, ab.valid_until, ab.decrease_kind, aa.id, aa.valid_from, "
                "aa.increase_kind, sb.state, sa.state FROM (%3) c JOIN member m ON m.id = c.member_id AND m.voided_at "
                "IS NULL JOIN person p ON p.id = m.person_id AND p.voided_at IS NULL LEFT JOIN affiliation ab ON %4 "
                "LEFT JOIN affiliation aa ON %5 LEFT JOIN standing sb ON %6 LEFT JOIN standing sa ON %7 ORDER BY "
                "c.day, c.member_id")
                .arg(counted(u"ab"_qs, u"sb"_qs), counted(u"aa"_qs, u"sa"_qs), turningDays(), validOn(u"ab"_qs, true),
                     validOn(u"aa"_qs, false), validOn(u"sb"_qs, true), validOn(u"sa"_qs, false))));
    GRIDBOOK_TRY(rows.run(
        QVariantMap{{u":from"_qs, from.toString(Qt::ISODate)}, {u":until"_qs, to.addDays(1).toString(Qt::ISODate)}}));
    MemberChanges changes{from, to, {}, {}, {}, {}};
    while (rows.next()) {
        const QString iso = rows.text(1);
        const bool before = rows.integer(2) != 0;
        const bool now = rows.integer(3) != 0;
        const RowId old = rows.integer(4);
        const RowId current = rows.integer(7);
        const bool ends = old != 0 && rows.text(5) == iso;
        const bool begins = current != 0 && rows.text(8) == iso;
        // Left and came back on one day, as the rows themselves say: both are counted.
        const bool turned = before && now && ends && begins && (!rows.isNull(6) || !rows.isNull(9));
        MemberChange change{rows.integer(0), 0, QDate::fromString(iso, Qt::ISODate), {}, 0};
        if (before && (!now || turned)) {
            change.affiliation = old;
            change.kind = ends ? rows.text(6) : QString();
            change.state = turned ? qint8(0) : qint8(rows.integer(11));
            if (change.kind.isEmpty()) {
                change.kind = turned ? QString() : decreaseByState(rows.integer(11));
            }
            changes.decreases.append(change);
        }
        if (now && (!before || turned)) {
            change.affiliation = current;
            change.kind = begins ? rows.text(9) : QString();
            change.state = turned ? qint8(0) : qint8(rows.integer(11));
            if (change.kind.isEmpty() && !begins) {
                change.kind = increaseByState(rows.integer(10), rows.integer(11));
            }
            changes.increases.append(change);
        }
        if (!before && !now && ends && rows.text(10) == u"12") {
            change.affiliation = old;
            change.kind = rows.isNull(6) ? decreaseByState(rows.integer(11)) : rows.text(6);
            change.state = qint8(rows.integer(11));
            changes.afterStop.append(change);
        }
        if (before && now && !turned && old != current) {
            change.affiliation = current;
            changes.moves.append(change);
        }
    }
    GRIDBOOK_TRY(rows.status());
    return changes;
}

} // namespace gridbook
