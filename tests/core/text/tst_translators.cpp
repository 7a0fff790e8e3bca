// The Chinese interface is complete and well written, and texts are found where the program looks them up.
#include "core/text/translators.h"
#include "tests/support/testing.h"
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; // one, or one for each plural form
    bool isFinished = true;
};

QList<Message> messagesOf(const QString &file)
{
    QFile ts(sourceFile(QString(u"translations/"_qs + file)));
    QList<Message> messages;
    if (!ts.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&ts);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) {
            continue;
        }
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({context, {}, {}, true});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().isFinished = !xml.attributes().hasAttribute(u"type"_qs);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations << text.trimmed();
        }
    }
    return messages;
}

QStringList places(const QString &text)
{
    static const QRegularExpression place(u"%(\\d|n)"_qs);
    QStringList found;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        found << it.next().captured();
    }
    found.sort();
    return found;
}

} // namespace

class tst_Translators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chineseIsComplete();
    void chineseIsWellWritten();
    void textsAreFound_data();
    void textsAreFound();
    void pluralForms();
};

void tst_Translators::chineseIsComplete()
{
    const QList<Message> messages = messagesOf(u"gridbook_zh_CN.ts"_qs);
    QVERIFY(messages.size() > 500);
    for (const Message &message : messages) {
        const QString text = message.translations.value(0);
        QVERIFY2(message.isFinished && !text.isEmpty(), qPrintable(message.context + u": " + message.source));
        QVERIFY2(places(text) == places(message.source), qPrintable(message.source + u" / " + text));
        // A heading without a class or a word of its own is one that nobody looks under.
        QVERIFY2(message.context.section(u"::"_qs, -1).at(0).isUpper(), qPrintable(message.context));
    }
}

// Full-width punctuation behind Han characters, as everywhere in print.
void tst_Translators::chineseIsWellWritten()
{
    static const QRegularExpression halfWidth(u"\\p{Han}[,;:?!(]|\\p{Han}\\.(?![a-z])"_qs,
                                              QRegularExpression::UseUnicodePropertiesOption);
    for (const Message &message : messagesOf(u"gridbook_zh_CN.ts"_qs)) {
        const QString text = message.translations.value(0);
        // (&S) for shortcuts keeps its brackets.
        QVERIFY2(!QString(text).remove(QRegularExpression(u"\\(&.\\)"_qs)).contains(halfWidth), qPrintable(text));
    }
}

void tst_Translators::textsAreFound_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("a class of the window")
        << QByteArray("gridbook::ui::Desk") << QByteArray("New book…") << u"新建社区册…"_qs;
    QTest::newRow("a class of the papers") << QByteArray("gridbook::PreviewPane") << QByteArray("Print") << u"打印"_qs;
    QTest::newRow("core") << QByteArray("Book") << QByteArray("Checking the file") << u"正在检查文件"_qs;
    QTest::newRow("the command line") << QByteArray("Cli") << QByteArray("show this help") << u"显示本帮助"_qs;
}

void tst_Translators::textsAreFound()
{
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, source);
    QFETCH(const QString, chinese);
    installTranslations(*QCoreApplication::instance(), u"zh"_qs);
    QCOMPARE(QCoreApplication::translate(context.constData(), source.constData()), chinese);
    installTranslations(*QCoreApplication::instance(), u"en"_qs);
    QCOMPARE(QCoreApplication::translate(context.constData(), source.constData()), QString::fromUtf8(source));
}

void tst_Translators::pluralForms()
{
    const auto changes = [](int count) {
        return QCoreApplication::translate("gridbook::ui::HistoryPanel", "%n change(s)", nullptr, count);
    };
    installTranslations(*QCoreApplication::instance(), u"en"_qs);
    QCOMPARE(changes(1), u"1 change"_qs);
    QCOMPARE(changes(2), u"2 changes"_qs);
    installTranslations(*QCoreApplication::instance(), u"zh"_qs);
    QCOMPARE(changes(2), u"2次变更"_qs);
}

QTEST_GUILESS_MAIN(tst_Translators)
#include "tst_translators.moc"
