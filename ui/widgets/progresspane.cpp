#include "ui/widgets/progresspane.h"
#include "ui/shell/theme.h"
#include "ui/widgets/numbers.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

ProgressPane::ProgressPane(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_what(new QLabel(this))
    , m_count(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_bar, 1);
    middle->addWidget(m_cancel);
    column->addLayout(middle);
    auto *below = new QHBoxLayout;
    below->addWidget(m_what, 1);
    below->addWidget(m_count);
    column->addLayout(below);
    for (auto *label : {m_title, m_what, m_count}) {
        label->setTextFormat(Qt::PlainText);
    }
    setRole(m_title, Role::Strong);
    setRole(m_what, Role::Small);
    setRole(m_count, Role::Small);
    m_bar->setTextVisible(false);
    setTitle(title);
    reset();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancelled = true;
        m_cancel->setEnabled(false);
        m_what->setText(tr("Stopping…"));
        Q_EMIT cancelled();
    });
}

void ProgressPane::setTitle(const QString &title)
{
    m_title->setText(title);
    m_bar->setAccessibleName(title);
}

void ProgressPane::setProgress(qint64 done, qint64 total, const QString &what)
{
    // The bar counts in int; a thousand steps are finer than it is wide.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? int(qBound(qint64(0), done, total) * 1000 / total) : 0);
    if (!m_cancelled) {
        m_what->setText(what);
    }
    const QLocale plain = numberLocale();
    m_count->setText(total > 0  ? tr("%1 of %2").arg(plain.toString(done), plain.toString(total))
                     : done > 0 ? plain.toString(done)
                                : QString());
}

void ProgressPane::reset()
{
    m_cancelled = false;
    m_cancel->setEnabled(true);
    m_what->clear();
    m_count->clear();
    m_bar->setRange(0, 1000);
    m_bar->setValue(0);
}

} // namespace gridbook::ui
