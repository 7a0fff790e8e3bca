#include "core/reports/documenttext.h"
#include <algorithm>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

bool isWide(char32_t c)
{
    // East Asian Wide and Fullwidth, and the ambiguous punctuation that Chinese fonts draw a full square wide.
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD) || c == 0x2014 || c == 0x2026 ||
           (c >= 0x2018 && c <= 0x201D) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x25FF) || c == 0x00D7;
}

QString padded(const QString &text, int width, Align align)
{
    const int gap = qMax(0, width - displayWidth(text));
    const int before = align == Align::Right ? gap : align == Align::Center ? gap / 2 : 0;
    return QString(before, u' ') + text + QString(gap - before, u' ');
}

QString trimmedEnd(QString text)
{
    while (text.endsWith(u' ')) {
        text.chop(1);
    }
    return text;
}

constexpr int kGap = 3; // " | "

struct Writer
{
    QString out;
    LinkText links;

    void line(const QString &text = {}) { out += trimmedEnd(text) + u'\n'; }

    [[nodiscard]] QString linked(const QString &text, const FigureLink &link) const
    {
        return links == LinkText::Shown && link.isValid() ? QString(text + u'{' + link.key + u'}') : text;
    }

    [[nodiscard]] QString words(const PlacedCell &place, const QString &blank, RowKind kind) const
    {
        QString text = place.cell->text.isEmpty() ? blank : place.cell->text;
        text.replace(u'\n', u'/');
        if (kind == RowKind::Void) {
            text = u'~' + text + u'~';
        }
        return linked(text, place.cell->link);
    }

    // Widths: single cells first, then spanning cells widen their last column.
    static void widen(QList<int> &widths, const PlacedCell &place, int needed)
    {
        int have = kGap * (place.columnSpan - 1);
        for (int i = 0; i < place.columnSpan; ++i) {
            have += widths.at(place.column + i);
        }
        if (needed > have) {
            widths[place.column + place.columnSpan - 1] += needed - have;
        }
    }

    void writeRows(const QList<Row> &rows, const QList<PlacedCell> &cells, const QList<Column> &columns,
                   const QList<int> &widths, const QString &blank, bool head)
    {
        // What stands in a column that a cell of this row does not begin in is left empty (covered from above).
        for (int row = 0; row < rows.size(); ++row) {
            QString text;
            int column = 0;
            const auto pad = [&](int until) {
                for (; column < until; ++column) {
                    text += QString(column > 0 ? kGap : 0, u' ') + QString(widths.at(column), u' ');
                }
            };
            for (const PlacedCell &place : cells) {
                if (place.row != row) {
                    continue;
                }
                pad(place.column);
                int width = kGap * (place.columnSpan - 1);
                for (int i = 0; i < place.columnSpan; ++i) {
                    width += widths.at(place.column + i);
                }
                const Align align = head ? Align::Left : place.cell->align.value_or(columns.at(place.column).align);
                text += QString(place.column > 0 ? u" | "_qs : QString()) +
                        padded(words(place, blank, rows.at(row).kind), width, align);
                column = place.column + place.columnSpan;
            }
            line(text);
        }
    }

    void grid(const QList<Row> &head, const QList<Row> &rows, const QList<Column> &columns, const QString &blank)
    {
        const int count = static_cast<int>(columns.size());
        const QList<PlacedCell> headCells = placeCells(head, count);
        const QList<PlacedCell> bodyCells = placeCells(rows, count);
        QList<int> widths(count, 0);
        for (const bool spanning : {false, true}) {
            for (const PlacedCell &place : headCells) {
                if ((place.columnSpan > 1) == spanning) {
                    widen(widths, place, displayWidth(words(place, {}, RowKind::Normal)));
                }
            }
            for (const PlacedCell &place : bodyCells) {
                if ((place.columnSpan > 1) == spanning) {
                    widen(widths, place, displayWidth(words(place, blank, rows.at(place.row).kind)));
                }
            }
        }
        writeRows(head, headCells, columns, widths, {}, true);
        if (!head.isEmpty()) {
            QStringList rules;
            for (const int width : widths) {
                rules.append(QString(width, u'-'));
            }
            line(rules.join(u"-+-"_qs));
        }
        writeRows(rows, bodyCells, columns, widths, blank, false);
    }

