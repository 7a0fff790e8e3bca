#include "ui/reports/strips.h"
#include <algorithm>
#include <numeric>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPadAcross = 1.2 * kUnitsPerMm;
constexpr double kPadDown = 0.8 * kUnitsPerMm;

struct MeasuredCell
{
    PlacedCell place = {};
    QList<TextLine> lines = {};
    Align align = Align::Left;
    bool strike = false;
};

struct GridManner
{
    FontSize size = FontSize::Five;
    QString blank = {};
    double rowHeight = 0;
    bool head = false;
};

// Rows of one table, measured: where columns begin, how high rows are, and the lines of each cell.
class Grid
{
public:
    Grid(TypeCase &types, const QList<Row> &rows, const QList<Column> &columns, const QList<double> &edges,
         const GridManner &manner)
        : m_types(types)
        , m_rows(rows)
        , m_edges(edges)
        , m_lineHeight(points(manner.size) * kMmPerPoint * kUnitsPerMm * 1.35)
    {
        m_heights.reserve(rows.size());
        for (const Row &row : rows) {
            m_heights.append(qMax(units(qMax(row.height, manner.rowHeight)), m_lineHeight + 2 * kPadDown));
        }
        for (const PlacedCell &place : placeCells(rows, static_cast<int>(columns.size()))) {
            measure(place, columns.at(place.column), manner);
        }
        for (const MeasuredCell &cell : m_cells) { // cells over several rows make the last of them higher
            double have = 0;
            const int last = cell.place.row + cell.place.rowSpan - 1;
            for (int row = cell.place.row; row <= last; ++row) {
                have += m_heights.at(row);
            }
            m_heights[last] += qMax(0.0, neededHeight(cell) - have);
        }
    }

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] RowKind kind(int row) const { return m_rows.at(row).kind; }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double height(int from, int until) const
    {
        double sum = 0;
        for (int row = from; row < until; ++row) {
            sum += m_heights.at(row);
        }
        return sum;
    }

    // The rows from here that cells hold together end before this row.
    int groupEnd(int from)
    {
        int end = from + 1;
        for (qsizetype i = firstCell(from); i < m_cells.size() && m_cells.at(i).place.row < end; ++i) {
            end = qMax(end, m_cells.at(i).place.row + m_cells.at(i).place.rowSpan);
        }
        return end;
    }

    // Draws the rows from..until; cells that began above continue without their text.
    PageItems draw(int from, int until, double y)
    {
        PageItems items;
        for (qsizetype i = firstCell(groupBegin(from)); i < m_cells.size() && m_cells.at(i).place.row < until; ++i) {
            const MeasuredCell &cell = m_cells.at(i);
            const int end = cell.place.row + cell.place.rowSpan;
            if (end <= from) {
                continue;
            }
            const int top = qMax(cell.place.row, from);
            const QRectF box(left(cell), y + height(from, top), right(cell) - left(cell),
                             height(top, qMin(end, until)));
            if (cell.place.row >= from) {
                drawText(items, cell, cell.lines, box);
            }
            drawRules(items, cell, box, end <= until);
        }
        drawSides(items, y, height(from, until));
        return items;
    }

    // A row taller than a page, in pieces of so many lines.
    QList<Strip> drawDivided(int row, double maxHeight)
    {
        const qsizetype perPiece =
            qMax<qsizetype>(1, static_cast<qsizetype>((maxHeight - 2 * kPadDown) / m_lineHeight));
        qsizetype most = 1;
        for (qsizetype i = firstCell(row); i < m_cells.size() && m_cells.at(i).place.row == row; ++i) {
            most = qMax(most, m_cells.at(i).lines.size());
        }
        QList<Strip> strips;
        for (qsizetype line = 0; line < most; line += perPiece) {
            Strip strip;
            strip.height = static_cast<double>(qMin(perPiece, most - line)) * m_lineHeight + 2 * kPadDown;
            for (qsizetype i = firstCell(row); i < m_cells.size() && m_cells.at(i).place.row == row; ++i) {
                const MeasuredCell &cell = m_cells.at(i);
                const QRectF box(left(cell), 0, right(cell) - left(cell), strip.height);
                drawText(strip.items, cell, cell.lines.mid(line, perPiece), box);
                drawRules(strip.items, cell, box, line + perPiece >= most);
            }
            drawSides(strip.items, 0, strip.height);
            strips.append(strip);
        }
        return strips;
    }

    // Gives up holding rows together: each is as high as what begins in it.
    void loosen(int from, int until)
    {
        m_groupBegin = from;
        m_groupEnd = until;
        for (qsizetype i = firstCell(from); i < m_cells.size() && m_cells.at(i).place.row < until; ++i) {
            double &height = m_heights[m_cells.at(i).place.row];
            height = qMax(height, neededHeight(m_cells.at(i)));
        }
    }

