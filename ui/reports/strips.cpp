#include "ui/reports/strips.h"
#include "ui/reports/charts.h"
#include <cmath>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

class Measurer
{
public:
    Measurer(const PageSetup &page, TypeCase &types, const QList<ContentsEntry> &contents, int *nextAnchor)
        : m_page(page)
        , m_types(types)
        , m_contents(contents)
        , m_nextAnchor(nextAnchor)
        , m_width(units(page.typeWidth()))
        , m_pitch(units(page.linePitch()))
    {}

    Strips strips;

    void add(const Block &block)
    {
        std::visit(*this, block);
        m_isSigned = std::holds_alternative<SignOff>(block);
    }

    void operator()(const Title &title)
    {
        const int font = m_types.font(title.face, points(title.size));
        const double height = qMax(m_pitch, m_types.em(font) * 1.45);
        for (const QString &text : title.lines) {
            addLines({{text, font}}, {m_width}, height, Align::Center, true);
        }
        addSpace(m_pitch);
        strips.strips.last().keepWithNext = true;
    }

    void operator()(const Addressee &addressee)
    {
        const int font = bodyFont();
        addLines({{addressee.text, font}}, justified(font, 0), m_pitch, Align::Left, true);
    }

    void operator()(const Heading &heading)
    {
        const Face face = heading.level == 1 ? Face::Hei : heading.level == 2 ? Face::Kai : Face::FangSong;
        const int font = m_types.font(face, points(FontSize::Three), false);
        Setting setting = justified(font, 2);
        setting.justify = false;
        const qsizetype first = strips.strips.size();
        addLines({{heading.text, font}}, setting, m_pitch, Align::Left, true);
        if (heading.level == 1) {
            strips.strips[first].anchor = (*m_nextAnchor)++;
        }
    }

    void operator()(const Paragraph &paragraph)
    {
        QList<StyledText> runs;
        for (const Run &run : paragraph.runs) {
            runs.append({run.text, m_types.font(paragraph.face, points(paragraph.size), run.bold), run.underline,
                         run.link.key});
        }
        const int font = m_types.font(paragraph.face, points(paragraph.size));
        Setting setting = justified(font, paragraph.indent ? 2 : 0);
        setting.justify = paragraph.align == Align::Left;
        const double height = paragraph.size == FontSize::Three ? m_pitch : qMax(m_types.em(font) * 1.6, units(5));
        addLines(runs, setting, height, paragraph.align, false);
    }

    void operator()(const KeyFigures &figures)
    {
        // As many rows as needed, evenly filled.
        const qsizetype most = qMax(1, figures.perRow);
        const qsizetype rows = qMax<qsizetype>(1, (figures.items.size() + most - 1) / most);
        const int perRow = static_cast<int>(qMax<qsizetype>(1, (figures.items.size() + rows - 1) / rows));
        addSpace(units(2));
        for (qsizetype i = 0; i < figures.items.size(); i += perRow) {
            addFigureRow(figures, i, perRow, i == 0, i + perRow >= figures.items.size());
        }
        addSpace(units(3));
    }

    void operator()(const Table &table)
    {
        addSpace(units(2));
        addTable(strips, m_types, table, m_page, table.caption.isEmpty() ? -1 : (*m_nextAnchor)++);
        if (!table.note.isEmpty()) {
            keepLast();
            small(table.note, FontSize::LesserFive);
        }
        addSpace(units(3));
    }

    void operator()(const FormGrid &form) { addForm(strips, m_types, form, m_page); }

    void operator()(const SignOff &signOff)
    {
        keepLast();
        for (int i = 0; i < (signOff.withSeal ? 2 : 1); ++i) {
            addSpace(m_pitch);
            strips.strips.last().keepWithNext = true;
        }
        const int font = bodyFont();
        const double em = m_types.em(font);
        const QString date = officialDate(signOff.date);
        const double dateWidth = m_types.advance(font, date);
        const double dateRight = m_width - 4 * em;
        for (const QString &text : signOff.lines) {
            const double width = m_types.advance(font, text);
            double x = signOff.date.isValid() ? dateRight - dateWidth / 2 - width / 2 : dateRight - width;
            x = qBound(0.0, x, qMax(0.0, m_width - width));
            addWords(text, font, x, m_pitch);
            strips.strips.last().keepWithNext = true;
        }
        if (signOff.date.isValid()) {
            addWords(date, font, dateRight - dateWidth, m_pitch);
        }
        strips.strips.last().keepWithNext = false;
    }

