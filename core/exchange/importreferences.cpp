#include "core/exchange/importreferences.h"
#include "core/exchange/layout.h"
#include "core/text/normalise.h"

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 200'000;

bool isGroupType(const QString &type)
{
    return type == u"group";
}

QStringList withoutCommunity(const QString &name, const QString &community)
{
    QStringList shorter;
    QString stem = community;
    for (const QStringView ending : {u"社区居委会", u"居民委员会", u"社区", u"村"}) {
        if (stem.endsWith(ending)) {
            stem.chop(ending.size());
            break;
        }
    }
    for (const QString &prefix : {community, QString(stem + u"社区"), stem}) {
        if (prefix.size() >= 2 && name.startsWith(prefix) && name.size() > prefix.size()) {
            shorter << name.mid(prefix.size());
        }
    }
    return shorter;
}

void insertOnce(QHash<QString, QList<RowId>> *index, const QString &key, RowId id)
{
    if (key.isEmpty()) {
        return;
    }
    QList<RowId> &ids = (*index)[key];
    if (!ids.contains(id)) {
        ids.append(id);
    }
}

} // namespace

QString looseName(const QString &name)
{
    QString text = text::dictionaryText(groupName(name));
    if (text.startsWith(u"中共") || text.startsWith(u"中国共产党")) {
        text.remove(0, text.startsWith(u"中共") ? 2 : 5);
    }
    static const std::pair<QStringView, QStringView> words[] = {
        {u"总支部委员会", u"总支"}, {u"支部委员会", u"支部"}, {u"党总支部", u"总支"}, {u"党总支", u"总支"},
        {u"总支部", u"总支"},       {u"党支部", u"支部"},     {u"党小组", u"小组"},   {u"第", u""}};
    for (const auto &[from, to] : words) {
        if (text.contains(from)) { // few do, and a search table for replacing costs more than looking
            text.replace(from.toString(), to.toString());
        }
    }
    if (text.endsWith(u"委员会")) {
        text =
            text.chopped(text.endsWith(u"工作委员会") ? 5 : 3) + (text.endsWith(u"工作委员会") ? u"党工委" : u"党委");
    }
    return text::naturalKey(text);
}

Result<ReferenceIndex> ReferenceIndex::load(RegistryReader &reader, const QString &registry, QDate asOf)
{
    ReferenceIndex index;
    const RegistrySpec *spec = reader.catalog().registry(registry);
    if (spec == nullptr) {
        return index;
    }
    QStringList fields;
    for (const QString &id : {u"shortName"_qs, u"fullName"_qs, u"name"_qs, u"code"_qs, u"no"_qs, u"division"_qs,
                              u"type"_qs, u"parent"_qs}) {
        if (spec->field(id) != nullptr) {
            fields << id;
        }
    }
    GRIDBOOK_ASSIGN(const QList<ReferenceValue> all, reader.lookUp(registry, asOf, {}, mostNames));
    QList<RowId> ids;
    ids.reserve(all.size());
    for (const ReferenceValue &each : all) {
        ids << each.id;
        index.m_titles.insert(each.id, each.title);
        index.enter(each.title, each.id);
    }
    for (qsizetype from = 0; from < ids.size(); from += 1000) {
        GRIDBOOK_ASSIGN(const QList<RowData> rows, reader.rows(registry, asOf, ids.mid(from, 1000), fields));
        for (const RowData &row : rows) {
            QString community;
            for (qsizetype i = 0; i < fields.size(); ++i) {
                const QVariant &value = row.values.at(i);
                if (fields.at(i) == u"division") {
                    const auto place = value.value<ReferenceValue>();
                    community = place.title;
                    index.m_communities.insert(row.id, place.id);
                } else if (fields.at(i) == u"type") {
                    index.m_types.insert(row.id, value.toString());
                } else if (fields.at(i) == u"parent") {
                    index.m_parents.insert(row.id, value.value<ReferenceValue>().id);
                }
            }
            for (qsizetype i = 0; i < fields.size(); ++i) {
                const QString name = row.values.at(i).toString();
                if (name.isEmpty() || fields.at(i) == u"division" || fields.at(i) == u"type" ||
                    fields.at(i) == u"parent") {
                    continue;
                }
                index.enter(name, row.id);
                if (!community.isEmpty()) {
                    for (const QString &shorter : withoutCommunity(name, community)) {
                        insertOnce(&index.m_loose, looseName(shorter), row.id);
                        insertOnce(&index.m_loose, looseName(community + shorter), row.id);
                    }
                    insertOnce(&index.m_loose, looseName(community + name), row.id);
                }
            }
        }
    }
    if (registry == u"partyOrg") {
        GRIDBOOK_TRY(index.enterFormerNames(reader.database()));
    }
    return index;
}

// Lists go on with the old name for years after a branch was renamed.
Done ReferenceIndex::enterFormerNames(Database &database)
{
    GRIDBOOK_ASSIGN(Statement names,
                    Statement::prepare(database, u"SELECT org_id, short_name, full_name FROM org_state WHERE "
                                                 "voided_at IS NULL AND valid_until IS NOT NULL"_qs));
    GRIDBOOK_TRY(names.run());
    while (names.next()) {
        if (m_titles.contains(names.integer(0))) {
            insertOnce(&m_former, looseName(names.text(1)), names.integer(0));
            insertOnce(&m_former, looseName(names.text(2)), names.integer(0));
        }
    }
    return names.status();
}

void ReferenceIndex::enter(const QString &name, RowId id)
{
    insertOnce(&m_exact, text::dictionaryText(name), id);
    insertOnce(&m_loose, looseName(name), id);
}

ReferenceIndex::Answer ReferenceIndex::find(const QString &text, RowId community, QStringView kind, RowId branch) const
{
    QList<RowId> ids = m_exact.value(text::dictionaryText(text));
    if (ids.isEmpty()) {
        ids = m_loose.value(looseName(text));
    }
    const bool byFormerName = ids.isEmpty();
    if (byFormerName) {
        ids = m_former.value(looseName(text));
    }
    const auto prefer = [&ids](const auto &fits) {
        QList<RowId> better;
        std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(better), fits);
        if (!better.isEmpty()) {
            ids = better;
        }
    };
    if (ids.size() > 1 && community != 0) {
        prefer([&](RowId id) { return m_communities.value(id) == community; });
    }
    if (ids.size() > 1 && !kind.isEmpty()) {
        prefer([&](RowId id) { return isGroupType(m_types.value(id)) == (kind == u"group"); });
    }
    if (kind == u"group" && branch > 0) {
        prefer([&](RowId id) { return m_parents.value(id) == branch; });
    } else if (kind == u"group" && branch < 0) {
        ids.removeIf([&](RowId id) { return isGroupType(m_types.value(id)); });
    }
    Answer answer;
    answer.byFormerName = byFormerName && !ids.isEmpty();
    for (const RowId id : ids) {
        answer.found.append({id, m_titles.value(id)});
    }
    return answer;
}

} // namespace gridbook::exchange
