#pragma once
// A workbench that notes what it was asked for, around a book of made-up members.
#include "tests/support/testbook.h"
#include "tests/support/uitesting.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"

namespace gridbook::testing {

class ListBench final : public ui::Workbench
{
    Q_OBJECT
public:
    explicit ListBench(Book &book, const QString &language = QStringLiteral("zh"))
        : m_book(book)
        , m_context{ui::makeTheme(ui::ThemeMode::Light), language, ask, book.clock()}
        , m_asOf(book.clock().today())
    {}
    ui::UiContext &context() override { return m_context; }
    Book &book() override { return m_book; }
    QDate asOf() const override { return m_asOf; }
    void setAsOf(QDate day)
    {
        m_asOf = day;
        Q_EMIT asOfChanged(day);
    }
    void openList(const Query &query, const QString &title) override
    {
        lastQuery = query;
        calls << QString(u"list " + query.registry + u' ' + title);
    }
    void openRecord(const QString &registry, RowId id) override
    {
        calls << QStringLiteral("record %1 %2").arg(registry).arg(id);
    }
    void openRecordOf(const QString &registry, RowId id, const QList<RowId> &listed) override
    {
        lastListed = listed;
        openRecord(registry, id);
    }
    void newRecord(const QString &registry, const QVariantMap &, Afterwards) override
    {
        calls << QString(u"new " + registry);
    }
    void openImport(const QString &registry, const QString &) override { calls << QString(u"import " + registry); }
    void openPage(const QString &page, const QVariantMap &arguments) override
    {
        lastArguments = arguments;
        calls << QString(u"page " + page);
    }
    void closePage(QWidget *) override { calls << QStringLiteral("close"); }
    void tell(const QString &text) override { told << text; }
    void report(const Error &error) override { reported << error.message; }

    ScriptedAsk ask;
    QStringList calls;
    QStringList told;
    QStringList reported;
    Query lastQuery;
    QVariantMap lastArguments;
    QList<RowId> lastListed;

private:
    Book &m_book;
    ui::UiContext m_context;
    QDate m_asOf;
};

// Members with the names, education, phones and dates of a real roster; all made up.
inline QList<RowId> addRoster(TestBook &book, const TestBook::Basics &basics, int count)
{
    static const QStringList surnames =
        QStringLiteral("陈 高 郭 何 胡 黄 李 林 刘 罗 马 孙 王 吴 解 杨 曾 翟 张 赵 周").split(u' ');
    static const QStringList given =
        QStringLiteral("玉梅 鹏飞 建国 丽华 秀兰 雪琴 文博 永军 晓燕 桂芳 海涛 志强").split(u' ');
    static const QStringList education{QStringLiteral("61"), QStringLiteral("71"), QStringLiteral("21"),
                                       QStringLiteral("31"), QStringLiteral("14")};
    QList<RowId> ids;
    auto work = book->begin({QStringLiteral("import"), QStringLiteral("导入党员花名册"), {}, {}});
    for (int i = 0; i < count; ++i) {
        const int year = 1941 + i * 7 % 60;
        const QString birth =
            QStringLiteral("%1%2%3").arg(year).arg(i % 12 + 1, 2, 10, QChar(u'0')).arg(i % 27 + 1, 2, 10, QChar(u'0'));
        Record record;
        record.registry = QStringLiteral("member");
        record.asOf = book.clock().today();
        QVariantMap values;
        values[QStringLiteral("name")] = QString(surnames.at(i % 21) + given.at(i * 5 % 12));
        values[QStringLiteral("sex")] = i % 3 == 0 ? QStringLiteral("2") : QStringLiteral("1");
        values[QStringLiteral("ethnic")] = QStringLiteral("01");
        values[QStringLiteral("idNumber")] = QStringLiteral("999901%1%2").arg(birth).arg(1000 + i);
        values[QStringLiteral("birth")] = i % 4 == 1
                                              ? QStringLiteral("%1-%2").arg(year).arg(i % 12 + 1, 2, 10, QChar(u'0'))
                                              : QStringLiteral("%1-%2-%3")
                                                    .arg(year)
                                                    .arg(i % 12 + 1, 2, 10, QChar(u'0'))
                                                    .arg(i % 27 + 1, 2, 10, QChar(u'0'));
        values[QStringLiteral("education")] = education.at(i % 5);
        values[QStringLiteral("phone")] = QStringLiteral("138%1").arg(10000000 + i * 4321);
        values[QStringLiteral("branch")] =
            QVariant::fromValue(ReferenceValue{i % 2 == 0 ? basics.branch : basics.secondBranch, {}});
        values[QStringLiteral("grid")] =
            QVariant::fromValue(ReferenceValue{i % 3 == 0 ? basics.grid : basics.secondGrid, {}});
        values[QStringLiteral("since")] = QStringLiteral("2025-01-01");
        values[QStringLiteral("category")] = i % 8 == 3 ? QStringLiteral("probationary") : QStringLiteral("full");
        values[QStringLiteral("state")] = QStringLiteral("1");
        values[QStringLiteral("stateSince")] = QStringLiteral("2025-01-01");
        values[QStringLiteral("joinDate")] = QStringLiteral("%1-07-01").arg(year + 25);
        values[QStringLiteral("fullDate")] = QStringLiteral("%1-07-01").arg(year + 26);
        values[QStringLiteral("dues")] = 1000 + i * 50;
        const auto id = book->records().save(**work, record, values);
        if (!id) {
            qFatal("%s / %s", qPrintable(id.error().message), qPrintable(id.error().detail));
        }
        ids << *id;
    }
    if (const auto set = book->commit(**work); !set) {
        qFatal("%s", qPrintable(set.error().message));
    }
    return ids;
}

} // namespace gridbook::testing
