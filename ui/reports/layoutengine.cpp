#include "ui/reports/layoutengine.h"
#include "ui/reports/strips.h"
#include <QGuiApplication>
#include <QScreen>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

class Stacker
{
public:
    Stacker(PagedDocument &out, TypeCase &types, qsizetype entries)
        : m_out(out), m_types(types), m_anchorPages(entries, -1)
    {}

    void addSection(const Strips &strips, const PageSetup &setup)
    {
        m_strips = &strips;
        m_setup = setup;
        m_height = units(setup.typeHeight());
        newPage();
        for (qsizetype i = 0; i < strips.strips.size(); ++i) {
            const Strip &strip = strips.strips.at(i);
            if (strip.breakBefore && m_y > 0) {
                newPage();
            }
            if (m_y > 0 && !fits(i)) {
                newPage();
            }
            place(strip);
        }
        closeTable();
    }

    // The page numbers of the contents, when all pages are known.
    void fillContents()
    {
        for (const Mention &mention : m_mentions) {
            const int page = m_anchorPages.value(mention.entry, -1);
            if (page < 0) {
                continue;
            }
            const QString number = QString::number(page + 1);
            const double dot = m_types.advance(mention.font, u"."_qs) * 1.6;
            const double numberWidth = m_types.advance(mention.font, number);
            const double room = mention.right - mention.left - numberWidth - 4 * dot;
            TextItem item;
            item.font = mention.font;
            item.baseline = {mention.right - numberWidth, mention.baseline};
            item.text = number;
            PageItems &items = m_out.pages[mention.page].items;
            items.texts.append(item);
            if (room > dot) {
                item.text = QString(static_cast<qsizetype>(room / dot), u'.');
                item.spacing = dot / 1.6 * 0.6;
                item.baseline.setX(mention.left + dot * 2);
                items.texts.append(item);
            }
        }
    }

private:
    struct Mention
    {
        int page = 0;
        int entry = 0;
        int font = 0;
        double left = 0;
        double right = 0;
        double baseline = 0;
    };

    [[nodiscard]] QPointF origin() const { return {units(m_setup.left), units(m_setup.top)}; }
    PageItems &items() { return m_out.pages.last().items; }

    void newPage()
    {
        closeTable();
        m_out.pages.append(Page{m_setup, {}});
        m_y = 0;
    }

    // Whether the strip, with all that must stay with it, has room on this page; what cannot stay together need not.
    [[nodiscard]] bool fits(qsizetype at) const
    {
        const QList<Strip> &strips = m_strips->strips;
        const bool inTable = strips.at(at).table >= 0 && !strips.at(at).tableBegin;
        const double head = inTable ? m_strips->tables.at(strips.at(at).table).heightAbove(strips.at(at).group) : 0;
        double height = 0;
        qsizetype i = at;
        do {
            height += strips.at(i).height;
            if (height + head > m_height + 1) {
                return m_y + strips.at(at).height <= m_height + 1;
            }
        } while (strips.at(i).keepWithNext && ++i < strips.size());
        return m_y + height <= m_height + 1;
    }

    void place(const Strip &strip)
    {
        if (strip.table != m_openTable) {
            closeTable();
        }
        if (strip.goneAtTop && m_y <= 0) {
            return;
        }
        if (strip.table >= 0) {
            const TableFrame &frame = m_strips->tables.at(strip.table);
            if (m_openTable < 0 && !strip.tableBegin) {
                items().append(frame.head, origin() + QPointF(0, m_y));
                if (strip.group >= 0) {
                    items().append(frame.groups.at(strip.group).items, origin() + QPointF(0, m_y + frame.headHeight));
                }
                m_y += frame.heightAbove(strip.group);
            }
            m_openTable = strip.table;
        }
        items().append(strip.items, origin() + QPointF(0, m_y));
        const int page = static_cast<int>(m_out.pages.size()) - 1;
        if (strip.anchor >= 0 && strip.anchor < m_anchorPages.size()) {
            m_anchorPages[strip.anchor] = page;
        }
        if (strip.contentsOf >= 0 && !strip.items.texts.isEmpty()) {
            const TextItem &text = strip.items.texts.last();
            m_mentions.append({page, strip.contentsOf, text.font, origin().x() + text.baseline.x() + text.width,
                               origin().x() + units(m_setup.typeWidth()), origin().y() + m_y + text.baseline.y()});
        }
        m_y += strip.height;
    }

