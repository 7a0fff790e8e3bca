#include "ui/registry/detailtimeline.h"
#include "ui/shell/theme.h"
#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int indent = 18;
constexpr qsizetype linesPerEntry = 3;

QLabel *words(const QString &text, Role role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setRole(label, role);
    return label;
}

} // namespace

QStringList eventLines(const RecordEvent &event, const UiContext &context, qsizetype limit)
{
    QStringList lines;
    if (event.voided) {
        lines << QCoreApplication::translate("Timeline", "Voided");
    }
    if (event.broughtBack) {
        lines << QCoreApplication::translate("Timeline", "Brought back");
    }
    if (event.created) { // its first values are what the panel shows anyway
        lines << QCoreApplication::translate("Timeline", "Entered");
        return lines;
    }
    for (const FieldChange &change : event.changes) {
        if (lines.size() == limit) {
            lines << QCoreApplication::translate("Timeline", "and %n more", nullptr, int(event.changes.size() - limit));
            break;
        }
        const QString none = QCoreApplication::translate("Timeline", "(empty)");
        const QString before = change.before.isEmpty() ? none : change.before;
        lines << context.labelled(change.label, before + u" → " + (change.after.isEmpty() ? none : change.after));
    }
    return lines;
}

TimelineEntry::TimelineEntry(const RecordEvent &event, const UiContext &context, bool last, QWidget *parent)
    : QWidget(parent), m_last(last)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(indent, 2, 0, 10);
    column->setSpacing(2);
    const QString when = event.batch.madeAt.left(16).replace(u'T', u' ');
    column->addWidget(words(event.batch.title.isEmpty() ? when : event.batch.title, Role::Plain, this));
    for (const QString &line : eventLines(event, context, linesPerEntry)) {
        column->addWidget(words(line, Role::Secondary, this));
    }
    QString foot = when + u" · " + event.batch.who;
    if (!event.batch.reason.isEmpty()) {
        foot += u" · " + event.batch.reason;
    }
    column->addWidget(words(foot, Role::Small, this));
}

void TimelineEntry::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_last) {
        painter.fillRect(QRectF(4.5, 12, 1, height() - 12), t.line);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawEllipse(QPointF(5, 12), 4, 4);
}

} // namespace gridbook::ui
