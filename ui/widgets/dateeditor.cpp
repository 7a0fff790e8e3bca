#include "ui/widgets/dateeditor.h"
#include "core/text/dates.h"
#include "ui/shell/icons.h"
#include "ui/shell/shortcuts.h"
#include "ui/widgets/calendarpopup.h"
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

DateEditor::DateEditor(const Clock &clock, QWidget *parent)
    : LineEditor(parent)
    , m_clock(clock)
    , m_button(line()->addButton(Glyph::Calendar, tr("Calendar (Alt+Down); today is Ctrl+;")))
{
    line()->setInputMethodHints(Qt::ImhDate);
    connect(m_button, &QToolButton::clicked, this, &DateEditor::openCalendar);
    line()->installEventFilter(this);
    describeKeys(this, {{Qt::CTRL | Qt::Key_Semicolon, tr("In a date: today")},
                        {Qt::ALT | Qt::Key_Down, tr("In a date: the calendar")}});
}

PartialDate DateEditor::date() const
{
    return PartialDate::fromIso(value().toString());
}

void DateEditor::setValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDate) {
        LineEditor::setValue(PartialDate(value.toDate()).toIso());
    } else if (value.canConvert<PartialDate>() && value.typeId() == qMetaTypeId<PartialDate>()) {
        LineEditor::setValue(value.value<PartialDate>().toIso());
    } else {
        LineEditor::setValue(value);
    }
}

void DateEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_button->setVisible(!readOnly);
}

void DateEditor::setCoarsest(DatePrecision precision)
{
    m_coarsest = precision;
    reread();
}

void DateEditor::setAgeOn(QDate day)
{
    m_ageOn = day;
    reread();
}

void DateEditor::setRange(QDate earliest, QDate latest)
{
    m_earliest = earliest;
    m_latest = latest;
    reread();
}

QString DateEditor::hintFor(const PartialDate &date) const
{
    if (date.precision() == DatePrecision::Year) {
        return tr("to the year"); //: precision of a date
    }
    if (date.precision() == DatePrecision::Month) {
        return tr("to the month"); //: precision of a date
    }
    const int years = m_ageOn.isValid() ? date.yearsAt(m_ageOn) : -1;
    return years >= 0 ? tr("age %1").arg(years) : QString();
}

Reading DateEditor::read(const QString &text) const
{
    Reading reading;
    const auto parsed = text::parseDate(text, m_clock.today());
    if (!parsed) {
        reading.note = {Level::Error, parsed.error().message};
        return reading;
    }
    const PartialDate date = parsed->date;
    reading.hint = hintFor(date);
    reading.rewritten = date.toIso();
    if (date.precision() > m_coarsest) {
        reading.note = {Level::Error,
                        m_coarsest == DatePrecision::Day
                            ? tr("The day is needed here, for example %1.").arg(m_clock.today().toString(Qt::ISODate))
                            : tr("The month is needed here.")};
    } else if (m_earliest.isValid() && date.lastDay() < m_earliest) {
        reading.note = {Level::Error, tr("Not before %1.").arg(m_earliest.toString(Qt::ISODate))};
    } else if (m_latest.isValid() && date.firstDay() > m_latest) {
        reading.note = {Level::Error, tr("Not after %1.").arg(m_latest.toString(Qt::ISODate))};
    } else {
        reading.value = date.toIso();
        if (parsed->ambiguous) {
            reading.note = {Level::Warning, parsed->note};
        }
    }
    return reading;
}

QString DateEditor::write(const QVariant &value) const
{
    return value.toString();
}

void DateEditor::openCalendar()
{
    if (isReadOnly()) {
        return;
    }
    auto *popup = new CalendarPopup(date().firstDay(), m_clock.today(), this);
    connect(popup, &CalendarPopup::picked, this, [this](QDate day) {
        enter(day.toString(Qt::ISODate));
        line()->setFocus();
    });
    popup->openBelow(this);
}

bool DateEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == line() && event->type() == QEvent::KeyPress && !isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool control = key->modifiers().testFlag(Qt::ControlModifier);
        // A Chinese keyboard sends the full-width semicolon when its punctuation is on.
        if (control && (key->key() == Qt::Key_Semicolon || key->text() == u"；")) {
            enter(m_clock.today().toString(Qt::ISODate));
            return true;
        }
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            openCalendar();
            return true;
        }
        const bool step = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (step && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            const PartialDate now = date();
            if (!now.isNull() && now.precision() == DatePrecision::Day) {
                enter(now.firstDay().addDays(key->key() == Qt::Key_Up ? 1 : -1).toString(Qt::ISODate));
            }
            return true;
        }
    }
    return LineEditor::eventFilter(object, event);
}

} // namespace gridbook::ui
