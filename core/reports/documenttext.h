#pragma once
// A paper as plain text: what golden tests compare, what the command line prints and what a screen reader can read.
#include "core/reports/document.h"

namespace gridbook {

enum class LinkText { Hidden, Shown }; // Shown writes a linked number as 12{key}

// Headings, paragraphs, tables as columns aligned by display width; sections begin with a line that tells their page.
QString toText(const Document &document, LinkText links = LinkText::Hidden);
QString toText(const Table &table); // by itself

// Columns of a fixed-width screen: 2 for wide characters (and for those that Chinese fonts draw wide), else 1.
int displayWidth(QStringView text);

} // namespace gridbook
