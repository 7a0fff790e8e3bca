#include "ui/widgets/fieldrow.h"
#include "ui/shell/theme.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

FieldRow::FieldRow(const QString &label, Editor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(this))
    , m_star(new QLabel(u"*"_qs, this))
    , m_message(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_label);
    head->addWidget(m_star);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(editor);
    column->addWidget(m_message);

    m_label->setText(label);
    m_label->setBuddy(editor->field());
    setRole(m_label, Role::Secondary);
    setRole(m_star, Role::Danger);
    m_star->setToolTip(tr("Required"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    QString name = label;
    m_editor->setLabel(name.remove(u'&'));
    setRequired(editor->isRequired());
    connect(editor, &Editor::validationChanged, this, &FieldRow::showMessage);
    showMessage();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void FieldRow::setRequired(bool required)
{
    m_star->setVisible(required);
    m_editor->setRequired(required);
}

QString FieldRow::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void FieldRow::showMessage()
{
    const Validation validation = m_editor->validation();
    m_message->setText(validation.text);
    m_message->setVisible(!validation.text.isEmpty());
    setRole(m_message, validation.level == Level::Error     ? Role::Danger
                       : validation.level == Level::Warning ? Role::Warning
                                                            : Role::Small);
}

} // namespace gridbook::ui
