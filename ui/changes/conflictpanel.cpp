#include "ui/changes/conflictpanel.h"
#include "core/registry/valuetext.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

enum Side { Mine = 0, Theirs = 1 };

bool same(const QVariant &a, const QVariant &b)
{
    return storedValue(a).toString() == storedValue(b).toString();
}

} // namespace

Merge mergeChanges(const RegistrySpec &spec, const QVariantMap &was, const QVariantMap &mine, const QVariantMap &theirs)
{
    Merge merge{theirs, {}, {}};
    for (const Field &field : spec.fields) {
        if (!field.isWritable()) {
            continue;
        }
        const QVariant before = was.value(field.id);
        const QVariant my = mine.value(field.id);
        const QVariant their = theirs.value(field.id);
        const bool iChanged = !same(before, my);
        const bool theyChanged = !same(before, their);
        if (iChanged && theyChanged && !same(my, their)) {
            merge.conflicts.append({&field, before, my, their});
        } else if (iChanged) {
            merge.values.insert(field.id, my);
        } else if (theyChanged) {
            merge.theirsOnly << field.id;
        }
    }
    return merge;
}

ConflictPanel::ConflictPanel(const CodeTables &codes, UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_codes(codes)
    , m_context(context)
    , m_intro(new QLabel(this))
    , m_taken(new QLabel(this))
    , m_go(new QPushButton(tr("Take over and save"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    auto *head = new QLabel(tr("This record was changed meanwhile"), this);
    setRole(head, Role::Section);
    for (QLabel *label : {m_intro, m_taken}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    setRole(m_taken, Role::Secondary);
    auto *buttons = new QHBoxLayout;
    auto *back = new QPushButton(tr("Back to my form"), this);
    setPrimary(m_go);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_go);
    column->addWidget(head);
    column->addWidget(m_intro);
    column->addWidget(m_taken);
    column->addStretch();
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &ConflictPanel::cancelled);
    connect(m_go, &QPushButton::clicked, this, [this] { Q_EMIT decided(values()); });
}

QWidget *ConflictPanel::choice(const QString &text, const QString &accessible, QButtonGroup *group, int id)
{
    auto *button = new QRadioButton(text.isEmpty() ? tr("(empty)") : text, m_table);
    button->setAccessibleName(accessible);
    group->addButton(button, id);
    return button;
}

void ConflictPanel::show(const Merge &merge, const QString &who)
{
    m_merge = merge;
    m_choices.clear();
    delete m_table;
    m_table = new QWidget(this);
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    int column = 0;
    for (const QString &title : {tr("Field"), tr("It was"), tr("Mine"), tr("Theirs")}) {
        auto *label = new QLabel(title, m_table);
        setRole(label, Role::Secondary);
        grid->addWidget(label, 0, column++);
    }
    const TextStyle style{.language = m_context.language};
    int row = 1;
    for (const ConflictField &conflict : merge.conflicts) {
        const QString name = m_context.word(conflict.field->label);
        const auto text = [&](const QVariant &value) { return valueText(*conflict.field, value, m_codes, style); };
        auto *label = new QLabel(name, m_table);
        setRole(label, Role::Strong);
        auto *was = new QLabel(text(conflict.was).isEmpty() ? tr("(empty)") : text(conflict.was), m_table);
        setRole(was, Role::Secondary);
        auto *group = new QButtonGroup(m_table);
        grid->addWidget(label, row, 0);
        grid->addWidget(was, row, 1);
        grid->addWidget(choice(text(conflict.mine), tr("%1: mine").arg(name), group, Mine), row, 2);
        grid->addWidget(choice(text(conflict.theirs), tr("%1: theirs").arg(name), group, Theirs), row, 3);
        connect(group, &QButtonGroup::idToggled, this, [this] { m_go->setEnabled(isDecided()); });
        m_choices.insert(conflict.field->id, group);
        ++row;
    }
    grid->setColumnStretch(4, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(3, m_table);
    m_intro->setText(who.isEmpty() ? tr("Choose for each field which entry is right. Nothing has been saved yet.")
                                   : tr("%1 saved it first. Choose for each field which entry is right. Nothing of "
                                        "yours has been saved yet.")
                                         .arg(who));
    m_taken->setText(
        tr("%n other field(s) changed by them will be taken over.", nullptr, int(merge.theirsOnly.size())));
    m_taken->setVisible(!merge.theirsOnly.isEmpty());
    m_go->setEnabled(isDecided());
    if (!merge.conflicts.isEmpty()) {
        m_choices.value(merge.conflicts.first().field->id)->button(Mine)->setFocus();
    }
}

bool ConflictPanel::isDecided() const
{
    return std::all_of(m_choices.begin(), m_choices.end(),
                       [](const QButtonGroup *group) { return group->checkedId() >= 0; });
}

void ConflictPanel::choose(const QString &field, bool mine)
{
    if (const QButtonGroup *group = m_choices.value(field)) {
        group->button(mine ? Mine : Theirs)->setChecked(true);
    }
}

QVariantMap ConflictPanel::values() const
{
    QVariantMap values = m_merge.values;
    for (const ConflictField &conflict : m_merge.conflicts) {
        const bool mine = m_choices.value(conflict.field->id)->checkedId() == Mine;
        values.insert(conflict.field->id, mine ? conflict.mine : conflict.theirs);
    }
    return values;
}

} // namespace gridbook::ui
