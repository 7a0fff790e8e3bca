#include "core/exchange/layout.h"
#include "core/exchange/celltext.h"
#include "core/exchange/headings.h"
#include "core/exchange/xlsxrows.h"
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

constexpr int kHeadMatches = 3; // a head has at least so many known headings
constexpr int kMostHeadRows = 4;

// Looks up what a heading means: exactly as written before what is left without brackets, the field's own name before
// the other ways to write it.
class HeadingIndex
{
public:
    struct Meaning
    {
        int rank = 0; // 0 = exact, larger = looser
        QString field;
    };

    explicit HeadingIndex(const QList<ColumnTarget> &targets)
    {
        for (const ColumnTarget &target : targets) {
            for (qsizetype i = 0; i < target.headings.size(); ++i) {
                const int rank = i == 0 ? 0 : 1;
                insert(&m_exact, normalHeading(target.headings.at(i)), {rank, target.field});
                insert(&m_bare, bareHeading(target.headings.at(i)), {rank, target.field});
            }
        }
    }
    // The likeliest first; several where a heading (联系电话) may be one thing or the other.
    QList<Meaning> find(const QStringList &parts) const
    {
        QList<Meaning> found;
        if (parts.isEmpty()) {
            return found;
        }
        // "党内/职务" means 党内职务 where that is known, and 职务 otherwise; "户数/常住" means 常住户数.
        const QString joined = parts.join(QString());
        const QString &last = parts.constLast();
        const QString turned = last + parts.first(parts.size() - 1).join(QString());
        const QList<Meaning> candidates[] = {m_exact.value(normalHeading(joined)), m_exact.value(normalHeading(last)),
                                             m_exact.value(normalHeading(turned)), m_bare.value(bareHeading(joined)),
                                             m_bare.value(bareHeading(last)),      m_bare.value(bareHeading(turned))};
        for (int i = 0; i < 6; ++i) {
            for (const Meaning &meaning : candidates[i]) {
                const auto isKnown = [&meaning](const Meaning &each) { return each.field == meaning.field; };
                if (std::none_of(found.cbegin(), found.cend(), isKnown)) {
                    found.append({i * 2 + meaning.rank, meaning.field});
                }
            }
        }
        return found;
    }
    int matchesIn(const Row &cells) const
    {
        QList<QList<Meaning>> all;
        for (const Cell &cell : cells) {
            all << find({cell.text});
        }
        // Those that can mean but one thing come first.
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
        QSet<QString> found;
        for (const QList<Meaning> &meanings : std::as_const(all)) {
            const auto other = std::find_if(meanings.cbegin(), meanings.cend(),
                                            [&found](const Meaning &each) { return !found.contains(each.field); });
            if (other != meanings.cend()) {
                found.insert(other->field);
            }
        }
        return static_cast<int>(found.size());
    }

private:
    static void insert(QHash<QString, QList<Meaning>> *index, const QString &heading, const Meaning &meaning)
    {
        if (heading.isEmpty()) {
            return;
        }
        QList<Meaning> &meanings = (*index)[heading];
        const auto isKnown = [&meaning](const Meaning &each) { return each.field == meaning.field; };
        if (std::none_of(meanings.cbegin(), meanings.cend(), isKnown)) {
            const auto isLooser = [&meaning](const Meaning &each) { return each.rank > meaning.rank; };
            meanings.insert(std::find_if(meanings.begin(), meanings.end(), isLooser), meaning);
        }
    }
    QHash<QString, QList<Meaning>> m_exact;
    QHash<QString, QList<Meaning>> m_bare;
};

bool isMetaText(const QString &text)
{
    static const QRegularExpression date(u"^\\s*\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*([月./-]\\s*\\d{0,2}\\s*日?)?\\s*$"_s);
    return text.contains(u':') || text.contains(u'：') || date.match(text).hasMatch();
}

class HeadFinder
{
public:
    HeadFinder(const QList<SheetRow> &rows, const SheetInfo &info, const HeadingIndex &index)
        : m_rows(rows), m_info(info), m_index(index)
    {}