    void closeTable()
    {
        if (m_openTable >= 0) {
            const TableFrame &frame = m_strips->tables.at(m_openTable);
            const QLineF line(frame.left, m_y, frame.right, m_y);
            items().rules.append({line.translated(origin()), kOuterRule, false});
        }
        m_openTable = -1;
    }

    PagedDocument &m_out;
    TypeCase &m_types;
    QList<int> m_anchorPages;
    QList<Mention> m_mentions;
    const Strips *m_strips = nullptr;
    PageSetup m_setup;
    double m_height = 0;
    double m_y = 0;
    int m_openTable = -1;
};

// — 1 — under the type area, odd pages at the outer right, even pages at the left, one character in (GB/T
// 9704-2012, 7.5). A landscape page keeps the place its number has when the sheet is bound upright.
TextItem officialNumber(const PageSetup &setup, int number, TypeCase &types)
{
    TextItem item;
    item.font = types.font(Face::Song, points(FontSize::Four));
    item.text = u"— %1 —"_qs.arg(number);
    const double em = types.em(item.font);
    const double width = types.advance(item.font, item.text);
    const bool landscape = setup.orientation == Orientation::Landscape;
    const QSizeF sheet = setup.size();
    const double sheetWidth = units(landscape ? sheet.height() : sheet.width());
    const double left = units(landscape ? setup.top : setup.left);
    const double right = units(landscape ? setup.bottom : setup.right);
    const double under = units(landscape ? sheet.width() - setup.left : sheet.height() - setup.bottom);
    const QPointF upright(number % 2 == 1 ? sheetWidth - right - em - width : left + em, under + units(7) + em * 0.36);
    item.baseline = landscape ? QPointF(units(sheet.width()) - upright.y(), upright.x()) : upright;
    item.quarterTurn = landscape;
    return item;
}

TextItem bookNumber(const PageSetup &setup, int number, qsizetype count, TypeCase &types)
{
    TextItem item;
    item.font = types.font(Face::Song, points(FontSize::Five));
    item.text = u"第 %1 页  共 %2 页"_qs.arg(number).arg(count);
    const double width = types.advance(item.font, item.text);
    item.baseline = {units(setup.left + setup.typeWidth() / 2) - width / 2,
                     units(setup.size().height() - setup.bottom + qMin(7.0, setup.bottom / 2))};
    return item;
}

void addMargins(PagedDocument &out, const QString &mark, TypeCase &types)
{
    for (qsizetype i = 0; i < out.pages.size(); ++i) {
        Page &page = out.pages[i];
        const int number = static_cast<int>(i) + 1;
        if (page.setup.numbering == Numbering::Official) {
            page.items.texts.append(officialNumber(page.setup, number, types));
        } else if (page.setup.numbering == Numbering::Book) {
            page.items.texts.append(bookNumber(page.setup, number, out.pages.size(), types));
        }
        if (!mark.isEmpty()) {
            TextItem item;
            item.font = types.font(Face::Hei, points(FontSize::LesserFour));
            item.text = mark;
            item.baseline = {units(page.setup.left), units(page.setup.top - qMin(6.0, page.setup.top / 3))};
            page.items.texts.append(item);
        }
    }
}

} // namespace

PagedDocument paginate(const Document &document, const FontChoice &fonts)
{
    PagedDocument out;
    out.title = document.title;
    if (const QScreen *screen = QGuiApplication::primaryScreen()) {
        out.screenDpi = qRound(screen->logicalDotsPerInchY());
    }
    TypeCase types(fonts);
    const QList<ContentsEntry> contents = contentsOf(document);
    Stacker stacker(out, types, contents.size());
    int nextAnchor = 0;
    QStringList topLeft = document.topLeft;
    for (const Section &section : document.sections) {
        const PageSetup &setup = document.pageOf(section);
        const Strips strips = measureSection(section, setup, types, contents, &nextAnchor, topLeft);
        stacker.addSection(strips, setup);
        topLeft.clear();
    }
    stacker.fillContents();
    addMargins(out, document.mark, types);
    out.fonts = types.fonts();
    return out;
}

} // namespace gridbook
