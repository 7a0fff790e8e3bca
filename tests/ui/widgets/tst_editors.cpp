// Every editor with the keys of a keyboard and the words of an input method.
#include "core/text/citizenid.h"
#include "tests/support/uitesting.h"
#include "ui/shell/theme.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/citizenideditor.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lookupeditor.h"
#include "ui/widgets/phoneeditor.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/quantityeditors.h"
#include "ui/widgets/quartereditor.h"
#include "ui/widgets/texteditors.h"
#include "ui/widgets/yesnoeditor.h"
#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>

using namespace Qt::StringLiterals;
using namespace gridbook;
using namespace gridbook::ui;
using gridbook::testing::typeChinese;

class EditorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeMode::Light)); }
    void init();
    void cleanup() { m_window.reset(); }

    void textTidiesItself();
    void longTextIsCountedNotCut();
    void requiredComplainsOnlyAfterLeaving();
    void noteOfTheFormWinsWhenItIsWorse();
    void dateReadsWhatPeopleWrite_data();
    void dateReadsWhatPeopleWrite();
    void dateWaitsWithComplaints();
    void dateKeys();
    void dateCalendar();
    void dateBounds();
    void citizenIdTellsWhatIsWrong_data();
    void citizenIdTellsWhatIsWrong();
    void citizenIdGivesBirthAndSexOnce();
    void numbersOfOtherDocuments();
    void citizenIdMaskHoldsNoNumber();
    void phoneIsGrouped();
    void numbers_data();
    void numbers();
    void moneyIsCountedInFen_data();
    void moneyIsCountedInFen();
    void durationExplainsABareNumber();
    void codeFindsByPinyinLabelAndCode();
    void codeTakesTheOnlyMatchOnLeaving();
    void codeKeepsRetiredEntries();
    void codeRefusesWhatIsNotInTheTable();
    void codeOpensItsListOnAClick();
    void ageIsOfTheDayShown();
    void textGoesBeforeTheHint();
    void lookupTellsTwoApart();
    void lookupDropsOldAnswers();
    void lookupEditedTextIsNoLongerTheRecord();
    void lookupOffersNew();
    void quarterStepsAndReads();
    void yesNoByKeyboard();
    void readOnlyCannotBeTyped();
    void everyControlHasAName();

private:
    // Puts the editor into the window, with the focus, and something after it to leave to.
    template <typename Kind>
    Kind *place(Kind *editor, const QString &label = u"字段"_qs)
    {
        m_row = new FieldRow(label, editor, m_window.get());
        m_column->addWidget(m_row);
        m_next = new QLineEdit(m_window.get());
        m_next->setAccessibleName(u"next"_qs);
        m_column->addWidget(m_next);
        m_window->show();
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get())) {
            qFatal("the window does not become active"); // without it there is no focus to lose
        }
        editor->setFocus();
        return editor;
    }
    void type(LineEditor *editor, const QString &text)
    {
        for (const QChar character : text) {
            if (character.unicode() < 128) {
                QTest::keyClick(editor->line(), character.toLatin1());
            } else {
                typeChinese(editor->line(), character);
            }
        }
    }
    // The Tab key, which an open list gets first.
    void leave()
    {
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup != nullptr ? popup : QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_next->hasFocus());
    }

    FixedClock m_clock = FixedClock(QDateTime(QDate(2026, 11, 21), QTime(16, 0)));
    std::unique_ptr<QWidget> m_window;
    QVBoxLayout *m_column = nullptr;
    FieldRow *m_row = nullptr;
    QLineEdit *m_next = nullptr;
};

void EditorsTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(480, 320);
    m_column = new QVBoxLayout(m_window.get());
}

void EditorsTest::textTidiesItself()
{
    auto *editor = place(new TextEditor);
    QSignalSpy edits(editor, &Editor::edited);
    typeChinese(editor->line(), u" 陈永军  同志 "_qs);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(editor->value().toString(), u"陈永军 同志"_qs);
    leave();
    QCOMPARE(editor->text(), u"陈永军 同志"_qs);
    gridbook::testing::preedit(editor->line(), u"ni"_qs);
    QCOMPARE(edits.count(), 1); // what the input method has not committed is no edit
}

