#include "ui/shell/theme.h"
#include "ui/shell/style.h"
#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QWidget>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xF5F6F8);
    t.surface = QColor(0xFFFFFF);
    t.sunken = QColor(0xF0F1F4);
    t.hover = QColor(0xF2F3F5);
    t.line = QColor(0xE3E5E9);
    t.lineStrong = QColor(0xC9CDD4);
    t.alternate = QColor(0xFAFBFC);
    t.text = QColor(0x1F2329);
    t.secondary = QColor(0x646A73);
    t.disabled = QColor(0xA3A8B0);
    t.accent = QColor(0xB5302A);
    t.onAccent = QColor(0xFFFFFF);
    t.accentText = QColor(0xB5302A);
    t.accentSoft = QColor(0xFCECEA);
    t.information = QColor(0x2B6CB0);
    t.informationSoft = QColor(0xE8F1FA);
    t.success = QColor(0x2E7D4F);
    t.successSoft = QColor(0xECF7F0);
    t.warning = QColor(0xB26A00);
    t.warningText = QColor(0x945700);
    t.warningSoft = QColor(0xFDF3E1);
    t.danger = QColor(0xC62828);
    t.dangerFill = QColor(0xC62828);
    t.dangerSoft = QColor(0xFDECEC);
    t.quietFill = QColor(0xEBEDF0);
    t.shadow = QColor(31, 35, 41, 40);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = QColor(0x1A1C20);
    t.surface = QColor(0x23262B);
    t.sunken = QColor(0x2A2E34);
    t.hover = QColor(0x2F333A);
    t.line = QColor(0x383D45);
    t.lineStrong = QColor(0x555C67);
    t.alternate = QColor(0x272A30);
    t.text = QColor(0xE8EAED);
    t.secondary = QColor(0xA9B0BB);
    t.disabled = QColor(0x6F7681);
    t.accent = QColor(0xBF3B34);
    t.onAccent = QColor(0xFFFFFF);
    t.accentText = QColor(0xFF938A);
    t.accentSoft = QColor(0x44292B);
    t.information = QColor(0x82B7F2);
    t.informationSoft = QColor(0x22364B);
    t.success = QColor(0x74CD98);
    t.successSoft = QColor(0x203A2B);
    t.warning = QColor(0xE5A94B);
    t.warningText = QColor(0xE5A94B);
    t.warningSoft = QColor(0x42341D);
    t.danger = QColor(0xFF8F86);
    t.dangerFill = QColor(0xC43A34);
    t.dangerSoft = QColor(0x482829);
    t.quietFill = QColor(0x383D45);
    t.shadow = QColor(0, 0, 0, 110);
    return t;
}

QString chooseFamily(const QString &wish)
{
    // Never trust substitution: it may bring a font whose digits dance.
    const QStringList wanted{wish,
                             u"Microsoft YaHei UI"_qs,
                             u"Microsoft YaHei"_qs,
                             u"微软雅黑"_qs,
                             u"Noto Sans CJK SC"_qs,
                             u"Source Han Sans SC"_qs,
                             u"Source Han Sans CN"_qs,
                             u"PingFang SC"_qs,
                             u"HarmonyOS Sans SC"_qs,
                             u"WenQuanYi Micro Hei"_qs};
    for (const QString &family : wanted) {
        if (!family.isEmpty() && QFontDatabase::hasFamily(family)) {
            return family;
        }
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QPalette makePalette(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.alternate);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.secondary);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.onAccent);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.accentSoft);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.information);
    p.setColor(QPalette::LinkVisited, t.information);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.lineStrong);
    p.setColor(QPalette::Shadow, t.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, t.disabled);
    }
    return p;
}

double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(double(colour.redF())) + 0.7152 * part(double(colour.greenF())) +
           0.0722 * part(double(colour.blueF()));
}

void setLook(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

Theme makeTheme(ThemeMode mode, int pointSize, const QString &family)
{
    Theme theme;
    theme.mode = mode;
    theme.pointSize = qBound(9, pointSize, 14);
    theme.tokens = mode == ThemeMode::Light ? lightTokens() : darkTokens();
    const auto font = [&theme, name = chooseFamily(family)](double scale, QFont::Weight weight) {
        QFont made(name);
        made.setPointSizeF(theme.pointSize * scale);
        made.setWeight(weight);
        made.setStyleStrategy(QFont::PreferAntialias);
        return made;
    };
    theme.fonts.base = font(1.0, QFont::Normal);
    theme.fonts.strong = font(1.0, QFont::Bold);
    theme.fonts.small = font(0.9, QFont::Normal);
    theme.fonts.section = font(1.05, QFont::Bold);
    theme.fonts.title = font(1.4, QFont::Bold);
    theme.fonts.figure = font(1.7, QFont::Bold);
    // Noto's line box is 1.45 em and YaHei's 1.32 em; the row must not depend on that, only on the size.
    const int pixels = qRound(theme.pointSize * 4.0 / 3.0);
    theme.metrics.rowHeight = 30 + (pixels - 13) * 2;
    theme.metrics.controlHeight = 32 + (pixels - 13) * 2;
    theme.metrics.icon = 16 + (pixels - 13);
    return theme;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    QApplication::setStyle(new Style(theme)); // the application takes it over
    QApplication::setPalette(makePalette(theme.tokens));
    QApplication::setFont(theme.fonts.base);
    app.setProperty("dark", theme.mode == ThemeMode::Dark);
}

const Theme &currentTheme()
{
    if (const auto *style = qobject_cast<const Style *>(QApplication::style())) {
        return style->theme();
    }
    static const Theme plain = makeTheme(ThemeMode::Light);
    return plain;
}

void setRole(QWidget *label, Role role)
{
    setLook(label, "role", int(role));
}
void setPrimary(QWidget *button, bool primary)
{
    setLook(button, "primary", primary);
}
void setLinkLike(QWidget *button, bool link)
{
    setLook(button, "link", link);
}
void setFrameState(QWidget *editor, const QString &state)
{
    setLook(editor, "validation", state);
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

bool hasTabularDigits(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - width) > 0.01) {
            return false;
        }
    }
    return true;
}

} // namespace gridbook::ui
