#pragma once
// Fusion with our own measures and colours, the same on every system, so that what is tested is what is seen.
// Widgets are told their part by properties; see setRole(), setPrimary(), setLinkLike(), setFrameState() in theme.h.
// A style instead of a style sheet: tables of a million rows stay quick, and indicators need no picture files.
#include "ui/shell/theme.h"
#include <QProxyStyle>

namespace gridbook::ui {

class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(Theme theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    void polish(QApplication *app) override { QProxyStyle::polish(app); }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

protected:
    // Enter presses the button that has the focus, on pages as in dialogs; Qt leaves that to dialogs.
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void drawEditorFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawToolButton(QPainter *painter, const QStyleOption *option) const;
    void drawIndicator(QPainter *painter, const QStyleOption *option, bool round) const;
    void drawItemRow(QPainter *painter, const QStyleOption *option) const;
    void drawHeaderSection(QPainter *painter, const QStyleOption *option) const;
    void drawTab(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawTabLabel(QPainter *painter, const QStyleOption *option) const;
    void drawMenuItem(QPainter *painter, const QStyleOption *option) const;
    void drawProgress(QPainter *painter, const QStyleOption *option) const;
    void drawScrollBar(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawComboBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawSpinBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawArrow(QPainter *painter, PrimitiveElement arrow, const QStyleOption *option) const;

    Theme m_theme;
};

} // namespace gridbook::ui
