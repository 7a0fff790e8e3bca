#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <array>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

struct Drawing
{
    QLatin1StringView name;
    QLatin1StringView path;
};

constexpr std::array drawings{
    Drawing{QLatin1StringView(""), QLatin1StringView("")},
#define GLYPH(id, name, path) Drawing{QLatin1StringView(name), QLatin1StringView(path)},
#include "resources/icons/glyphs.inc"
#undef GLYPH
};

struct Shape
{
    QPainterPath lines;
    QPainterPath dots;
};

Shape parse(QLatin1StringView text)
{
    Shape shape;
    const QStringList words = QString(text).split(u' ', Qt::SkipEmptyParts);
    qsizetype next = 0;
    const auto number = [&words, &next] { return next < words.size() ? words[next++].toDouble() : 0.0; };
    const auto point = [&number] {
        const double x = number();
        return QPointF(x, number());
    };
    while (next < words.size()) {
        const char16_t command = words[next++].front().unicode();
        if (command == u'M') {
            shape.lines.moveTo(point());
        } else if (command == u'L') {
            shape.lines.lineTo(point());
        } else if (command == u'C') {
            const QPointF first = point();
            const QPointF second = point();
            shape.lines.cubicTo(first, second, point());
        } else if (command == u'Z') {
            shape.lines.closeSubpath();
        } else if (command == u'R') {
            const QPointF corner = point();
            const QPointF size = point();
            const double radius = number();
            shape.lines.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
        } else if (command == u'O' || command == u'D') {
            const QPointF centre = point();
            const double radius = number();
            (command == u'O' ? shape.lines : shape.dots).addEllipse(centre, radius, radius);
        }
    }
    return shape;
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, Tint tint) : m_glyph(glyph), m_tint(tint) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = mode == QIcon::Disabled ? currentTheme().tokens.disabled : tintColour(m_tint);
        paintGlyph(*painter, m_glyph, rect, colour);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    // size is in device pixels here (Qt 6); the drawing fills it, whatever the scale.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_tint); }
    QString key() const override { return u"gridbook-glyph"_qs; }
    QString iconName() override { return glyphName(m_glyph); }
    bool isNull() override { return m_glyph == Glyph::None; }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

private:
    Glyph m_glyph;
    Tint m_tint;
};

class MarkEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintProgramMark(*painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new MarkEngine; }
    QString key() const override { return u"gridbook-mark"_qs; }
    bool isNull() override { return false; }
    // Window systems ask which sizes there are before they ask for a picture.
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {{16, 16}, {24, 24}, {32, 32}, {48, 48}, {64, 64}, {128, 128}, {256, 256}};
    }
};

} // namespace

QIcon icon(Glyph glyph, Tint tint)
{
    return glyph == Glyph::None ? QIcon() : QIcon(new GlyphEngine(glyph, tint));
}

QColor tintColour(Tint tint)
{
    const Tokens &t = currentTheme().tokens;
    switch (tint) {
    case Tint::Text:
        return t.text;
    case Tint::Secondary:
        return t.secondary;
    case Tint::Accent:
        return t.accentText;
    case Tint::OnAccent:
        return t.onAccent;
    case Tint::Information:
        return t.information;
    case Tint::Success:
        return t.success;
    case Tint::Warning:
        return t.warning;
    case Tint::Danger:
        return t.danger;
    }
    return t.text;
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &where, const QColor &colour)
{
    if (glyph == Glyph::None) {
        return;
    }
    const Shape shape = parse(drawings[size_t(glyph)].path);
    const double side = qMin(where.width(), where.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24.0, side / 24.0);
    // Below 20 pixels a pen of 1.75 units would be thinner than the letters beside it.
    const double pen = side < 20 ? 2.0 : 1.75;
    const bool filled = glyph == Glyph::SortUp || glyph == Glyph::SortDown;
    painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(filled ? QBrush(colour) : Qt::NoBrush);
    painter.drawPath(shape.lines);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(shape.dots);
    painter.restore();
}

Glyph glyphNamed(QStringView name)
{
    for (size_t i = 1; i < drawings.size(); ++i) {
        if (name == drawings[i].name) {
            return Glyph(i);
        }
    }
    return Glyph::None;
}

QString glyphName(Glyph glyph)
{
    return drawings[size_t(glyph)].name;
}

QList<Glyph> allGlyphs()
{
    QList<Glyph> glyphs;
    for (size_t i = 1; i < drawings.size(); ++i) {
        glyphs.append(Glyph(i));
    }
    return glyphs;
}

QIcon programIcon()
{
    return QIcon(new MarkEngine);
}

void paintProgramMark(QPainter &painter, const QRectF &where)
{
    const double side = qMin(where.width(), where.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24.0, side / 24.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xB5302A));
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 4.5, 4.5);
    painter.setBrush(Qt::white);
    for (const double x : {5.0, 12.8}) {
        for (const double y : {5.0, 12.8}) {
            painter.drawRoundedRect(QRectF(x, y, 6.2, 6.2), 0.9, 0.9);
        }
    }
    painter.restore();
}

} // namespace gridbook::ui
