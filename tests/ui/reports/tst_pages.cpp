#include "core/reports/documenttext.h"
#include "tests/core/reports/sample.h"
#include "tests/support/uitesting.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include "ui/reports/pdftext.h"
#include "ui/reports/typesetter.h"
#include <QFile>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace gridbook;
using namespace Qt::StringLiterals;

namespace {
QString textOf(const Page &page)
{
    QString text;
    for (const TextItem &item : page.items.texts) {
        text += item.text + u'\n';
    }
    return text;
}

QStringList lineTexts(const QList<TextLine> &lines)
{
    QStringList texts;
    for (const TextLine &line : lines) {
        QString text;
        for (const Fragment &fragment : line.fragments) {
            text += fragment.text;
        }
        texts.append(text);
    }
    return texts;
}

// Nothing but page numbers, header marks and rules on the edge lies outside the type area.
void checkInside(const PagedDocument &paged)
{
    for (const Page &page : paged.pages) {
        const double left = page.setup.left * kUnitsPerMm;
        const double bottom = (page.setup.size().height() - page.setup.bottom) * kUnitsPerMm;
        for (const RuleItem &rule : page.items.rules) {
            QVERIFY(rule.line.y2() <= bottom + 2);
            QVERIFY(rule.line.x1() >= left - 1);
        }
        for (const TextItem &item : page.items.texts) {
            if (!item.quarterTurn && !item.text.contains(u'—') && !item.text.startsWith(u'第')) {
                QVERIFY2(item.baseline.y() <= bottom, qPrintable(item.text));
            }
        }
    }
}
} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesFollowTheRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("characters");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("plain") << u"一二三四五六"_qs << 4.0 << QStringList{u"一二三四"_qs, u"五六"_qs};
        QTest::newRow("no full stop at the start")
            << u"一二三四。五"_qs << 4.0 << QStringList{u"一二三"_qs, u"四。五"_qs};
        QTest::newRow("no open bracket at the end")
            << u"一二三（四五）"_qs << 4.0 << QStringList{u"一二三"_qs, u"（四五）"_qs};
        QTest::newRow("quotes") << u"一二三“四”。五"_qs << 5.0 << QStringList{u"一二三"_qs, u"“四”。五"_qs};
        QTest::newRow("dash is whole") << u"一二三——四"_qs << 4.0 << QStringList{u"一二"_qs, u"三——四"_qs};
        QTest::newRow("numbers are whole") << u"一二三2026年"_qs << 4.0 << QStringList{u"一二三"_qs, u"2026年"_qs};
        QTest::newRow("line feed") << u"一\n二"_qs << 4.0 << QStringList{u"一"_qs, u"二"_qs};
        QTest::newRow("empty") << QString() << 4.0 << QStringList{QString()};
        QTest::newRow("line feed at the end") << u"一\n"_qs << 4.0 << QStringList{u"一"_qs, QString()};
    }
    void linesFollowTheRules()
    {
        QFETCH(QString, text);
        QFETCH(double, characters);
        QFETCH(QStringList, lines);
        TypeCase types{FontChoice()};
        const int font = types.font(Face::FangSong, 16);
        QCOMPARE(lineTexts(breakLines(types, {{text, font}}, {types.em(font) * characters})), lines);
    }

    void cellsLeaveNoCharacterAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("characters");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("head") << u"加入党组织日期"_qs << 6.2 << QStringList{u"加入党组织"_qs, u"日期"_qs};
        QTest::newRow("fits") << u"日期"_qs << 6.2 << QStringList{u"日期"_qs};
        QTest::newRow("two at the end") << u"一二三四五六七八"_qs << 6.2 << QStringList{u"一二三四五六"_qs, u"七八"_qs};
        QTest::newRow("three lines") << u"一二三四五六七"_qs << 3.2
                                     << QStringList{u"一二三"_qs, u"四五六"_qs, u"七"_qs};
        QTest::newRow("a line feed") << u"一二三四\n五"_qs << 6.2 << QStringList{u"一二三四"_qs, u"五"_qs};
        QTest::newRow("narrow") << u"一二三"_qs << 2.2 << QStringList{u"一二"_qs, u"三"_qs};
    }
    void cellsLeaveNoCharacterAlone()
    {
        QFETCH(QString, text);
        QFETCH(double, characters);
        QFETCH(QStringList, lines);
        TypeCase types{FontChoice()};
        const int font = types.font(Face::Song, 12);
        Setting setting;
        setting.width = types.em(font) * characters;
        setting.balanced = true;
        QCOMPARE(lineTexts(breakLines(types, {{text, font}}, setting)), lines);
    }

    void longNumbersAreCutRatherThanLost()
    {
        TypeCase types{FontChoice()};
        const int font = types.font(Face::Song, 10.5);
        const QString number = u"11010519491231002X"_qs;
        const QList<TextLine> lines = breakLines(types, {{number, font}}, {types.em(font) * 2});
        QVERIFY(lines.size() > 3);
        QCOMPARE(lineTexts(lines).join(QString()), number);
        for (const TextLine &line : lines) {
            QVERIFY(line.width <= types.em(font) * 2 + 1);
        }
        QCOMPARE(lineTexts(breakLines(types, {{number, font}}, {1})).join(QString()), number); // no room at all
    }

    void bodyLineHoldsTwentyEightCharacters()
    {
        Document document;
        document.body().add(Paragraph(QString(28 * 3 - 2, u'党')));
        const PagedDocument paged = paginate(document, FontChoice());
        const QList<TextItem> &texts = paged.pages.first().items.texts;
        QCOMPARE(texts.at(0).text.size(), 26); // two characters of indent
        QCOMPARE(texts.at(1).text.size(), 28);
        QCOMPARE(texts.at(2).text.size(), 28);
        const double pitch = (texts.at(1).baseline.y() - texts.at(0).baseline.y()) / kUnitsPerMm;
        QVERIFY(qAbs(pitch - 225.0 / 22) < 0.001);
    }

    void pageHoldsTwentyTwoLines()
    {
        Document document;
        document.body().add(Paragraph(QString(28 * 23 - 2, u'党')));
        const PagedDocument paged = paginate(document, FontChoice());
        QCOMPARE(paged.pages.size(), 2);
        QCOMPARE(paged.pages.at(0).items.texts.size(), 22 + 1); // and the page number
        QCOMPARE(paged.pages.at(1).items.texts.size(), 1 + 1);
    }

    void headingIsNeverTheLastLine()
    {
        for (int lines = 15; lines < 23; ++lines) {
            Document document;
            document.body().add(Paragraph(QString(28 * lines - 2, u'党')));
            document.body().add(Heading{1, u"一、标题"_qs});
            document.body().add(Heading{2, u"（一）小标题"_qs});
            document.body().add(Paragraph(u"正文。"_qs));
            const PagedDocument paged = paginate(document, FontChoice());
            bool found = false;
            for (const Page &page : paged.pages) {
                const QString text = textOf(page);
                if (text.contains(u"标题"_qs)) {
                    QVERIFY(text.contains(u"一、标题"_qs) && text.contains(u"（一）小标题"_qs) &&
                            text.contains(u"正文。"_qs));
                    found = true;
                }
            }
            QVERIFY(found);
        }
    }

    void sampleStaysInsideAndLinksAreThere()
    {
        const Document document = testing::sampleReport();
        const PagedDocument paged = paginate(document, FontChoice());
        checkInside(paged);
        QStringList keys;
        for (const Page &page : paged.pages) {
            const QRectF sheet(QPointF(), page.setup.size());
            for (const LinkRegion &link : page.items.links) {
                QVERIFY(sheet.contains(link.area) && !link.area.isEmpty());
                if (!keys.contains(link.key)) {
                    keys.append(link.key);
                }
            }
        }
        QCOMPARE(keys, figureKeys(document));
    }

    void headsRepeatAndRowsStayWhole()
    {
        Document document;
        document.addSection({}, PageSetup::book()).add(testing::rosterTable(200));
        const PagedDocument paged = paginate(document, FontChoice());
        QVERIFY(paged.pages.size() > 5);
        int rows = 0;
        for (qsizetype i = 0; i < paged.pages.size(); ++i) {
            const QString text = textOf(paged.pages.at(i));
            QCOMPARE(text.count(u"入党时间"_qs), 1);
            QCOMPARE(text.contains(u"（续表）"_qs), i > 0);
            QVERIFY(text.contains(u"共 %1 页"_qs.arg(paged.pages.size())));
            // A whole row has as many names as numbers of dues.
            QCOMPARE(text.count(u"王小明"_qs), paged.pages.at(i).items.links.size());
            rows += static_cast<int>(paged.pages.at(i).items.links.size());
        }
        QCOMPARE(rows, 200);
        checkInside(paged);
    }

    // Rows under a line that names them: it is never the last of its page, and stands above them again on the next.
    void groupsGoOnUnderTheirName()
    {
        for (int size = 5; size < 45; ++size) {
            Table table;
            table.caption = u"清单"_qs;
            table.columns = {{20}, {40}};
            table.setHead({u"序号"_qs, u"名称"_qs});
            for (const QChar name : u"甲乙丙"_qs) {
                table.add({Cell(name + u"社区"_qs)}, RowKind::Group);
                table.rows.last().cells.first().columnSpan = 2;
                for (int row = 0; row < size; ++row) {
                    table.add({Cell(QString::number(row)), Cell(name + u"网格"_qs)});
                }
            }
            table.add({Cell(u"合计"_qs), Cell(QString::number(size * 3))}, RowKind::Total);
            Document document;
            document.addSection({}, PageSetup::landscapeAnnex()).add(table);
            const PagedDocument paged = paginate(document, FontChoice());
            checkInside(paged);
            QString running; // the community of the last row of the page before
            for (const Page &page : paged.pages) {
                QStringList lines;
                for (const TextItem &item : page.items.texts) {
                    if (item.text.contains(u"社区") || item.text.contains(u"网格") || item.text == u"合计") {
                        lines << item.text;
                    }
                }
                const QString first = lines.value(0);
                const bool goesOn = first.contains(u"（续）");
                QVERIFY2(!first.contains(u"网格"), qPrintable(first)); // no row before its community is named
                QVERIFY(!goesOn || first == running + u"社区（续）");
                QVERIFY2(!lines.last().contains(u"社区"), qPrintable(lines.last()));
                for (const QString &line : std::as_const(lines)) {
                    running = line.endsWith(u"网格") ? line.first(1) : running;
                }
                QCOMPARE(lines.filter(u"（续）"_qs).size(), goesOn ? 1 : 0);
            }
        }
    }

    // However many rows there are, the last page has more on it than names to sign.
    void signaturesStandUnderRows()
    {
        for (int count = 20; count < 60; ++count) {
            Document document;
            Section &section = document.addSection({}, PageSetup::book());
            section.add(testing::rosterTable(count));
            section.add(
                Paragraph::line(u"本册登记党员%1名。"_qs.arg(count), Align::Left, Face::FangSong, FontSize::Four));
            section.add(FootLine{{u"填表人（签名）："_qs, u"书记（签名）："_qs}, FontSize::Four});
            const PagedDocument paged = paginate(document, FontChoice());
            QVERIFY(textOf(paged.pages.last()).contains(u"填表人"));
            QVERIFY2(textOf(paged.pages.last()).count(u"王小明"_qs) >= 2, qPrintable(QString::number(count)));
        }
    }

    void rowsHeldTogetherStayTogether()
    {
        Table table;
        table.columns = {Column::share(1), Column::share(3)};
        table.setHead({u"组"_qs, u"名"_qs});
        for (int group = 0; group < 30; ++group) {
            table.add({Cell::value(u"G%1"_qs.arg(group), 1, 3), Cell(u"M%1a"_qs.arg(group))});
            table.add({Cell(u"M%1b"_qs.arg(group))});
            table.add({Cell(u"M%1c"_qs.arg(group))});
        }
        Document document;
        document.body().add(table);
        const PagedDocument paged = paginate(document, FontChoice());
        QVERIFY(paged.pages.size() > 1);
        for (const Page &page : paged.pages) {
            const QString text = textOf(page);
            for (int group = 0; group < 30; ++group) {
                QCOMPARE(text.contains(u"M%1a\n"_qs.arg(group)), text.contains(u"M%1c\n"_qs.arg(group)));
            }
        }
    }

    void rowTallerThanThePageIsDividedWithoutLoss()
    {
        Table table;
        table.columns = {Column::mm(20), Column::share(1)};
        table.setHead({u"序号"_qs, u"内容"_qs});
        table.add({Cell(u"1"_qs), Cell(QString(6000, u'事'))});
        table.add({Cell(u"2"_qs), Cell(u"完"_qs)});
        Document document;
        document.body().add(table);
        const PagedDocument paged = paginate(document, FontChoice());
        QVERIFY(paged.pages.size() >= 3);
        qsizetype count = 0;
        for (const Page &page : paged.pages) {
            count += textOf(page).count(u'事');
        }
        QCOMPARE(count, 6000);
        QVERIFY(textOf(paged.pages.last()).contains(u"完"_qs));
        checkInside(paged);
    }

    void contentsKnowTheirPages()
    {
        Document document;
        document.addSection({}).add(Contents{});
        document.addSection({}).add(Heading{1, u"一、甲"_qs});
        document.body().add(PageBreak{});
        document.body().add(Heading{1, u"二、乙"_qs});
        const PagedDocument paged = paginate(document, FontChoice());
        QCOMPARE(paged.pages.size(), 3);
        const QString text = textOf(paged.pages.first());
        QVERIFY(text.contains(u"\n2\n"_qs) && text.contains(u"\n3\n"_qs));
    }

    void pageNumbersStandAsTheStandardSays()
    {
        Document document;
        document.body().add(Paragraph(QString(28 * 40, u'党')));
        document.addSection({}, PageSetup::landscapeAnnex()).add(testing::gridTable());
        const PagedDocument paged = paginate(document, FontChoice());
        QCOMPARE(paged.pages.size(), 3);
        const TextItem odd = paged.pages.at(0).items.texts.last();
        const TextItem even = paged.pages.at(1).items.texts.last();
        QCOMPARE(odd.text, u"— 1 —"_qs);
        QVERIFY(odd.baseline.x() > 130 * kUnitsPerMm);
        QVERIFY(qAbs(even.baseline.x() / kUnitsPerMm - (28 + 14 * kMmPerPoint)) < 0.1);
        QVERIFY(qAbs(odd.baseline.y() / kUnitsPerMm - (262 + 7 + 14 * kMmPerPoint * 0.36)) < 0.1);
        const TextItem turned = paged.pages.at(2).items.texts.last();
        QVERIFY(turned.quarterTurn);
        QVERIFY(turned.baseline.x() < 35 * kUnitsPerMm); // the foot of the bound page
    }

    void fiveThousandRowsAreQuick()
    {
        Document document;
        document.addSection({}, PageSetup::book()).add(testing::rosterTable(5000));
        const FontChoice fonts;
        const PagedDocument paged = paginate(document, fonts);
        QVERIFY2(paged.pages.size() > 100 && paged.pages.size() < 350, qPrintable(QString::number(paged.pages.size())));
        const PagedDocument again = paginate(document, fonts);
        QCOMPARE(again.pages.size(), paged.pages.size());
        QBENCHMARK_ONCE
        {
            paginate(document, fonts);
        }
    }

    void pdfHasThePages()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"报告.pdf"_qs);
        const PagedDocument paged = paginate(testing::sampleReport(), FontChoice());
        QVERIFY_RESULT(writePdf(paged, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        qsizetype pages = 0;
        const QRegularExpression leaf(u"/Type /Page\\s"_qs);
        auto match = leaf.globalMatch(QString::fromLatin1(bytes));
        while (match.hasNext()) {
            match.next();
            ++pages;
        }
        QCOMPARE(pages, paged.pages.size());
        // What people search for is in the tables of characters, and no radical that only looks like it.
        QSet<QString> characters;
        const QRegularExpression table(u"beginbfrange.*?endbfrange"_qs, QRegularExpression::DotMatchesEverythingOption);
        auto ranges = table.globalMatch(QString::fromLatin1(bytes));
        while (ranges.hasNext()) {
            const QString range = ranges.next().captured();
            const QRegularExpression list(u"\\[([^\\]]*)\\]"_qs);
            auto lists = list.globalMatch(range);
            while (lists.hasNext()) {
                for (const QString &code : lists.next().captured(1).split(u' ', Qt::SkipEmptyParts)) {
                    characters.insert(code.mid(1, 4).toUpper());
                }
            }
        }
        QVERIFY(!characters.isEmpty());
        for (const QString &code : std::as_const(characters)) {
            const uint value = code.toUInt(nullptr, 16);
            QVERIFY2(value < 0x2E80 || value > 0x2FDF, qPrintable(code));
        }
        for (const QChar c : u"工民支部"_qs) {
            QVERIFY2(characters.contains(QString::number(c.unicode(), 16).toUpper()), qPrintable(QString(c)));
        }
        if (const QString copy = qEnvironmentVariable("GRIDBOOK_KEEP_PDF"); !copy.isEmpty()) {
            QFile::remove(copy);
            QVERIFY(QFile::copy(path, copy));
        }
    }

    void radicalsBecomeCharacters()
    {
        QByteArray pdf =
            "2 beginbfrange\n<0000> <0000> <0000>\n<2F2F> <2F30> [<2F2F> <2EA0> <0009> <2F3E>]\nendbfrange <2F2F>";
        const QByteArray wanted =
            "2 beginbfrange\n<0000> <0000> <0000>\n<2F2F> <2F30> [<5DE5> <6C11> <0020> <6237>]\nendbfrange <2F2F>";
        nameCommonCharacters(pdf);
        QCOMPARE(pdf, wanted); // glyphs, and what is no table, stay
        pdf = "beginbfrange <0001> <0002> [<2F2F";
        const QByteArray broken = pdf;
        nameCommonCharacters(pdf);
        QCOMPARE(pdf, broken);
    }

    void failuresAreTold()
    {
        const PagedDocument paged = paginate(testing::sampleReport(), FontChoice());
        const Done lost = writePdf(paged, u"/nowhere/at/all/x.pdf"_qs);
        QVERIFY(!lost && lost.error().kind == ErrorKind::Io);
        const Done empty = writePdf(PagedDocument(), u"x.pdf"_qs);
        QVERIFY(!empty && empty.error().kind == ErrorKind::Invalid);
        QTemporaryDir folder;
        Progress stop;
        stop.report = [](qint64 done, qint64, const QString &) { return done < 1; };
        const Done stopped = writePdf(paged, folder.filePath(u"x.pdf"_qs), stop);
        QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(folder.filePath(u"x.pdf"_qs)));
    }

    void printerTakesARange()
    {
        QTemporaryDir folder;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"p.pdf"_qs));
        printer.setFromTo(1, 2);
        QVERIFY_RESULT(printTo(printer, paginate(testing::sampleReport(), FontChoice())));
        QVERIFY(QFile(folder.filePath(u"p.pdf"_qs)).size() > 1000);
    }

    void missingCharactersAreNamed()
    {
        Document document;
        document.body().add(Paragraph(u"王小明\U000E0FFF"_qs));
        const QString missing = missingCharacters(document, FontChoice());
        QVERIFY(missing.contains(u"\U000E0FFF"_qs));
        QVERIFY(!missing.contains(u'王'));
    }

    void pictureIsPainted()
    {
        const QImage image = pageImage(paginate(testing::sampleReport(), FontChoice()), 0, 2);
        QCOMPARE(image.size(), QSize(420, 594));
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
            }
        }
        QVERIFY(dark > 2000);
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
