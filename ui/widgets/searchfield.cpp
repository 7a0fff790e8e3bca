#include "ui/widgets/searchfield.h"
#include "ui/shell/icons.h"
#include "ui/widgets/fieldline.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

namespace gridbook::ui {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_line(new FieldLine(this))
    , m_clear(m_line->addButton(Glyph::Close, tr("Clear (Esc)")))
    , m_timer(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_line->setProperty("sunken", true);
    m_line->setLeadingGlyph(Glyph::Search);
    m_clear->hide();
    m_timer->setSingleShot(true);
    m_timer->setInterval(120);
    connect(m_timer, &QTimer::timeout, this, &SearchField::note);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_line->setHint(text.isEmpty() ? m_key : QString());
        if (m_timer->interval() == 0 || text.isEmpty()) {
            note();
        } else {
            m_timer->start();
        }
    });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        note();
        Q_EMIT submitted(text());
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { setText({}); });
    m_line->installEventFilter(this);
}

void SearchField::setKeyHint(const QString &key)
{
    m_key = key;
    m_line->setHint(text().isEmpty() ? m_key : QString());
}

QString SearchField::text() const
{
    return m_line->text().trimmed();
}

void SearchField::setText(const QString &text)
{
    m_line->setText(text);
    note();
}

void SearchField::setDelay(int milliseconds)
{
    m_timer->setInterval(milliseconds);
}

void SearchField::note()
{
    m_timer->stop();
    if (text() != m_last) {
        m_last = text();
        Q_EMIT searched(m_last);
    }
}

bool SearchField::eventFilter(QObject *object, QEvent *event)
{
    // An empty box has nothing to take back: the key is meant for the book.
    if (object == m_line && event->type() == QEvent::ShortcutOverride && m_line->text().isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (object == m_line && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_line->text().isEmpty()) {
        setText({});
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace gridbook::ui
