#pragma once
// A word of the trade: the official Chinese term, which papers and exports always show, and an English gloss for the
// English interface. Terms are data of the domain, not translations (core/decisions/0003).
#include <QString>

namespace gridbook {

struct Term
{
    QString zh;
    QString en;
    // The word for the interface language ("zh" or "en").
    [[nodiscard]] const QString &in(const QString &language) const
    {
        return language.startsWith(u"zh") || en.isEmpty() ? zh : en;
    }
};

} // namespace gridbook
