#include "core/exchange/importmatch.h"
#include "core/access/sealer.h"
#include "core/base/partialdate.h"
#include "core/exchange/rowinterpreter.h"
#include "core/registry/recordstore.h"
#include "core/text/citizenid.h"
#include <QCoreApplication>
#include <QSet>
#include <set>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunk = 400; // values in one question

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportMatch)
};

struct Known
{
    RowId person = 0;
    QString name;
    PartialDate birth;
    QByteArray idIndex;
    QByteArray phoneIndex;
};

bool canBeSame(const PartialDate &a, const PartialDate &b)
{
    return a.firstDay() <= b.lastDay() && b.firstDay() <= a.lastDay();
}

} // namespace

Result<std::unique_ptr<Transaction>> oneMoment(Database &database)
{
    if (database.inTransaction()) {
        return std::unique_ptr<Transaction>();
    }
    return Transaction::begin(database, Transaction::Kind::Read);
}

class PeopleFinder::Search
{
public:
    Search(RegistryReader &reader, const RegistrySpec &spec, ImportPlan &plan)
        : m_reader(reader)
        , m_spec(spec)
        , m_plan(plan)
        , m_name(plan.target(u"name"))
        , m_id(plan.target(u"idNumber"))
        , m_birth(plan.target(u"birth"))
        , m_phone(plan.target(u"phone"))
        , m_branch(spec.id == u"member" ? plan.target(u"branch") : -1)
    {}

    // In the order of the indexes: each of their pages is read once, however large the book.
    Done learn(const QList<int> &rows, const Progress &progress)
    {
        GRIDBOOK_ASSIGN(const auto moment, oneMoment(m_reader.database()));
        QList<QByteArray> ids;
        std::set<QByteArray> phones; // a switchboard stands in a thousand rows
        for (const int at : rows) {
            const PlanRow &row = m_plan.rows.at(at);
            if (const QByteArray index = indexOf(row, m_id, u"id_number"_qs); !index.isEmpty()) {
                ids << index;
            }
            if (const QByteArray index = indexOf(row, m_phone, u"phone"_qs); !index.isEmpty()) {
                phones.insert(index);
            }
        }
        const qint64 total = rows.size() * 3;
        GRIDBOOK_TRY(ask(u"id_number_index"_qs, ids, {progress, 0, total}));
        GRIDBOOK_TRY(askNamesakes(rows, {progress, rows.size(), total}));
        return ask(u"phone_index"_qs, QList<QByteArray>(phones.begin(), phones.end()),
                   {progress, rows.size() * 2, total});
    }

    Done match(const QList<int> &rows)
    {
        GRIDBOOK_TRY(askSameBranch(rows));
        for (const int at : rows) {
            match(m_plan.rows[at]);
        }
        return findRecords(rows);
    }

private:
    [[nodiscard]] QString text(const PlanRow &row, int target) const
    {
        return target < 0 ? QString() : row.values.at(target).toString();
    }
    [[nodiscard]] QByteArray indexOf(const PlanRow &row, int target, const QString &column) const
    {
        return m_reader.sealer().blindIndex(text(row, target), column);
    }

    // Where in the whole of the questions one is.
    struct Stretch
    {
        const Progress &progress;
        qint64 before;
        qint64 total;
        [[nodiscard]] bool goesOn(qint64 done) const
        {
            return progress.goesOn(before + done, total, Texts::tr("Looking everybody up in the book"));
        }
    };

    static constexpr auto columns = "SELECT id, name, birth, id_number_index, phone_index FROM person WHERE "
                                    "voided_at IS NULL AND %1";