void EditorsTest::longTextIsCountedNotCut()
{
    auto *editor = place(new LongTextEditor);
    editor->setMaxLength(4);
    typeChinese(editor->field(), u"一二三四五六"_qs);
    QCOMPARE(editor->validation().level, Level::Error);
    QVERIFY(!editor->value().isValid());
    QVERIFY(!editor->isEmpty());
    QTest::keyClick(editor->field(), Qt::Key_Backspace);
    QTest::keyClick(editor->field(), Qt::Key_Backspace);
    QCOMPARE(editor->validation().level, Level::None);
    QCOMPARE(editor->value().toString(), u"一二三四"_qs);
}

void EditorsTest::requiredComplainsOnlyAfterLeaving()
{
    auto *editor = place(new TextEditor, u"姓名"_qs);
    m_row->setRequired(true);
    editor->setValue({});
    QCOMPARE(m_row->message(), QString());
    leave();
    QVERIFY(!m_row->message().isEmpty());
    QCOMPARE(editor->validation().level, Level::Error);
    QCOMPARE(editor->line()->property("validation").toString(), u"error"_qs);
    editor->setFocus();
    typeChinese(editor->line(), u"陈"_qs);
    QCOMPARE(m_row->message(), QString());
    QCOMPARE(editor->line()->accessibleName(), u"姓名"_qs);
}

void EditorsTest::noteOfTheFormWinsWhenItIsWorse()
{
    auto *editor = place(new DateEditor(m_clock));
    editor->setValue(u"1995-05"_qs);
    editor->setNote({Level::Warning, u"早于入党满一年"_qs});
    QCOMPARE(m_row->message(), u"早于入党满一年"_qs);
    QCOMPARE(editor->line()->property("validation").toString(), u"warning"_qs);
    editor->setNote({});
    QCOMPARE(m_row->message(), QString());
}

void EditorsTest::dateReadsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("iso");
    QTest::newRow("dots") << u"2021.7"_qs << u"2021-07"_qs;
    QTest::newRow("digits") << u"20210701"_qs << u"2021-07-01"_qs;
    QTest::newRow("Chinese") << u"2021年7月"_qs << u"2021-07"_qs;
    QTest::newRow("slashes") << u"2021/7/1"_qs << u"2021-07-01"_qs;
    QTest::newRow("year") << u"1978"_qs << u"1978"_qs;
}

void EditorsTest::dateReadsWhatPeopleWrite()
{
    QFETCH(QString, typed);
    QFETCH(QString, iso);
    auto *editor = place(new DateEditor(m_clock));
    type(editor, typed);
    QCOMPARE(editor->value().toString(), iso);
    QCOMPARE(editor->line()->hint().isEmpty(), iso.size() == 10); // a coarse date says so
    leave();
    QCOMPARE(editor->text(), iso);
    QCOMPARE(editor->validation().level, Level::None);
}

void EditorsTest::dateWaitsWithComplaints()
{
    auto *editor = place(new DateEditor(m_clock));
    type(editor, u"2021.2.31"_qs);
    QCOMPARE(m_row->message(), QString());
    QVERIFY(!editor->value().isValid());
    leave();
    QVERIFY(!m_row->message().isEmpty());
    QCOMPARE(editor->text(), u"2021.2.31"_qs); // what was typed stays to be mended
    QVERIFY(!editor->isEmpty());
}

void EditorsTest::dateKeys()
{
    auto *editor = place(new DateEditor(m_clock));
    QTest::keyClick(editor->line(), Qt::Key_Semicolon, Qt::ControlModifier);
    QCOMPARE(editor->value().toString(), u"2026-11-21"_qs);
    QTest::keyClick(editor->line(), Qt::Key_Up);
    QCOMPARE(editor->value().toString(), u"2026-11-22"_qs);
    editor->setValue(u"2026-11"_qs);
    QTest::keyClick(editor->line(), Qt::Key_Down);
    QCOMPARE(editor->value().toString(), u"2026-11"_qs); // a month has no day to step
}

