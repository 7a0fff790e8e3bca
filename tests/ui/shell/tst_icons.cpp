#include "tests/support/uitesting.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QApplication>
#include <QBuffer>
#include <QDataStream>
#include <QFile>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gridbook::ui;
using namespace gridbook;

class IconsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void everyGlyphPaintsInsideItsField_data();
    void everyGlyphPaintsInsideItsField();
    void colourFollowsTintStateAndTheme();
    void pictureIsSharpOnFineScreens();
    void committedProgramIconIsTheDrawnOne();
};

namespace {

// Pixels that are not empty.
int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y).alpha() > 40 ? 1 : 0;
        }
    }
    return count;
}

// The strongest colour of a picture.
QColor ink(const QIcon &from, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = from.pixmap(QSize(48, 48), 1.0, mode).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255) {
                return image.pixelColor(x, y);
            }
        }
    }
    return {};
}

} // namespace

void IconsTest::everyGlyphPaintsInsideItsField_data()
{
    QTest::addColumn<int>("glyph");
    for (const Glyph glyph : allGlyphs()) {
        QTest::newRow(qPrintable(glyphName(glyph))) << int(glyph);
    }
}

void IconsTest::everyGlyphPaintsInsideItsField()
{
    QFETCH(int, glyph);
    QImage field(72, 72, QImage::Format_ARGB32_Premultiplied);
    field.fill(Qt::transparent);
    QPainter painter(&field);
    paintGlyph(painter, Glyph(glyph), QRectF(12, 12, 48, 48), Qt::black);
    painter.end();
    QVERIFY2(inked(field) > 20, "nothing to see");
    QCOMPARE(inked(field), inked(field.copy(12, 12, 48, 48)));
    QCOMPARE(glyphNamed(glyphName(Glyph(glyph))), Glyph(glyph));
}

void IconsTest::colourFollowsTintStateAndTheme()
{
    const Theme light = makeTheme(ThemeMode::Light);
    const QIcon danger = icon(Glyph::Columns, Tint::Danger);
    QCOMPARE(ink(danger), light.tokens.danger);
    QCOMPARE(ink(danger, QIcon::Disabled), light.tokens.disabled);
    const Theme dark = makeTheme(ThemeMode::Dark);
    applyTheme(*qApp, dark);
    QCOMPARE(ink(danger), dark.tokens.danger);
    applyTheme(*qApp, light);
    QVERIFY(icon(Glyph::None).isNull());
}

void IconsTest::pictureIsSharpOnFineScreens()
{
    const QPixmap fine = icon(Glyph::Home).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(fine.size(), QSize(32, 32));
    QCOMPARE(fine.devicePixelRatio(), 2.0);
}

void IconsTest::committedProgramIconIsTheDrawnOne()
{
    const bool write = qEnvironmentVariableIsSet("GRIDBOOK_WRITE_ICONS");
    QByteArray directory;
    QByteArray pictures;
    const QList<int> sides{16, 32, 48, 256};
    for (const int side : sides) {
        const QImage drawn = programIcon().pixmap(QSize(side, side), 1.0).toImage();
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(drawn.save(&buffer, "PNG"));
        const QString path = gridbook::testing::sourceFile(u"resources/icons/gridbook-%1.png"_qs.arg(side));
        if (write) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(png) == png.size());
        }
        const QImage kept(path);
        QCOMPARE(kept.size(), QSize(side, side));
        // Not pixel by pixel: versions of Qt round the edges differently.
        QCOMPARE(kept.pixelColor(side / 2, side / 8), drawn.pixelColor(side / 2, side / 8));
        QDataStream entry(&directory, QIODevice::WriteOnly | QIODevice::Append);
        entry.setByteOrder(QDataStream::LittleEndian);
        entry << quint8(side % 256) << quint8(side % 256) << quint8(0) << quint8(0) << quint16(1) << quint16(32)
              << quint32(png.size()) << quint32(6 + 16 * sides.size() + pictures.size());
        pictures += png;
    }
    // The Windows icon: a directory of PNG pictures.
    QFile ico(gridbook::testing::sourceFile(u"resources/icons/gridbook.ico"));
    if (write) {
        QByteArray head;
        QDataStream stream(&head, QIODevice::WriteOnly);
        stream.setByteOrder(QDataStream::LittleEndian);
        stream << quint16(0) << quint16(1) << quint16(sides.size());
        QVERIFY(ico.open(QIODevice::WriteOnly) && ico.write(head + directory + pictures) > 0);
        ico.close();
    }
    QVERIFY(ico.open(QIODevice::ReadOnly));
    QVERIFY(ico.size() > 6 + 16 * sides.size());
    QCOMPARE(ico.read(6), QByteArray("\0\0\1\0\4\0", 6));
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