    // Of a big book's many namesakes only those can be meant who were born in the same year, as far as that is known;
    // those with the same telephone are asked for by it.
    Done askNamesakes(const QList<int> &rows, const Stretch &stretch)
    {
        if (m_name < 0 || m_birth < 0) {
            return {};
        }
        std::set<std::pair<QString, int>> names; // with the year of birth
        for (const int at : rows) {
            const PlanRow &row = m_plan.rows.at(at);
            const QDate born = row.values.at(m_birth).value<PartialDate>().firstDay();
            const QString name = text(row, m_name);
            if (born.isValid() && !name.isEmpty()) {
                names.emplace(name, born.year());
            }
        }
        GRIDBOOK_ASSIGN(
            Statement found,
            Statement::prepare(m_reader.database(),
                               QString(QLatin1String(columns)).arg(u"name = ? AND birth >= ? AND birth < ?"_qs)));
        qsizetype done = 0;
        for (const auto &[name, year] : names) {
            if (++done % chunk == 0 && !stretch.goesOn(done)) {
                return importCancelled();
            }
            GRIDBOOK_TRY(found.run(QVariantList{name, QString::number(year), QString::number(year + 1)}));
            GRIDBOOK_TRY(keep(found));
        }
        return {};
    }

    [[nodiscard]] QString branchKey(const PlanRow &row) const
    {
        const auto branch = row.values.at(m_branch).value<ReferenceValue>().id;
        const QString name = text(row, m_name);
        return branch > 0 && !name.isEmpty() ? QString(name + u'|' + QString::number(branch)) : QString();
    }

    // Members of the same name in the same branch of whom the book or the row knows no number or no birth date. Rows
    // that say both can only mean somebody of whom the book does not: few, and fetched at once.
    Done askSameBranch(const QList<int> &rows)
    {
        if (m_branch < 0 || m_name < 0) {
            return {};
        }
        const QString sql = u"SELECT DISTINCT p.id, p.name, p.birth, p.id_number_index, p.phone_index, a.org_id FROM "
                            "person p JOIN member m ON m.person_id = p.id JOIN affiliation a ON a.member_id = m.id "
                            "WHERE p.voided_at IS NULL AND m.voided_at IS NULL AND a.voided_at IS NULL AND "
                            "a.valid_until IS NULL AND "_qs;
        GRIDBOOK_ASSIGN(Statement named, Statement::prepare(m_reader.database(), QString(sql + u"p.name = ?")));
        QSet<QString> asked;
        bool full = false;
        constexpr qsizetype few = 200;
        for (const int at : rows) {
            const PlanRow &row = m_plan.rows.at(at);
            const bool saysBoth =
                m_id >= 0 && row.values.at(m_id).isValid() && m_birth >= 0 && row.values.at(m_birth).isValid();
            const QString name = text(row, m_name);
            if (branchKey(row).isEmpty() || asked.contains(name)) {
                continue;
            }
            if (saysBoth && rows.size() > few) {
                full = true;
                continue;
            }
            asked.insert(name);
            GRIDBOOK_TRY(named.run(QVariantList{name}));
            GRIDBOOK_TRY(keepInBranch(named));
        }
        if (full) {
            GRIDBOOK_ASSIGN(Statement vague,
                            Statement::prepare(m_reader.database(),
                                               QString(sql + u"(p.id_number_index IS NULL OR p.birth IS NULL)")));
            GRIDBOOK_TRY(vague.run());
            GRIDBOOK_TRY(keepInBranch(vague));
        }
        return {};
    }

    Done keepInBranch(Statement &found)
    {
        while (found.next()) {
            QList<Known> &same = m_inBranch[found.text(1) + u'|' + found.text(5)];
            const RowId id = found.integer(0);
            if (std::none_of(same.begin(), same.end(), [id](const Known &known) { return known.person == id; })) {
                same.append({id, found.text(1), PartialDate::fromIso(found.text(2)), found.bytes(3), found.bytes(4)});
            }
        }
        return found.status();
    }

    // Nothing else says who it is: somebody has to.
    void askAboutNamesakes(PlanRow &row, const QByteArray &id, const PartialDate &birth) const
    {
        if (m_branch < 0 || row.person != 0 || !row.question.isEmpty()) {
            return;
        }
        QList<RowId> same;
        for (const Known &known : m_inBranch.value(branchKey(row))) {
            const bool otherId = !id.isEmpty() && !known.idIndex.isEmpty();
            const bool otherBirth = !birth.isNull() && !known.birth.isNull() && !canBeSame(birth, known.birth);
            if (!otherId && !otherBirth) {
                same << known.person;
            }
        }
        if (same.isEmpty()) {
            return;
        }
        const QString name = text(row, m_name);
        row.question =
            Texts::tr("%1 has a %2 already, and neither ID number nor birth date tells them apart. Is it the "
                      "same person?")
                .arg(row.values.at(m_branch).value<ReferenceValue>().title, name);
        if (same.size() == 1) {
            row.person = same.first();
            return;
        }
        for (const RowId person : same) {
            row.candidates.append({person, name});
        }
    }

