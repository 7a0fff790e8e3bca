#include "ui/widgets/citizenideditor.h"
#include "core/text/citizenid.h"
#include "core/text/normalise.h"
#include "ui/shell/icons.h"
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

CitizenIdEditor::CitizenIdEditor(const Clock &clock, QWidget *parent)
    : LineEditor(parent), m_clock(clock), m_eye(line()->addButton(Glyph::Eye, tr("Show the whole number (Alt+Down)")))
{
    line()->setInputMethodHints(Qt::ImhUppercaseOnly | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_eye->hide();
    connect(m_eye, &QToolButton::clicked, this, &CitizenIdEditor::revealRequested);
    connect(line(), &QLineEdit::textEdited, this, &CitizenIdEditor::announce);
    line()->installEventFilter(this);
}

void CitizenIdEditor::setValue(const QVariant &value)
{
    if (m_masked) {
        m_masked = false;
        m_eye->hide();
        LineEditor::setReadOnly(m_wantsReadOnly);
    }
    LineEditor::setValue(value);
    m_announced = this->value().toString();
}

void CitizenIdEditor::setMasked(const QString &shown)
{
    m_masked = true;
    m_eye->show();
    LineEditor::setReadOnly(true);
    line()->setText(shown);
    setSettled(true);
    reread();
    line()->setHint(QString());
}

void CitizenIdEditor::setReadOnly(bool readOnly)
{
    m_wantsReadOnly = readOnly;
    LineEditor::setReadOnly(readOnly || m_masked);
}

Reading CitizenIdEditor::read(const QString &text) const
{
    Reading reading;
    if (m_masked) {
        return reading;
    }
    if (type() != text::IdType::CitizenId) {
        return readOther(text);
    }
    const auto examined = text::CitizenId::examine(text, m_clock.today());
    if (const auto *issue = std::get_if<text::CitizenIdIssue>(&examined)) {
        reading.note = {Level::Error, issue->message};
        const qsizetype typed = text::codeText(text).size();
        if (issue->fault == text::CitizenIdFault::Length && typed < 18) {
            reading.hint = u"%1/18"_qs.arg(typed);
        }
        // Places are counted in the number without blanks; only then they are places in the field too.
        if (typed == text.size()) {
            reading.wrongAt = issue->fault == text::CitizenIdFault::CheckDigit ? 18 : issue->position;
        }
        return reading;
    }
    const auto &id = std::get<text::CitizenId>(examined);
    reading.value = id.value();
    reading.rewritten = id.value();
    if (id.upgraded()) {
        reading.note = {Level::Warning, tr("Made from an old number of 15 digits; compare it with the card.")};
    } else if (const auto warning = id.warning(m_clock.today())) {
        reading.note = {Level::Warning, *warning};
    }
    return reading;
}

Reading CitizenIdEditor::readOther(const QString &text) const
{
    Reading reading;
    const auto number = text::otherIdNumber(text);
    if (!number) {
        reading.note = {Level::Error, number.error().message};
        return reading;
    }
    reading.value = *number;
    reading.rewritten = *number;
    if (const auto own = text::parseIdNumber(type(), *number, m_clock.today()); !own) {
        reading.note = {Level::Warning, own.error().message};
    }
    return reading;
}

void CitizenIdEditor::typeChanged()
{
    if (!m_masked) {
        reread();
    }
}

void CitizenIdEditor::announce()
{
    const QString number = value().toString();
    if (type() != text::IdType::CitizenId || number.isEmpty() || number == m_announced) {
        return;
    }
    m_announced = number;
    const auto examined = text::CitizenId::examine(number, m_clock.today());
    if (const auto *id = std::get_if<text::CitizenId>(&examined)) {
        Q_EMIT factsFound(id->birth(), id->sex());
    }
}

bool CitizenIdEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == line() && m_masked && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            Q_EMIT revealRequested();
            return true;
        }
    }
    return LineEditor::eventFilter(object, event);
}

} // namespace gridbook::ui
