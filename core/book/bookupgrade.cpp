// What is left to do when a migration has run: steps that need the key, or the journal.
#include "core/access/accesslog.h"
#include "core/book/book.h"
#include "core/changes/sealing.h"
#include "core/party/orgorder.h"
#include "core/party/whereabouts.h"
#include "core/registry/savedfilters.h"
#include "core/storage/dialect.h"
#include <QCoreApplication>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Book)
};

} // namespace

// A migration is plain SQL and cannot write the journal: rows that it means to add are put aside in a table, become
// records here, and the table goes. Cut off halfway, the next opening goes on from there.
Done Book::finishUpgrade()
{
    GRIDBOOK_TRY(sealOlderText());
    GRIDBOOK_TRY(stampOlderAccess());
    GRIDBOOK_TRY(sortOlderOrganizations());
    GRIDBOOK_ASSIGN(const QVariant aside, m_database->scalar(dialect::columnsOf(u"undated_whereabouts"_qs)));
    if (aside.isNull()) {
        return {};
    }
    {
        GRIDBOOK_ASSIGN(auto work, begin({u"upgrade"_qs, u"升级：流动与失联情况按起止日期记载"_qs, {}, {}}));
        GRIDBOOK_TRY(party::dateWhereabouts(*work));
        GRIDBOOK_TRY(commit(*work));
    }
    return m_database->execute(u"DROP TABLE undated_whereabouts"_qs);
}

Done Book::sortOlderOrganizations()
{
    GRIDBOOK_ASSIGN(const QVariant unsorted, m_database->scalar(party::unsortedStates()));
    if (unsorted.isNull()) {
        return {};
    }
    GRIDBOOK_ASSIGN(auto work, begin({u"upgrade"_qs, u"升级：党组织按名称排列"_qs, {}, {}}));
    GRIDBOOK_TRY(party::sortStates(*work));
    GRIDBOOK_TRY(commit(*work));
    return {};
}

// That it was done stands in the journal of every book that is not new, even if there was no line to stamp: nobody who
// took the lines out can have the rest stamped without a word.
Done Book::stampOlderAccess()
{
    GRIDBOOK_ASSIGN(const bool waits, AccessLog::waits(*m_database));
    if (!waits) {
        return {};
    }
    GRIDBOOK_ASSIGN(auto transaction, Transaction::begin(*m_database, Transaction::Kind::Write));
    GRIDBOOK_ASSIGN(const qint64 count, AccessLog(*m_database, *m_sealer).stampOlder());
    GRIDBOOK_ASSIGN(const JournalHead head, journalHead(*m_database));
    if (count > 0 || head.lastBatch.isValid()) {
        const BatchHeader header{BatchId(head.lastBatch.value() + 1),
                                 AccessLog::stampKind.toString(),
                                 u"升级：访问留痕逐条加校验"_qs,
                                 m_surroundings.session.user,
                                 m_surroundings.session.machine,
                                 m_surroundings.clock.now().toString(Qt::ISODate),
                                 {},
                                 u"已有留痕%1条"_qs.arg(count)};
        GRIDBOOK_TRY(writeBatch(*m_database, header, head.hash));
    }
    return transaction->commit();
}

Done Book::sealOlderText()
{
    GRIDBOOK_ASSIGN(const bool waits, holdsClearColumns(*m_database));
    if (!waits) {
        return {};
    }
    {
        GRIDBOOK_ASSIGN(auto transaction, Transaction::begin(*m_database, Transaction::Kind::Write));
        GRIDBOOK_ASSIGN(const JournalHead before, journalHead(*m_database));
        GRIDBOOK_ASSIGN(const qint64 count, sealClearColumns(*m_database, *m_sealer));
        GRIDBOOK_ASSIGN(const int dropped, dropPrivatePreferences(*m_database, m_surroundings.catalog.registries()));
        if (count + dropped > 0) {
            GRIDBOOK_ASSIGN(const JournalHead now, journalHead(*m_database));
            QString reason =
                u"备注、户籍所在地、党组织电话和地址改为加密保存，日志中的原文一并加密；加密前日志末条校验值："_qs +
                QString::fromLatin1(before.hash.toHex());
            if (dropped > 0) {
                reason += u"。含受保护内容的已存筛选和导入列对应共%1个，已删除"_qs.arg(dropped);
            }
            const BatchHeader header{BatchId(now.lastBatch.value() + 1),
                                     u"upgrade"_qs,
                                     u"升级：备注等内容加密保存"_qs,
                                     m_surroundings.session.user,
                                     m_surroundings.session.machine,
                                     m_surroundings.clock.now().toString(Qt::ISODate),
                                     {},
                                     reason};
            GRIDBOOK_TRY(writeBatch(*m_database, header, now.hash));
            m_notice = Texts::tr("Notes and further entries are sealed in the book from now on. Backups made before "
                                 "today still hold them readable: keep them as safely as paper, or delete them when "
                                 "they are no longer needed.");
        }
        GRIDBOOK_TRY(transaction->commit());
    }
    return m_database->checkpoint(); // the log held the rows as they were
}

} // namespace gridbook
