#pragma once
// What the tests of merging people share: people, a merge in one step, answers for what overlaps.
#include "core/people/duplicates.h"
#include "tests/core/party/bookpicture.h"
#include <functional>

namespace gridbook::testing {

inline Done commitStep(TestBook &book, const std::function<Done(UnitOfWork &)> &run)
{
    GRIDBOOK_ASSIGN(auto work, book->begin({QStringLiteral("merge"), QStringLiteral("合并"), {}, {}}));
    GRIDBOOK_TRY(run(*work));
    GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book->commit(*work));
    return {};
}

inline PersonId addPerson(TestBook &book, const QVariantMap &values)
{
    PersonId id;
    const Done done = commitStep(book, [&](UnitOfWork &work) -> Done {
        GRIDBOOK_ASSIGN(const RowId row, work.insert(QStringLiteral("person"), values));
        id = PersonId(row);
        return {};
    });
    return done ? id : PersonId();
}

inline PersonId personOf(TestBook &book, MemberId member)
{
    return PersonId(storedRow(book->database(), QStringLiteral("member"), member.value())
                        ->value(QStringLiteral("person_id"))
                        .toLongLong());
}

inline Done merge(TestBook &book, PersonId keep, PersonId drop, const QSet<QString> &fromDropped = {},
                  const people::OverlapChoice &choice = {})
{
    return commitStep(book, [&](UnitOfWork &work) {
        return people::mergePeople(work, book->sealer(), keep, drop, fromDropped, choice);
    });
}

// An answer for everything that overlaps: the relations, and the rest.
inline people::OverlapChoice answers(TestBook &book, PersonId keep, PersonId drop, people::Side relation,
                                     people::Side rest)
{
    people::OverlapChoice choice;
    const auto found = people::findOverlaps(book->database(), keep, drop);
    if (found) {
        for (const people::Overlap &each : *found) {
            choice.insert(each.key(), each.table == u"affiliation" ? relation : rest);
        }
    }
    return choice;
}

inline QVariantMap person(const QString &name, const QString &birth = {}, const QString &phone = {},
                          const QString &idNumber = {})
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("birth"), birth},
            {QStringLiteral("phone"), phone},
            {QStringLiteral("id_number"), idNumber}};
}

} // namespace gridbook::testing
