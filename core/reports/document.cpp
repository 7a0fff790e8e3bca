#include "core/reports/document.h"
#include <QSet>
#include <array>

namespace gridbook {

using namespace Qt::StringLiterals;

double points(FontSize size)
{
    constexpr std::array<double, 11> sizes{42, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9};
    return sizes.at(static_cast<std::size_t>(size));
}

QSizeF PageSetup::size() const
{
    QSizeF sheet(210, 297);
    if (paper == Paper::A3) {
        sheet = {297, 420};
    } else if (paper == Paper::A5) {
        sheet = {148, 210};
    }
    return orientation == Orientation::Landscape ? sheet.transposed() : sheet;
}

PageSetup PageSetup::landscapeAnnex()
{
    const PageSetup upright;
    PageSetup turned;
    turned.orientation = Orientation::Landscape;
    turned.top = upright.left;
    turned.right = upright.top;
    turned.bottom = upright.right;
    turned.left = upright.bottom;
    turned.lines = 15; // 156 mm: keeps the pitch of the portrait pages
    return turned;
}

PageSetup PageSetup::book(Paper paper, Orientation orientation)
{
    PageSetup setup;
    setup.paper = paper;
    setup.orientation = orientation;
    setup.top = orientation == Orientation::Landscape ? 22 : 20;
    setup.left = orientation == Orientation::Landscape ? 15 : 25;
    setup.bottom = 20;
    setup.right = 15;
    setup.numbering = Numbering::Book;
    setup.lines = qMax(1, static_cast<int>(setup.typeHeight() / 10.2));
    return setup;
}

PageSetup PageSetup::form(Paper paper)
{
    PageSetup setup;
    setup.paper = paper;
    setup.top = setup.left = setup.bottom = setup.right = paper == Paper::A5 ? 12 : 20;
    setup.numbering = Numbering::None;
    setup.lines = qMax(1, static_cast<int>(setup.typeHeight() / 10.2));
    return setup;
}

Run Run::strong(QString words)
{
    Run run(std::move(words));
    run.bold = true;
    return run;
}

Run Run::figure(QString words, QString key)
{
    Run run(std::move(words));
    run.link.key = std::move(key);
    return run;
}

Run Run::blank(int characters)
{
    Run run(QString(characters, u'\u3000'));
    run.underline = true;
    return run;
}

QString plainText(const Runs &runs)
{
    QString text;
    for (const Run &run : runs) {
        text += run.text;
    }
    return text;
}

Paragraph Paragraph::line(QString text, Align align, Face face, FontSize size)
{
    Paragraph paragraph(std::move(text));
    paragraph.indent = false;
    paragraph.align = align;
    paragraph.face = face;
    paragraph.size = size;
    return paragraph;
}

Cell Cell::count(qint64 value, QString key)
{
    return decimal(static_cast<double>(value), 0, std::move(key));
}

Cell Cell::decimal(double value, int decimals, QString key)
{
    Cell cell(QString::number(value, 'f', decimals));
    cell.number = value;
    cell.decimals = decimals;
    cell.link.key = std::move(key);
    return cell;
}

Cell Cell::share(std::optional<double> ratio, int decimals, QString key)
{
    Cell cell;
    if (ratio) {
        cell.text = QString::number(*ratio * 100, 'f', decimals) + u'%';
        cell.number = ratio;
        cell.decimals = decimals;
        cell.percent = true;
        cell.link.key = std::move(key);
    }
    return cell;
}

Cell Cell::day(QDate date)
{
    Cell cell(date.toString(Qt::ISODate));
    cell.date = date;
    return cell;
}

Cell Cell::head(QString words, int columnSpan, int rowSpan)
{
    return value(std::move(words), columnSpan, rowSpan, Align::Center);
}

Cell Cell::labelled(QString words, int columnSpan, int rowSpan)
{
    Cell cell = value(std::move(words), columnSpan, rowSpan, Align::Center);
    cell.label = true;
    return cell;
}

Cell Cell::value(QString words, int columnSpan, int rowSpan, Align align)
{
    Cell cell(std::move(words));
    cell.columnSpan = columnSpan;
    cell.rowSpan = rowSpan;
    cell.align = align;
    return cell;
}

void Table::setHead(const QStringList &words)
{
    Row row;
    for (const QString &word : words) {
        row.cells.append(Cell::head(word));
    }
    head = {row};
}

Section &Document::body()
{
    return sections.isEmpty() ? addSection({}) : sections.last();
}

Section &Document::addSection(QString name, std::optional<PageSetup> setup)
{
    Section section;
    section.name = std::move(name);
    section.page = setup;
    sections.append(std::move(section));
    return sections.last();
}

namespace {
// 1..99 in Chinese numerals, as heading numbers need them.
QString chineseNumeral(int value)
{
    const QString digits = u"〇一二三四五六七八九"_qs;
    if (value < 1 || value > 99) {
        return QString::number(value);
    }
    QString text;
    if (value >= 10) {
        text = value >= 20 ? QString(digits.at(value / 10)) : QString();
        text += u'十';
    }
    return value % 10 == 0 ? text : text + digits.at(value % 10);
}

struct KeyCollector
{
    QStringList keys;
    QSet<QString> seen;