    // Places in m_rows, first and last; nothing if there is no head.
    std::optional<std::pair<qsizetype, qsizetype>> find() const
    {
        std::optional<qsizetype> at = firstRowWith(kHeadMatches);
        if (!at) {
            at = shortHead();
        }
        if (!at) {
            return std::nullopt;
        }
        qsizetype first = *at;
        while (first > 0 && *at - first < kMostHeadRows - 1 && isUpperHead(first - 1)) {
            --first;
        }
        qsizetype last = *at;
        while (last + 1 < m_rows.size() && last - first < kMostHeadRows - 1 && isLowerHead(last, first)) {
            ++last;
        }
        return std::pair(first, last);
    }

private:
    std::optional<qsizetype> firstRowWith(int matches) const
    {
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (m_index.matchesIn(m_rows[i].cells) >= matches) {
                return i;
            }
        }
        return std::nullopt;
    }

    // Lists of names and telephones have heads of one or two cells: then all of them must be known.
    std::optional<qsizetype> shortHead() const
    {
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const Row &cells = m_rows[i].cells;
            const int ordinals = static_cast<int>(std::count_if(
                cells.begin(), cells.end(), [](const Cell &cell) { return isOrdinalHeading(cell.text); }));
            const int matches = m_index.matchesIn(cells);
            if (matches > 0 && matches + ordinals == filledCells(cells)) {
                return i;
            }
        }
        return std::nullopt;
    }

    // The row above a head row belongs to the head when its cells reach down into it, or stand over several of its
    // columns; a title stands alone, and "填报单位:…" is told by its colon.
    bool isUpperHead(qsizetype at) const
    {
        const SheetRow &upper = m_rows[at];
        const SheetRow &lower = m_rows[at + 1];
        if (upper.number != lower.number - 1 || filledCells(upper.cells) < 2) {
            return false;
        }
        for (const Cell &cell : upper.cells) {
            if (isMetaText(cell.text)) {
                return false;
            }
        }
        for (const CellRange &range : m_info.merges) {
            if (range.firstRow <= upper.number && range.lastRow >= upper.number && !spansAll(range)) {
                return true;
            }
        }
        if (!m_info.merges.isEmpty()) {
            return false;
        }
        // A text table has lost its merges: the upper row then has gaps where the lower one is filled.
        bool gap = false;
        for (int column = 0; column < lower.cells.size(); ++column) {
            gap = gap || (!textAt(lower.cells, column).isEmpty() && textAt(upper.cells, column).isEmpty());
        }
        return gap && filledCells(upper.cells) < filledCells(lower.cells);
    }

    bool isLowerHead(qsizetype last, qsizetype first) const
    {
        const SheetRow &upper = m_rows[last];
        const SheetRow &lower = m_rows[last + 1];
        if (lower.number != upper.number + 1) {
            return false;
        }
        for (const CellRange &range : m_info.merges) {
            const bool fromHead = range.firstRow >= m_rows[first].number && range.firstRow <= upper.number;
            if (fromHead && range.lastRow >= lower.number && range.lastRow - range.firstRow < kMostHeadRows) {
                return true;
            }
        }
        if (!m_info.merges.isEmpty()) {
            return false;
        }
        // Without merges: nothing under the known headings, something under the gaps between the others.
        int underGap = 0;
        for (int column = 0; column < lower.cells.size(); ++column) {
            const QString below = textAt(lower.cells, column);
            if (below.isEmpty()) {
                continue;
            }
            const QString above = textAt(upper.cells, column);
            // 户数 is a heading itself, and one of two levels over 常住.
            const bool isWhole = !m_index.find({above}).isEmpty() && m_index.find({above, below}).isEmpty();
            const bool isNumber = std::all_of(below.begin(), below.end(), [](QChar c) { return c.isDigit(); });
            if (lower.cells[column].kind != CellKind::Text || isNumber || isWhole || isOrdinalHeading(above)) {
                return false;
            }
            underGap += above.isEmpty() ? 1 : 0;
        }
        return underGap > 0;
    }

    bool spansAll(const CellRange &range) const
    {
        qsizetype width = 0;
        for (const SheetRow &row : m_rows) {
            width = qMax(width, row.cells.size());
        }
        return range.firstColumn == 0 && range.lastColumn + 1 >= width;
    }

    const QList<SheetRow> &m_rows;
    const SheetInfo &m_info;
    const HeadingIndex &m_index;
};

const SheetRow *rowNumbered(const QList<SheetRow> &rows, int number)
{
    for (const SheetRow &row : rows) {
        if (row.number == number) {
            return &row;
        }
    }
    return nullptr;
}

