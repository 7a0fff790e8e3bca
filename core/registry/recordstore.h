#pragma once
// Loads a record for its form and saves what was changed, whatever parts (tables) it is made of.
//
// A dated part (affiliation, standing) is saved by one plain rule: if something of it changed and its first day was
// moved to a later day, the old row ends there and a new one begins (a move); otherwise the row is corrected in place.
// Of the few other entries by which figures count (TableSpec::kept: education, work post …) Dating says whether they
// changed, from which day on, or were wrong all along.
#include "core/changes/datedrows.h"
#include "core/changes/unitofwork.h"
#include "core/registry/reader.h"
#include <QSet>

namespace gridbook {

struct Record
{
    QString registry;
    RowId id = 0; // 0: not saved yet
    QDate asOf;
    QVariantMap values; // by field id, in the clear; References as ReferenceValue
    struct PartRow
    {
        RowId row = 0; // 0: the part has no row yet
        int version = 0;
    };
    QHash<QString, PartRow> parts; // by alias
};

struct Dating
{
    QDate from{};                // other values hold from this day on; invalid: from the day that the record shows
    QSet<QString> corrections{}; // fields whose old value was never so; earlier figures change with it
    Strangers strangers = Strangers::Refuse; // a group of another branch: told, or left out by an import
};

// How a field keeps its past, if it has no day of its own and figures count by it.
std::optional<Keeping> keepingOf(const Catalog &catalog, const RegistrySpec &spec, const Field &field);

// Answers of rules by what was asked, for readings of many records during which the book stays as it is.
using RuleMemory = QHash<QString, QList<Issue>>;

class RecordStore
{
public:
    explicit RecordStore(RegistryReader &reader) : m_reader(reader) {}

    Result<Record> load(const QString &registry, RowId id, QDate asOf);
    // before: as loaded, or an empty Record for a new one. values: what the form holds now. Returns the record's id.
    Result<RowId> save(UnitOfWork &work, const Record &before, const QVariantMap &values, const Dating &dating = {});
    // Ends nothing, deletes nothing: marks the record's own row as void, with a reason. Refused with voidingFault's
    // words.
    Done voidRecord(UnitOfWork &work, const Record &record, const QString &reason);
    // Why the record cannot be voided: what refers to it, and the way out. Empty: it can.
    Result<QString> voidingFault(const QString &registry, RowId id, QDate asOf);
    // Everything that stands in the way of saving values, or should be looked at: validate(), and the rules for which
    // the book must be asked, about what differs from before. Whoever writes asks this first.
    Result<QList<Issue>> check(const Record &before, const QVariantMap &values, QDate today,
                               RuleMemory *memory = nullptr);
    // Rules that need only the values: required entries, types, codes, and the registry's own.
    [[nodiscard]] QList<Issue> validate(const QString &registry, const QVariantMap &values, QDate today) const;
    // What the office should know about the record as the form holds it; id 0: a new one.
    Result<QList<Remark>> remarks(const QString &registry, RowId id, const QVariantMap &values, QDate day);

private:
    Result<RowId> savePart(UnitOfWork &work, const RegistrySpec &spec, const Part &part, const Record &before,
                           const QVariantMap &values, const Dating &dating, QHash<QString, RowId> &rows);
    Result<RowId> move(UnitOfWork &work, const RegistrySpec &spec, const Part &part, const Record::PartRow &seen,
                       QVariantMap changed, QDate day, Strangers strangers);
    // What differs is written into the row that is there.
    Done amend(UnitOfWork &work, const RegistrySpec &spec, const Part &part, RowId row, int version,
               const QVariantMap &changed, QDate shown, const Dating &dating);
    RegistryReader &m_reader;
};

// What a form or an import holds for a field, as the table stores it: References become ids.
QVariant storedValue(const QVariant &value);

} // namespace gridbook
