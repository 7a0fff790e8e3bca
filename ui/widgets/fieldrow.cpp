#include "ui/widgets/fieldrow.h"
#include "ui/shell/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int betweenParts = 8; // message and ways out in one line
}

FieldRow::FieldRow(const QString &label, Editor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(this))
    , m_star(new QLabel(u"*"_qs, this))
    , m_foot(new QWidget(this))
    , m_footLine(new QBoxLayout(QBoxLayout::LeftToRight, m_foot))
    , m_message(new QLabel(m_foot))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_label);
    head->addWidget(m_star);
    head->addStretch();
    column->addLayout(head);
    column->addSpacing(4);
    column->addWidget(editor);
    column->addSpacing(2);
    column->addWidget(m_foot);
    m_footLine->setContentsMargins(0, 0, 0, 0);
    m_footLine->setSpacing(betweenParts);
    m_footLine->addWidget(m_message, 1);

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

int FieldRow::lineHeight()
{
    return QFontMetrics(currentTheme().fonts.small).lineSpacing() + 2;
}

void FieldRow::setAside(QWidget *aside)
{
    m_aside = aside;
    m_footLine->addWidget(aside, 0, Qt::AlignTop);
    arrangeFoot();
}

bool FieldRow::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest ||
        event->type() == QEvent::FontChange) {
        arrangeFoot();
    }
    return QWidget::event(event);
}

void FieldRow::arrangeFoot()
{
    m_foot->setMinimumHeight(lineHeight());
    const int aside = m_aside == nullptr || m_aside->isHidden() ? 0 : m_aside->sizeHint().width();
    const int said = m_message->isHidden() ? 0 : m_message->fontMetrics().horizontalAdvance(m_message->text());
    const auto direction =
        aside == 0 || said + betweenParts + aside <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_footLine->direction() != direction) {
        m_footLine->setDirection(direction);
        m_footLine->setSpacing(direction == QBoxLayout::LeftToRight ? betweenParts : 0);
    }
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
    arrangeFoot();
}

} // namespace gridbook::ui
