#include "ui/shell/statusstrip.h"
#include "ui/shell/theme.h"
#include "ui/widgets/numbers.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int undoShare = 4; // what can be undone takes no more than this part of the line
}

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QLabel(this))
    , m_selected(new QLabel(this))
    , m_sum(new QLabel(this))
    , m_message(new QLabel(this))
    , m_who(new QLabel(this))
    , m_backup(new QLabel(this))
    , m_undo(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 3, 16, 3);
    row->setSpacing(24);
    for (auto *label : {m_rows, m_selected, m_sum, m_message}) {
        row->addWidget(label);
    }
    row->addStretch();
    row->addWidget(m_who);
    row->addWidget(m_backup);
    row->addWidget(m_undo);
    m_undo->setMinimumWidth(1); // the title of a step never keeps the window from getting narrow
    for (auto *label : {m_rows, m_selected, m_sum, m_message, m_who, m_backup, m_undo}) {
        label->setTextFormat(Qt::PlainText);
        label->hide();
        setRole(label, Role::Small);
    }
    setMinimumHeight(26);
}

void StatusStrip::fill(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void StatusStrip::setRows(qint64 shown, qint64 all)
{
    const QLocale plain = numberLocale();
    if (all < 0) {
        fill(m_rows, {});
        fill(m_selected, {});
        fill(m_sum, {});
    } else if (shown == all) {
        fill(m_rows, tr("%Ln row(s)", nullptr, int(all)));
    } else {
        fill(m_rows, tr("%1 of %2 rows (filtered)").arg(plain.toString(shown), plain.toString(all)));
    }
}

void StatusStrip::setSelected(qint64 count)
{
    fill(m_selected, count > 0 ? tr("%1 selected").arg(numberLocale().toString(count)) : QString());
}

void StatusStrip::setSum(const QString &text)
{
    fill(m_sum, text.isEmpty() ? QString() : tr("Sum %1").arg(text));
}
void StatusStrip::setMessage(const QString &text)
{
    fill(m_message, text);
}
void StatusStrip::setWho(const QString &name)
{
    fill(m_who, name.isEmpty() ? QString() : tr("Signed in: %1").arg(name));
}

void StatusStrip::setBackup(const QString &text, bool good)
{
    setRole(m_backup, good ? Role::Small : Role::Warning);
    fill(m_backup, good ? QString(text + u" ✓"_qs) : QString(u"! "_qs + text));
}

void StatusStrip::setUndo(const QString &what)
{
    m_undoable = what.isEmpty() ? QString() : tr("Can be undone: %1").arg(what.simplified());
    m_undo->setToolTip(m_undoable);
    fitUndo();
}

void StatusStrip::fitUndo()
{
    m_undo->ensurePolished(); // the style gives the font
    fill(m_undo, m_undo->fontMetrics().elidedText(m_undoable, Qt::ElideRight, width() / undoShare));
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitUndo();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        fitUndo();
    }
}

QString StatusStrip::leftText() const
{
    QStringList parts;
    for (const auto *label : {m_rows, m_selected, m_sum, m_message}) {
        if (!label->isHidden()) {
            parts.append(label->text());
        }
    }
    return parts.join(u" | ");
}

QString StatusStrip::rightText() const
{
    QStringList parts;
    for (const auto *label : {m_who, m_backup, m_undo}) {
        if (!label->isHidden()) {
            parts.append(label->text());
        }
    }
    return parts.join(u" | ");
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().tokens.surface);
    painter.fillRect(QRect(0, 0, width(), 1), currentTheme().tokens.line);
}

} // namespace gridbook::ui
