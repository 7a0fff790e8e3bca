#include "tests/support/uitesting.h"
#include "ui/shell/theme.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace gridbook::ui;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsMeasuredAsTheStandardDoes();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void digitsStandInLine_data();
    void digitsStandInLine();
    void sizeIsKeptInBounds();
    void switchingChangesLabelsAtOnce();
    void primaryButtonIsFilled();
    void enterPressesTheButton();
};

void ThemeTest::contrastIsMeasuredAsTheStandardDoes()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448); // the known value just below the limit
}

void ThemeTest::everyTextCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const Tokens t = makeTheme(mode).tokens;
        const struct
        {
            const char *name;
            QColor colour;
        } inks[] = {{"text", t.text},         {"secondary", t.secondary},
                    {"accent", t.accentText}, {"information", t.information},
                    {"success", t.success},   {"warning", t.warningText},
                    {"danger", t.danger}},
          grounds[] = {{"window", t.window}, {"surface", t.surface}, {"alternate", t.alternate}};
        const char *side = mode == ThemeMode::Light ? "light" : "dark";
        for (const auto &ink : inks) {
            for (const auto &ground : grounds) {
                QTest::addRow("%s %s on %s", side, ink.name, ground.name) << ink.colour << ground.colour;
            }
        }
        QTest::addRow("%s accent button", side) << t.onAccent << t.accent;
        QTest::addRow("%s red badge", side) << t.onAccent << t.dangerFill;
        QTest::addRow("%s grey badge", side) << t.secondary << t.quietFill;
        QTest::addRow("%s head", side) << t.secondary << t.sunken;
        QTest::addRow("%s selected row", side) << t.text << t.accentSoft;
        QTest::addRow("%s active place", side) << t.accentText << t.accentSoft;
        QTest::addRow("%s chip", side) << t.information << t.informationSoft;
        QTest::addRow("%s warning bar", side) << t.warningText << t.warningSoft;
        QTest::addRow("%s danger bar", side) << t.danger << t.dangerSoft;
        QTest::addRow("%s success bar", side) << t.success << t.successSoft;
    }
}

void ThemeTest::everyTextCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = contrast(ink, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::digitsStandInLine_data()
{
    QTest::addColumn<int>("pointSize");
    for (int size = 9; size <= 14; ++size) {
        QTest::addRow("%d pt", size) << size;
    }
}

void ThemeTest::digitsStandInLine()
{
    QFETCH(int, pointSize);
    const Theme theme = makeTheme(ThemeMode::Light, pointSize);
    QVERIFY(hasTabularDigits(theme.fonts.base));
    QVERIFY(hasTabularDigits(theme.fonts.strong));
    QVERIFY(theme.metrics.rowHeight >= QFontMetrics(theme.fonts.base).height() + 4);
    if (pointSize == 10) {
        QCOMPARE(theme.metrics.rowHeight, 30);
    }
}

void ThemeTest::sizeIsKeptInBounds()
{
    QCOMPARE(makeTheme(ThemeMode::Light, 3).pointSize, 9);
    QCOMPARE(makeTheme(ThemeMode::Light, 99).pointSize, 14);
}

void ThemeTest::switchingChangesLabelsAtOnce()
{
    const Theme light = makeTheme(ThemeMode::Light);
    const Theme dark = makeTheme(ThemeMode::Dark, 12);
    applyTheme(*qApp, light);
    QLabel label(u"第三季度"_qs);
    setRole(&label, Role::Secondary);
    label.show();
    QCOMPARE(label.palette().color(QPalette::WindowText), light.tokens.secondary);
    applyTheme(*qApp, dark);
    QCOMPARE(currentTheme().mode, ThemeMode::Dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), dark.tokens.secondary);
    QCOMPARE(label.font().pointSizeF(), 12.0);
    setRole(&label, Role::Danger);
    QCOMPARE(label.palette().color(QPalette::WindowText), dark.tokens.danger);
}

void ThemeTest::primaryButtonIsFilled()
{
    const Theme theme = makeTheme(ThemeMode::Light);
    applyTheme(*qApp, theme);
    QPushButton button(u"新增党员"_qs);
    button.resize(button.sizeHint());
    const QPoint corner(6, button.height() / 2);
    QCOMPARE(button.grab().toImage().pixelColor(corner), theme.tokens.surface);
    setPrimary(&button);
    QCOMPARE(button.grab().toImage().pixelColor(corner), theme.tokens.accent);
}

// On a page, where Qt knows no default buttons.
void ThemeTest::enterPressesTheButton()
{
    applyTheme(*qApp, makeTheme(ThemeMode::Light));
    QWidget page;
    const QList<QAbstractButton *> buttons{new QPushButton(u"打印"_qs, &page), new QToolButton(&page)};
    page.show();
    for (QAbstractButton *button : buttons) {
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        QTest::keyClick(button, Qt::Key_Return);
        QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(clicked.size(), 2);
        QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier); // saves, or means something else
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(clicked.size(), 3);
    }
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