void EditorsTest::dateCalendar()
{
    auto *editor = place(new DateEditor(m_clock));
    editor->setValue(u"2026-09-30"_qs);
    QTest::keyClick(editor->line(), Qt::Key_Down, Qt::AltModifier);
    auto *popup = editor->findChild<CalendarPopup *>();
    QVERIFY(popup != nullptr);
    gridbook::testing::savePicture(popup, u"calendar"_qs);
    QCOMPARE(gridbook::testing::unnamedControls(popup).join(u'\n'), QString());
    QCOMPARE(popup->calendar()->selectedDate(), QDate(2026, 9, 30));
    QSignalSpy edits(editor, &Editor::edited);
    QWidget *days = popup->calendar()->findChild<QAbstractItemView *>();
    QTest::keyClick(days, Qt::Key_Left);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(editor->value().toString(), u"2026-09-29"_qs);
    QCOMPARE(edits.count(), 1);
}

void EditorsTest::dateBounds()
{
    auto *editor = place(new DateEditor(m_clock));
    editor->setRange(QDate(1949, 10, 1), m_clock.today());
    editor->setCoarsest(DatePrecision::Month);
    for (const QString &bad : {u"2027-01-01"_qs, u"1940-01-01"_qs, u"1988"_qs}) {
        editor->setValue(bad);
        QVERIFY2(editor->validation().level == Level::Error, qPrintable(bad));
        QVERIFY(!editor->value().isValid());
    }
    editor->setValue(QDate(1988, 5, 1));
    QCOMPARE(editor->value().toString(), u"1988-05-01"_qs);
    editor->setValue(QVariant::fromValue(PartialDate(QDate(1988, 5, 1), DatePrecision::Month)));
    QCOMPARE(editor->value().toString(), u"1988-05"_qs);
}

void EditorsTest::citizenIdTellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("check digit") << u"99990119680412731X"_qs << true;
    QTest::newRow("too short") << u"99990119680412"_qs << false;
    QTest::newRow("no such day") << u"999901196802307315"_qs << false;
}

void EditorsTest::citizenIdTellsWhatIsWrong()
{
    QFETCH(QString, typed);
    QFETCH(bool, atOnce);
    auto *editor = place(new CitizenIdEditor(m_clock));
    type(editor, typed);
    QVERIFY(!editor->value().isValid());
    if (atOnce) {
        QVERIFY2(!m_row->message().isEmpty(), "the wrong character is known before the field is left");
    }
    leave();
    QCOMPARE(editor->validation().level, Level::Error);
    QVERIFY(!m_row->message().isEmpty());
    QCOMPARE(editor->text(), typed);
}

void EditorsTest::citizenIdGivesBirthAndSexOnce()
{
    auto *editor = place(new CitizenIdEditor(m_clock));
    QSignalSpy facts(editor, &CitizenIdEditor::factsFound);
    const QString number = u"99990119680412731"_qs + text::CitizenId::checkDigitOf(u"99990119680412731");
    type(editor, number);
    QCOMPARE(editor->value().toString(), number);
    QCOMPARE(facts.count(), 1);
    QCOMPARE(facts.at(0).at(0).toDate(), QDate(1968, 4, 12));
    QCOMPARE(facts.at(0).at(1).value<text::Sex>(), text::Sex::Male);
    leave();
    QCOMPARE(facts.count(), 1);
    editor->setValue(number);
    QCOMPARE(facts.count(), 1); // loading a record is no discovery
}

// The form says beside it of which document the number is; the same text is read anew when that changes.
void EditorsTest::numbersOfOtherDocuments()
{
    auto *editor = place(new CitizenIdEditor(m_clock));
    QSignalSpy facts(editor, &CitizenIdEditor::factsFound);
    text::IdType kind = text::IdType::Passport;
    editor->setTypeSource([&kind] { return kind; });
    type(editor, u"e12345678"_qs);
    QCOMPARE(editor->value().toString(), u"E12345678"_qs);
    leave();
    QCOMPARE(editor->text(), u"E12345678"_qs);
    QCOMPARE(editor->validation().level, Level::None);
    kind = text::IdType::CitizenId;
    editor->typeChanged();
    QVERIFY(!editor->value().isValid());
    QCOMPARE(editor->validation().level, Level::Error);
    kind = text::IdType::TaiwanPermit; // has another form: told, not refused
    editor->typeChanged();
    QCOMPARE(editor->value().toString(), u"E12345678"_qs);
    QCOMPARE(editor->validation().level, Level::Warning);
    kind = text::IdType::Other;
    const QString citizen = u"99990119680412731"_qs + text::CitizenId::checkDigitOf(u"99990119680412731");
    editor->line()->selectAll();
    type(editor, citizen);
    QCOMPARE(editor->value().toString(), citizen);
    QCOMPARE(facts.count(), 0); // another document tells neither birth nor sex
}