    void take(const FigureLink &link)
    {
        if (link.isValid() && !seen.contains(link.key)) {
            seen.insert(link.key);
            keys.append(link.key);
        }
    }
    void takeRows(const QList<Row> &rows)
    {
        for (const Row &row : rows) {
            for (const Cell &cell : row.cells) {
                take(cell.link);
            }
        }
    }
    void operator()(const Paragraph &paragraph)
    {
        for (const Run &run : paragraph.runs) {
            take(run.link);
        }
    }
    void operator()(const KeyFigures &figures)
    {
        for (const KeyFigures::Item &item : figures.items) {
            take(item.link);
        }
    }
    void operator()(const Table &table)
    {
        takeRows(table.head);
        takeRows(table.rows);
    }
    void operator()(const FormGrid &form) { takeRows(form.rows); }
    void operator()(const Chart &chart)
    {
        for (const Chart::Point &point : chart.points) {
            take(point.link);
        }
    }
    template <typename T>
    void operator()(const T &)
    {}
};
} // namespace

QString headingNumber(int level, int index)
{
    switch (level) {
    case 1:
        return chineseNumeral(index) + u'、';
    case 2:
        return u'（' + chineseNumeral(index) + u'）';
    case 3:
        return QString::number(index) + u'.';
    default:
        return u'（' + QString::number(index) + u'）';
    }
}

QString officialDate(QDate date)
{
    return date.isValid() ? u"%1年%2月%3日"_qs.arg(date.year()).arg(date.month()).arg(date.day()) : QString();
}

QStringList figureKeys(const Document &document)
{
    KeyCollector collector;
    for (const Section &section : document.sections) {
        for (const Block &block : section.blocks) {
            std::visit(collector, block);
        }
    }
    return collector.keys;
}

QList<double> columnWidths(const QList<Column> &columns, double width, double perMm)
{
    double fixed = 0;
    double weights = 0;
    for (const Column &column : columns) {
        (column.millimetres ? fixed : weights) += column.millimetres ? column.width * perMm : column.width;
    }
    const double room = weights > 0 ? width * 0.75 : width;
    const double shrink = fixed > room ? room / fixed : 1;
    QList<double> widths;
    for (const Column &column : columns) {
        widths.append(column.millimetres ? column.width * perMm * shrink
                                         : (width - fixed * shrink) * column.width / weights);
    }
    return widths;
}

QList<PlacedCell> placeCells(const QList<Row> &rows, int columns)
{
    QList<PlacedCell> placed;
    if (columns <= 0) {
        return placed;
    }
    const int rowCount = static_cast<int>(rows.size());
    QList<int> takenUntil(columns, 0); // per column: the first row not covered by a cell from above
    for (int row = 0; row < rowCount; ++row) {
        int column = 0;
        for (const Cell &cell : rows.at(row).cells) {
            while (column < columns && takenUntil.at(column) > row) {
                ++column;
            }
            if (column >= columns) {
                break;
            }
            PlacedCell place{row, column, qBound(1, cell.rowSpan, rowCount - row), 1, &cell};
            while (place.columnSpan < cell.columnSpan && column + place.columnSpan < columns &&
                   takenUntil.at(column + place.columnSpan) <= row) {
                ++place.columnSpan;
            }
            for (int covered = column; covered < column + place.columnSpan; ++covered) {
                takenUntil[covered] = row + place.rowSpan;
            }
            column += place.columnSpan;
            placed.append(place);
        }
    }
    return placed;
}

} // namespace gridbook
