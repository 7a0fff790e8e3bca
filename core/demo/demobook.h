#pragma once
// The demonstration: a made-up year of the four communities of 城关镇, 凤翔区, whose figures on 2026-09-30 are those of
// the published account (FX1–FX7, FX10: 4 communities, 38 grids, 47 resident groups, 14,256 registered households with
// 32,398 persons, 25,883 resident ones with 60,693, 4 general branches, 13 branches, 26 groups, 662 members). The
// people are nobody: see peoplemaker.h. The book is the same on every machine but for uuids, keys and the time of
// making.
//
//     2025-07-01 opening of the book: 650 members in 12 branches
//     2025-12-31 651 · 2026-03-31 649 · 2026-06-30 657 (a 13th branch since April) · 2026-09-30 662
#include "core/book/book.h"

namespace gridbook::demo {

// Fills a fresh book. Refused if there is anything in it; Cancelled leaves a part of it behind, so throw the file away.
Done makeDemoBook(Book &book, const Progress &progress);

} // namespace gridbook::demo