    void operator()(const Title &title)
    {
        for (const QString &text : title.lines) {
            line(u"    "_qs + text);
        }
        line();
    }
    void operator()(const Addressee &addressee) { line(addressee.text); }
    void operator()(const Heading &heading) { line(QString(heading.level, u'#') + u' ' + heading.text); }
    void operator()(const Paragraph &paragraph)
    {
        QString text = paragraph.indent ? u"  "_qs : QString();
        for (const Run &run : paragraph.runs) {
            const QString inner = run.underline ? QString(run.text).replace(u'\u3000', u"__"_qs) : run.text;
            text += linked(run.bold ? QString(u'*' + inner + u'*') : inner, run.link);
        }
        line(text);
    }
    void operator()(const KeyFigures &figures)
    {
        for (const KeyFigures::Item &item : figures.items) {
            const QString change = item.change.isEmpty() ? QString() : QString(u" ("_qs + item.change + u')');
            line(u"[ "_qs + item.label + u": "_qs + linked(item.value, item.link) + change + u" ]"_qs);
        }
    }
    void operator()(const Table &table)
    {
        line();
        if (!table.caption.isEmpty() || !table.unit.isEmpty()) {
            line(table.caption + (table.unit.isEmpty() ? QString() : QString(u"    "_qs + table.unit)));
        }
        grid(table.head, table.rows, table.columns, table.blank);
        if (!table.note.isEmpty()) {
            line(table.note);
        }
        line();
    }
    void operator()(const FormGrid &form) { grid({}, form.rows, form.columns, {}); }
    void operator()(const SignOff &signOff)
    {
        for (const QString &text : signOff.lines) {
            line(u">> "_qs + text);
        }
        if (signOff.date.isValid()) {
            line(u">> "_qs + officialDate(signOff.date));
        }
    }
    void operator()(const Attachments &attachments)
    {
        for (qsizetype i = 0; i < attachments.names.size(); ++i) {
            const QString number = attachments.names.size() > 1 ? QString(QString::number(i + 1) + u'.') : QString();
            line((i == 0 ? u"附件："_qs : u"      "_qs) + number + attachments.names.at(i));
        }
    }
    void operator()(const FootLine &foot) { line(foot.parts.join(u"    "_qs)); }
    void operator()(const Note &note) { line(note.text); }
    void operator()(const Chart &chart)
    {
        line(chart.caption + (chart.unit.isEmpty() ? QString() : QString(u"    "_qs + chart.unit)));
        for (const Chart::Point &point : chart.points) {
            line(u"  "_qs + point.label + u": "_qs +
                 linked(QString::number(point.value, 'f', chart.decimals), point.link));
        }
    }
    void operator()(const PageBreak &) { line(u"----------"_qs); }
    void operator()(const Space &) { line(); }
    void operator()(const CutLine &cut) { line(u"- - - - "_qs + cut.text + u" - - - -"_qs); }
    void operator()(const Contents &contents) { line(contents.title); }
};

QString pageLine(const Section &section, const PageSetup &page)
{
    const QString paper = page.paper == Paper::A3 ? u"A3"_qs : page.paper == Paper::A5 ? u"A5"_qs : u"A4"_qs;
    const QString turn = page.orientation == Orientation::Landscape ? u"横"_qs : u"竖"_qs;
    const QString name = section.name.isEmpty() ? QString() : QString(u' ' + section.name);
    return u"=== "_qs + paper + turn + name + u" ==="_qs;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        width += isWide(c) ? 2 : 1;
    }
    return width;
}

QString toText(const Document &document, LinkText links)
{
    Writer writer{{}, links};
    if (!document.mark.isEmpty()) {
        writer.line(u'【' + document.mark + u'】');
    }
    for (const QString &text : document.topLeft) {
        writer.line(text);
    }
    for (const Section &section : document.sections) {
        writer.line(pageLine(section, document.pageOf(section)));
        for (const Block &block : section.blocks) {
            std::visit(writer, block);
        }
    }
    return writer.out;
}

QString toText(const Table &table)
{
    Writer writer{{}, LinkText::Hidden};
    writer(table);
    return writer.out;
}

} // namespace gridbook