    Done keep(Statement &found)
    {
        while (found.next()) {
            const RowId id = found.integer(0);
            if (!m_places.contains(id)) {
                m_places.insert(id, m_known.size());
                m_known.append(
                    {id, found.text(1), PartialDate::fromIso(found.text(2)), found.bytes(3), found.bytes(4)});
                const Known &known = m_known.last();
                m_byName[known.name] << m_known.size() - 1;
                if (!known.idIndex.isEmpty()) {
                    m_byId.insert(known.idIndex, m_known.size() - 1);
                }
                if (!known.phoneIndex.isEmpty()) {
                    m_byPhone[known.phoneIndex] << m_known.size() - 1;
                }
            }
        }
        return found.status();
    }

    Done ask(const QString &column, QList<QByteArray> values, const Stretch &stretch)
    {
        std::sort(values.begin(), values.end());
        for (qsizetype from = 0; from < values.size(); from += chunk) {
            if (!stretch.goesOn(from)) {
                return importCancelled();
            }
            const qsizetype count = qMin(chunk, values.size() - from);
            const QString marks = u"?,"_qs.repeated(count).chopped(1);
            GRIDBOOK_ASSIGN(
                Statement found,
                Statement::prepare(m_reader.database(),
                                   QString(QLatin1String(columns)).arg(QString(column + u" IN (" + marks + u')'))));
            GRIDBOOK_TRY(found.run(QVariantList(values.cbegin() + from, values.cbegin() + from + count)));
            GRIDBOOK_TRY(keep(found));
        }
        return {};
    }

    void match(PlanRow &row)
    {
        const QString name = text(row, m_name);
        const QByteArray id = indexOf(row, m_id, u"id_number"_qs);
        if (const auto it = m_byId.constFind(id); !id.isEmpty() && it != m_byId.cend()) {
            const Known &known = m_known.at(*it);
            row.person = known.person;
            if (!name.isEmpty() && known.name != name) {
                row.question =
                    Texts::tr("In the book this ID number belongs to %1. Is it the same person?").arg(known.name);
            }
            return;
        }
        const QByteArray phone = indexOf(row, m_phone, u"phone"_qs);
        const PartialDate birth = m_birth < 0 ? PartialDate() : row.values.at(m_birth).value<PartialDate>();
        QList<RowId> byBirth;
        QList<RowId> byPhone;
        for (const qsizetype place : m_byName.value(name)) {
            const Known &known = m_known.at(place);
            const bool otherId = !id.isEmpty() && !known.idIndex.isEmpty();
            const bool sameBirth = !birth.isNull() && !known.birth.isNull() && canBeSame(birth, known.birth);
            const bool otherBirth = !birth.isNull() && !known.birth.isNull() && !sameBirth;
            const bool samePhone = !phone.isEmpty() && phone == known.phoneIndex;
            if (otherId) {
                if (sameBirth) {
                    addIssue(row, m_id, IssueLevel::Warning,
                             Texts::tr("The book has a %1 with this birth date and another ID number. Check both.")
                                 .arg(name));
                } else if (samePhone) { // a telephone may be a family's, so this is never more than a warning
                    addIssue(
                        row, m_id, IssueLevel::Warning,
                        Texts::tr("The book has a %1 with this telephone and another ID number: %2 there, %3 here. "
                                  "If it is the same person, correct the number that is wrong.")
                            .arg(name, maskedIdOf(known.person), text::maskCitizenId(text(row, m_id))));
                }
            } else if (sameBirth) {
                byBirth << known.person;
            } else if (samePhone && !otherBirth) {
                byPhone << known.person;
            } else if (samePhone) {
                addIssue(row, m_birth, IssueLevel::Warning,
                         Texts::tr("The book has a %1 with this telephone and another birth date.").arg(name));
            }
        }
        const QList<RowId> &best = byBirth.isEmpty() ? byPhone : byBirth;
        if (best.size() == 1) {
            row.person = best.first();
        } else if (best.size() > 1) {
            row.question = Texts::tr("The book has several people who could be %1. Choose one.").arg(name);
            for (const RowId person : best) {
                row.candidates.append({person, name});
            }
        }
        askAboutNamesakes(row, id, birth);
        saySharedPhone(row, phone, name);
    }

