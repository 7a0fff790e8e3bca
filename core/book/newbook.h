#pragma once
// A new book with what an office says of itself on the first day: the community that it is about, and the rules of its
// place. The window's first page and the command line make books through here.
#include "core/book/book.h"

namespace gridbook {

struct NewBook
{
    QString path;            // must not exist yet
    QString community;       // 东关社区
    QString communityCode{}; // 12 digits (statistical division code); empty: the community is registered later
    QString preset{};        // id of a rules::Preset; empty: the common values
};

// Why a code cannot be that of a community; empty is allowed.
[[nodiscard]] Done checkCommunityCode(const QString &code);
// Nothing is left behind if it fails. Invalid: no name, a code of other than 12 digits, an unknown preset.
Result<std::unique_ptr<Book>> createBook(const NewBook &wanted, const BookSurroundings &surroundings);

} // namespace gridbook