private:
    [[nodiscard]] double left(const MeasuredCell &cell) const { return m_edges.at(cell.place.column); }
    [[nodiscard]] double right(const MeasuredCell &cell) const
    {
        return m_edges.at(cell.place.column + cell.place.columnSpan);
    }
    [[nodiscard]] double neededHeight(const MeasuredCell &cell) const
    {
        return static_cast<double>(cell.lines.size()) * m_lineHeight + 2 * kPadDown;
    }

    void measure(const PlacedCell &place, const Column &column, const GridManner &manner)
    {
        const RowKind kind = m_rows.at(place.row).kind;
        const bool blank = place.cell->text.isEmpty();
        const bool bold = place.cell->bold || kind == RowKind::Total || kind == RowKind::Group;
        const bool strong = manner.head || place.cell->label;
        MeasuredCell cell;
        cell.place = place;
        cell.align = place.cell->align.value_or(manner.head || blank ? Align::Center : column.align);
        cell.strike = kind == RowKind::Void;
        const int font = m_types.font(manner.head ? Face::Hei : Face::Song, points(manner.size), bold && !strong);
        Setting setting;
        setting.width = right(cell) - left(cell) - 2 * kPadAcross;
        setting.balanced = true;
        cell.lines = breakLines(m_types, {{blank ? manner.blank : place.cell->text, font, false, place.cell->link.key}},
                                setting);
        if (place.rowSpan == 1) {
            m_heights[place.row] = qMax(m_heights.at(place.row), neededHeight(cell));
        }
        m_cells.append(cell);
    }

    [[nodiscard]] qsizetype firstCell(int row) const
    {
        const auto found =
            std::lower_bound(m_cells.cbegin(), m_cells.cend(), row,
                             [](const MeasuredCell &cell, int wanted) { return cell.place.row < wanted; });
        return found - m_cells.cbegin();
    }

    // The first row of the group that reaches down to this one; groups are walked from the top, so remember the last.
    int groupBegin(int row)
    {
        if (row < m_groupEnd && row >= m_groupBegin) {
            return m_groupBegin;
        }
        m_groupBegin = row;
        m_groupEnd = groupEnd(row);
        return row;
    }

    void drawText(PageItems &items, const MeasuredCell &cell, const QList<TextLine> &lines, const QRectF &box) const
    {
        const double height = static_cast<double>(lines.size()) * m_lineHeight;
        double y = box.top() + (box.height() - height) / 2;
        if (cell.place.cell->vertical == VerticalAlign::Top) {
            y = box.top() + kPadDown;
        } else if (cell.place.cell->vertical == VerticalAlign::Bottom) {
            y = box.bottom() - kPadDown - height;
        }
        setLines(items, m_types, lines, {box.left() + kPadAcross, y}, box.width() - 2 * kPadAcross, m_lineHeight,
                 cell.align, cell.strike);
    }

    void drawRules(PageItems &items, const MeasuredCell &cell, const QRectF &box, bool bottom) const
    {
        if (cell.place.column + cell.place.columnSpan < m_edges.size() - 1) {
            items.rules.append({QLineF(box.topRight(), box.bottomRight()), kInnerRule, false});
        }
        if (bottom) {
            items.rules.append({QLineF(box.bottomLeft(), box.bottomRight()), kInnerRule, false});
        }
    }

    void drawSides(PageItems &items, double y, double height) const
    {
        for (const double x : {m_edges.first(), m_edges.last()}) {
            items.rules.append({QLineF(x, y, x, y + height), kOuterRule, false});
        }
    }

    TypeCase &m_types;
    const QList<Row> &m_rows;
    const QList<double> &m_edges;
    double m_lineHeight;
    QList<double> m_heights;
    QList<MeasuredCell> m_cells; // in order of their rows
    int m_groupBegin = 0;
    int m_groupEnd = 0;
};

