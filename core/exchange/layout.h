#pragma once
// Understanding a sheet that people made for people: where the head is (one to four rows, merged), what each column
// means, what stands above, and which of the rows below are data. Knows nothing of the book: the fields and their usual
// headings are given. Everything that is found can be corrected by the user before the rows are read.
#include "core/exchange/sheet.h"
#include <QStringList>

namespace gridbook::exchange {

struct ColumnTarget
{
    QString field;
    QStringList headings; // all the ways to write it: 身份证号, 公民身份号码, 证件号 …
};

struct LayoutOptions
{
    QString nameField; // what a row of data must have: the member's name, the unit's name
    // What tells a row over its group, or a sheet that is one: a word anywhere, or the end of the name. Nothing of
    // either: the records have no groups, and a sheet called 网格台账 is just that.
    QStringList groupWords = {QStringLiteral("支部"), QStringLiteral("网格"), QStringLiteral("党总支"),
                              QStringLiteral("党委"), QStringLiteral("党小组")};
    QStringList groupEndings = {QStringLiteral("小组")};
    int searchRows = 60;  // filled rows that are looked through for the head
    int firstHeadRow = 0; // the user's own choice of the head rows; 0 = find them
    int lastHeadRow = 0;
};

struct SheetColumn
{
    int index = 0;        // place in the row
    QString heading{};    // as written; of merged heads all levels: "基本情况/姓名"
    QString field{};      // empty: nothing known fits; the user sees the heading and may choose
    bool ordinal = false; // 序号: not read
    bool hidden = false;
    friend bool operator==(const SheetColumn &, const SheetColumn &) = default;
};

struct SheetLayout
{
    int firstHeadRow = 0; // 0: no head found, the columns are called A, B, C …
    int lastHeadRow = 0;
    QList<SheetColumn> columns;
    QString title;      // "××社区党员花名册 (2026年)"
    QString unit;       // from "填报单位:…"
    QString reportDate; // from "填报日期:…", as written
    int year = 0;       // from the title, else from the date; 0 = none
    QString group;      // from the sheet's name, "第一网格党支部"; rows before the first separator belong to it
    QList<CellRange> merges;
    LayoutOptions options;

    [[nodiscard]] bool hasHead() const { return firstHeadRow > 0; }
    [[nodiscard]] int columnOf(const QString &field) const; // -1 = none
    [[nodiscard]] QStringList headings() const;             // for mappingKey()
    [[nodiscard]] int matched() const;                      // columns with a field
    [[nodiscard]] QStringList unread() const;               // headings of those without one, 序号 not counted
};

enum class RowClass {
    Title, // above the head
    Head,  // the head, and where it is repeated on a later page
    Data,
    Nameless, // filled like data, but without the name: the user must see it, it is not dropped in silence
    Group,    // "第一网格党支部 (25人)": holds for the rows below
    Subtotal, // 小计, 合计, 总计; 其中：女党员3名
    Blank,
    Note // footnote, signature line, 预备党员 alone over those below it
};

struct DataRow
{
    int number = 0; // as the user sees it
    RowClass kind = RowClass::Blank;
    Row cells{};          // by SheetColumn::index; a value merged over several rows is given to each of them
    QString group{};      // what the row stands under: the innermost of them …
    QStringList around{}; // … and what that stands under itself, outermost first: a branch around its groups
    QString caption{};    // of the part of the list that the row is in: 预备党员
    bool hidden = false;
};

// From the first rows of a sheet. Pure: what the tests of messy sheets use.
[[nodiscard]] SheetLayout understandSheet(const QList<SheetRow> &firstRows, const SheetInfo &info,
                                          const QList<ColumnTarget> &targets, const LayoutOptions &options);
// The same from a file: reads no more of it than needed.
[[nodiscard]] Result<SheetLayout> understandSheet(SheetReader &reader, int sheet, const QList<ColumnTarget> &targets,
                                                  const LayoutOptions &options);

// Classifies the rows of a sheet, in order, from the first.
class RowClassifier
{
public:
    explicit RowClassifier(const SheetLayout &layout);
    [[nodiscard]] DataRow classify(const SheetRow &row);

private:
    struct OpenMerge
    {
        CellRange range;
        Cell value;
    };
    void fillMerged(DataRow *row);
    void enterGroup(const QString &name);
    [[nodiscard]] RowClass kindOf(const DataRow &row, int own) const;
    [[nodiscard]] bool repeatsHead(const Row &cells) const;

    const SheetLayout m_layout;
    int m_name = -1;
    int m_ordinal = -1;
    QList<std::pair<QString, QString>> m_heads; // of each column, first and last level, normal form
    QList<CellRange> m_waiting;                 // merges over several rows, by their first row
    qsizetype m_nextMerge = 0;
    QList<OpenMerge> m_open;
    QStringList m_groups; // outermost first
    QString m_caption;
};

using DataRowCallback = std::function<bool(const DataRow &row)>; // false: enough
// Every row of the sheet with its class; blank rows are left out.
[[nodiscard]] Done readRows(SheetReader &reader, int sheet, const SheetLayout &layout, const DataRowCallback &row,
                            const Progress &progress = {});

// "第一网格党支部 (25人)" is "第一网格党支部", "一、东关一支部（2名）：" is "东关一支部".
[[nodiscard]] QString groupName(QStringView text);
enum class GroupKind { Branch, Group, Grid };
[[nodiscard]] GroupKind groupKind(const QString &name);
[[nodiscard]] bool namesGroup(const QString &text, const LayoutOptions &options);

} // namespace gridbook::exchange
