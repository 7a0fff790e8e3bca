#pragma once
// The line icons of the program, painted from path data at any size and pixel ratio in the colours of the theme.
// The colour is looked up when painting, so icons follow a change of theme by themselves.
#include <QColor>
#include <QIcon>

class QPainter;

namespace gridbook::ui {

enum class Glyph {
    None, // paints nothing
#define GLYPH(id, name, path) id,
#include "resources/icons/glyphs.inc"
#undef GLYPH
};

enum class Tint { Text, Secondary, Accent, OnAccent, Information, Success, Warning, Danger };

// Disabled icons are paler; checked or selected ones keep their tint.
[[nodiscard]] QIcon icon(Glyph glyph, Tint tint = Tint::Text);
[[nodiscard]] QColor tintColour(Tint tint);
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &where, const QColor &colour);
// The glyph called so in glyphs.inc ("chevron-up"); None if there is none.
[[nodiscard]] Glyph glyphNamed(QStringView name);
[[nodiscard]] QString glyphName(Glyph glyph);
// Every glyph, in the order of glyphs.inc, without None.
[[nodiscard]] QList<Glyph> allGlyphs();

// The mark of the program: a white grid on a red square.
[[nodiscard]] QIcon programIcon();
void paintProgramMark(QPainter &painter, const QRectF &where);

} // namespace gridbook::ui
