#include "ui/registry/formsealed.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

SealedEditor::SealedEditor(LineEditor *inner, QWidget *parent)
    : Editor(parent), m_inner(inner), m_mask(new FieldLine(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_inner);
    row->addWidget(m_mask);
    m_mask->hide();
    m_mask->setContextMenuPolicy(Qt::NoContextMenu);
    m_mask->setAcceptDrops(false);
    m_mask->installEventFilter(this);
    m_inner->line()->installEventFilter(this);
    setFocusProxy(m_inner);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *eye = m_mask->addButton(Glyph::Eye, tr("Show the whole entry (Alt+Down)"));
    connect(eye, &QToolButton::clicked, this, &SealedEditor::revealRequested);
    connect(m_inner, &Editor::edited, this, &Editor::edited);
    connect(m_inner, &Editor::validationChanged, this, &SealedEditor::showState);
    connect(m_inner->line(), &FieldLine::left, this, &SealedEditor::settle);
}

void SealedEditor::setValue(const QVariant &value)
{
    m_replacing = false;
    m_inner->setValue(value);
    showMask(false);
}

void SealedEditor::setMasked(const QVariant &value, const QString &shown)
{
    m_kept = value;
    m_replacing = false;
    m_inner->setValue(value);
    m_mask->setText(shown);
    m_mask->setCursorPosition(0);
    showMask(!shown.isEmpty());
}

void SealedEditor::reveal()
{
    if (m_masked) {
        showMask(false);
        m_inner->line()->setFocus();
    }
}

void SealedEditor::setReadOnly(bool readOnly)
{
    setReadOnlyFlag(readOnly);
    m_inner->setReadOnly(readOnly);
    m_mask->setReadOnly(readOnly);
}

void SealedEditor::settle()
{
    m_inner->settle();
    Editor::settle();
}

void SealedEditor::setLabel(const QString &label)
{
    m_inner->setLabel(label);
    m_mask->setAccessibleName(tr("%1, protected").arg(label));
}

Validation SealedEditor::ownValidation() const
{
    return m_masked ? Validation() : m_inner->validation();
}

void SealedEditor::showState()
{
    refreshValidation();
    // The inner editor paints its own frame; what the record's rules say weighs more.
    const Level level = validation().level;
    const QString state = level == Level::Error ? u"error"_qs : level == Level::Warning ? u"warning"_qs : QString();
    setFrameState(m_inner->field(), state);
    setFrameState(m_mask, state);
}

void SealedEditor::showMask(bool masked)
{
    m_masked = masked;
    m_mask->setVisible(masked);
    m_inner->setVisible(!masked);
    // The label's key and the form lead to the field that is to be seen.
    m_inner->line()->setFocusProxy(masked ? m_mask : nullptr);
    showState();
}

void SealedEditor::replace()
{
    showMask(false);
    m_replacing = true;
    m_inner->setValue({});
    m_inner->line()->setHint(tr("Esc: as before"));
    m_inner->line()->setFocus();
    Q_EMIT edited();
}

bool SealedEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_inner->line() && m_replacing && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // else the page would take it for "cancel"
        return true;
    }
    if (object == m_inner->line() && m_replacing && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        setMasked(m_kept, m_mask->text());
        m_mask->setFocus();
        Q_EMIT edited();
        return true;
    }
    if (object != m_mask || !m_masked) {
        return Editor::eventFilter(object, event);
    }
    if (event->type() == QEvent::InputMethod && !isReadOnly()) {
        replace();
        QCoreApplication::sendEvent(m_inner->line(), event);
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            Q_EMIT revealRequested();
            return true;
        }
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut)) {
            return true; // what is masked is not copied either
        }
        const bool types = !key->text().isEmpty() && key->text().front().isPrint() &&
                           !key->modifiers().testFlag(Qt::ControlModifier) &&
                           !key->modifiers().testFlag(Qt::AltModifier);
        const bool clears = key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace;
        if (!isReadOnly() && (types || clears || key->matches(QKeySequence::Paste))) {
            replace();
            if (!clears) {
                QCoreApplication::sendEvent(m_inner->line(), event);
            }
            return true;
        }
    }
    return Editor::eventFilter(object, event);
}

} // namespace gridbook::ui
