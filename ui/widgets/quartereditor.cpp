#include "ui/widgets/quartereditor.h"
#include "core/text/normalise.h"
#include "ui/shell/icons.h"
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

QuarterEditor::QuarterEditor(const Clock &clock, QWidget *parent)
    : LineEditor(parent)
    , m_clock(clock)
    , m_back(line()->addButton(Glyph::ChevronLeft, tr("Quarter before (Down)")))
    , m_forth(line()->addButton(Glyph::ChevronRight, tr("Next quarter (Up)")))
    , m_list(line()->addButton(Glyph::ChevronDown, tr("Choose a quarter (Alt+Down)")))
{
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_list, &QToolButton::clicked, this, &QuarterEditor::openList);
    line()->installEventFilter(this);
}

std::optional<Quarter> QuarterEditor::quarter() const
{
    if (const auto parsed = Quarter::parse(value().toString()); value().isValid() && parsed) {
        return *parsed;
    }
    return std::nullopt;
}

void QuarterEditor::setLatest(Quarter quarter)
{
    m_latest = quarter;
    reread();
}

void QuarterEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_back->setVisible(!readOnly);
    m_forth->setVisible(!readOnly);
    m_list->setVisible(!readOnly);
}

Reading QuarterEditor::read(const QString &text) const
{
    QString plain = text::codeText(text).toUpper();
    const QString number = plain.startsWith(u'Q') ? plain.mid(1) : plain;
    if (number.size() == 1 && number.front() >= u'1' && number.front() <= u'4') {
        plain = Quarter(m_clock.today().year(), number.front().digitValue()).toString();
    }
    Reading reading;
    const auto parsed = Quarter::parse(plain);
    if (!parsed) {
        reading.note = {Level::Error, parsed.error().message};
        return reading;
    }
    if (m_latest && *parsed > *m_latest) {
        reading.note = {
            Level::Error,
            tr("%1 has not begun yet. The running quarter is %2.").arg(parsed->toString(), m_latest->toString())};
        return reading;
    }
    reading.value = parsed->toString();
    reading.rewritten = write(reading.value);
    reading.hint = QString(parsed->begin().toString(u"MM-dd"_qs) + u" – "_qs + parsed->lastDay().toString(u"MM-dd"_qs));
    return reading;
}

// As the papers of the language write it.
QString QuarterEditor::write(const QVariant &value) const
{
    const auto parsed = Quarter::parse(value.toString());
    return parsed && QLocale().language() == QLocale::Chinese ? parsed->toChinese() : value.toString();
}

void QuarterEditor::onReading()
{
    const auto now = quarter();
    m_forth->setEnabled(!m_latest || !now || *now < *m_latest);
}

void QuarterEditor::step(int quarters)
{
    if (isReadOnly()) {
        return;
    }
    const auto now = quarter();
    const Quarter next = !now ? Quarter::of(m_clock.today()) : quarters > 0 ? now->next() : now->previous();
    if (!m_latest || next <= *m_latest) {
        enter(next.toString());
    }
}

// The quarters of four years, the latest first; others are typed.
void QuarterEditor::openList()
{
    constexpr int offered = 16;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"quarters"_qs);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto now = quarter();
    Quarter each = m_latest.value_or(Quarter::of(m_clock.today()));
    for (int i = 0; i < offered; ++i, each = each.previous()) {
        QAction *entry = menu->addAction(write(each.toString()));
        entry->setCheckable(true);
        entry->setChecked(now && *now == each);
        connect(entry, &QAction::triggered, this, [this, each] { enter(each.toString()); });
        if (entry->isChecked()) {
            menu->setActiveAction(entry);
        }
    }
    menu->popup(line()->mapToGlobal(QPoint(0, line()->height() + 2)));
}

bool QuarterEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == line() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier) && !isReadOnly()) {
            openList();
            return true;
        }
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            step(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return LineEditor::eventFilter(object, event);
}

} // namespace gridbook::ui
