#include "ui/registry/figurehead.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/paragraph.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int registryRole = Qt::UserRole + 1;
constexpr int idRole = Qt::UserRole + 2;

QToolButton *tab(const QString &name, QButtonGroup *group, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    group->addButton(button);
    return button;
}

} // namespace

FigureHead::FigureHead(const UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_number(new QLabel(this)), m_rule(new Paragraph({}, this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 0, 16, 10);
    rows->setSpacing(6);
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    m_number->setObjectName(u"figureNumber"_qs);
    m_number->setTextFormat(Qt::PlainText);
    setRole(m_number, Role::Figure);
    line->addWidget(m_number, 0, Qt::AlignTop);
    m_rule->setObjectName(u"figureRule"_qs);
    m_rule->setTextFormat(Qt::PlainText);
    m_rule->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_rule, Role::Secondary);
    line->addWidget(m_rule, 1, Qt::AlignVCenter);
    rows->addLayout(line);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(8);
    auto *group = new QButtonGroup(this);
    m_counted = tab(u"countedTab"_qs, group, this);
    m_counted->setChecked(true);
    m_near = tab(u"nearTab"_qs, group, this);
    tabs->addWidget(m_counted);
    tabs->addWidget(m_near);
    tabs->addStretch();
    rows->addLayout(tabs);
    connect(m_near, &QToolButton::toggled, this, &FigureHead::nearMissesWanted);
}

void FigureHead::show(const ExplainedFigure &figure)
{
    const std::optional<qint64> number = figure.rows.number();
    m_number->setText(QString((number ? numberLocale().toString(*number) : numberText(number)) + u' ' +
                              m_context.word(figure.rule.unit))
                          .trimmed());
    m_rule->setText(tr("What counts: %1").arg(m_context.word(figure.rule.rule)));
    m_rule->setVisible(!figure.rule.rule.zh.isEmpty());
    const qint64 near = figure.nearMisses.size() + figure.further;
    //: The records that a number counts, and how many they are
    m_counted->setText(tr("Counted %1").arg(numberLocale().toString(qint64(figure.rows.ids.size()))));
    //: The records that a number nearly counts, and how many they are
    m_near->setText(tr("Nearly counted %1").arg(numberLocale().toString(near)));
    m_near->setToolTip(tr("Records that one could have expected here, and why they do not count"));
    m_near->setEnabled(near > 0);
    if (near == 0) {
        m_counted->setChecked(true);
    }
}

QString FigureHead::number() const
{
    return m_number->text();
}

QString FigureHead::rule() const
{
    return m_rule->text();
}

NearMissList::NearMissList(const UiContext &context, QWidget *parent) : QTreeWidget(parent), m_context(context)
{
    setObjectName(u"nearMisses"_qs);
    setAccessibleName(tr("Records that nearly count"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setColumnCount(2);
    setHeaderLabels({tr("Record"), tr("Why it does not count")});
    header()->setStretchLastSection(true);
    describeKeys(this, {{Qt::Key_Return, tr("Open the record")}});
    connect(this, &QTreeWidget::itemDoubleClicked, this, &NearMissList::open);
}

void NearMissList::show(const ExplainedFigure &figure)
{
    clear();
    for (const auto &[miss, title] : figure.nearMisses) {
        auto *item = new QTreeWidgetItem(this, {title, m_context.word(miss.reason)});
        item->setData(0, registryRole, miss.registry);
        item->setData(0, idRole, miss.id);
        item->setToolTip(1, item->text(1));
    }
    if (figure.further > 0) {
        auto *item = new QTreeWidgetItem(this, {tr("… and %n more", nullptr, int(figure.further))});
        item->setFlags(Qt::ItemIsEnabled);
    }
    setCurrentItem(topLevelItem(0));
}

void NearMissList::open(const QTreeWidgetItem *item)
{
    if (item != nullptr && item->data(0, idRole).toLongLong() != 0) {
        Q_EMIT openWanted(item->data(0, registryRole).toString(), item->data(0, idRole).toLongLong());
    }
}

void NearMissList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentItem());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace gridbook::ui
