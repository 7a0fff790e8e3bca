// UUIDs of version 7: in order, each once, whichever thread takes them.
#include "core/base/uuidsequence.h"
#include "tests/support/testing.h"
#include <QRegularExpression>
#include <QSet>
#include <thread>

using namespace gridbook;
using namespace Qt::StringLiterals;

class TestUuidSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 9562, 5.7: 48 bits of milliseconds, the version, 12 bits, the variant, 62 bits.
    void layout()
    {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(0x017F22E279B0); // the example of RFC 9562, A.6
        const UuidSequence uuids(begin);
        const QString first = uuids.next();
        QVERIFY2(QRegularExpression(u"^017f22e279b07000[89ab][0-9a-f]{15}$"_qs).match(first).hasMatch(),
                 qPrintable(first));
        QVERIFY(uuids.next().startsWith(u"017f22e279b07001"));
    }

    // More than the counter holds: the time runs ahead.
    void grows()
    {
        const UuidSequence uuids(QDateTime(QDate(2026, 11, 22), QTime(8, 0)));
        QString before = uuids.next();
        for (int i = 0; i < 10'000; ++i) {
            const QString next = uuids.next();
            QVERIFY2(before < next, qPrintable(before + u' ' + next));
            QCOMPARE(next.at(12), u'7');
            before = next;
        }
    }

    void threadsTakeTheirOwn()
    {
        const UuidSequence uuids(QDateTime::currentDateTime());
        constexpr int each = 20'000;
        QStringList taken[2];
        {
            std::thread other([&] {
                for (int i = 0; i < each; ++i) {
                    taken[1] << uuids.next();
                }
            });
            for (int i = 0; i < each; ++i) {
                taken[0] << uuids.next();
            }
            other.join();
        }
        const QStringList all = taken[0] + taken[1];
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 2 * each);
    }

    // Two sequences of the same moment, as of two programs.
    void chanceTellsApart()
    {
        const QDateTime moment(QDate(2026, 11, 22), QTime(8, 0));
        QVERIFY(UuidSequence(moment).next() != UuidSequence(moment).next());
    }
};

QTEST_APPLESS_MAIN(TestUuidSequence)
#include "tst_uuidsequence.moc"
