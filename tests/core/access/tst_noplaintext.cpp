// After real work no file that a book leaves anywhere holds an ID number, a phone or a home address in the clear: not
// the book, its log, its journal, its backups, drafts or anything else in the folder.
#include "core/changes/drafts.h"
#include "core/demo/demobook.h"
#include "core/demo/samplerosters.h"
#include "core/exchange/importmemory.h"
#include "core/registry/savedfilters.h"
#include "core/text/normalise.h"
#include "core/text/phone.h"
#include "tests/core/exchange/rosters.h"
#include "tests/support/randomwork.h"
#include <QDirIterator>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_NoPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSearchFinds();
    void nothingAfterRealWork();
    void nothingAfterImports_data();
    void nothingAfterImports();

private:
    // Every ID number, telephone number and home address in the cells of a plan, in all forms in which they may be
    // written.
    static QSet<QString> secretsIn(const exchange::ImportPlan &plan);
    static QString oddRoster(const QString &folder);
    // A saved filter, an import mapping, a line of the access log and a draft that hold them, or would.
    static void leaveTraces(TestBook &book, const QStringList &secrets);
    // Names of files below the folder that hold one of the secrets, as UTF-8 or UTF-16.
    static QStringList filesWith(const QStringList &secrets, const QString &folder, int *searched = nullptr);
};

QStringList tst_NoPlainText::filesWith(const QStringList &secrets, const QString &folder, int *searched)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            found << u"unreadable: "_qs + file.fileName();
            continue;
        }
        const QByteArray content = file.readAll();
        if (searched != nullptr) {
            ++*searched;
        }
        for (const QString &secret : secrets) {
            const QByteArray wide(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
            const QByteArray base64 = secret.toUtf8().toBase64(QByteArray::OmitTrailingEquals);
            if (content.contains(secret.toUtf8()) || content.contains(wide) || content.contains(base64)) {
                found << file.fileName() + u": " + secret;
                break;
            }
        }
    }
    return found;
}

void tst_NoPlainText::theSearchFinds()
{
    // A name is not sealed: the search that finds nothing of the others must find it in the book.
    TestBook book;
    auto work = book->begin({u"edit"_qs, u"新增"_qs, {}, {}});
    QVERIFY_RESULT((*work)->insert(u"person"_qs, {{u"name"_qs, u"欧阳查无此人"_qs}}));
    QVERIFY_RESULT(book->commit(**work));
    QVERIFY(!filesWith({u"欧阳查无此人"_qs}, book.folder()).isEmpty());
}

void tst_NoPlainText::nothingAfterRealWork()
{
    TestBook book;
    const auto basics = book.makeBasics();
    RandomWork work(*book, basics, 42);
    for (int i = 0; i < 120; ++i) {
        QVERIFY_RESULT(work.step());
        if (i % 5 == 0) {
            QVERIFY_RESULT(work.abandonedStep()); // rolled back pages must not linger either
        }
        if (i % 9 == 0 && book->undoStack().undoable()) {
            QVERIFY_RESULT(book->undo());
        }
    }
    const QStringList secrets = work.secrets();
    QVERIFY(secrets.size() > 150);
    // Finding and showing by the value leaves no trace of it.
    QVERIFY_RESULT(book->reader().ids(
        {u"member"_qs, QDate(2026, 9, 30), u"all"_qs, {{u"idNumber"_qs, FilterOp::Equals, {secrets.at(1)}}}, {}, {}}));
    QVERIFY_RESULT(book->logAccess(u"show"_qs, u"member"_qs, 1, u"phone"_qs, u"核对"_qs));
    QVERIFY_RESULT(book->backUp(u"manual"_qs));
    Draft draft;
    draft.registry = u"member"_qs;
    draft.savedAt = QDateTime(QDate(2026, 9, 30), QTime(16, 0));
    draft.values = {{u"idNumber"_qs, secrets.at(1)}, {u"phone"_qs, secrets.at(2)}};
    draft.texts = {{u"address"_qs, secrets.at(0)}};
    QVERIFY_RESULT(Drafts(book->path(), book->sealer()).keep(draft));

    int searched = 0;
    QCOMPARE(filesWith(secrets, book.folder(), &searched), QStringList()); // with the log still beside the book
    QVERIFY2(searched >= 4, qPrintable(QString::number(searched)));        // book, log, backup, draft at least
    QCOMPARE(filesWith(secrets, QDir::tempPath() + u"/gridbook"), QStringList());
    book.close();
    QCOMPARE(filesWith(secrets, book.folder()), QStringList());
}

