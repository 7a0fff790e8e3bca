// After real work no file that a book leaves anywhere holds an ID number, a phone or a home address in the clear: not
// the book, its log, its journal, its backups, drafts or anything else in the folder.
#include "core/changes/drafts.h"
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

private:
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

QTEST_GUILESS_MAIN(tst_NoPlainText)
#include "tst_noplaintext.moc"
