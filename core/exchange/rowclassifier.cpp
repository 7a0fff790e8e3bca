#include "core/exchange/celltext.h"
#include "core/exchange/headings.h"
#include "core/exchange/layout.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

bool isSum(const QString &text)
{
    static const QRegularExpression sum(u"^(?:本页|本组|[全本]?支部)?(小计|合计|总计|共计|累计)([:：(（\\d共].*)?$"_s);
    return sum.match(normalHeading(text)).hasMatch();
}

bool isHeadCount(const QString &text)
{
    static const QRegularExpression count(u"^[(（]?共?\\s*\\d+\\s*[人名][)）]?$"_s);
    const QStringView end = QStringView(text).last(qMin<qsizetype>(2, text.size()));
    return (end.contains(u'人') || end.contains(u'名')) && count.match(text).hasMatch(); // asked of every cell
}

// "其中：女党员0名", "全支部共有党员14名": who is counted, not who is listed.
bool isCountLine(const QString &text)
{
    static const QRegularExpression count(
        u"^[(（]?(其中.*|(以上|[全本]?(支部|小组|社区))?(共计|共有|共|现有|实有)\\s*(正式|预备)?(党员)?)\\s*"
        u"(\\d+|[一二三四五六七八九十百]+)\\s*[人名]"_s);
    return count.match(text).hasMatch();
}

// What stands below a table and is no data: footnotes, and the line to be signed.
bool isNote(const QString &text)
{
    static const QRegularExpression note(u"^(注|备注|说明|附注|附|填表说明|※|★|\\*|[(（]?\\d*[)）.、]?\\s*本表)"_s);
    static const QRegularExpression signature(
        u"(填表人|填报人|制表人|制表|审核人|审核|负责人|书记|签字|签名|盖章|填表日期|填报日期|联系人|年\\s+月\\s+日)[^:：]{0,8}([:：]|$)"_s);
    return note.match(text).hasMatch() || signature.match(text).hasMatch();
}

// What says something only where it stands alone: the number of the page, the day, (此表一式三份).
bool isFoot(const QString &text)
{
    static const QRegularExpression foot(
        u"^(?:第\\s*\\d+\\s*页.*|\\d{4}\\s*[年./-]\\s*\\d{1,2}(?:\\s*[月./-](?:\\s*\\d{1,2}\\s*日?)?)?|"
        u"[(（][^)）]{5,}[)）])$"_s);
    return foot.match(text).hasMatch();
}

// "预备党员 (2人)", "二、离退休党员": over a part of a list, and nobody's name.
bool isCaption(const QString &text)
{
    static const QRegularExpression people(u"^(?:(?:正式|预备|离退休|退休|离休|在职|无职|流入|流出|流动|失联|困难|老|"
                                           u"青年|全体|在册|在岗|下岗|失业|灵活就业|学生|"
                                           u"和|及|与|、)+(?:党员|人员)?|党员|(?:\\S*党员)?(?:花名册|名册|名单))$"_s);
    return people.match(groupName(text)).hasMatch();
}

} // namespace

QString groupName(QStringView text)
{
    // 一、 （二） 3. ①; but 1、2号楼党支部 is the branch of two buildings: no number before another of its sort, unless
    // it says the same (二、二支部).
    static const QRegularExpression number(
        u"^(?:[(（]\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*[)）]|[①-⑳]|"
        u"(\\d{1,3})\\s*[、.．)）](?:(?=\\s*\\1\\D)|(?!\\s*\\d))|"
        u"([一二三四五六七八九十]{1,3})\\s*[、.．)）]"
        u"(?:(?=\\s*\\2[^一二三四五六七八九十])|(?!\\s*[一二三四五六七八九十])))\\s*(?=.)"_s);
    static const QRegularExpression count(
        u"\\s*([(（\\[【]\\s*共?\\s*\\d+\\s*[人名户个]?[^)）\\]】]*[)）\\]】]|共?\\s*\\d+\\s*[人名])\\s*$"_s);
    const auto withoutColon = [](QString name) {
        while (!name.isEmpty() && QStringView(u":：-—、").contains(name.back())) {
            name = name.chopped(1).trimmed();
        }
        return name;
    };
    QString name = withoutColon(text.toString().simplified());
    name.remove(number);
    name.remove(count);
    return withoutColon(name).trimmed();
}

