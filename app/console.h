#pragma once
// Standard output and error in UTF-8, on Windows too.
#include "core/base/progress.h"

namespace gridbook::app {

class Console
{
public:
    Console(); // lets the console of Windows show UTF-8

    void out(const QString &text) const;
    void err(const QString &text) const;
    // One line on the standard error for each new thing that is being done, and each tenth of a long one.
    [[nodiscard]] Progress progress() const;
};

} // namespace gridbook::app