QSet<QString> tst_NoPlainText::secretsIn(const exchange::ImportPlan &plan)
{
    static const QRegularExpression id(u"[0-9]{17}[0-9X]|(?<![0-9])[0-9]{15}(?![0-9])"_qs);
    static const QRegularExpression phone(
        u"(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])"_qs);
    static const QRegularExpression home(u"幢.*单元.*室|街.*号|巷.*号"_qs);
    QSet<QString> secrets;
    for (const exchange::PlanRow &row : plan.rows) {
        for (const Cell &cell : row.cells) {
            const QString text = text::toHalfWidth(cell.text);
            for (auto found = id.globalMatch(text::codeText(text).toUpper()); found.hasNext();) {
                const QString number = found.next().captured();
                if (number.size() == 18 || plan.registry == u"member") { // a grid has a code of 15 digits
                    secrets << number;
                }
            }
            for (auto found = phone.globalMatch(text); found.hasNext();) {
                const QString number = found.next().captured();
                QString digits = number;
                digits.remove(u' ').remove(u'-');
                secrets << number << digits << text::groupPhone(digits)
                        << digits.first(3) + u'-' + digits.mid(3, 4) + u'-' + digits.mid(7);
            }
            if (plan.registry == u"member" && home.match(text).hasMatch()) { // the bounds of a grid are nobody's home
                secrets << text.trimmed() << text::tidied(text);
            }
        }
    }
    return secrets;
}

// What the samples do not hold: numbers and addresses in columns that are for something else.
QString tst_NoPlainText::oddRoster(const QString &folder)
{
    return writeSheets(
        folder + u"/杂.xlsx",
        {{u"党员"_qs,
          u"东关社区党员花名册"_qs,
          {u"姓名"_qs, u"身份证号"_qs, u"出生年月"_qs, u"民族"_qs, u"所在党支部"_qs, u"入党时间"_qs, u"联系电话"_qs,
           u"户籍地"_qs, u"工作单位"_qs, u"学历"_qs, u"外出流向"_qs, u"备注"_qs},
          {rowOf(u"赵杂|%1|1970-01-01|汉|东关一支部|2001-07-01|13900000011、13900000022 儿子|凤翔区某街9号|东关小学 "
                 "139 0000 0033|本科 13900000044|西安（0917-0000321）|原身份证610305700101102；女儿13900000055"_qs.arg(
                     madeUpId(u"19700101"_qs, 7))),
           rowOf(u"钱杂|%1|1971-01-01|汉族|东关一支部|2002-07-01|0917-0000123 家 / "
                 u"13900000066|凤翔区某巷8号|１３９０００００"
                 "０７７|13900000088|%2|家住东湖路某街77号"_qs.arg(madeUpId(u"19710101"_qs, 3),
                                                                   madeUpId(u"19950101"_qs, 5)))}}});
}

void tst_NoPlainText::leaveTraces(TestBook &book, const QStringList &secrets)
{
    const RegistrySpec &spec = *book.catalog().registry(u"member"_qs);
    const QString &first = secrets.first();
    (void)saveFilter(book->database(), spec, {u"一人"_qs, {}, {{u"idNumber"_qs, FilterOp::Equals, {first}}}, {}});
    (void)saveFilter(book->database(), spec, {u"备注"_qs, {}, {{u"personNote"_qs, FilterOp::Contains, {first}}}, {}});
    QVERIFY_RESULT(
        saveFilter(book->database(), spec, {u"无备注"_qs, {}, {{u"personNote"_qs, FilterOp::Empty, {}}}, {}}));
    QVERIFY_RESULT(
        exchange::rememberImport(*book, spec.id, {u"姓名"_qs, u"学历"_qs},
                                 {{{u"姓名"_qs, u"name"_qs}},
                                  {{u"education"_qs, {{u"本科 13900000044"_qs, u"20"_qs}, {u"大本"_qs, u"20"_qs}}}}}));
    QVERIFY_RESULT(exchange::rememberImport(*book, spec.id, {u"赵杂"_qs, u"13900000011"_qs}, {}));
    QVERIFY_RESULT(book->logAccess(u"show"_qs, spec.id, 1, u"phone"_qs, u"核对13900000011"_qs));
    Draft draft;
    draft.registry = spec.id;
    draft.savedAt = QDateTime(QDate(2026, 9, 30), QTime(16, 0));
    draft.values = {{u"idNumber"_qs, first}};
    draft.texts = {{u"personNote"_qs, secrets.join(u'；')}};
    QVERIFY_RESULT(Drafts(book->path(), book->sealer()).keep(draft));
}