GroupKind groupKind(const QString &name)
{
    return name.endsWith(u"小组")                         ? GroupKind::Group
           : name.contains(u"支") || name.contains(u"委") ? GroupKind::Branch
           : name.contains(u"网格")                       ? GroupKind::Grid
                                                          : GroupKind::Branch;
}

bool namesGroup(const QString &text, const LayoutOptions &options)
{
    const QString name = options.groupEndings.isEmpty() ? QString() : groupName(text);
    return containsAny(text, options.groupWords) ||
           std::any_of(options.groupEndings.begin(), options.groupEndings.end(),
                       [&name](const QString &ending) { return name.endsWith(ending); });
}

RowClassifier::RowClassifier(const SheetLayout &layout)
    : m_layout(layout), m_name(layout.columnOf(layout.options.nameField))
{
    if (!layout.group.isEmpty()) {
        m_groups << layout.group;
    }
    for (const SheetColumn &column : layout.columns) {
        m_heads.append(
            {normalHeading(column.heading.section(u'/', 0, 0)), normalHeading(column.heading.section(u'/', -1))});
        if (column.ordinal && m_ordinal < 0) {
            m_ordinal = column.index;
        }
    }
    for (const CellRange &range : layout.merges) {
        if (range.firstRow > layout.lastHeadRow && range.lastRow > range.firstRow) {
            m_waiting.append(range);
        }
    }
    std::sort(m_waiting.begin(), m_waiting.end(),
              [](const CellRange &a, const CellRange &b) { return a.firstRow < b.firstRow; });
}

// A branch written once beside its twenty members holds for each of them. Not so the name: the second row of a merged
// name is no second person.
void RowClassifier::fillMerged(DataRow *row)
{
    m_open.removeIf([row](const OpenMerge &merge) { return merge.range.lastRow < row->number; });
    for (; m_nextMerge < m_waiting.size() && m_waiting[m_nextMerge].firstRow <= row->number; ++m_nextMerge) {
        const CellRange &range = m_waiting[m_nextMerge];
        // If its first row was left out, it was empty, and so is the merged cell.
        if (range.firstRow == row->number && range.firstColumn < row->cells.size() &&
            !row->cells[range.firstColumn].isEmpty()) {
            m_open.append({range, row->cells[range.firstColumn]});
        }
    }
    for (const OpenMerge &merge : std::as_const(m_open)) {
        const int column = merge.range.firstColumn;
        if (merge.range.firstRow == row->number || column == m_name || column == m_ordinal) {
            continue;
        }
        if (row->cells.size() <= column) {
            row->cells.resize(column + 1);
        }
        if (row->cells[column].isEmpty()) {
            row->cells[column] = merge.value;
        }
    }
}

bool RowClassifier::repeatsHead(const Row &cells) const
{
    int same = 0;
    int filled = 0;
    for (int i = 0; i < m_heads.size(); ++i) {
        const QString text = textAt(cells, i);
        if (text.isEmpty()) {
            continue;
        }
        if (++filled > 3 && same == 0) {
            return false; // as nearly every row
        }
        const QString normal = normalHeading(text);
        same += normal == m_heads[i].first || normal == m_heads[i].second ? 1 : 0;
    }
    return same >= 2 && same * 2 > filled;
}