void EditorsTest::citizenIdMaskHoldsNoNumber()
{
    auto *editor = place(new CitizenIdEditor(m_clock));
    QSignalSpy reveal(editor, &CitizenIdEditor::revealRequested);
    editor->setMasked(u"9999**********7315"_qs);
    QVERIFY(!editor->value().isValid());
    QVERIFY(editor->isMasked());
    QCOMPARE(editor->validation().level, Level::None);
    type(editor, u"1"_qs);
    QCOMPARE(editor->text(), u"9999**********7315"_qs);
    QTest::mouseClick(editor->findChild<QToolButton *>(), Qt::LeftButton);
    QTest::keyClick(editor->line(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(reveal.count(), 2);
    const QString number = u"99990119680412731"_qs + text::CitizenId::checkDigitOf(u"99990119680412731");
    editor->setValue(number);
    QVERIFY(!editor->isMasked());
    QCOMPARE(editor->value().toString(), number);
}

void EditorsTest::phoneIsGrouped()
{
    auto *editor = place(new PhoneEditor);
    type(editor, u"138-1234-5678"_qs);
    QCOMPARE(editor->value().toString(), u"13812345678"_qs);
    leave();
    QCOMPARE(editor->text(), u"138 1234 5678"_qs);
    editor->setValue(u"1381234567"_qs);
    QCOMPARE(editor->validation().level, Level::Error);
}

void EditorsTest::numbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"1000"_qs << 0 << QVariant(qint64(1000)) << u"1,000"_qs;
    QTest::newRow("separator") << u"1,000"_qs << 0 << QVariant(qint64(1000)) << u"1,000"_qs;
    QTest::newRow("full width") << u"１２０"_qs << 0 << QVariant(qint64(120)) << u"120"_qs;
    QTest::newRow("with its unit") << u"38户"_qs << 0 << QVariant(qint64(38)) << u"38"_qs;
    QTest::newRow("decimals") << u"89.5"_qs << 1 << QVariant(89.5) << u"89.5"_qs;
    QTest::newRow("too fine") << u"89.55"_qs << 1 << QVariant() << u"89.55"_qs;
    QTest::newRow("half a person") << u"1.5"_qs << 0 << QVariant() << u"1.5"_qs;
    QTest::newRow("too many") << u"100001"_qs << 0 << QVariant() << u"100001"_qs;
    QTest::newRow("words") << u"abc"_qs << 0 << QVariant() << u"abc"_qs;
}

void EditorsTest::numbers()
{
    QFETCH(QString, typed);
    QFETCH(int, decimals);
    QFETCH(QVariant, value);
    QFETCH(QString, shown);
    auto *editor = place(new NumberEditor);
    editor->setUnit(u"户"_qs);
    editor->setDecimals(decimals);
    editor->setRange(0, 100000);
    QCOMPARE(editor->line()->hint(), u"户"_qs);
    type(editor, typed);
    leave();
    QCOMPARE(editor->value(), value);
    QCOMPARE(editor->text(), shown);
    QCOMPARE(editor->validation().level == Level::Error, !value.isValid());
}

void EditorsTest::moneyIsCountedInFen_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QVariant>("fen");
    QTest::addColumn<QString>("shown");
    QTest::newRow("separator") << u"1,000"_qs << QVariant(qint64(100000)) << u"1,000.00"_qs;
    QTest::newRow("cents") << u"1234567.05"_qs << QVariant(qint64(123456705)) << u"1,234,567.05"_qs;
    QTest::newRow("unit") << u"30元"_qs << QVariant(qint64(3000)) << u"30.00"_qs;
    QTest::newRow("negative") << u"-5"_qs << QVariant() << u"-5"_qs;
    QTest::newRow("too fine") << u"1.005"_qs << QVariant() << u"1.005"_qs;
}

void EditorsTest::moneyIsCountedInFen()
{
    QFETCH(QString, typed);
    QFETCH(QVariant, fen);
    QFETCH(QString, shown);
    auto *editor = place(new MoneyEditor);
    type(editor, typed);
    leave();
    QCOMPARE(editor->value(), fen);
    QCOMPARE(editor->text(), shown);
}

