#include "ui/registry/wayout.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gridbook::ui {

RowsChoice::RowsChoice(const RowsShown &shown, QWidget *parent)
    : QWidget(parent)
    , m_selected(new QRadioButton(this))
    , m_shown(new QRadioButton(this))
    , m_all(new QRadioButton(this))
{
    m_selected->setText(tr("The %Ln selected row(s)", nullptr, int(shown.selected)));
    m_selected->setEnabled(shown.selected > 0);
    m_shown->setText(shown.filtered ? tr("The %Ln row(s) that the filters leave", nullptr, int(shown.shown))
                                    : tr("The %Ln row(s) of the list", nullptr, int(shown.shown)));
    m_all->setText(shown.total < 0 ? tr("All rows") : tr("All %Ln row(s)", nullptr, int(shown.total)));
    m_all->setVisible(shown.filtered && shown.hasAll);
    (shown.selected > 1 ? m_selected : m_shown)->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QRadioButton *each : {m_selected, m_shown, m_all}) {
        column->addWidget(each);
        connect(each, &QRadioButton::toggled, this, &RowsChoice::changed);
    }
}

RowsChoice::Rows RowsChoice::rows() const
{
    return m_selected->isChecked() ? Rows::Selected : m_all->isChecked() ? Rows::All : Rows::Shown;
}

MaskChoice::MaskChoice(QWidget *parent)
    : QWidget(parent)
    , m_masked(new QCheckBox(tr("Mask ID numbers, phones and addresses"), this))
    , m_purpose(new QLineEdit(this))
{
    m_masked->setChecked(true);
    m_purpose->setPlaceholderText(tr("What for? This is logged."));
    m_purpose->setAccessibleName(tr("Purpose of showing protected entries"));
    m_purpose->setMaxLength(200);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_masked);
    column->addWidget(m_purpose);
    connect(m_masked, &QCheckBox::toggled, this, [this] {
        refresh();
        if (!m_masked->isChecked()) {
            m_purpose->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_purpose, &QLineEdit::textChanged, this, &MaskChoice::changed);
    refresh();
}

void MaskChoice::setHoldsProtected(bool holds)
{
    if (holds != m_holds) {
        m_holds = holds;
        refresh();
    }
}

bool MaskChoice::isMasked() const
{
    return !m_holds || m_masked->isChecked();
}

QString MaskChoice::purpose() const
{
    return isMasked() ? QString() : m_purpose->text().trimmed();
}

void MaskChoice::refresh()
{
    m_masked->setEnabled(m_holds);
    m_purpose->setVisible(!isMasked());
    Q_EMIT changed();
}

} // namespace gridbook::ui