// own: the cells that are filled in the row itself, before merged values came to it.
RowClass RowClassifier::kindOf(const DataRow &row, int own) const
{
    if (own == 0) {
        return RowClass::Blank;
    }
    if (m_layout.hasHead() && row.number < m_layout.firstHeadRow) {
        return RowClass::Title;
    }
    if (m_layout.hasHead() && (row.number <= m_layout.lastHeadRow || repeatsHead(row.cells))) {
        return RowClass::Head;
    }
    QString first;
    int besides = 0;    // filled cells besides the first one, head counts and the ordinal
    int unNumbered = 0; // filled cells besides the ordinal
    int known = 0;      // filled cells of columns with a meaning
    for (int i = 0; i < row.cells.size(); ++i) {
        const QString text = textAt(row.cells, i);
        if (text.isEmpty()) {
            continue;
        }
        unNumbered += i == m_ordinal ? 0 : 1;
        if (first.isEmpty()) {
            first = text;
        } else if (i != m_ordinal && !isHeadCount(text)) {
            ++besides;
        }
        if (i < m_layout.columns.size() && !m_layout.columns[i].field.isEmpty() && !isHeadCount(text)) {
            ++known;
        }
    }
    const QString name = textAt(row.cells, m_name);
    if (isSum(name) || isSum(first) || (besides == 0 && isHeadCount(name)) ||
        isCountLine(name.isEmpty() ? first : name)) {
        return RowClass::Subtotal;
    }
    // "第一网格党支部 (25人)" alone in its row; a name list has one cell in each row, so the words decide.
    if (besides == 0 && namesGroup(first, m_layout.options) && !isNote(first)) {
        return RowClass::Group;
    }
    const bool isAlone = besides == 0;
    const bool isNameAlone = unNumbered == 1 && !name.isEmpty(); // 一 | 正式党员
    if (!m_layout.options.groupWords.isEmpty() && ((isAlone && isCaption(first)) || (isNameAlone && isCaption(name)))) {
        return RowClass::Note;
    }
    if (isAlone && isFoot(first) && known <= 1) {
        return RowClass::Note;
    }
    if ((isAlone || name.isEmpty() || name == first) && isNote(first) && known <= 2) {
        return RowClass::Note;
    }
    if (m_name >= 0) {
        return !name.isEmpty() ? RowClass::Data : known >= 2 ? RowClass::Nameless : RowClass::Note;
    }
    return m_layout.hasHead() && isAlone && m_layout.columns.size() > 2 ? RowClass::Note : RowClass::Data;
}

// Another of a kind ends the one before with all that stood below it; another branch ends the group as well.
void RowClassifier::enterGroup(const QString &name)
{
    const GroupKind kind = groupKind(name);
    // A sheet that is a branch holds for its groups and grids. Of other sheets (网格党员) the rows know better.
    if (m_groups.size() == 1 && m_groups.first() == m_layout.group && !m_layout.group.contains(u"支部")) {
        m_groups.clear();
    }
    const auto same = std::find_if(m_groups.cbegin(), m_groups.cend(), [kind](const QString &each) {
        const GroupKind other = groupKind(each);
        return other == kind || (kind == GroupKind::Branch && other == GroupKind::Group);
    });
    m_groups.erase(same, m_groups.cend());
    m_groups << name;
}

DataRow RowClassifier::classify(const SheetRow &row)
{
    DataRow data{.number = row.number, .cells = row.cells, .hidden = row.hidden};
    const int own = filledCells(row.cells);
    if (row.number > m_layout.lastHeadRow) {
        fillMerged(&data);
    }
    data.kind = kindOf(data, own);
    if (data.kind == RowClass::Group) {
        for (const Cell &cell : std::as_const(row.cells)) {
            if (namesGroup(cell.text, m_layout.options)) {
                enterGroup(groupName(cell.text));
                m_caption.clear();
                break;
            }
        }
    } else if (data.kind == RowClass::Subtotal) {
        m_caption.clear(); // the part ends with its sum
    } else if (data.kind == RowClass::Note) {
        const auto cell = std::find_if(row.cells.cbegin(), row.cells.cend(),
                                       [](const Cell &each) { return isCaption(each.text.trimmed()); });
        if (cell != row.cells.cend()) {
            m_caption = groupName(cell->text);
        }
    }
    data.caption = m_caption;
    if (!m_groups.isEmpty()) {
        data.group = m_groups.last();
        data.around = m_groups.first(m_groups.size() - 1);
    }
    return data;
}

Done readRows(SheetReader &reader, int sheet, const SheetLayout &layout, const DataRowCallback &row,
              const Progress &progress)
{
    RowClassifier classifier(layout);
    return reader.read(
        sheet,
        [&classifier, &row](const SheetRow &cells) {
            const DataRow data = classifier.classify(cells);
            return data.kind == RowClass::Blank || row(data);
        },
        progress);
}

} // namespace gridbook::exchange