    void operator()(const Attachments &attachments)
    {
        keepLast();
        addSpace(m_pitch);
        strips.strips.last().keepWithNext = true;
        const int font = bodyFont();
        const double em = m_types.em(font);
        const bool several = attachments.names.size() > 1;
        for (qsizetype i = 0; i < attachments.names.size(); ++i) {
            const QString number = several ? QString(QString::number(i + 1) + u'.') : QString();
            const double indent = 2 * em + 3 * em; // behind 附件：
            Setting setting = justified(font, 0);
            setting.firstIndent = indent;
            setting.hangingIndent = indent + m_types.advance(font, number);
            const qsizetype first = strips.strips.size();
            addLines({{number + attachments.names.at(i), font}}, setting, m_pitch, Align::Left,
                     i + 1 < attachments.names.size());
            if (i == 0) {
                TextItem word;
                word.text = u"附件："_qs;
                word.font = font;
                word.baseline = {2 * em, m_types.baseline(font, m_pitch)};
                strips.strips[first].items.texts.append(word);
            }
        }
    }

    void operator()(const FootLine &foot)
    {
        keepWithTable();
        if (m_isSigned) { // who made the paper is none of those who sign it
            addSpace(m_pitch);
        }
        const int font = m_types.font(Face::Song, points(foot.size));
        double sum = 0;
        for (const QString &part : foot.parts) {
            sum += m_types.advance(font, part);
        }
        keepLast();
        const double height = qMax(units(8), m_types.em(font) * 1.5);
        if (foot.parts.size() < 2 || sum > m_width) {
            addLines({{foot.parts.join(u"    "_qs), font}}, {m_width}, height, Align::Left, false);
            return;
        }
        // Each part gets the same room for what is written behind it.
        const double room = (m_width - sum) / static_cast<double>(foot.parts.size());
        Strip strip;
        strip.height = height;
        double x = 0;
        for (const QString &part : foot.parts) {
            TextItem item;
            item.text = part;
            item.font = font;
            item.baseline = {x, m_types.baseline(font, height)};
            strip.items.texts.append(item);
            x += m_types.advance(font, part) + room;
        }
        strips.strips.append(strip);
    }

    void operator()(const Note &note) { small(note.text, note.size); }

    void operator()(const Chart &chart)
    {
        ChartItem item;
        item.chart = chart;
        item.font = m_types.font(Face::Song, points(FontSize::Five));
        item.area = QRectF(0, 0, m_width, units(qBound(20.0, chart.height, m_page.typeHeight())));
        Strip strip;
        strip.height = item.area.height() + units(2);
        const ChartStyle style = ChartStyle::withFont(m_types.fonts().at(item.font));
        const QList<QRectF> regions = chartRegions(item.area, chart, style);
        for (qsizetype i = 0; i < regions.size(); ++i) {
            const QString key = chart.points.at(i).link.key;
            if (!key.isEmpty()) {
                const QRectF area = regions.at(i);
                strip.items.links.append(
                    {QRectF(area.topLeft() / kUnitsPerMm, area.size() / kUnitsPerMm), key, chart.points.at(i).label});
            }
        }
        strip.items.charts.append(item);
        strips.strips.append(strip);
    }

    void operator()(const PageBreak &)
    {
        Strip strip;
        strip.breakBefore = true;
        strips.strips.append(strip);
    }

    void operator()(const Space &space)
    {
        addSpace(space.lines * m_pitch);
        strips.strips.last().goneAtTop = false; // covers ask for it
    }