void EditorsTest::durationExplainsABareNumber()
{
    auto *editor = place(new DurationEditor);
    type(editor, u"90"_qs);
    QCOMPARE(editor->value().toLongLong(), 90);
    QVERIFY(editor->line()->hint().contains(u"30"_qs)); // 1 h 30 min
    leave();
    QCOMPARE(editor->value().toLongLong(), 90);
    editor->setValue({});
    editor->setFocus();
    type(editor, u"2小时"_qs);
    leave();
    QCOMPARE(editor->value().toLongLong(), 120);
    const QString shown = editor->text();
    editor->setValue(qint64(120));
    QCOMPARE(editor->text(), shown);
    QCOMPARE(editor->value().toLongLong(), 120); // what is shown can be read again
}

namespace {

QList<CodeChoice> nations()
{
    return {{u"01"_qs, u"汉族"_qs, {u"hanzu"_qs, u"hz"_qs}},
            {u"02"_qs, u"蒙古族"_qs, {u"mengguzu"_qs, u"mgz"_qs}},
            {u"03"_qs, u"回族"_qs, {u"huizu"_qs, u"hz"_qs}},
            {u"99"_qs, u"旧项"_qs, {u"jiuxiang"_qs}, true}};
}

} // namespace

void EditorsTest::codeFindsByPinyinLabelAndCode()
{
    auto *editor = place(new CodeEditor);
    editor->setItems(nations());
    type(editor, u"hz"_qs);
    QVERIFY(editor->list()->isOpen());
    QCOMPARE(editor->list()->items().size(), 2);
    QSignalSpy edits(editor, &Editor::edited);
    QTest::keyClick(editor->list()->view(), Qt::Key_Down);
    QTest::keyClick(editor->list()->view(), Qt::Key_Return);
    QCOMPARE(editor->value().toString(), u"03"_qs);
    QCOMPARE(editor->text(), u"回族"_qs);
    QCOMPARE(edits.count(), 1);
    QCOMPARE(editor->matches(u"古"_qs).size(), 1);
    QCOMPARE(editor->matches(u"0"_qs).size(), 3);
}

void EditorsTest::codeTakesTheOnlyMatchOnLeaving()
{
    auto *editor = place(new CodeEditor);
    editor->setItems(nations());
    editor->setShowCode(true);
    type(editor, u"meng"_qs);
    leave();
    QCOMPARE(editor->value().toString(), u"02"_qs);
    QCOMPARE(editor->text(), u"02 蒙古族"_qs);
}

void EditorsTest::codeKeepsRetiredEntries()
{
    auto *editor = place(new CodeEditor);
    editor->setItems(nations());
    QCOMPARE(editor->matches(u"旧"_qs).size(), 0);
    editor->setValue(u"99"_qs);
    QCOMPARE(editor->value().toString(), u"99"_qs);
    QCOMPARE(editor->validation().level, Level::Warning);
}

void EditorsTest::codeRefusesWhatIsNotInTheTable()
{
    auto *editor = place(new CodeEditor);
    editor->setItems(nations());
    type(editor, u"hz"_qs); // two are meant
    leave();
    QVERIFY(!editor->value().isValid());
    QCOMPARE(editor->validation().level, Level::Error);
    QVERIFY(m_row->message().contains(u"hz"_qs));
}

void EditorsTest::codeOpensItsListOnAClick()
{
    auto *editor = place(new CodeEditor);
    editor->setItems({{u"1"_qs, u"男"_qs, {}}, {u"2"_qs, u"女"_qs, {}}});
    PickList *list = editor->findChild<PickList *>();
    QVERIFY(list != nullptr);
    QTest::mouseClick(editor->line(), Qt::LeftButton);
    QVERIFY(list->isOpen());
    QTest::keyClick(list->view(), Qt::Key_Down);
    QTest::keyClick(list->view(), Qt::Key_Return);
    QCOMPARE(editor->value().toString(), u"2"_qs);
    QVERIFY(!list->isOpen());
    editor->setReadOnly(true);
    QTest::mouseClick(editor->line(), Qt::LeftButton);
    QVERIFY(!list->isOpen());
}

