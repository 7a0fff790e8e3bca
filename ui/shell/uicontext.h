#pragma once
// What every page of the program is given, by reference, by the composition root. Keep it small.
#include "core/base/clock.h"
#include "core/base/term.h"
#include "ui/shell/theme.h"
#include <QString>

namespace gridbook::ui {

class Ask;

struct UiContext
{
    Theme theme;        // the truth; applyTheme() brings it to the screen
    QString language;   // "zh" or "en": which word of a Term is shown
    Ask &ask;           // every question to the user goes through this
    const Clock &clock; // "today"

    [[nodiscard]] QString word(const Term &term) const { return term.in(language); }
    // The word and what is said about it: "出生日期：1978-03-12".
    [[nodiscard]] QString labelled(const Term &term, const QString &text) const
    {
        return word(term) + (language == QStringLiteral("zh") ? QStringLiteral("：") : QStringLiteral(": ")) + text;
    }
};

} // namespace gridbook::ui