// The text over a column in one row of the head: its own, or that of the merged cell it lies in.
QString headText(const QList<SheetRow> &rows, const SheetInfo &info, int number, int column, bool fillRight)
{
    int fromRow = number;
    int fromColumn = column;
    for (const CellRange &range : info.merges) {
        if (number >= range.firstRow && number <= range.lastRow && column >= range.firstColumn &&
            column <= range.lastColumn) {
            fromRow = range.firstRow;
            fromColumn = range.firstColumn;
        }
    }
    const SheetRow *row = rowNumbered(rows, fromRow);
    if (!row) {
        return {};
    }
    QString text = textAt(row->cells, fromColumn);
    for (int left = column - 1; text.isEmpty() && fillRight && left >= 0; --left) {
        text = textAt(row->cells, left);
    }
    return text;
}

QStringList headParts(const QList<SheetRow> &rows, const SheetInfo &info, const SheetLayout &layout, int column)
{
    QStringList parts;
    for (int number = layout.firstHeadRow; number <= layout.lastHeadRow; ++number) {
        // Without merges an upper heading reaches to the right as far as there is something below it.
        const SheetRow *below = number < layout.lastHeadRow ? rowNumbered(rows, number + 1) : nullptr;
        const bool fillRight = info.merges.isEmpty() && below && !textAt(below->cells, column).isEmpty();
        const QString text = headText(rows, info, number, column, fillRight).simplified();
        if (!text.isEmpty() && (parts.isEmpty() || parts.constLast() != text)) {
            parts.append(text);
        }
    }
    return parts;
}

void nameColumns(const QList<SheetRow> &rows, const SheetInfo &info, const HeadingIndex &index, SheetLayout *layout)
{
    qsizetype width = 0;
    for (const SheetRow &row : rows) {
        if (!layout->hasHead() || row.number >= layout->firstHeadRow) {
            width = qMax(width, row.cells.size());
        }
    }
    struct Match
    {
        bool isSecond = false; // only if the column's first meaning has gone to another one
        int rank = 0;
        qsizetype meanings = 0; // of the column: what can mean but one thing comes first
        qsizetype column = 0;
        QString field;
        QString first; // the column's first meaning
    };
    QList<Match> matches;
    QList<QStringList> heads;
    for (int i = 0; i < width; ++i) {
        SheetColumn column{.index = i, .hidden = info.hiddenColumns.contains(i)};
        const QStringList parts = layout->hasHead() ? headParts(rows, info, *layout, i) : QStringList{columnName(i)};
        column.heading = parts.join(u'/');
        column.ordinal = !parts.isEmpty() && isOrdinalHeading(parts.constLast());
        if (!column.ordinal && layout->hasHead()) {
            const QList<HeadingIndex::Meaning> meanings = index.find(parts);
            for (const HeadingIndex::Meaning &meaning : meanings) {
                matches.append({!(meaning.field == meanings.first().field), meaning.rank, meanings.size(), i,
                                meaning.field, meanings.first().field});
            }
        }
        layout->columns.append(column);
        heads.append(parts);
    }
    // Two columns that could mean the same: the better heading has it, the other one is what else it may mean, or left
    // to the user. What repeats a heading, or stands below another one (紧急联系人/联系电话), is somebody else's.
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return std::tie(a.isSecond, a.rank, a.meanings) < std::tie(b.isSecond, b.rank, b.meanings);
    });
    QHash<QString, qsizetype> taken;
    for (const Match &match : std::as_const(matches)) {
        if (taken.contains(match.field) || !layout->columns.at(match.column).field.isEmpty()) {
            continue;
        }
        const auto first = taken.constFind(match.first);
        const bool isOthers = match.isSecond && (heads.at(match.column).size() > 1 || first == taken.cend() ||
                                                 normalHeading(heads.at(*first).constLast()) ==
                                                     normalHeading(heads.at(match.column).constLast()));
        if (!isOthers) {
            taken.insert(match.field, match.column);
            layout->columns[match.column].field = match.field;
        }
    }
}

