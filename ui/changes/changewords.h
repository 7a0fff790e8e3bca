#pragma once
// Changes as people read them: shared by the history of a record and the journal of the book.
#include "core/registry/history.h"
#include <QString>

namespace gridbook::ui {

struct UiContext;

// "import" → "Import"; as it stands in lists.
[[nodiscard]] QString batchKindText(const QString &kind);
// "2026-11-02 10:31"
[[nodiscard]] QString batchTimeText(const BatchHeader &batch);
// One line per field, for a rich-text view: "<label> before → after".
[[nodiscard]] QString changesHtml(const RecordEvent &event, const UiContext &context);
// The same without marks, for questions: at most limit lines.
[[nodiscard]] QString changesText(const QList<FieldChange> &changes, const UiContext &context, int limit);
// Colours for the views, from the theme of the running program.
[[nodiscard]] QString changesStyleSheet();

} // namespace gridbook::ui
