#pragma once
// Looks for records of the book that may be the one that is being entered: the same protected number is an error, the
// same name with the same birth date or phone a warning. A phone alone says nothing: families share one.
#include "core/registry/recordstore.h"

namespace gridbook::ui {

struct Likeness
{
    QString field; // where it is told
    IssueLevel level = IssueLevel::Warning;
    bool joins = false; // only said: the person is in the book already and will be used
    QString registry;   // the record that is alike
    RowId record = 0;
    QString title;
};

[[nodiscard]] QList<Likeness> findLikenesses(RegistryReader &reader, const RegistrySpec &spec, const Record &record,
                                             const QVariantMap &values, QDate asOf);

} // namespace gridbook::ui