void EditorsTest::ageIsOfTheDayShown()
{
    auto *editor = place(new DateEditor(m_clock));
    editor->setAgeOn(QDate(2026, 6, 30));
    editor->setValue(u"1963-09-13"_qs);
    QCOMPARE(editor->line()->hint(), u"age 62"_qs);
    editor->setAgeOn(QDate(2026, 9, 13));
    QCOMPARE(editor->line()->hint(), u"age 63"_qs);
    editor->setAgeOn({});
    QCOMPARE(editor->line()->hint(), QString());
}

void EditorsTest::textGoesBeforeTheHint()
{
    const QString title = u"凤鸣路社区 第一网格"_qs;
    auto *editor = place(new LookupEditor);
    const int button = 24;
    const int text = editor->line()->fontMetrics().horizontalAdvance(title);
    editor->line()->setFixedWidth(text + button + 40);
    editor->setItem({7, title, u"一般网格"_qs});
    const QMargins margins = editor->line()->textMargins();
    QVERIFY(editor->line()->width() - margins.left() - margins.right() >= text);
    editor->line()->setFixedWidth(text + button + 240);
    QCOMPARE(editor->line()->hint(), u"一般网格"_qs); // with room for both, both are there
    QCoreApplication::processEvents();
    QVERIFY(editor->line()->textMargins().right() >
            button + editor->line()->fontMetrics().horizontalAdvance(u"一般网格"_qs));
}

void EditorsTest::lookupTellsTwoApart()
{
    auto *editor = place(new LookupEditor);
    editor->setProvider([](const QString &, const LookupEditor::Answer &answer) {
        answer({{7, u"张伟"_qs, u"1968 东关一支部"_qs}, {8, u"张伟"_qs, u"1990 东关二支部"_qs}});
    });
    type(editor, u"zw"_qs);
    QVERIFY(editor->list()->isOpen());
    QTest::keyClick(editor->list()->view(), Qt::Key_Down);
    QTest::keyClick(editor->list()->view(), Qt::Key_Return);
    QCOMPARE(editor->value().toLongLong(), 8);
    QCOMPARE(editor->line()->hint(), u"1990 东关二支部"_qs);
    // The bare name does not tell which one is meant.
    editor->setValue({});
    typeChinese(editor->line(), u"张伟"_qs);
    leave();
    QVERIFY(!editor->value().isValid());
    QCOMPARE(editor->validation().level, Level::Error);
}

void EditorsTest::lookupDropsOldAnswers()
{
    auto *editor = place(new LookupEditor);
    QList<LookupEditor::Answer> waiting;
    editor->setProvider([&waiting](const QString &, const LookupEditor::Answer &answer) { waiting.append(answer); });
    type(editor, u"ab"_qs);
    QCOMPARE(waiting.size(), 2);
    waiting.at(1)({{2, u"新"_qs, {}}});
    waiting.at(0)({{1, u"旧"_qs, {}}});
    QCOMPARE(editor->list()->items().size(), 1);
    QCOMPARE(editor->list()->items().front().title, u"新"_qs);
    delete m_row;
    waiting.at(1)({{3, u"晚"_qs, {}}}); // an answer for an editor that is gone
}

void EditorsTest::lookupEditedTextIsNoLongerTheRecord()
{
    auto *editor = place(new LookupEditor);
    editor->setResolver([](qint64 id) { return LookupItem{id, u"东关一支部"_qs, u"自 2019-05-10"_qs}; });
    editor->setValue(qint64(5));
    QCOMPARE(editor->text(), u"东关一支部"_qs);
    QVariant seen = 1;
    connect(editor, &Editor::edited, this, [editor, &seen] { seen = editor->value(); });
    QTest::keyClick(editor->line(), Qt::Key_End);
    QTest::keyClick(editor->line(), Qt::Key_Backspace);
    QVERIFY(!seen.isValid());
    QVERIFY(!editor->value().isValid());
    editor->setValue({});
    QVERIFY(editor->isEmpty());
}

