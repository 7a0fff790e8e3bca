#include "core/search/searchindex.h"
#include "core/access/sealer.h"
#include "core/changes/unitofwork.h"
#include "core/registry/valuetext.h"
#include "core/search/unitsandaddresses.h"
#include "core/search/wordfinder.h"
#include "core/text/normalise.h"
#include "core/text/phone.h"
#include "core/text/pinyin.h"
#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <vector>

namespace gridbook {

using namespace Qt::StringLiterals;

// One line of the flat text: title \x1f subtitle \x1f what is searched \n. Only what is searched is lower case.
struct SearchIndex::Entry
{
    quint64 key = 0; // registry number and row id
    QByteArray title;
    QByteArray subtitle;
    QByteArray text;
    QByteArray unit{}; // of a person; as it is written, and so is the address
    QByteArray address{};
};

struct SearchIndex::Bulk
{
    QStringList registries;
    QByteArray text;            // all searched texts, each ended by \n
    std::vector<quint32> start; // of each entry in text
    QByteArray shown;           // title \x1f subtitle \n of each entry
    std::vector<quint32> shownStart;
    std::vector<quint64> keys;
    UnitsAndAddresses elsewhere; // of each entry

    void add(const Entry &entry)
    {
        start.push_back(quint32(text.size()));
        shownStart.push_back(quint32(shown.size()));
        keys.push_back(entry.key);
        text += entry.text;
        text += '\n';
        shown += entry.title;
        shown += '\x1f';
        shown += entry.subtitle;
        shown += '\n';
        elsewhere.add(entry.unit, entry.address);
    }
    void finish() // appending doubles what it takes
    {
        text.squeeze();
        shown.squeeze();
        start.shrink_to_fit();
        shownStart.shrink_to_fit();
        keys.shrink_to_fit();
        elsewhere.finish();
    }
    // What is searched of an entry.
    [[nodiscard]] QByteArrayView line(size_t place) const
    {
        const qsizetype begin = start[place];
        const qsizetype end = place + 1 < start.size() ? qsizetype(start[place + 1]) : text.size();
        return QByteArrayView(text).sliced(begin, end - 1 - begin);
    }
};

namespace {

constexpr quint64 rowMask = (quint64(1) << 48) - 1;

quint64 keyOf(qsizetype registry, RowId row)
{
    return (quint64(registry) << 48) | (quint64(row) & rowMask);
}

const QString memberRegistry = u"member"_qs;
const QString personRegistry = u"person"_qs;

// The registries that the box looks through, in the order in which hits of equal rank are shown. People come from one
// query of their own, because a member is found under the member's form.
QStringList searchedRegistries(const Catalog &catalog)
{
    QStringList ids{memberRegistry, personRegistry};
    for (const RegistrySpec &spec : catalog.registries()) {
        const bool place = spec.group == u"places" || spec.group == u"party";
        if (place && !ids.contains(spec.id) && spec.field(u"name") != nullptr) {
            ids << spec.id;
        }
    }
    ids << u"partyOrg"_qs << u"building"_qs;
    ids.removeDuplicates();
    return ids;
}

QString lastDigits(const QString &phone)
{
    return phone.size() > 4 ? phone.right(4) : phone;
}

Done readPeople(RegistryReader &reader, QDate asOf, const QSet<RowId> &only, const Progress &progress,
                const std::function<void(SearchIndex::Entry &&)> &take)
{
    QString condition;
    if (!only.isEmpty()) {
        QStringList ids;
        for (const RowId id : only) {
            ids << QString::number(id);
        }
        condition = u" AND p.id IN (%1)"_qs.arg(ids.join(u','));
    }
    const QString sql =
        u"SELECT p.id, m.id, p.name, p.readings, p.birth, p.id_number, p.phone, p.uuid, o.short_name, "
        "p.work_unit, p.address FROM person p "
        "LEFT JOIN member m ON m.person_id = p.id AND m.voided_at IS NULL "
        "LEFT JOIN affiliation a ON a.member_id = m.id AND %1 LEFT JOIN org_state o ON o.org_id = a.org_id AND %2 "
        "WHERE p.voided_at IS NULL%3"_qs.arg(validAt(u"a"_qs), validAt(u"o"_qs), condition);
    GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(reader.database(), sql));
    GRIDBOOK_TRY(rows.run(QVariantMap{{u":asof"_qs, asOf.toString(Qt::ISODate)}}));
    qint64 count = 0;
    while (rows.next()) {
        if ((++count & 0x3fff) == 0 &&
            !progress.goesOn(count, 0, QCoreApplication::translate("Search", "Preparing the search"))) {
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("Search", "Cancelled."), {}};
        }
        const QString uuid = rows.text(7);
        const auto opened = [&](int column, const QString &name) {
            return rows.isNull(column)
                       ? QString()
                       : reader.sealer().open(rows.bytes(column), sealedPlace(u"person"_qs, name, uuid)).valueOr({});
        };
        const QString idNumber = opened(5, u"id_number"_qs);
        const QString phone = opened(6, u"phone"_qs);
        QStringList about;
        for (const QString &part : {rows.text(8), rows.text(4).left(4), lastDigits(phone)}) {
            if (!part.isEmpty()) {
                about << part;
            }
        }
        const bool member = !rows.isNull(1);
        const QString text = rows.text(2) + u' ' + rows.text(3) + u' ' + idNumber + u' ' + phone + u' ' + rows.text(8);
        take({keyOf(member ? 0 : 1, rows.integer(member ? 1 : 0)), rows.text(2).toUtf8(),
              about.join(u" · "_qs).toUtf8(), text.toLower().toUtf8(), rows.text(9).simplified().toUtf8(),
              opened(10, u"address"_qs).simplified().toUtf8()});
    }
    GRIDBOOK_TRY(rows.status());
    return {};
}

