#pragma once
// From the field of a registry to the editor that fits, and between the values of records and those of editors. Forms,
// bulk edits and editing in the list all use these, so that a date is typed in the same way everywhere.
#include "core/registry/recordstore.h"
#include "ui/widgets/editor.h"
#include <functional>

namespace gridbook::ui {

struct UiContext;

struct EditorSources
{
    UiContext &context;
    RegistryReader &reader; // for lookups; of the window's own thread
    QDate asOf;
    // What the same form holds for another field, for lookups that depend on it (Field::choice); may be missing.
    std::function<QVariant(const QString &field)> other = {};
};

// The editor for one field. Protected fields get a SealedEditor; references a LookupEditor that finds by pinyin.
[[nodiscard]] Editor *makeEditor(const Field &field, const EditorSources &sources, QWidget *parent);

// A record's value into its editor, and back as RecordStore takes it (PartialDate, ReferenceValue …). An unreadable
// entry comes back as an invalid value.
void showValue(const Field &field, Editor &editor, const QVariant &value);
[[nodiscard]] QVariant editedValue(const Field &field, const Editor &editor);
[[nodiscard]] bool sameValue(const QVariant &a, const QVariant &b);

// What tells two records of one title apart: birth year, branch, tail of the phone number; not what the title says.
[[nodiscard]] QHash<RowId, QString> distinctions(RegistryReader &reader, const UiContext &context,
                                                 const QString &registry, QDate asOf,
                                                 const QList<ReferenceValue> &records);

} // namespace gridbook::ui
