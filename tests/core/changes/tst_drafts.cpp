// Drafts come back as they were kept, lie sealed on the disk, and belong to one record of one book.
#include "core/changes/drafts.h"
#include "tests/support/testbook.h"
#include <QDir>

using namespace gridbook;
using namespace gridbook::testing;
using namespace Qt::StringLiterals;

class tst_Drafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void liesSealed();
    void foreignFileIsRefused();
    void saysWhenItCannotBeKept();
};

namespace {
Draft sample()
{
    return {u"member"_qs,
            7,
            QDateTime(QDate(2026, 9, 30), QTime(16, 0)),
            u"测试员"_qs,
            {{u"name"_qs, u"陈永军"_qs}, {u"dues"_qs, 1050}, {u"mobile"_qs, true}},
            {{u"idNumber"_qs, u"9999011968041273"_qs}}};
}
} // namespace

void tst_Drafts::comesBack()
{
    TestBook book;
    Drafts drafts(book.path(), book->sealer());
    QVERIFY_RESULT(drafts.keep(sample()));
    const auto found = drafts.find(u"member"_qs, 7);
    QVERIFY_RESULT(found);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->values.value(u"name"_qs).toString(), u"陈永军"_qs);
    QCOMPARE((*found)->values.value(u"dues"_qs).toLongLong(), 1050);
    QCOMPARE((*found)->values.value(u"mobile"_qs).toBool(), true);
    QCOMPARE((*found)->texts, sample().texts);
    QCOMPARE((*found)->savedAt, sample().savedAt);
    QVERIFY(!drafts.find(u"member"_qs, 8)->has_value());
    QCOMPARE(drafts.all().size(), 1);
    drafts.drop(u"member"_qs, 7);
    QVERIFY(!drafts.find(u"member"_qs, 7)->has_value());
    QVERIFY(!QDir(drafts.folder()).exists());
}

void tst_Drafts::liesSealed()
{
    TestBook book;
    Drafts drafts(book.path(), book->sealer());
    QVERIFY_RESULT(drafts.keep(sample()));
    const QStringList names = QDir(drafts.folder()).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QFile file(drafts.folder() + u'/' + names.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const QString &secret : {u"陈永军"_qs, u"9999011968041273"_qs, u"member"_qs}) {
        QVERIFY2(!bytes.contains(secret.toUtf8()) && !names.first().contains(secret), qPrintable(secret));
    }
}

void tst_Drafts::foreignFileIsRefused()
{
    TestBook book;
    Drafts drafts(book.path(), book->sealer());
    QVERIFY_RESULT(drafts.keep(sample()));
    Draft other = sample();
    other.record = 8;
    QVERIFY_RESULT(drafts.keep(other));
    const QStringList names = QDir(drafts.folder()).entryList(QDir::Files);
    QCOMPARE(names.size(), 2);
    // The draft of one record put in the place of the other.
    QVERIFY(QFile::remove(drafts.folder() + u'/' + names.at(0)));
    QVERIFY(QFile::copy(drafts.folder() + u'/' + names.at(1), drafts.folder() + u'/' + names.at(0)));
    const auto first = drafts.find(u"member"_qs, 7);
    const auto second = drafts.find(u"member"_qs, 8);
    QCOMPARE(int(first.ok()) + int(second.ok()), 1);
    QCOMPARE((first ? second : first).error().kind, ErrorKind::Damaged);
}

void tst_Drafts::saysWhenItCannotBeKept()
{
    TestBook book;
    QFile blocker(book.path() + u".drafts"); // a file where the folder should be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto kept = Drafts(book.path(), book->sealer()).keep(sample());
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_drafts.moc"