// Every way in which somebody may type the words of a name: changjiangxincun zhangjiangxincun cjxc zjxc.
QByteArray spellingsOf(const QString &title)
{
    QStringList all;
    for (const QString &word : title.split(u' ', Qt::SkipEmptyParts)) {
        const text::NameKey key = text::textKey(word);
        all << key.pinyins << key.allInitials;
    }
    return all.join(u' ').toLower().toUtf8();
}

Done readRegistry(RegistryReader &reader, QDate asOf, qsizetype number, const RegistrySpec &spec,
                  const std::function<void(SearchIndex::Entry &&)> &take)
{
    QStringList places{spec.titleExpr};
    for (const Field &field : spec.fields) {
        if (!field.searchExpr.isEmpty()) {
            places << field.searchExpr;
        } else if (field.id == u"code" && field.isWritable()) {
            places << field.readExpr();
        }
    }
    QStringList joined;
    for (const QString &place : places) {
        joined << u"COALESCE(%1, '')"_qs.arg(place);
    }
    const QString sql =
        u"SELECT %1, %2, %3 FROM %4 WHERE %5"_qs.arg(spec.key, spec.titleExpr, joined.join(u" || ' ' || "_qs),
                                                     spec.from, spec.where.isEmpty() ? u"1 = 1"_qs : spec.where);
    GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(reader.database(), sql));
    GRIDBOOK_TRY(
        rows.run(sql.contains(u":asof") ? QVariantMap{{u":asof"_qs, asOf.toString(Qt::ISODate)}} : QVariantMap()));
    while (rows.next()) {
        take({keyOf(number, rows.integer(0)), rows.text(1).toUtf8(), spec.term.zh.toUtf8(),
              rows.text(2).toLower().toUtf8() + ' ' + spellingsOf(rows.text(1))});
    }
    return rows.status();
}

// 0: not found; higher is better. The searched text begins with the title.
int rankOf(QByteArrayView text, const QList<QByteArray> &words)
{
    int rank = 1;
    for (const QByteArray &word : words) {
        const qsizetype at = text.indexOf(word);
        if (at < 0) {
            return 0;
        }
        const bool wordStart = at == 0 || text[at - 1] == ' ';
        const qsizetype end = at + word.size();
        const bool whole = wordStart && (end == text.size() || text[end] == ' ');
        rank += at == 0 ? 4 : 0;
        rank += whole ? 4 : wordStart ? 2 : 0;
    }
    return rank;
}

