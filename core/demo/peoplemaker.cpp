#include "core/demo/peoplemaker.h"
#include "core/text/citizenid.h"
#include <array>

namespace gridbook::demo {

using namespace Qt::StringLiterals;

namespace {

struct RareName
{
    QStringView name;
    bool female;
    QStringView ethnic;
};

// What software for Chinese offices stumbles over: surnames with a reading of their own, names of two-character
// surnames, of minorities with a middle dot, characters outside of GB 2312 and of the basic plane, namesakes.
constexpr std::array rareNames{
    RareName{u"张伟", false, u"01"},
    RareName{u"单雅琴", true, u"01"},
    RareName{u"解凤英", true, u"01"},
    RareName{u"仇建国", false, u"01"},
    RareName{u"曾庆和", false, u"01"},
    RareName{u"张伟", false, u"01"},
    RareName{u"区志明", false, u"01"},
    RareName{u"查秀兰", true, u"01"},
    RareName{u"翟永强", false, u"01"},
    RareName{u"尉迟建军", false, u"01"},
    RareName{u"欧阳慧敏", true, u"01"},
    RareName{u"王𠮷", false, u"01"},
    RareName{u"李㼆", true, u"01"},
    RareName{u"刘䶮", false, u"01"},
    RareName{u"张伟", true, u"01"},
    RareName{u"马文忠", false, u"03"},
    RareName{u"阿依古丽·买买提", true, u"05"},
    RareName{u"扎西·才让", false, u"04"},
    RareName{u"张伟", false, u"01"},
    RareName{u"巴特尔", false, u"02"},
    RareName{u"朴正花", true, u"10"},
    RareName{u"金玉兰", true, u"11"},
    RareName{u"单田", false, u"01"},
    RareName{u"张伟", false, u"03"},
    RareName{u"吕绿", true, u"01"},
    RareName{u"乐嘉禾", true, u"01"},
    RareName{u"盖长江", false, u"01"},
};

constexpr QStringView surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋"
                                 u"蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
                                 u"任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
                                 u"樊兰殷施陶洪翁荀安颜倪严牛温芦";
constexpr QStringView oldMale = u"建国军志永文德明玉海福生保忠长根学宝振新贵平安林全有成金来";
constexpr QStringView oldFemale = u"秀兰英芳玉珍桂花凤霞淑梅莲琴云素香菊翠巧惠爱月";
constexpr QStringView youngMale = u"伟强勇刚斌涛峰宏亮辉鹏飞俊杰浩宇轩博超磊凯晨旭阳瑞";
constexpr QStringView youngFemale = u"丽娟敏静艳红雅雪莉倩婷欣怡萱佳璐蕾妍琳娜洁晶悦";

constexpr std::array workUnits{u"凤翔区第三实验学校", u"城关镇便民服务中心", u"雍城机械厂",   u"宏达建材公司",
                               u"凤翔区第二医院",     u"惠民超市",           u"鼎盛餐饮公司", u"秦源物流公司"};
constexpr std::array nativePlaces{u"陕西凤翔", u"陕西凤翔", u"陕西凤翔", u"陕西岐山", u"陕西宝鸡",
                                  u"陕西千阳", u"陕西眉县", u"甘肃天水", u"河南洛阳", u"四川广元"};

QString text(QStringView view)
{
    return view.toString();
}

PartialDate rounded(Dice &dice, QDate day)
{
    // Old files know the month or only the year.
    if (day.year() < 1990 && dice.perMille(120)) {
        return PartialDate(QDate(day.year(), day.month(), 1), DatePrecision::Month);
    }
    return PartialDate(day);
}

} // namespace

QString PeopleMaker::name(bool female, int birthYear)
{
    const bool old = birthYear < 1968;
    const QStringView given = female ? (old ? oldFemale : youngFemale) : (old ? oldMale : youngMale);
    // The commonest surnames stand first and are drawn more often.
    const int place = qMin(m_dice.below(int(surnames.size())), m_dice.below(int(surnames.size())));
    QString result(surnames.at(place));
    result += m_dice.pick(given);
    if (!m_dice.perMille(birthYear > 1975 ? 300 : 180)) {
        result += m_dice.pick(given);
    }
    return result;
}

QString PeopleMaker::idNumber(int area, QDate birth, bool female)
{
    const auto key = quint32(birth.toJulianDay() % 100'000) * 256U + quint32(area) * 2U + (female ? 0U : 1U);
    const int sequence = m_sequences[key]++ % 499;
    const QString seventeen = u"9999%1%2%3%4%5"_qs.arg(area, 2, 10, QChar(u'0'))
                                  .arg(birth.year())
                                  .arg(birth.month(), 2, 10, QChar(u'0'))
                                  .arg(birth.day(), 2, 10, QChar(u'0'))
                                  .arg(sequence * 2 + (female ? 2 : 1), 3, 10, QChar(u'0'));
    return seventeen + text::CitizenId::checkDigitOf(seventeen);
}

QString PeopleMaker::education(int birthYear)
{
    static constexpr std::array codes{u"14", u"21", u"31", u"41", u"47", u"61", u"71", u"81"};
    static constexpr std::array<int, 8> before1950{0, 3, 8, 15, 4, 20, 30, 20};
    static constexpr std::array<int, 8> before1970{0, 8, 22, 18, 6, 28, 16, 2};
    static constexpr std::array<int, 8> before1985{3, 26, 38, 12, 4, 12, 5, 0};
    static constexpr std::array<int, 8> later{12, 52, 30, 2, 1, 3, 0, 0};
    const auto &weights = birthYear < 1950   ? before1950
                          : birthYear < 1970 ? before1970
                          : birthYear < 1985 ? before1985
                                             : later;
    return text(codes.at(size_t(m_dice.weighted(weights))));
}

MadeUpPerson PeopleMaker::person(int area, int firstYear, int lastYear)
{
    MadeUpPerson person;
    // One statement each: the order in which arguments are worked out differs between compilers.
    const int year = m_dice.between(firstYear, lastYear);
    const int month = m_dice.between(1, 12);
    const QDate birth(year, month, m_dice.between(1, 28));
    bool female = m_dice.perMille(420);
    person.ethnic = u"01"_qs;
    person.name = name(female, birth.year());
    const int made = m_made++;
    if (made % 11 == 5 && made / 11 < int(rareNames.size())) {
        const RareName &rare = rareNames.at(size_t(made / 11));
        person.name = text(rare.name);
        person.ethnic = text(rare.ethnic);
        female = rare.female;
    } else if (m_dice.perMille(25)) {
        person.ethnic = text(m_dice.pick(std::array{u"03", u"03", u"11", u"02", u"15", u"06"}));
    }
    person.sex = female ? u"2"_qs : u"1"_qs;
    person.idNumber = idNumber(area, birth, female);
    person.birth = PartialDate(birth);
    person.education = education(birth.year());
    person.nativePlace = text(m_dice.pick(nativePlaces));
    const int number = m_nextPhone++;
    // Ten thousand mobile numbers can belong to nobody. Beyond them numbers begin with 12, as no mobile number does: in
    // a big book everybody has one of their own.
    person.phone = number < 10'000 ? u"1990000%1"_qs.arg(number * 7919 % 10'000, 4, 10, QChar(u'0'))
                                   : u"12%1"_qs.arg(number, 9, 10, QChar(u'0'));
    return person;
}

void PeopleMaker::giveWork(MadeUpMember &member, QDate day)
{
    const int age = member.person.birth.yearsAt(day);
    const int retires = member.person.sex == u"1" ? 60 : 55;
    struct Work
    {
        QStringView kind;
        QStringView post;
    };
    static constexpr std::array retired{Work{u"retired", u"4121"}, Work{u"retired", u"4121"}, Work{u"retired", u"4121"},
                                        Work{u"retired", u"4141"}, Work{u"noPost", u"1111"},  Work{u"noPost", u"5191"}};
    static constexpr std::array working{
        Work{u"flexible", u"5141"},      Work{u"flexible", u"5131"}, Work{u"laidOff", u"5151"},
        Work{u"staff", u"5121"},         Work{u"noPost", u"5191"},   Work{u"flexible", u"0251"},
        Work{u"newEmployment", u"0253"}, Work{u"other", u"0163"},    Work{u"other", u"0131"},
        Work{u"noPost", u"1131"},        Work{u"other", u"0211"},    Work{u"staff", u"5121"}};
    Work work = age >= retires ? m_dice.pick(retired) : m_dice.pick(working);
    if (age < 24 && m_dice.perMille(700)) {
        work = {u"student", u"3121"};
    }
    member.kind = text(work.kind);
    member.workPost = text(work.post);
    if (work.kind == u"other" || work.kind == u"newEmployment") {
        member.person.workUnit = text(m_dice.pick(workUnits));
    } else if (work.kind == u"retired" && age >= 85) {
        member.workPost = m_dice.perMille(200) ? u"4111"_qs : member.workPost;
    }
    member.duesFen = work.kind == u"retired"                              ? m_dice.between(16, 60) * 50
                     : work.kind == u"student" || work.kind == u"laidOff" ? 20
                                                                          : m_dice.between(30, 140) * 50;
}

MadeUpMember PeopleMaker::member(int area, QDate joinedUntil)
{
    // By decade of birth: the register of a community is an old one.
    static constexpr std::array<int, 8> decades{35, 115, 220, 210, 140, 140, 110, 30}; // 1930s … 2000s
    MadeUpMember member;
    const int decade = 1930 + 10 * m_dice.weighted(decades);
    member.person = person(area, decade, decade == 2000 ? 2004 : decade + 9);
    const QDate birth = member.person.birth.firstDay();
    QDate joined = birth.addYears(m_dice.between(19, 44)).addDays(m_dice.below(360));
    if (birth.year() < 1932) {
        joined = QDate(1949, 3, 1).addDays(m_dice.below(180)); // the eldest joined before the founding of the state
        joined = joined < birth.addYears(18) ? birth.addYears(18).addDays(40) : joined;
    }
    if (joined > joinedUntil) {
        const QDate earliest = birth.addYears(18).addDays(60);
        joined = earliest.addDays(m_dice.below(qMax(1, int(earliest.daysTo(joinedUntil)))));
    }
    const QDate july(joined.year(), 7, 1); // the anniversary is the usual day
    if (m_dice.perMille(300) && july >= birth.addYears(18) && july <= joinedUntil) {
        joined = july;
    }
    const QDate full = joined.addYears(1).addDays(m_dice.perMille(600) ? 0 : m_dice.below(40));
    member.joined = rounded(m_dice, joined);
    member.full = member.joined.precision() == DatePrecision::Month
                      ? PartialDate(QDate(full.year(), full.month(), 1), DatePrecision::Month)
                      : PartialDate(full);
    giveWork(member, joinedUntil);
    const int age = member.person.birth.yearsAt(joinedUntil);
    member.mobile = age < 60 && m_dice.perMille(80);
    member.lost = age < 70 && !member.mobile && m_dice.perMille(14);
    member.hardship = age > 55 && m_dice.perMille(45);
    if (m_dice.perMille(20)) { // what old files lack
        member.full = {};
    }
    if (m_dice.perMille(20)) {
        member.person.education.clear();
    }
    if (m_dice.perMille(15)) {
        member.workPost.clear();
    }
    if (m_dice.perMille(35)) {
        member.person.landline = u"0980-7000%1"_qs.arg(m_dice.below(1000), 3, 10, QChar(u'0'));
        member.person.phone.clear();
    }
    if (m_dice.perMille(6)) {
        member.person.idNumber.clear();
        member.person.birth = PartialDate(QDate(birth.year(), birth.month(), 1), DatePrecision::Month);
    }
    return member;
}

MadeUpMember PeopleMaker::admitted(int area, QDate day)
{
    MadeUpMember member;
    member.person = person(area, 1982, day.year() - 22);
    member.joined = PartialDate(day);
    member.probationary = true;
    giveWork(member, day);
    return member;
}

QVariantMap personRow(const MadeUpPerson &person, bool probationary)
{
    return {{u"name"_qs, person.name},
            {u"sex"_qs, person.sex},
            {u"ethnic"_qs, person.ethnic},
            {u"id_type"_qs, person.idNumber.isEmpty() ? QString() : u"1"_qs},
            {u"id_number"_qs, person.idNumber},
            {u"birth"_qs, QVariant::fromValue(person.birth)},
            {u"education"_qs, person.education},
            {u"degree"_qs, person.education == u"21"   ? u"4"_qs
                           : person.education == u"14" ? u"3"_qs
                                                       : QString()},
            {u"political_status"_qs, probationary ? u"02"_qs : u"01"_qs},
            {u"phone"_qs, person.phone},
            {u"landline"_qs, person.landline},
            {u"address"_qs, person.address},
            {u"native_place"_qs, person.nativePlace},
            {u"work_unit"_qs, person.workUnit}};
}

QVariantMap memberRow(const MadeUpMember &member)
{
    return {{u"join_date"_qs, QVariant::fromValue(member.joined)},
            {u"full_date"_qs, QVariant::fromValue(member.full)},
            {u"join_kind"_qs, QString()},
            {u"work_post"_qs, member.workPost},
            {u"kind"_qs, member.kind},
            {u"migrant_worker"_qs, member.workPost == u"0253" ? QVariant(1) : QVariant()},
            {u"hardship"_qs, member.hardship ? 1 : 0},
            {u"hardship_kind"_qs, member.hardship ? u"因病致困"_qs : QString()},
            {u"dues_monthly"_qs, member.duesFen == 0 ? QVariant() : QVariant(member.duesFen)}};
}

QVariantMap whereaboutsRow(const MadeUpMember &member)
{
    return {{u"mobile"_qs, member.mobile ? 1 : 0},
            {u"mobile_to"_qs, member.mobile ? u"陕西省西安市"_qs : QString()},
            {u"mobile_since"_qs, member.mobile ? u"2024-03"_qs : QString()},
            {u"lost"_qs, member.lost ? 1 : 0},
            {u"lost_since"_qs, member.lost ? u"2024-05"_qs : QString()},
            {u"lost_reason"_qs, member.lost ? u"1"_qs : QString()}};
}

} // namespace gridbook::demo
