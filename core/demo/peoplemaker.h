#pragma once
// Made-up people for demonstrations, samples and benchmarks. Nobody real can be met: ID numbers begin with 9999 (there
// is no province 99; GB 11643-1999) with a right check digit, mobile numbers with 1990000 (beyond ten thousand people
// with 12, as no mobile number does), landlines with a zero behind the area code. The same seed makes the same people
// on every machine.
#include "core/base/partialdate.h"
#include "core/demo/dice.h"
#include <QHash>
#include <QVariantMap>

namespace gridbook::demo {

struct MadeUpPerson
{
    QString name{};
    QString sex{};      // 1, 2
    QString ethnic{};   // GB/T 3304
    QString idNumber{}; // may be empty: the file is lost
    PartialDate birth{};
    QString education{}; // GB/T 4658-2006; may be empty
    QString phone{};     // may be empty
    QString landline{};
    QString address{};
    QString workUnit{};
    QString nativePlace{};
};

struct MadeUpMember
{
    MadeUpPerson person{};
    PartialDate joined{};
    PartialDate full{}; // null: probationary, or not known
    bool probationary = false;
    QString workPost{};
    QString kind{};
    int duesFen = 0; // a month
    bool mobile = false;
    bool lost = false;
    bool hardship = false;
};

class PeopleMaker
{
public:
    // firstPhone: the number of the first mobile, so that two makers need not give the same ones.
    explicit PeopleMaker(quint64 seed, int firstPhone = 0) : m_dice(seed), m_nextPhone(firstPhone) {}

    // area 1–99: the last two digits of the county code 9999xx.
    MadeUpPerson person(int area, int firstYear, int lastYear);
    // A full member who joined on or before the day.
    MadeUpMember member(int area, QDate joinedUntil);
    // Admitted on the day, probationary since.
    MadeUpMember admitted(int area, QDate day);

    Dice &dice() { return m_dice; }

private:
    [[nodiscard]] QString name(bool female, int birthYear);
    [[nodiscard]] QString idNumber(int area, QDate birth, bool female);
    [[nodiscard]] QString education(int birthYear);
    void giveWork(MadeUpMember &member, QDate day);

    Dice m_dice;
    int m_nextPhone;
    int m_made = 0;
    QHash<quint32, int> m_sequences; // of ID numbers, by area, birth and sex
};

// As the tables person and member hold them.
QVariantMap personRow(const MadeUpPerson &person, bool probationary = false);
QVariantMap memberRow(const MadeUpMember &member);
QVariantMap whereaboutsRow(const MadeUpMember &member); // without member and first day

} // namespace gridbook::demo