// A table narrower than the page is centred.
QList<double> columnEdges(const QList<Column> &columns, double width)
{
    const QList<double> widths = columnWidths(columns, width, kUnitsPerMm);
    double x = (width - std::accumulate(widths.cbegin(), widths.cend(), 0.0)) / 2;
    QList<double> edges{x};
    for (const double column : widths) {
        x += column;
        edges.append(x);
    }
    return edges;
}

// The line above a table: caption in the middle, unit at the right; returns its height.
double drawCaption(PageItems &items, TypeCase &types, const QString &caption, const QString &unit, double width)
{
    if (caption.isEmpty() && unit.isEmpty()) {
        return 0;
    }
    const int captionFont = types.font(Face::Hei, points(FontSize::LesserFour));
    const int unitFont = types.font(Face::Song, points(FontSize::Five));
    const double lineHeight = types.em(captionFont) * 1.5;
    double y = 0;
    const double unitWidth = types.advance(unitFont, unit);
    if (!caption.isEmpty()) {
        const QList<TextLine> lines = breakLines(types, {{caption, captionFont}}, {width});
        setLines(items, types, lines, {0, 0}, width, lineHeight, Align::Center);
        y = static_cast<double>(lines.size()) * lineHeight;
        const bool beside = lines.size() == 1 && lines.first().width + 2 * unitWidth + units(4) <= width;
        if (unit.isEmpty() || beside) {
            y -= unit.isEmpty() ? 0 : lineHeight;
        }
    }
    if (!unit.isEmpty()) {
        setLines(items, types, breakLines(types, {{unit, unitFont}}, {width}), {0, y}, width, lineHeight, Align::Right);
        y += lineHeight;
    }
    return y + units(1);
}

// The lines that name rows, once more for the pages on which those rows go on.
QList<TableFrame::GroupLine> groupLines(TypeCase &types, const Table &table, const QList<double> &edges)
{
    QList<TableFrame::GroupLine> lines;
    for (const Row &row : table.rows) {
        if (row.kind != RowKind::Group || row.cells.isEmpty()) {
            continue;
        }
        QList<Row> again{row};
        again.first().cells.first().text += u"（续）"_qs;
        Grid grid(types, again, table.columns, edges, {table.size, {}, table.rowHeight, false});
        lines.append({grid.height(0, 1), grid.draw(0, 1, 0)});
    }
    return lines;
}

