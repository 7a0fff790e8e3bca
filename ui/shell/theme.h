#pragma once
// The look in one place: colours, measures and fonts, light and dark. Every colour on screen comes from here.
// Text colours have a contrast of at least 4.5:1 on window and surface (tested). Measures are device-independent
// pixels.
#include <QColor>
#include <QFont>
#include <QString>

class QApplication;
class QWidget;

namespace gridbook::ui {

enum class ThemeMode { Light, Dark };

struct Tokens
{
    QColor window;     // behind everything
    QColor surface;    // cards, tables, editors
    QColor sunken;     // table heads, the search field, read-only editors
    QColor hover;      // below the pointer
    QColor line;       // between rows, around cards
    QColor lineStrong; // around editors and buttons
    QColor alternate;  // every second row
    QColor text;
    QColor secondary;   // labels, hints
    QColor disabled;    // text that cannot be used
    QColor accent;      // fill: one primary action per screen, the active place
    QColor onAccent;    // text on accent
    QColor accentText;  // the accent as text
    QColor accentSoft;  // selected row, active place
    QColor information; // links, information
    QColor informationSoft;
    QColor success;
    QColor successSoft;
    QColor warning;     // lines and signs
    QColor warningText; // words; darker than the sign where contrast asks for it
    QColor warningSoft;
    QColor danger;
    QColor dangerFill; // red count badges, with onAccent text
    QColor dangerSoft;
    QColor quietFill; // grey count badges
    QColor shadow;
};

struct Metrics
{
    int grid = 8;           // everything stands on this
    int rowHeight = 30;     // table rows at 10 pt; grows with the font
    int controlHeight = 32; // editors and buttons at 10 pt
    int radius = 4;
    int icon = 16;
};

struct Fonts
{
    QFont base;    // with digits of equal width
    QFont strong;  // base, bold
    QFont small;   // hints and badges
    QFont section; // heads of sections and cards
    QFont title;   // heads of pages
    QFont figure;  // the large numbers of the home page
};

struct Theme
{
    ThemeMode mode = ThemeMode::Light;
    int pointSize = 10; // 9 to 14, a setting
    Tokens tokens;
    Metrics metrics;
    Fonts fonts;
};

// family: the office's own choice; empty or not installed: the first of our list that is there.
Theme makeTheme(ThemeMode mode, int pointSize = 10, const QString &family = {});
// Style, palette and fonts for the whole program; call again to switch while it runs.
void applyTheme(QApplication &app, const Theme &theme);
// The theme of the running program, for what paints itself. It lives in the application's style, as its palette does.
const Theme &currentTheme();

// The part a widget plays: how a label is written, whether a button leads. Can be changed at any time.
enum class Role { Plain, Title, Section, Strong, Secondary, Small, Figure, Information, Success, Warning, Danger };
void setRole(QWidget *label, Role role);
// One per screen: filled with the accent.
void setPrimary(QWidget *button, bool primary = true);
// A button that looks like a link: for verbs in lines of text.
void setLinkLike(QWidget *button, bool link = true);
// The frame of an editor: "", "info", "warning" or "error".
void setFrameState(QWidget *editor, const QString &state);

// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);
// True if all digits of the font are equally wide, so that columns of numbers stand in line.
bool hasTabularDigits(const QFont &font);

} // namespace gridbook::ui
