#include "ui/widgets/quantityeditors.h"
#include "core/text/normalise.h"
#include "ui/widgets/numbers.h"
#include <QCoreApplication>
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

QString groupedNumber(double number, int decimals)
{
    return numberLocale().toString(number, 'f', decimals);
}

QString durationText(Minutes minutes)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("gridbook::ui::DurationEditor", text);
    };
    const qint64 hours = minutes.count() / 60;
    const qint64 rest = minutes.count() % 60;
    const QString hourPart =
        hours > 0 ? words(QT_TRANSLATE_NOOP("gridbook::ui::DurationEditor", "%1 h")).arg(hours) : QString();
    const QString minutePart = rest > 0 || hours == 0
                                   ? words(QT_TRANSLATE_NOOP("gridbook::ui::DurationEditor", "%1 min")).arg(rest)
                                   : QString();
    return hourPart.isEmpty() || minutePart.isEmpty() ? QString(hourPart + minutePart)
                                                      : QString(hourPart + u' ' + minutePart);
}

NumberEditor::NumberEditor(QWidget *parent) : LineEditor(parent)
{
    line()->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
}

void NumberEditor::setUnit(const QString &unit)
{
    m_unit = unit;
    setHint(unit);
}

void NumberEditor::setDecimals(int decimals)
{
    m_decimals = decimals;
    reread();
}

void NumberEditor::setRange(double least, double most)
{
    m_least = least;
    m_most = most;
    reread();
}

Reading NumberEditor::read(const QString &text) const
{
    Reading reading;
    QString plain = text::codeText(text).remove(u',').remove(u'，');
    if (!m_unit.isEmpty() && plain.endsWith(m_unit)) {
        plain.chop(m_unit.size());
    }
    bool good = false;
    const double number = QLocale::c().toDouble(plain, &good);
    if (!good || !std::isfinite(number)) {
        reading.note = {Level::Error, tr("“%1” is not a number.").arg(text.trimmed())};
        return reading;
    }
    const double step = std::pow(10.0, m_decimals);
    if (std::abs(std::round(number * step) - number * step) > 1e-6 * qMax(1.0, std::abs(number * step))) {
        reading.note = {Level::Error, m_decimals == 0 ? tr("Whole numbers only.")
                                                      : tr("Not more than %1 places after the point.").arg(m_decimals)};
    } else if (number < m_least || number > m_most) {
        reading.note = {Level::Error, tr("The number must lie between %1 and %2.")
                                          .arg(groupedNumber(m_least, m_decimals), groupedNumber(m_most, m_decimals))};
    } else {
        reading.value = m_decimals == 0 ? QVariant(qint64(std::llround(number))) : QVariant(number);
        reading.rewritten = groupedNumber(number, m_decimals);
    }
    return reading;
}

QString NumberEditor::write(const QVariant &value) const
{
    return groupedNumber(value.toDouble(), m_decimals);
}

MoneyEditor::MoneyEditor(QWidget *parent) : LineEditor(parent)
{
    line()->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setHint(tr("yuan"));
}

void MoneyEditor::setAllowNegative(bool allow)
{
    m_allowNegative = allow;
    reread();
}

Reading MoneyEditor::read(const QString &text) const
{
    Reading reading;
    const auto money = text::parseMoney(text);
    if (!money) {
        reading.note = {Level::Error, money.error().message};
    } else if (money->fen() < 0 && !m_allowNegative) {
        reading.note = {Level::Error, tr("The amount cannot be negative.")};
    } else {
        reading.value = money->fen();
        reading.rewritten = write(reading.value);
    }
    return reading;
}

QString MoneyEditor::write(const QVariant &value) const
{
    // From whole fen, never through a binary fraction.
    const qint64 fen = value.toLongLong();
    const quint64 size = fen < 0 ? quint64(-(fen + 1)) + 1 : quint64(fen);
    return (fen < 0 ? u"-"_qs : QString()) + numberLocale().toString(size / 100) +
           u".%1"_qs.arg(size % 100, 2, 10, QLatin1Char('0'));
}

DurationEditor::DurationEditor(QWidget *parent) : LineEditor(parent) {}

void DurationEditor::setRule(const text::DurationRule &rule)
{
    m_rule = rule;
    reread();
}

Reading DurationEditor::read(const QString &text) const
{
    Reading reading;
    const auto parsed = text::parseDuration(text, m_rule);
    if (!parsed) {
        reading.note = {Level::Error, parsed.error().message};
        return reading;
    }
    reading.value = parsed->minutes.count();
    reading.rewritten = durationText(parsed->minutes);
    // While "90" is being typed its meaning stands at the right, before it is too late to notice.
    if (reading.rewritten != text.trimmed()) {
        reading.hint = u"= "_qs + reading.rewritten;
    }
    return reading;
}

QString DurationEditor::write(const QVariant &value) const
{
    return durationText(Minutes(value.toLongLong()));
}

} // namespace gridbook::ui
