#pragma once
// The help of each kind of page: Markdown from resources/help, its blanks filled from what the program knows (the rules
// of the figures, the purpose of a registry, the live keys).
#include <QString>
#include <QStringList>

namespace gridbook {
class Catalog;
}

namespace gridbook::ui {

// The topic that belongs to a page of the window: "list:member" → "list"; "" (no book is open) → "start".
[[nodiscard]] QString helpTopicOf(const QString &page);
[[nodiscard]] QStringList helpTopics();
// language: "zh" or "en". keys: Markdown below the text.
[[nodiscard]] QString helpText(const QString &page, const QString &language, const Catalog &catalog,
                               const QString &keys);

} // namespace gridbook::ui