    void operator()(const CutLine &cut)
    {
        const int font = m_types.font(Face::Song, points(FontSize::Five));
        const double height = units(10);
        const double width = m_types.advance(font, cut.text);
        const double gap = cut.text.isEmpty() ? 0 : m_types.em(font);
        const double left = (m_width - width) / 2;
        Strip strip;
        strip.height = height;
        if (!cut.text.isEmpty()) {
            TextItem item;
            item.text = cut.text;
            item.font = font;
            item.baseline = {left, m_types.baseline(font, height)};
            strip.items.texts.append(item);
        }
        const double y = height / 2;
        strip.items.rules.append({QLineF(0, y, left - gap, y), kInnerRule, true});
        strip.items.rules.append({QLineF(left + width + gap, y, m_width, y), kInnerRule, true});
        strips.strips.append(strip);
    }

    void operator()(const Contents &contents)
    {
        const int head = m_types.font(Face::Hei, points(FontSize::Three));
        addLines({{contents.title, head}}, {m_width}, m_pitch * 1.5, Align::Center, true);
        const int font = m_types.font(Face::FangSong, points(FontSize::Four));
        const double height = units(8.5);
        for (qsizetype i = 0; i < m_contents.size(); ++i) {
            const double indent = m_contents.at(i).level > 1 ? 2 * m_types.em(font) : 0;
            Setting setting;
            setting.width = m_width - 3 * m_types.em(font);
            setting.firstIndent = indent;
            setting.hangingIndent = indent;
            addLines({{m_contents.at(i).text, font}}, setting, height, Align::Left, false);
            strips.strips.last().contentsOf = static_cast<int>(i);
        }
    }

    void addTopLeft(const QStringList &lines)
    {
        const int font = m_types.font(Face::Hei, points(FontSize::Three));
        for (const QString &text : lines) {
            addLines({{text, font}}, {m_width}, m_pitch, Align::Left, true);
        }
    }

private:
    int bodyFont() { return m_types.font(Face::FangSong, points(FontSize::Three)); }

    // A whole number of characters fills the width, as 28 of 16 pt do in 156 mm, if that needs a nudge only.
    Setting justified(int font, int indentCharacters)
    {
        const double em = m_types.em(font);
        const double pitch = m_width / std::round(m_width / em);
        Setting setting;
        setting.width = m_width;
        setting.spacing = qAbs(pitch - em) < em * 0.02 ? pitch - em : 0;
        setting.firstIndent = indentCharacters * (em + setting.spacing);
        setting.justify = true;
        return setting;
    }

    void addLines(const QList<StyledText> &runs, const Setting &setting, double height, Align align, bool keep)
    {
        for (const TextLine &line : breakLines(m_types, runs, setting)) {
            Strip strip;
            strip.height = height;
            strip.keepWithNext = keep;
            setLines(strip.items, m_types, {line}, {0, 0}, m_width, height, align);
            strips.strips.append(strip);
        }
    }

    void addWords(const QString &text, int font, double x, double height)
    {
        Strip strip;
        strip.height = height;
        TextItem item;
        item.text = text;
        item.font = font;
        item.baseline = {x, m_types.baseline(font, height)};
        strip.items.texts.append(item);
        strips.strips.append(strip);
    }

    void small(const QString &text, FontSize size)
    {
        const int font = m_types.font(Face::Song, points(size));
        Setting setting;
        setting.width = m_width;
        setting.justify = true;
        addLines({{text, font}}, setting, m_types.em(font) * 1.5, Align::Left, false);
    }

    void addSpace(double height)
    {
        Strip strip;
        strip.height = height;
        strip.goneAtTop = true;
        strips.strips.append(strip);
    }

    // What follows belongs to the last strip that shows something.
    void keepLast()
    {
        for (qsizetype i = strips.strips.size() - 1; i >= 0; --i) {
            strips.strips[i].keepWithNext = true;
            if (!strips.strips.at(i).goneAtTop) {
                break;
            }
        }
    }

    // Signatures under a table go with its last rows: a page with nothing but names to sign says nothing.
    void keepWithTable()
    {
        constexpr qsizetype between = 6; // an empty line, a sentence or two
        const qsizetype end = strips.strips.size();
        qsizetype at = end - 1;
        while (at >= 0 && end - at <= between && strips.strips.at(at).table < 0) {
            --at;
        }
        if (at >= 0 && strips.strips.at(at).table >= 0) {
            for (; at < end; ++at) {
                strips.strips[at].keepWithNext = true;
            }
        }
    }

