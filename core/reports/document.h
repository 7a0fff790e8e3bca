#pragma once
// The model of every paper the program makes: reports, registers as printed books, forms, letters. It knows what stands
// on the paper and in which official role, but no font file, no widget and no page break; core builds it and tests it
// as text, painters (screen, printer, PDF, spreadsheet) render it. All lengths are millimetres, all type sizes points.
// The defaults are the official document of GB/T 9704-2012: A4, type area 156 x 225 mm, 22 lines of 28 characters.
// Papers are always Chinese, so their words are written here directly and never translated.
#include "core/base/term.h"
#include <QDate>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <variant>

namespace gridbook {

// ---- Type -----------------------------------------------------------------------------------------------------------

// The five faces of official papers. Which font stands for a face on this machine is the painter's business.
enum class Face {
    TitleSong, // 小标宋: titles
    FangSong,  // 仿宋: body
    Kai,       // 楷体: headings of level 2
    Hei,       // 黑体: headings of level 1, heads of tables, captions
    Song       // 宋体: text of tables, page numbers
};

// The Chinese type sizes (字号) in use on papers.
enum class FontSize { Initial, One, LesserOne, Two, LesserTwo, Three, LesserThree, Four, LesserFour, Five, LesserFive };
double points(FontSize size); // 初号 42, 一号 26, 小一 24, 二号 22, 小二 18, 三号 16, 小三 15, 四号 14, 小四 12,
                              // 五号 10.5, 小五 9

enum class Align { Left, Center, Right };
enum class VerticalAlign { Top, Middle, Bottom };

// ---- Page -----------------------------------------------------------------------------------------------------------

enum class Paper { A3, A4, A5 };
enum class Orientation { Portrait, Landscape };
enum class Numbering {
    Official, // — 1 —, 四号 Song, 7 mm under the type area, odd pages right, even pages left, one character in
    Book,     // 第 1 页 共 20 页, centred
    None
};

// How a page is cut. On a landscape page the margins are those of the page as it is read.
struct PageSetup
{
    Paper paper = Paper::A4;
    Orientation orientation = Orientation::Portrait;
    double top = 37;
    double left = 28;
    double bottom = 35;
    double right = 26;
    int lines = 22; // lines of body text on a page: fixes the line pitch
    Numbering numbering = Numbering::Official;

    [[nodiscard]] QSizeF size() const; // the sheet as it is read: width and height in mm
    [[nodiscard]] double typeWidth() const { return size().width() - left - right; }
    [[nodiscard]] double typeHeight() const { return size().height() - top - bottom; }
    [[nodiscard]] double linePitch() const { return typeHeight() / lines; } // mm; 10.227 mm = 29 pt by default

    static PageSetup official() { return {}; }
    // A landscape annex bound into a portrait document: the head of the table lies toward the binding edge, so the
    // portrait margins turn with the sheet (left becomes top, top becomes right).
    static PageSetup landscapeAnnex();
    // A register printed as a book: A4 or A3 landscape, narrow margins, 第 × 页 共 × 页.
    static PageSetup book(Paper paper = Paper::A4, Orientation orientation = Orientation::Landscape);
    // A form that fills one sheet: A4 portrait with even margins of 20 mm, no page number.
    static PageSetup form(Paper paper = Paper::A4);
    friend bool operator==(const PageSetup &, const PageSetup &) = default;
};

// ---- Text -----------------------------------------------------------------------------------------------------------

// Opens the rows behind a number. The key names the figure; who shows the paper resolves it. An empty key is no link.
struct FigureLink
{
    QString key = {};
    [[nodiscard]] bool isValid() const { return !key.isEmpty(); }
    friend bool operator==(const FigureLink &, const FigureLink &) = default;
};

// A stretch of text in one manner.
struct Run
{
    QString text = {};
    bool bold = false;
    bool underline = false; // blanks to be filled by hand are underlined spaces
    FigureLink link = {};

