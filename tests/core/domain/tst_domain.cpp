// The coverage table of core/DOMAIN.md tells the truth: every mechanism of the five accounts stands in it once, and
// what it names exists.
#include "core/party/standingmachine.h"
#include "core/registry/catalog.h"
#include "core/reports/changetable.h"
#include "core/reports/figurechecks.h"
#include "core/reports/placetables.h"
#include "core/rules/rules.h"
#include "tests/support/testing.h"
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

namespace {

struct CoverageRow
{
    QString id;
    QString what;
    QString where;
    QString test;
    [[nodiscard]] bool isMissing() const { return where == u"not yet"; }
};

// The row ids that must be there: FX1 … FX46, SN1 … SN55 and so on.
QStringList expectedIds()
{
    const QList<std::pair<QString, int>> accounts{
        {u"FX"_qs, 46}, {u"SN"_qs, 55}, {u"KS"_qs, 37}, {u"JN"_qs, 29}, {u"AP"_qs, 25}};
    QStringList ids;
    for (const auto &[account, count] : accounts) {
        for (int i = 1; i <= count; ++i) {
            ids << account + QString::number(i);
        }
    }
    return ids;
}

QString textOf(const QString &relative)
{
    QFile file(sourceFile(relative));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList quoted(const QString &cell)
{
    static const QRegularExpression code(u"`([^`]+)`"_qs);
    QStringList found;
    for (auto it = code.globalMatch(cell); it.hasNext();) {
        found << it.next().captured(1);
    }
    return found;
}

} // namespace

class tst_Domain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowOnce();
    void whatIsNamedExists_data();
    void whatIsNamedExists();
    void wordsOfTheCodeExist();

private:
    [[nodiscard]] QString fault(const QString &kind, const QString &name) const;
    [[nodiscard]] QStringList figures() const;
    [[nodiscard]] static QStringList papers();
    QList<CoverageRow> m_rows;
    Catalog m_catalog;
};

void tst_Domain::initTestCase()
{
    static const QRegularExpression rowShape(
        u"^\\| ((?:FX|SN|KS|JN|AP)\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$"_qs,
        QRegularExpression::MultilineOption);
    const QString text = textOf(u"core/DOMAIN.md"_qs);
    QVERIFY(!text.isEmpty());
    for (auto it = rowShape.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        m_rows.append({match.captured(1), match.captured(2), match.captured(3), match.captured(4)});
    }
}

void tst_Domain::everyRowOnce()
{
    QStringList ids;
    for (const CoverageRow &row : m_rows) {
        ids << row.id;
    }
    QCOMPARE(ids, expectedIds()); // in their order, none missing, none twice
}

// What is wrong with one name of the column "Where"; empty: it exists.
QString tst_Domain::fault(const QString &kind, const QString &name) const
{
    if (kind == u"registry") {
        const RegistrySpec *registry = m_catalog.registry(name.section(u'.', 0, 0));
        const bool known = registry != nullptr && (!name.contains(u'.') || registry->field(name.section(u'.', 1)));
        return known ? QString() : u"no such registry or field"_qs;
    }
    if (kind == u"code") {
        const CodeTable *table = m_catalog.codes().find(name.section(u'/', 0, 0));
        const bool known = table != nullptr && (!name.contains(u'/') || table->byCode(name.section(u'/', 1)));
        return known ? QString() : u"no such code table or item"_qs;
    }
    if (kind == u"rule") {
        const QList<rules::Rule> &known = rules::known();
        return std::any_of(known.begin(), known.end(), [&](const rules::Rule &rule) { return rule.code == name; })
                   ? QString()
                   : u"no such rule"_qs;
    }
    if (kind == u"figure") {
        return figures().contains(name) ? QString() : u"no such figure"_qs;
    }
    if (kind == u"step") {
        return party::standingEvent(name) != nullptr ? QString() : u"no such step"_qs;
    }
    if (kind == u"paper") {
        return papers().contains(name) ? QString() : u"no function of core/reports makes it"_qs;
    }
    if (kind == u"page") {
        return textOf(u"ui/shell/pages.cpp"_qs).contains(u"{u\""_qs + name + u"\"_qs, ") ? QString()
                                                                                         : u"no such page"_qs;
    }
    return u"unknown kind of thing"_qs;
}