// What was typed of a number, where nothing that is shown says it: "…0019", "…1968…". It tells no more of the number
// than is known already.
QString typedOfNumbers(QByteArrayView text, const QList<QByteArray> &words, const QString &shown)
{
    QStringList typed;
    for (const QByteArray &word : words) {
        const bool isNumber =
            std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == 'x'; });
        if (!isNumber || shown.contains(QString::fromLatin1(word))) {
            continue;
        }
        const qsizetype at = text.indexOf(word);
        if (at < 0) {
            continue; // of an address
        }
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || text[at - 1] == ' ';
        const bool ends = end == text.size() || text[end] == ' ';
        typed << (begins ? QString() : u"…"_qs) + QString::fromLatin1(word).toUpper() + (ends ? QString() : u"…"_qs);
    }
    return typed.join(u' ');
}

// The words that are looked for.
struct Wanted
{
    QList<QByteArray> words;          // in lower case
    QList<QList<QByteArray>> written; // of each: the ways in which it may stand in a unit or an address
    bool isElsewhere = false;         // one is long enough to be meant for a unit or an address
};

// Two characters tell a unit or an address; one, or letters and digits alone, stand in too many of them.
bool tellsAPlace(const QString &word)
{
    const QList<uint> characters = word.toUcs4();
    return std::count_if(characters.begin(), characters.end(), [](uint c) { return text::isHan(c); }) >= 2;
}

Wanted wantedBy(const QString &typed)
{
    Wanted wanted;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        wanted.words << word.toLower().toUtf8();
        QList<QByteArray> written{wanted.words.last()};
        for (const QByteArray &other : {word.toUpper().toUtf8(), word.toUtf8()}) {
            written << (written.contains(other) ? QList<QByteArray>() : QList<QByteArray>{other});
        }
        wanted.written << written;
        wanted.isElsewhere = wanted.isElsewhere || tellsAPlace(word);
    }
    return wanted;
}

bool standsIn(QByteArrayView text, const QList<QByteArray> &written)
{
    return std::any_of(written.begin(), written.end(), [text](const QByteArray &word) { return text.contains(word); });
}

// What is looked at of an entry.
struct Seen
{
    QByteArrayView text;
    QByteArrayView unit;
    QByteArrayView address;
};

// Whether each word stands somewhere, in the unit or in the address if nowhere else.
bool standsElsewhere(const Seen &seen, const Wanted &wanted)
{
    for (qsizetype i = 0; i < wanted.words.size(); ++i) {
        if (!seen.text.contains(wanted.words.at(i)) && !standsIn(seen.unit, wanted.written.at(i)) &&
            !standsIn(seen.address, wanted.written.at(i))) {
            return false;
        }
    }
    return true;
}

// Why an entry is found, where neither its name nor anything else that is shown says it: the unit, or about where the
// address lies.
QString whereItStands(const Seen &seen, const Wanted &wanted)
{
    bool inUnit = false;
    bool inAddress = false;
    for (qsizetype i = 0; i < wanted.words.size(); ++i) {
        if (!seen.text.contains(wanted.words.at(i))) {
            const bool unit = standsIn(seen.unit, wanted.written.at(i));
            inUnit = inUnit || unit;
            inAddress = inAddress || !unit;
        }
    }
    QStringList where;
    if (inUnit) {
        where << QString::fromUtf8(seen.unit);
    }
    if (inAddress) {
        where << maskedAddress(QString::fromUtf8(seen.address));
    }
    return where.join(u" · "_qs);
}

// By rank 0: found by its unit or address, after all others.
struct Ranked
{
    int rank = 0;
    quint64 key = 0;
    const SearchIndex::Entry *entry = nullptr;
    size_t at = 0;
};

// As many as the best are chosen from. One letter is found in half of a big book, and to count them all would take
// longer than the next key.
constexpr size_t enough = 10'000;