void tst_NoPlainText::nothingAfterImports_data()
{
    QTest::addColumn<bool>("demonstration");
    QTest::newRow("demonstration") << true;
    QTest::newRow("empty book") << false;
}

void tst_NoPlainText::nothingAfterImports()
{
    QFETCH(const bool, demonstration);
    QTemporaryDir rosters;
    TestBook made; // the samples name people of the demonstration
    QVERIFY_RESULT(demo::makeDemoBook(*made, {}));
    auto files = demo::writeSampleRosters(*made, rosters.path(), {});
    QVERIFY_RESULT(files);
    *files << oddRoster(rosters.path());
    TestBook other;
    if (!demonstration) {
        auto work = other->begin({u"edit"_qs, u"社区"_qs, {}, {}});
        QVERIFY_RESULT((*work)->insert(
            u"division"_qs,
            {{u"code"_qs, u"610305001001"_qs}, {u"name"_qs, u"东关社区"_qs}, {u"level"_qs, u"community"_qs}}));
        QVERIFY_RESULT(other->commit(**work));
    }
    TestBook &book = demonstration ? made : other;
    QSet<QString> secrets;
    for (const QString &file : std::as_const(*files)) {
        const QString registry = file.contains(u"网格台账") ? u"grid"_qs : u"member"_qs;
        const Planned planned(book, file,
                              {.policy = exchange::ImportPolicy::Overwrite,
                               .transfers = exchange::TransferChoice::Transfer,
                               .increase = u"3"_qs,
                               .createMissing = true,
                               .acceptReadings = true,
                               .differences = exchange::DifferenceChoice::AsTyped,
                               .reason = u"以名册为准"_qs},
                              registry);
        QCOMPARE(planned.error, QString());
        const auto result = exchange::Importer::run(*book, planned.plan);
        QVERIFY_RESULT(result);
        QVERIFY2(registry == u"grid" || result->counts.added + result->counts.changed > 0, qPrintable(file));
        secrets.unite(secretsIn(planned.plan));
    }
    QVERIFY(secrets.size() > 300);
    for (const QString &each : {u"13900000022"_qs, u"139 0000 0033"_qs, u"09170000321"_qs, u"610305700101102"_qs,
                                u"凤翔区某巷8号"_qs, u"13900000077"_qs, u"13900000088"_qs}) {
        QVERIFY2(secrets.contains(each), qPrintable(each));
    }
    const QStringList all(secrets.cbegin(), secrets.cend());
    leaveTraces(book, all);
    QVERIFY_RESULT(book->backUp(u"manual"_qs));
    // Sealed, not lost: what stood in the wrong column is in the note.
    const auto found = book->reader().ids(
        {u"member"_qs, QDate(2026, 12, 31), u"all"_qs, {{u"name"_qs, FilterOp::Equals, {u"钱杂"_qs}}}, {}, {}});
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    const auto row =
        book->reader().rows(u"member"_qs, QDate(2026, 12, 31), *found, {u"personNote"_qs, u"registeredPlace"_qs});
    const QString note = row->first().values.at(0).toString();
    for (const QString &each :
         {u"家住东湖路某街77号"_qs, u"０７７"_qs, u"13900000088"_qs, madeUpId(u"19950101"_qs, 5)}) {
        QVERIFY2(note.contains(each), qPrintable(each + u" | " + note));
    }
    QCOMPARE(row->first().values.at(1).toString(), u"凤翔区某巷8号"_qs);
    int searched = 0;
    QCOMPARE(filesWith(all, book.folder(), &searched).join(u'\n'), QString());
    QVERIFY2(searched >= 4, qPrintable(QString::number(searched))); // book, log, backups, draft
    QCOMPARE(filesWith(all, QDir::tempPath() + u"/gridbook"), QStringList());
    QVERIFY(book->check({})->isEmpty());
    book.close();
    QCOMPARE(filesWith(all, book.folder()), QStringList());
}

QTEST_GUILESS_MAIN(tst_NoPlainText)
#include "tst_noplaintext.moc"
