#pragma once
// What may stand in a column that the book keeps readable: no ID number and no telephone number. The unit of work
// refuses them; forms say so before, and imports move them into the note, which is sealed.
#include "core/text/privatenumbers.h"

namespace gridbook {

// Codes and numbers of documents may look like a telephone number; there only a full ID number is refused, which some
// offices use as the number of a file.
inline bool mayStayReadable(QStringView column, QStringView value)
{
    const bool isCode = column == u"code" || column == u"successor_code" || column == u"sort_key" ||
                        column.endsWith(u"_no") || column.endsWith(u"_doc");
    return (isCode && value.size() != 18) || !text::holdsPrivateNumber(value);
}

} // namespace gridbook