    [[nodiscard]] QString maskedIdOf(RowId person) const
    {
        const auto rows = m_reader.rows(u"person"_qs, m_plan.choices.asOf, {person}, {u"idNumber"_qs});
        return rows && !rows->isEmpty() ? text::maskCitizenId(rows->first().values.first().toString()) : QString();
    }

    void saySharedPhone(PlanRow &row, const QByteArray &phone, const QString &name) const
    {
        if (phone.isEmpty()) {
            return;
        }
        constexpr qsizetype named = 3; // a switchboard is everybody's number
        QStringList others;
        for (const qsizetype place : m_byPhone.value(phone)) {
            if (m_known.at(place).name == name) {
                continue;
            }
            if (others.size() == named) {
                others.last() += u'…';
                break;
            }
            others << m_known.at(place).name;
        }
        if (!others.isEmpty()) {
            addIssue(row, m_phone, IssueLevel::Warning,
                     Texts::tr("The book has this telephone under %1 as well.").arg(others.join(u'、')));
        }
    }

    // From people to the records of the registry.
    Done findRecords(const QList<int> &rows)
    {
        if (m_spec.key.startsWith(u"p.")) {
            for (const int at : rows) {
                PlanRow &row = m_plan.rows[at];
                row.record = row.person;
                row.person = 0;
            }
            return {};
        }
        const Part *own = m_spec.part(m_spec.key.section(u'.', 0, 0));
        QVariantList people;
        for (const int at : rows) {
            const PlanRow &row = m_plan.rows.at(at);
            if (row.person != 0) {
                people << row.person;
            }
            for (const ReferenceValue &each : row.candidates) {
                people << each.id;
            }
        }
        QHash<RowId, RowId> records;
        for (qsizetype from = 0; from < people.size(); from += chunk) {
            const QVariantList part = people.mid(from, chunk);
            GRIDBOOK_ASSIGN(
                Statement found,
                Statement::prepare(m_reader.database(),
                                   QStringLiteral("SELECT %1, id FROM %2 WHERE voided_at IS NULL AND %1 IN "
                                                  "(%3)")
                                       .arg(own->linkColumn, own->table, u"?,"_qs.repeated(part.size()).chopped(1))));
            GRIDBOOK_TRY(found.run(part));
            while (found.next()) {
                records.insert(found.integer(0), found.integer(1));
            }
            GRIDBOOK_TRY(found.status());
        }
        for (const int at : rows) {
            PlanRow &row = m_plan.rows[at];
            row.record = records.value(row.person);
            if (row.record != 0) {
                row.person = 0;
            }
            for (ReferenceValue &each : row.candidates) {
                each.id = records.value(each.id, -each.id); // negative: a person who is not in this registry yet
            }
        }
        return {};
    }

    RegistryReader &m_reader;
    const RegistrySpec &m_spec;
    ImportPlan &m_plan;
    int m_name;
    int m_id;
    int m_birth;
    int m_phone;
    int m_branch;
    QHash<QString, QList<Known>> m_inBranch; // by name and branch, those who may be told apart by nothing
    QList<Known> m_known;
    QHash<RowId, qsizetype> m_places;
    QHash<QByteArray, qsizetype> m_byId;
    QHash<QString, QList<qsizetype>> m_byName;
    QHash<QByteArray, QList<qsizetype>> m_byPhone;
};

PeopleFinder::PeopleFinder(RegistryReader &reader, const RegistrySpec &spec, ImportPlan &plan)
    : m_search(std::make_unique<Search>(reader, spec, plan))
{}

PeopleFinder::~PeopleFinder() = default;

Done PeopleFinder::find(const QList<int> &rows, const Progress &progress)
{
    GRIDBOOK_TRY(m_search->learn(rows, progress));
    return m_search->match(rows);
}

} // namespace gridbook::exchange