    void addFigureRow(const KeyFigures &figures, qsizetype from, int perRow, bool first, bool last)
    {
        const int labelFont = m_types.font(Face::Song, points(FontSize::Five));
        const int valueFont = m_types.font(Face::Hei, points(FontSize::LesserTwo));
        const int changeFont = m_types.font(Face::Song, points(FontSize::LesserFive));
        const double column = m_width / perRow;
        Strip strip;
        strip.height = units(21);
        strip.keepWithNext = !last;
        const auto put = [&](const QString &text, int font, double x, double y, double height, const QString &key) {
            PageItems &items = strip.items;
            const QList<TextLine> lines = breakLines(m_types, {{text, font, false, key}}, {column});
            setLines(items, m_types, {lines.first()}, {x, y}, column, height, Align::Center);
        };
        for (int i = 0; i < perRow; ++i) {
            const double x = column * i;
            if (i > 0) {
                strip.items.rules.append({QLineF(x, 0, x, strip.height), kInnerRule, false});
            }
            if (from + i >= figures.items.size()) {
                continue;
            }
            const KeyFigures::Item &item = figures.items.at(from + i);
            put(item.label, labelFont, x, units(1.5), units(5), {});
            put(item.value, valueFont, x, units(6.5), units(8.5), item.link.key);
            put(item.change, changeFont, x, units(15), units(4.5), {});
        }
        const double top = first ? kOuterRule : kInnerRule;
        strip.items.rules.append({QLineF(0, 0, m_width, 0), top, false});
        strip.items.rules.append({QLineF(0, 0, 0, strip.height), kOuterRule, false});
        strip.items.rules.append({QLineF(m_width, 0, m_width, strip.height), kOuterRule, false});
        if (last) {
            strip.items.rules.append({QLineF(0, strip.height, m_width, strip.height), kOuterRule, false});
        }
        strips.strips.append(strip);
    }

    const PageSetup &m_page;
    TypeCase &m_types;
    const QList<ContentsEntry> &m_contents;
    int *m_nextAnchor;
    bool m_isSigned = false; // the block before is a SignOff
    double m_width;
    double m_pitch;
};

} // namespace

QList<ContentsEntry> contentsOf(const Document &document)
{
    QList<ContentsEntry> entries;
    for (const Section &section : document.sections) {
        for (const Block &block : section.blocks) {
            if (const auto *heading = std::get_if<Heading>(&block); heading && heading->level == 1) {
                entries.append({heading->text, 1});
            } else if (const auto *table = std::get_if<Table>(&block); table && !table->caption.isEmpty()) {
                entries.append({table->caption, 2});
            }
        }
    }
    return entries;
}

void setLines(PageItems &items, const TypeCase &types, const QList<TextLine> &lines, QPointF topLeft, double width,
              double lineHeight, Align align, bool strike)
{
    double y = topLeft.y();
    for (const TextLine &line : lines) {
        const double gap = width - line.width;
        const double x = topLeft.x() + (align == Align::Right ? gap : align == Align::Center ? gap / 2 : 0);
        for (const Fragment &fragment : line.fragments) {
            TextItem item;
            item.text = fragment.text;
            item.font = fragment.font;
            item.spacing = line.spacing;
            item.width = fragment.width;
            item.underline = fragment.underline;
            item.strike = strike;
            item.baseline = {x + fragment.x, y + types.baseline(fragment.font, lineHeight)};
            if (!fragment.key.isEmpty()) {
                const double em = types.em(fragment.font);
                const QRectF area(x + fragment.x, item.baseline.y() - em * 0.98, fragment.width, em * 1.2);
                items.links.append(
                    {QRectF(area.topLeft() / kUnitsPerMm, area.size() / kUnitsPerMm), fragment.key, fragment.text});
            }
            items.texts.append(item);
        }
        y += lineHeight;
    }
}

Strips measureSection(const Section &section, const PageSetup &page, TypeCase &types,
                      const QList<ContentsEntry> &contents, int *nextAnchor, const QStringList &topLeft)
{
    Measurer measurer(page, types, contents, nextAnchor);
    measurer.addTopLeft(topLeft);
    for (const Block &block : section.blocks) {
        measurer.add(block);
    }
    return std::move(measurer.strips);
}

} // namespace gridbook