    Run() = default;
    Run(QString words) : text(std::move(words)) {}
    static Run strong(QString words);
    static Run figure(QString words, QString key);
    static Run blank(int characters); // an underlined gap of so many Chinese characters
};
using Runs = QList<Run>;
QString plainText(const Runs &runs);

// ---- Blocks ---------------------------------------------------------------------------------------------------------

// 二号小标宋 centred, one entry a line: the writer breaks it, so that no word is split.
struct Title
{
    QStringList lines = {};
    Face face = Face::TitleSong;
    FontSize size = FontSize::Two;
};

// 主送机关: at the left edge, with a colon at its end.
struct Addressee
{
    QString text = {};
};

// level 1 "一、" 黑体, 2 "（一）" 楷体, 3 "1." and 4 "（1）" 仿宋; the number is part of the text (see headingNumber).
struct Heading
{
    int level = 1;
    QString text = {};
};

struct Paragraph
{
    Runs runs = {};
    bool indent = true; // first line two characters in
    Align align = Align::Left;
    Face face = Face::FangSong;
    FontSize size = FontSize::Three;

    Paragraph() = default;
    Paragraph(QString text) : runs{Run(std::move(text))} {}
    Paragraph(Runs parts) : runs(std::move(parts)) {}
    // A line that is not body text: covers, letter numbers, volume ends.
    static Paragraph line(QString text, Align align, Face face = Face::FangSong, FontSize size = FontSize::Three);
};

// Headline figures in a framed box, so many to a row; change is a phrase such as "较上季增加3".
struct KeyFigures
{
    struct Item
    {
        QString label = {};
        QString value = {};
        QString change = {};
        FigureLink link = {};
    };
    QList<Item> items = {};
    int perRow = 4;
};

// ---- Tables ---------------------------------------------------------------------------------------------------------

struct Column
{
    double width = 1; // a share of what is left over, or millimetres
    bool millimetres = false;
    Align align = Align::Left;

    static Column share(double weight, Align align = Align::Left) { return {weight, false, align}; }
    static Column mm(double width, Align align = Align::Left) { return {width, true, align}; }
};

// One cell. A row lists the cells that begin in it, left to right; columns covered by a cell above are skipped, as in
// HTML. number or date is what a spreadsheet gets; text is what paper shows. An empty text prints as the table's blank
// mark.
struct Cell
{
    QString text = {};
    std::optional<double> number = {};
    int decimals = 0;     // of number, in a spreadsheet
    bool percent = false; // number is a share: 0.5 = 50 %
    QDate date = {};      // instead of a number; text is the same in words
    int columnSpan = 1;
    int rowSpan = 1;
    std::optional<Align> align = {}; // instead of the column's
    VerticalAlign vertical = VerticalAlign::Middle;
    bool bold = false;
    bool label = false; // a form's fixed words, not a value
    FigureLink link = {};

    Cell() = default;
    Cell(QString words) : text(std::move(words)) {}
    static Cell count(qint64 value, QString key = {});
    static Cell decimal(double value, int decimals, QString key = {});
    static Cell share(std::optional<double> ratio, int decimals = 1, QString key = {}); // "98.5%"; no ratio is blank
    static Cell day(QDate date);                                                        // 2026-09-30; none is blank
    static Cell head(QString words, int columnSpan = 1, int rowSpan = 1);
    static Cell labelled(QString words, int columnSpan = 1, int rowSpan = 1); // the label of a form
    static Cell value(QString words, int columnSpan = 1, int rowSpan = 1, Align align = Align::Left);
};

enum class RowKind {
    Normal,
    Total, // 合计: bold
    Group, // a line that names the rows under it
    Void   // struck through, keeps its number: a voided entry of a register
};

struct Row
{
    QList<Cell> cells = {};
    RowKind kind = RowKind::Normal;
    double height = 0; // at least so many mm

    Row() = default;
    Row(QList<Cell> list, RowKind rowKind = RowKind::Normal, double minimum = 0)
        : cells(std::move(list)), kind(rowKind), height(minimum)
    {}
};

// Heads repeat on every page it goes on, with 续表 above; outer line 1.5 pt, inner lines 0.5 pt; a row never splits.
struct Table
{
    QString caption = {}; // "表1 网格情况"
    QString unit = {};    // "单位：人", right above the table
    QList<Column> columns = {};
    QList<Row> head = {};
    QList<Row> rows = {};
    FontSize size = FontSize::Five;
    QString blank = QStringLiteral("—"); // stands in cells without a value; empty for lists to be filled in by hand
    QString note = {};                   // small print right under the table
    double rowHeight = 0;                // at least so many mm for each row