// The place of the word that the fewest entries have, judged by a piece of the text; of equal ones the longest.
qsizetype rarestOf(const Wanted &wanted, const SearchIndex::Bulk &bulk)
{
    constexpr qsizetype piece = 1 << 16;
    const QByteArrayView text(bulk.text);
    const QByteArrayView sample = text.sliced(text.size() - qMin(text.size(), piece)); // the end: people
    const auto weight = [&](const QByteArray &word) {
        const qsizetype elsewhere = wanted.isElsewhere ? bulk.elsewhere.count(word, piece) : 0;
        return std::pair(sample.count(word) + elsewhere, -word.size());
    };
    const auto rarest =
        std::min_element(wanted.words.begin(), wanted.words.end(),
                         [&](const QByteArray &a, const QByteArray &b) { return weight(a) < weight(b); });
    return rarest - wanted.words.begin();
}

} // namespace

Result<std::shared_ptr<const SearchIndex>> SearchIndex::build(RegistryReader &reader, QDate asOf,
                                                              const Progress &progress)
{
    auto bulk = std::make_shared<Bulk>();
    bulk->registries = searchedRegistries(reader.catalog());
    // The few places first: they are found even if more people match than are looked at.
    for (qsizetype i = 2; i < bulk->registries.size(); ++i) {
        GRIDBOOK_TRY(readRegistry(reader, asOf, i, *reader.catalog().registry(bulk->registries.at(i)),
                                  [&](Entry &&entry) { bulk->add(entry); }));
    }
    GRIDBOOK_TRY(readPeople(reader, asOf, {}, progress, [&](Entry &&entry) { bulk->add(entry); }));
    bulk->finish();
    auto index = std::make_shared<SearchIndex>();
    index->m_bulk = std::move(bulk);
    return std::shared_ptr<const SearchIndex>(index);
}

Result<std::shared_ptr<const SearchIndex>> SearchIndex::updated(RegistryReader &reader, QDate asOf,
                                                                const ChangeSet &changes) const
{
    QSet<RowId> people;
    QSet<RowId> members;
    bool places = false;
    for (const Change &change : changes.changes) {
        if (change.table == u"person") {
            people.insert(change.row);
        } else if (change.table == u"member") {
            members.insert(change.row);
        } else if (change.table == u"affiliation") {
            GRIDBOOK_ASSIGN(
                const QVariant member,
                reader.database().scalar(u"SELECT member_id FROM affiliation WHERE id = ?"_qs, {change.row}));
            members.insert(member.toLongLong());
        } else if (change.table != u"standing") {
            places = true;
        }
    }
    if (changes.changes.isEmpty() || places) {
        return build(reader, asOf, {}); // organisations and grids stand in many subtitles
    }
    for (const RowId member : members) {
        GRIDBOOK_ASSIGN(const QVariant person,
                        reader.database().scalar(u"SELECT person_id FROM member WHERE id = ?"_qs, {member}));
        people.insert(person.toLongLong());
    }
    auto index = std::make_shared<SearchIndex>(*this);
    for (const RowId person : people) { // what they were is gone until read again
        index->m_changed.insert(keyOf(1, person), nullptr);
        GRIDBOOK_ASSIGN(const QVariant member,
                        reader.database().scalar(
                            u"SELECT id FROM member WHERE person_id = ? ORDER BY voided_at IS NULL DESC"_qs, {person}));
        if (member.isValid()) {
            index->m_changed.insert(keyOf(0, member.toLongLong()), nullptr);
        }
    }
    if (!people.isEmpty()) {
        GRIDBOOK_TRY(readPeople(reader, asOf, people, {}, [&](Entry &&entry) {
            const quint64 key = entry.key;
            index->m_changed.insert(key, std::make_shared<const Entry>(std::move(entry)));
        }));
    }
    return std::shared_ptr<const SearchIndex>(index);
}