// keep: how many rows at the beginning and at the end are not left alone on a page.
void addRows(Strips &out, Grid &grid, int table, double maxHeight, int keep)
{
    int group = -1;
    for (int row = 0; row < grid.rowCount();) {
        int end = grid.groupEnd(row);
        const RowKind kind = grid.kind(row);
        group += kind == RowKind::Group ? 1 : 0;
        const int under = kind == RowKind::Group || kind == RowKind::Total ? -1 : group;
        if (grid.height(row, end) > maxHeight) {
            grid.loosen(row, end);
        } else {
            Strip strip;
            strip.table = table;
            strip.group = under;
            strip.height = grid.height(row, end);
            strip.items = grid.draw(row, end, 0);
            strip.keepWithNext =
                end < grid.rowCount() && (row < keep - 1 || grid.rowCount() - end < keep || kind == RowKind::Group);
            out.strips.append(strip);
            row = end;
            continue;
        }
        for (; row < end; ++row) {
            QList<Strip> pieces;
            if (grid.height(row, row + 1) > maxHeight) {
                pieces = grid.drawDivided(row, maxHeight);
            } else {
                Strip strip;
                strip.height = grid.height(row, row + 1);
                strip.items = grid.draw(row, row + 1, 0);
                pieces = {strip};
            }
            for (Strip &piece : pieces) {
                piece.table = table;
                piece.group = under;
                out.strips.append(piece);
            }
        }
    }
}

} // namespace

void addTable(Strips &out, TypeCase &types, const Table &table, const PageSetup &page, int anchor)
{
    if (table.columns.isEmpty()) {
        return;
    }
    const double width = units(page.typeWidth());
    const QList<double> edges = columnEdges(table.columns, width);
    Grid head(types, table.head, table.columns, edges, {table.size, {}, 0, true});
    const double headRows = head.height(0, head.rowCount());
    const int index = static_cast<int>(out.tables.size());
    const auto drawHead = [&](PageItems &items, const QString &caption) {
        const double above = drawCaption(items, types, caption, table.unit, width);
        items.append(head.draw(0, head.rowCount(), above), {});
        items.rules.append({QLineF(edges.first(), above, edges.last(), above), kOuterRule, false});
        return above + headRows;
    };
    Strip first;
    first.height = drawHead(first.items, table.caption);
    first.keepWithNext = !table.rows.isEmpty();
    first.table = index;
    first.tableBegin = true;
    first.anchor = anchor;
    out.strips.append(first);
    TableFrame frame{edges.first(), edges.last(), 0, {}};
    const bool repeats = !table.head.isEmpty() || !table.caption.isEmpty();
    frame.headHeight = drawHead(frame.head, !repeats                  ? QString()
                                            : table.caption.isEmpty() ? u"续表"_qs
                                                                      : QString(table.caption + u"（续表）"));
    frame.groups = groupLines(types, table, edges);
    double groupHeight = 0;
    for (const TableFrame::GroupLine &line : std::as_const(frame.groups)) {
        groupHeight = qMax(groupHeight, line.height);
    }
    out.tables.append(frame);
    Grid body(types, table.rows, table.columns, edges, {table.size, table.blank, table.rowHeight, false});
    // A small table is not torn; of a longer one some rows stay with its head, and some with its end.
    const bool small = body.height(0, body.rowCount()) + first.height <= units(page.typeHeight()) / 3;
    const int together = qBound(2, body.rowCount() / 3, 5);
    addRows(out, body, index, qMax(body.lineHeight() * 2, units(page.typeHeight()) - frame.headHeight - groupHeight),
            small ? body.rowCount() : together);
}

void addForm(Strips &out, TypeCase &types, const FormGrid &form, const PageSetup &page)
{
    if (form.columns.isEmpty() || form.rows.isEmpty()) {
        return;
    }
    const QList<double> edges = columnEdges(form.columns, units(page.typeWidth()));
    const int index = static_cast<int>(out.tables.size());
    TableFrame frame{edges.first(), edges.last(), 0, {}};
    frame.head.rules.append({QLineF(edges.first(), 0, edges.last(), 0), kOuterRule, false});
    Strip top;
    top.items = frame.head;
    top.table = index;
    top.tableBegin = true;
    top.keepWithNext = true;
    out.strips.append(top);
    out.tables.append(frame);
    Grid grid(types, form.rows, form.columns, edges, {form.size, {}, 0, false});
    addRows(out, grid, index, units(page.typeHeight()), grid.rowCount());
}

} // namespace gridbook
