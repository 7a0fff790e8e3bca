#pragma once
// What a rule is given (RegistrySpec::rules), and what hangs on a record (RegistrySpec::dependants).
#include "core/registry/recordstore.h"

namespace gridbook {

struct RuleInput
{
    Database &database;
    const Record &before;      // as the book holds it; id 0: a new one
    const QVariantMap &values; // what the entry holds, as in ValidationInput
    QDate today;
    RuleMemory *memory = nullptr; // answers that stay the same for many records of one reading; null: ask each time

    // Whether the entry says something else than the book; for a new record: whether it says anything.
    [[nodiscard]] bool touches(QStringView field) const;
    [[nodiscard]] bool touchesAny(std::initializer_list<QStringView> fields) const;
    [[nodiscard]] QString text(QStringView field) const;
    [[nodiscard]] RowId reference(QStringView field) const; // 0: none, or one that an import will make first
    [[nodiscard]] QDate day(QStringView field) const;       // invalid: none
    // The day as of which something that holds from `field` on is looked at: that of the record, or a later first day.
    [[nodiscard]] QDate dayFrom(QStringView field) const;
};

// The first few names of many: "3 members: 王小明、李秀英、张伟". sentence has %1 for the number and %2 for the names.
QString countedNames(const QString &sentence, const QStringList &names, int shown = 5);
// What refers to the record, in words; empty: nothing, so that it may be voided.
Result<QStringList> dependantsOf(Database &database, const RegistrySpec &spec, RowId record);

} // namespace gridbook
