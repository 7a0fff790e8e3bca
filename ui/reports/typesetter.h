#pragma once
// Breaks text into lines by the rules of Chinese typesetting (禁则): closing punctuation never begins a line, opening
// punctuation never ends one, words and numbers of Latin script stay whole, —— and …… are not torn.
// All lengths are layout units (kUnitsPerMm to a millimetre).
#include "ui/reports/fonts.h"
#include <QFontMetricsF>
#include <vector>

namespace gridbook {

// The fonts in use on a paper, each measured once; a font is named by its place in fonts().
class TypeCase
{
public:
    explicit TypeCase(const FontChoice &choice) : m_choice(choice) {}

    int font(Face face, double points, bool bold = false);
    [[nodiscard]] const QList<QFont> &fonts() const { return m_fonts; }
    [[nodiscard]] double em(int font) const { return m_faces.at(static_cast<std::size_t>(font)).em; }
    // From the top of a line of this height to the baseline that puts the characters in its middle.
    [[nodiscard]] double baseline(int font, double lineHeight) const;
    double advance(int font, const QString &text);

private:
    struct Measured
    {
        Face face;
        double points;
        bool bold;
        double em;
        QFontMetricsF metrics;
        QHash<QString, double> advances;
    };
    FontChoice m_choice;
    QList<QFont> m_fonts;
    std::vector<Measured> m_faces;
};

struct StyledText
{
    QString text = {};
    int font = 0;
    bool underline = false;
    QString key = {}; // of a figure link
};

struct Fragment
{
    QString text = {};
    int font = 0;
    double x = 0;
    double width = 0;
    bool underline = false;
    QString key = {};
};

struct TextLine
{
    QList<Fragment> fragments = {}; // x from the line's left edge, indent included
    double width = 0;               // with the indent
    double spacing = 0;             // letter spacing of this line
    bool endsParagraph = false;
};

struct Setting
{
    double width = 0;
    double firstIndent = 0;
    double hangingIndent = 0; // of the other lines
    double spacing = 0;       // letter spacing; the official page fits 28 characters of 16 pt in 156 mm
    bool justify = false;     // lines that do not end a paragraph fill the width; may squeeze in a closing mark
    bool balanced = false;    // in cells: no single character is left for the last line
};

// At least one line; a line feed begins a new one.
QList<TextLine> breakLines(TypeCase &types, const QList<StyledText> &runs, const Setting &setting);

} // namespace gridbook
