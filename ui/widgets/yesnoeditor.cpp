#include "ui/widgets/yesnoeditor.h"
#include "ui/shell/theme.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

YesNoEditor::YesNoEditor(QWidget *parent)
    : Editor(parent)
    , m_group(new QButtonGroup(this))
    , m_yes(new QRadioButton(tr("Yes"), this))
    , m_no(new QRadioButton(tr("No"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (auto *button : {m_yes, m_no}) {
        m_group->addButton(button);
        row->addWidget(button);
        button->setMinimumHeight(currentTheme().metrics.controlHeight);
        button->installEventFilter(this);
    }
    row->addStretch();
    setFocusProxy(m_yes);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this] {
        setSettled(true);
        refreshValidation();
        Q_EMIT edited();
    });
}

QVariant YesNoEditor::value() const
{
    return m_yes->isChecked() ? QVariant(true) : m_no->isChecked() ? QVariant(false) : QVariant();
}

void YesNoEditor::setValue(const QVariant &value)
{
    m_group->setExclusive(false);
    const bool known = value.isValid() && !value.isNull();
    m_yes->setChecked(known && value.toBool());
    m_no->setChecked(known && !value.toBool());
    m_group->setExclusive(true);
    setSettled(known);
    refreshValidation();
}

void YesNoEditor::setReadOnly(bool readOnly)
{
    setReadOnlyFlag(readOnly);
    m_yes->setEnabled(!readOnly);
    m_no->setEnabled(!readOnly);
}

QWidget *YesNoEditor::field() const
{
    return m_yes;
}

void YesNoEditor::setLabel(const QString &label)
{
    for (auto *button : {m_yes, m_no}) {
        button->setAccessibleName(QString(label + u' ' + button->text()));
    }
}

void YesNoEditor::setWords(const QString &yes, const QString &no)
{
    m_yes->setText(yes);
    m_no->setText(no);
}

bool YesNoEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !isReadOnly() && (object == m_yes || object == m_no)) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Y:
            m_yes->click();
            return true;
        case Qt::Key_N:
            m_no->click();
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            setValue({});
            Q_EMIT edited();
            return true;
        default:
            break;
        }
    }
    return Editor::eventFilter(object, event);
}

} // namespace gridbook::ui
