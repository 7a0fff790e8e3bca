#pragma once
// The first pass of layout: a paper measured as strips, each of which stays whole on a page. The second pass
// (layoutengine) stacks them on pages. Everything here is in layout units.
#include "ui/reports/pages.h"
#include "ui/reports/typesetter.h"

namespace gridbook {

struct Strip
{
    double height = 0;
    bool keepWithNext = false; // a heading is never the last on its page
    bool goneAtTop = false;    // an empty line disappears at the top of a page
    bool breakBefore = false;
    int table = -1;          // index into Strips::tables
    bool tableBegin = false; // the first strip of its table brings its own head
    int group = -1;          // index into TableFrame::groups: stands under that line
    int anchor = -1;         // an entry of the contents that is found here
    int contentsOf = -1;     // prints the page number of this entry
    PageItems items = {};    // from the top left corner of the type area
};

// What a table needs on the pages it goes on.
struct TableFrame
{
    struct GroupLine
    {
        double height = 0;
        PageItems items = {};
    };
    double left = 0;
    double right = 0;
    double headHeight = 0; // the mark 续表, the unit line and the head rows
    PageItems head = {};
    QList<GroupLine> groups = {}; // the lines that name rows, as they stand above those that go on: 甲社区（续）
    // The whole head above a strip.
    [[nodiscard]] double heightAbove(int group) const { return headHeight + (group < 0 ? 0 : groups.at(group).height); }
};

struct Strips
{
    QList<Strip> strips = {};
    QList<TableFrame> tables = {};
};

// An entry of the contents page; anchors are their places in the list.
struct ContentsEntry
{
    QString text = {};
    int level = 1;
};
QList<ContentsEntry> contentsOf(const Document &document);

inline constexpr double kOuterRule = 1.5 * kMmPerPoint * kUnitsPerMm;
inline constexpr double kInnerRule = 0.5 * kMmPerPoint * kUnitsPerMm;
inline constexpr double units(double mm)
{
    return mm * kUnitsPerMm;
}

// Puts lines of text into items: the top left corner of the first line, so far down for each line.
void setLines(PageItems &items, const TypeCase &types, const QList<TextLine> &lines, QPointF topLeft, double width,
              double lineHeight, Align align, bool strike = false);

// Adds the strips of a table or a form. A row taller than a page is divided.
void addTable(Strips &out, TypeCase &types, const Table &table, const PageSetup &page, int anchor);
void addForm(Strips &out, TypeCase &types, const FormGrid &form, const PageSetup &page);

// Measures the blocks of one section; nextAnchor counts the entries of the contents through the whole paper.
// topLeft: 份号 and 密级, of the first section only.
Strips measureSection(const Section &section, const PageSetup &page, TypeCase &types,
                      const QList<ContentsEntry> &contents, int *nextAnchor, const QStringList &topLeft);

} // namespace gridbook