SearchResult SearchIndex::find(const QString &words, int limit) const
{
    SearchResult result;
    const Wanted wanted = wantedBy(words);
    if (wanted.words.isEmpty() || !m_bulk) {
        return result;
    }
    const Bulk &bulk = *m_bulk;
    std::vector<Ranked> found;
    for (const auto &entry : m_changed) {
        const int rank = entry == nullptr ? 0 : rankOf(entry->text, wanted.words);
        const bool isFound = rank > 0 || (entry != nullptr && wanted.isElsewhere &&
                                          standsElsewhere({entry->text, entry->unit, entry->address}, wanted));
        if (isFound) {
            found.push_back({rank, entry->key, entry.get(), 0});
        }
    }
    const auto seenAt = [&bulk](size_t place) {
        return Seen{bulk.line(place), bulk.elsewhere.unit(place), bulk.elsewhere.address(place)};
    };
    const auto take = [&](size_t place, int rank) {
        result.more = found.size() >= enough;
        found.push_back({rank, bulk.keys[place], nullptr, place});
    };
    const auto isAsItWas = [&](size_t place) { return m_changed.isEmpty() || !m_changed.contains(bulk.keys[place]); };
    // Find the rarest word in the flat text, then look at its line.
    const qsizetype rarest = rarestOf(wanted, bulk);
    const WordFinder finder(wanted.words.at(rarest));
    for (qsizetype at = finder.find(bulk.text, 0); at >= 0 && !result.more;) {
        const auto line =
            size_t(std::upper_bound(bulk.start.begin(), bulk.start.end(), quint32(at)) - bulk.start.begin()) - 1;
        const QByteArrayView text = bulk.line(line);
        if (isAsItWas(line)) {
            const int rank = rankOf(text, wanted.words);
            if (rank > 0 || (wanted.isElsewhere && standsElsewhere(seenAt(line), wanted))) {
                take(line, rank);
            }
        }
        at = finder.find(bulk.text, text.end() - bulk.text.constData());
    }
    // Then where it stands in a unit or an address alone.
    QSet<size_t> already;
    for (const QByteArray &written : wanted.isElsewhere ? wanted.written.at(rarest) : QList<QByteArray>()) {
        if (result.more) {
            break;
        }
        bulk.elsewhere.find(written, [&](size_t place) {
            const Seen seen = seenAt(place);
            if (isAsItWas(place) && !seen.text.contains(wanted.words.at(rarest)) && !already.contains(place) &&
                standsElsewhere(seen, wanted)) {
                already.insert(place);
                take(place, 0);
            }
            return !result.more;
        });
    }
    result.total = qint64(found.size()) - (result.more ? 1 : 0);
    // Equal ones: members, other people, places, each in their order.
    std::stable_sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank > b.rank : (a.key >> 48) < (b.key >> 48);
    });
    for (const Ranked &one : found) {
        if (result.hits.size() >= limit) {
            break;
        }
        QByteArray title;
        QByteArray subtitle;
        if (one.entry != nullptr) {
            title = one.entry->title;
            subtitle = one.entry->subtitle;
        } else {
            const qsizetype begin = bulk.shownStart[one.at];
            const qsizetype middle = bulk.shown.indexOf('\x1f', begin);
            title = bulk.shown.mid(begin, middle - begin);
            subtitle = bulk.shown.mid(middle + 1, bulk.shown.indexOf('\n', middle) - middle - 1);
        }
        SearchHit hit{bulk.registries.at(qsizetype(one.key >> 48)), RowId(one.key & rowMask), QString::fromUtf8(title),
                      QString::fromUtf8(subtitle)};
        const Seen seen =
            one.entry != nullptr ? Seen{one.entry->text, one.entry->unit, one.entry->address} : seenAt(one.at);
        for (const QString &why : {typedOfNumbers(seen.text, wanted.words, hit.title + u' ' + hit.subtitle),
                                   one.rank == 0 ? whereItStands(seen, wanted) : QString()}) {
            hit.subtitle += (hit.subtitle.isEmpty() || why.isEmpty() ? QString() : u" · "_qs) + why;
        }
        result.hits.append(hit);
    }
    return result;
}

qint64 SearchIndex::size() const
{
    return m_bulk ? qint64(m_bulk->keys.size()) : 0;
}

} // namespace gridbook