void EditorsTest::lookupOffersNew()
{
    auto *editor = place(new LookupEditor);
    editor->setAllowNew(true);
    editor->setProvider([](const QString &, const LookupEditor::Answer &answer) { answer({}); });
    QSignalSpy wanted(editor, &LookupEditor::newRequested);
    typeChinese(editor->line(), u"西关支部"_qs);
    QVERIFY(!editor->list()->view()->currentIndex().isValid()); // Return alone makes nothing new
    QTest::keyClick(editor->list()->view(), Qt::Key_Down);
    QTest::keyClick(editor->list()->view(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"西关支部"_qs);
    QCOMPARE(editor->text(), u"西关支部"_qs); // the form is not lost
}

void EditorsTest::quarterStepsAndReads()
{
    auto *editor = place(new QuarterEditor(m_clock));
    QTest::keyClick(editor->line(), Qt::Key_Up);
    QCOMPARE(editor->value().toString(), u"2026Q4"_qs);
    QTest::keyClick(editor->line(), Qt::Key_Down);
    QCOMPARE(editor->value().toString(), u"2026Q3"_qs);
    QCOMPARE(editor->line()->hint(), u"07-01 – 09-30"_qs);
    editor->line()->selectAll();
    typeChinese(editor->line(), u"2025年第一季度"_qs);
    leave();
    QCOMPARE(editor->value().toString(), u"2025Q1"_qs);
    editor->setFocus();
    editor->line()->selectAll();
    type(editor, u"2"_qs);
    leave();
    QCOMPARE(editor->text(), u"2026Q2"_qs);
    // What has not begun is neither stepped to nor taken.
    editor->setLatest(Quarter(2026, 3));
    editor->setFocus();
    QTest::keyClick(editor->line(), Qt::Key_Up);
    QTest::keyClick(editor->line(), Qt::Key_Up);
    QCOMPARE(editor->value().toString(), u"2026Q3"_qs);
    editor->line()->selectAll();
    type(editor, u"2026Q4"_qs);
    leave();
    QVERIFY(!editor->quarter());
    QCOMPARE(editor->validation().level, Level::Error);
    // Or from the list, the latest first.
    QTest::keyClick(editor->line(), Qt::Key_Down, Qt::AltModifier);
    auto *list = editor->findChild<QMenu *>(u"quarters"_qs);
    QVERIFY(list != nullptr && list->isVisible());
    QVERIFY(list->actions().size() > 4);
    list->actions().at(1)->trigger();
    list->close();
    QCOMPARE(editor->value().toString(), u"2026Q2"_qs);
}

void EditorsTest::yesNoByKeyboard()
{
    auto *editor = place(new YesNoEditor);
    QSignalSpy edits(editor, &Editor::edited);
    QVERIFY(editor->isEmpty());
    QTest::keyClick(editor->field(), Qt::Key_N);
    QCOMPARE(editor->value(), QVariant(false));
    QTest::keyClick(editor->field(), Qt::Key_Y);
    QCOMPARE(editor->value(), QVariant(true));
    QTest::keyClick(editor->field(), Qt::Key_Delete);
    QVERIFY(editor->isEmpty());
    QCOMPARE(edits.count(), 3);
}

void EditorsTest::readOnlyCannotBeTyped()
{
    auto *editor = place(new DateEditor(m_clock));
    editor->setValue(u"2026-01-02"_qs);
    editor->setReadOnly(true);
    type(editor, u"3"_qs);
    QTest::keyClick(editor->line(), Qt::Key_Semicolon, Qt::ControlModifier);
    QTest::keyClick(editor->line(), Qt::Key_Up);
    QCOMPARE(editor->value().toString(), u"2026-01-02"_qs);
}

void EditorsTest::everyControlHasAName()
{
    const QList<Editor *> editors{new TextEditor,  new LongTextEditor, new DateEditor(m_clock),
                                  new CodeEditor,  new PhoneEditor,    new CitizenIdEditor(m_clock),
                                  new MoneyEditor, new DurationEditor, new LookupEditor,
                                  new YesNoEditor, new NumberEditor,   new QuarterEditor(m_clock)};
    for (Editor *editor : editors) {
        m_column->addWidget(new FieldRow(u"字段"_qs, editor, m_window.get()));
    }
    m_window->show();
    QCOMPARE(gridbook::testing::unnamedControls(m_window.get()).join(u'\n'), QString());
    // And the walk does find what is missing.
    auto *silent = new QLineEdit(m_window.get());
    m_column->addWidget(silent);
    silent->show();
    QCOMPARE(gridbook::testing::unnamedControls(m_window.get()).size(), 1);
}

QTEST_MAIN(EditorsTest)
#include "tst_editors.moc"