    // A head of one row from plain words.
    void setHead(const QStringList &words);
    void add(QList<Cell> cells, RowKind kind = RowKind::Normal) { rows.append(Row(std::move(cells), kind)); }
};

// A form: labels and values in one grid, blank values stay blank (党员基本信息采集表 and the like). It is kept on one
// page if it fits there.
struct FormGrid
{
    QList<Column> columns = {};
    QList<Row> rows = {};
    FontSize size = FontSize::LesserFour;
};

// ---- The rest -------------------------------------------------------------------------------------------------------

// 落款: lines (the organisation) centred over the date, the date four characters from the right edge.
struct SignOff
{
    QStringList lines = {};
    QDate date = {};
    bool withSeal = true; // leaves room above for the seal
};

// 附件：1.… numbered when there are several.
struct Attachments
{
    QStringList names = {};
};

// 填报单位： 填表人： … spread over the line under a table.
struct FootLine
{
    QStringList parts = {};
    FontSize size = FontSize::Five;
};

// Small print.
struct Note
{
    QString text = {};
    FontSize size = FontSize::Five;
};

struct Chart
{
    enum class Kind { Bars, HorizontalBars, Line };
    struct Point
    {
        QString label = {};
        double value = 0;
        FigureLink link = {};
    };
    Kind kind = Kind::Bars;
    QString caption = {};
    QString unit = {};
    QList<Point> points = {};
    int decimals = 0;
    double height = 60;
};

struct PageBreak
{};
struct Space
{
    double lines = 1; // of the page's line pitch
};
// A dashed line to cut along, with words in it: "……（骑缝章）……".
struct CutLine
{
    QString text = {};
};
// 目录: the headings of level 1 and the captions that follow, with their page numbers, filled in by the painter.
struct Contents
{
    QString title = QStringLiteral("目录");
};

using Block = std::variant<Title, Addressee, Heading, Paragraph, KeyFigures, Table, FormGrid, SignOff, Attachments,
                           FootLine, Note, Chart, PageBreak, Space, CutLine, Contents>;

// A stretch of pages cut alike. A section always begins a new page.
struct Section
{
    QString name = {};                  // of the spreadsheet's sheet; may be empty
    std::optional<PageSetup> page = {}; // instead of the document's
    QList<Block> blocks = {};

    template <typename T>
    void add(T block)
    {
        blocks.append(Block(std::move(block)));
    }
};

// What is to be looked at before a paper is signed; not printed by itself.
struct Doubt
{
    Term text;   // beside the paper, in the language of the window
    QString key; // opens the records (Link); empty: there are none
};

struct Document
{
    QString title = {}; // of the file and the window; what is printed is the Title block
    PageSetup page = {};
    QString mark = {};        // at the head of every page: "内部资料 注意保管"
    QStringList topLeft = {}; // 份号, 密级: 三号黑体 at the top left of the first page
    QList<Section> sections = {};
    QList<Doubt> doubts = {};

    // The last section, made if there is none.
    Section &body();
    Section &addSection(QString name, std::optional<PageSetup> page = std::nullopt);
    [[nodiscard]] const PageSetup &pageOf(const Section &section) const { return section.page ? *section.page : page; }
};

// "一、", "（一）", "1.", "（1）" for level 1..4 and index from 1 (GB/T 9704-2012, 7.3.3).
QString headingNumber(int level, int index);
// "2026年9月30日": Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4); empty for an invalid date.
QString officialDate(QDate date);
// The keys of all links in reading order, each once.
QStringList figureKeys(const Document &document);

// ---- For painters ---------------------------------------------------------------------------------------------------

// The width of each column when the table may be so wide (any unit per mm; columns in mm are scaled by perMm): what the
// fixed columns leave is shared by weight. Fixed columns that would starve the others, or the page, are made narrower.
QList<double> columnWidths(const QList<Column> &columns, double width, double perMm = 1);

// A cell in its place; spans are clipped to the table. The cell lives as long as the rows it came from.
struct PlacedCell
{
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    const Cell *cell = nullptr;
};
// Places the cells of rows in a grid of so many columns; in reading order, without overlaps. Cells beyond the grid are
// left out.
QList<PlacedCell> placeCells(const QList<Row> &rows, int columns);

} // namespace gridbook