// Every figure and table of the report, and the checks.
QStringList tst_Domain::figures() const
{
    QStringList ids{gridTableId.toString(), orgTableId.toString(), changeTableId.toString()};
    for (const FigureSpec &figure : headlineFigures()) {
        ids << figure.rule.id;
    }
    for (const QStringView table : crossTabIds) {
        ids << table.toString();
    }
    for (const QString &check : {u"a"_qs, u"b"_qs, u"c"_qs, u"e"_qs, u"g"_qs}) {
        ids << checkPrefix + check;
    }
    return ids;
}

// Functions of core/reports that make a document from a book.
QStringList tst_Domain::papers()
{
    static const QRegularExpression maker(u"Result<Document> (\\w+)\\(RegistryReader"_qs);
    QStringList names;
    for (QDirIterator it(sourceFile(u"core/reports"_qs), {u"*.h"_qs}); it.hasNext();) {
        const QRegularExpressionMatch match =
            maker.match(textOf(u"core/reports/"_qs + QFileInfo(it.next()).fileName()));
        if (match.hasMatch()) {
            names << match.captured(1);
        }
    }
    return names;
}

void tst_Domain::whatIsNamedExists_data()
{
    QTest::addColumn<int>("at");
    for (int i = 0; i < int(m_rows.size()); ++i) {
        QTest::newRow(qPrintable(m_rows.at(i).id)) << i;
    }
}

void tst_Domain::whatIsNamedExists()
{
    QFETCH(const int, at);
    const CoverageRow &row = m_rows.at(at);
    QVERIFY(!row.what.trimmed().isEmpty());
    const QStringList named = quoted(row.where);
    if (row.isMissing()) {
        QCOMPARE(row.test, u"–"_qs); // nothing is shown of what is not there
        return;
    }
    QVERIFY2(!named.isEmpty(), "names nothing that it lives in");
    for (const QString &each : named) {
        const QString wrong = fault(each.section(u':', 0, 0), each.section(u':', 1));
        QVERIFY2(wrong.isEmpty(), qPrintable(each + u": " + wrong));
    }
    const QStringList tests = quoted(row.test);
    QVERIFY2(!tests.isEmpty(), "what is there must be shown by a test");
    for (const QString &each : tests) {
        const QString test = each.section(u'#', 0, 0);
        QVERIFY2(test.startsWith(u"tests/") && QFile::exists(sourceFile(test)), qPrintable(test));
        // They read whatever columns and codes there are, and show of none what it is for.
        QVERIFY2(!test.endsWith(u"/tst_specs.cpp") && !test.endsWith(u"/tst_codetables.cpp"), qPrintable(test));
        if (const QString part = each.section(u'#', 1); !part.isEmpty()) {
            const QString source = textOf(test);
            QVERIFY2(source.contains(u"::" + part + u"()") || source.contains(u"ow(\"" + part + u"\""),
                     qPrintable(each + u": no such function, no such row"));
        }
        // A test that is not registered never runs.
        const QString registered = textOf(test.section(u'/', 0, -2) + u"/CMakeLists.txt");
        QVERIFY2(registered.contains(QFileInfo(test).completeBaseName().sliced(4)), qPrintable(test));
    }
}

// Registries that exist are told of: a new one that nobody wrote about shows here.
void tst_Domain::wordsOfTheCodeExist()
{
    const QString text = textOf(u"core/DOMAIN.md"_qs);
    for (const RegistrySpec &registry : m_catalog.registries()) {
        const QRegularExpression named(u"[`:]"_qs + registry.id + u"[`.]");
        QVERIFY2(named.match(text).hasMatch(), qPrintable(registry.id + u" does not stand in core/DOMAIN.md"));
    }
}

QTEST_GUILESS_MAIN(tst_Domain)
#include "tst_domain.moc"
