#include "core/rules/bands.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

// Bands of whole numbers from the first numbers of all but the first band; the lowest begins at 0.
NumberBands numberBands(const Term &term, const QList<int> &starts, const QString &unitZh, const QString &unitEn)
{
    NumberBands result{term, {}};
    int from = 0;
    for (const int next : starts) {
        const int to = next - 1;
        Band<int> band{{}, from, to};
        if (from == 0) {
            band.label = to == 0 ? Term{u"不满1"_qs + unitZh, u"less than 1 "_qs + unitEn}
                                 : Term{QString::number(to) + unitZh + u"及以下", QString::number(to) + u" and under"};
        } else {
            band.label = from == to ? Term{QString::number(from) + unitZh, QString::number(from)}
                                    : Term{QString::number(from) + u"至" + QString::number(to) + unitZh,
                                           QString::number(from) + u"–" + QString::number(to)};
        }
        result.bands += band;
        from = next;
    }
    result.bands +=
        Band<int>{{QString::number(from) + unitZh + u"及以上", QString::number(from) + u" and over"}, from, {}};
    return result;
}

} // namespace

NumberBands memberAgeBands(const QList<int> &starts)
{
    return numberBands({u"年龄"_qs, u"Age"_qs}, starts, u"岁"_qs, u"years"_qs);
}

NumberBands broadAgeBands()
{
    return numberBands({u"年龄"_qs, u"Age"_qs}, {36, 46, 55, 60}, u"岁"_qs, u"years"_qs);
}

NumberBands developmentAgeBands()
{
    return numberBands({u"年龄"_qs, u"Age"_qs}, {26, 31, 36, 41, 60}, u"岁"_qs, u"years"_qs);
}

NumberBands standingBands(const QList<int> &starts)
{
    return numberBands({u"党龄"_qs, u"Years of standing"_qs}, starts, u"年"_qs, u"year"_qs);
}

DateBands joinDateBands()
{
    DateBands result{{u"入党时间"_qs, u"Date of joining"_qs}, {}};
    struct Start
    {
        QDate day;
        QString zh;
        QString en;
    };
    const QList<Start> starts{
        {{1937, 7, 7}, u"1937年7月7日至1945年9月2日"_qs, u"7 July 1937 to 2 September 1945"_qs},
        {{1945, 9, 3}, u"1945年9月3日至1949年9月"_qs, u"3 September 1945 to September 1949"_qs},
        {{1949, 10, 1}, u"1949年10月至1966年4月"_qs, u"October 1949 to April 1966"_qs},
        {{1966, 5, 1}, u"1966年5月至1976年10月"_qs, u"May 1966 to October 1976"_qs},
        {{1976, 11, 1}, u"1976年11月至1978年12月"_qs, u"November 1976 to December 1978"_qs},
        {{1979, 1, 1}, u"1979年1月至2002年10月"_qs, u"January 1979 to October 2002"_qs},
        {{2002, 11, 1}, u"2002年11月至2012年10月"_qs, u"November 2002 to October 2012"_qs},
        {{2012, 11, 1}, u"2012年11月及以后"_qs, u"November 2012 and later"_qs},
    };
    result.bands +=
        Band<QDate>{{u"1937年7月6日及以前"_qs, u"6 July 1937 and earlier"_qs}, {}, starts.first().day.addDays(-1)};
    for (qsizetype i = 0; i < starts.size(); ++i) {
        Band<QDate> band{{starts[i].zh, starts[i].en}, starts[i].day, {}};
        if (i + 1 < starts.size()) {
            band.to = starts[i + 1].day.addDays(-1);
        }
        result.bands += band;
    }
    return result;
}

DateBandPlace placeOf(const PartialDate &date, const DateBands &bands)
{
    if (date.isNull()) {
        return {};
    }
    const qsizetype first = bands.indexOf(date.firstDay());
    return {first, bands.indexOf(date.lastDay()) == first};
}

} // namespace gridbook