int yearIn(const QString &text)
{
    static const QRegularExpression year(u"(?<!\\d)((?:19|20)\\d{2})(?!\\d)"_s);
    const auto match = year.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

// Title, unit and date stand above the head, in any cell.
void readAbove(const QList<SheetRow> &rows, SheetLayout *layout)
{
    static const QRegularExpression unit(
        u"(?:单位|部门|社区|支部)(?:名称)?(?:\\([^)]*\\)|（[^）]*）)?\\s*[:：]\\s*(.*?)\\s*"
        u"(?=(?:填[报表]|制表|报送)?(?:日期|时间)\\s*[:：]|填[报表]人|联系|$)"_s);
    static const QRegularExpression date(u"(?:日期|时间)\\s*[:：]\\s*(\\S.*?)\\s*(?=填|制表|单位|$)"_s);
    int dateYear = 0;
    for (const SheetRow &row : rows) {
        if (layout->hasHead() && row.number >= layout->firstHeadRow) {
            break;
        }
        for (const Cell &cell : row.cells) {
            const QString text = cell.text.simplified();
            if (text.isEmpty()) {
                continue;
            }
            if (!isMetaText(text)) {
                if (layout->title.isEmpty() && layout->hasHead()) {
                    layout->title = text;
                    layout->year = yearIn(text);
                } else if (layout->year == 0) {
                    layout->year = yearIn(text);
                }
                continue;
            }
            if (const auto match = unit.match(text); match.hasMatch() && layout->unit.isEmpty()) {
                layout->unit = match.captured(1);
            }
            if (const auto match = date.match(text); match.hasMatch()) {
                layout->reportDate = match.captured(1);
            } else if (!text.contains(u':') && !text.contains(u'：') && layout->reportDate.isEmpty()) {
                layout->reportDate = text;
            }
            dateYear = dateYear == 0 ? yearIn(text) : dateYear;
        }
    }
    layout->year = layout->year == 0 ? dateYear : layout->year;
}

} // namespace

int SheetLayout::columnOf(const QString &field) const
{
    for (const SheetColumn &column : columns) {
        if (!field.isEmpty() && column.field == field) {
            return column.index;
        }
    }
    return -1;
}

QStringList SheetLayout::headings() const
{
    QStringList headings;
    for (const SheetColumn &column : columns) {
        headings.append(column.heading);
    }
    return headings;
}

QStringList SheetLayout::unread() const
{
    QStringList unread;
    for (const SheetColumn &column : columns) {
        if (hasHead() && column.field.isEmpty() && !column.ordinal && !column.heading.isEmpty()) {
            unread.append(column.heading);
        }
    }
    return unread;
}

int SheetLayout::matched() const
{
    return static_cast<int>(std::count_if(columns.begin(), columns.end(),
                                          [](const SheetColumn &column) { return !column.field.isEmpty(); }));
}

SheetLayout understandSheet(const QList<SheetRow> &firstRows, const SheetInfo &info, const QList<ColumnTarget> &targets,
                            const LayoutOptions &options)
{
    SheetLayout layout;
    layout.options = options;
    layout.merges = info.merges;
    const HeadingIndex index(targets);
    if (options.firstHeadRow > 0) {
        layout.firstHeadRow = options.firstHeadRow;
        layout.lastHeadRow =
            qBound(options.firstHeadRow, options.lastHeadRow, options.firstHeadRow + kMostHeadRows - 1);
    } else if (const auto head = HeadFinder(firstRows, info, index).find()) {
        layout.firstHeadRow = firstRows[head->first].number;
        layout.lastHeadRow = firstRows[head->second].number;
    }
    nameColumns(firstRows, info, index, &layout);
    if (layout.hasHead()) {
        readAbove(firstRows, &layout);
    }
    // 第二小组 is one of the Party's, 领导小组 and 志愿服务小组 are not.
    static const QRegularExpression numbered(u"^第?[一二三四五六七八九十\\d]+小组$"_s);
    const bool isOtherGroup =
        info.name.endsWith(u"小组") && !info.name.endsWith(u"党小组") && !numbered.match(info.name).hasMatch();
    if (!isOtherGroup && namesGroup(info.name, options)) {
        layout.group = groupName(info.name);
    }
    return layout;
}

Result<SheetLayout> understandSheet(SheetReader &reader, int sheet, const QList<ColumnTarget> &targets,
                                    const LayoutOptions &options)
{
    GRIDBOOK_ASSIGN(const SheetInfo info, reader.inspect(sheet));
    QList<SheetRow> rows;
    GRIDBOOK_TRY(reader.read(sheet, [&rows, &options](const SheetRow &row) {
        rows.append(row);
        return rows.size() < options.searchRows || row.number < options.lastHeadRow;
    }));
    return understandSheet(rows, info, targets, options);
}

} // namespace gridbook::exchange
