#include "core/base/partialdate.h"
#include "core/exchange/importarrivals.h"
#include "core/exchange/importplanner.h"
#include "core/exchange/orgnames.h"
#include "ui/exchange/importsteps.h"
#include "ui/registry/formeditors.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/lookupeditor.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {
constexpr int mostOthers = 30;
}

ValueStep::ValueStep(Workbench &workbench, ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_draft(draft)
    , m_day(new DateEditor(workbench.context().clock))
    , m_policy(new QComboBox)
    , m_transfers(new QComboBox)
    , m_increase(new QComboBox)
    , m_branch(nullptr)
    , m_toNote(new QCheckBox(tr("Keep texts that are in no list in the note")))
    , m_create(new QCheckBox(tr("Make branches, groups and grids that the book does not know")))
    , m_acceptDates(new QCheckBox(tr("Take dates that can be read in two ways as they were read")))
    , m_arrivals(new QLabel)
    , m_about(new QLabel)
    , m_questions(new QTableWidget)
{
    UiContext &context = workbench.context();
    m_day->setLabel(tr("Day of the roster"));
    m_day->setCoarsest(DatePrecision::Day);
    m_policy->setAccessibleName(tr("Where the book already knows the record"));
    m_policy->setObjectName(u"policy"_qs);
    m_create->setObjectName(u"createMissing"_qs);
    m_policy->addItem(tr("Fill only what is empty"), int(ImportPolicy::FillEmpty));
    m_policy->addItem(tr("The roster overwrites the book"), int(ImportPolicy::Overwrite));
    m_policy->addItem(tr("Leave it as it is"), int(ImportPolicy::Skip));
    m_policy->addItem(tr("Ask for each row"), int(ImportPolicy::Ask));
    m_transfers->setAccessibleName(tr("Where the roster names another branch"));
    m_transfers->addItem(tr("Ask for each row"), int(TransferChoice::Ask));
    m_transfers->addItem(tr("It is a transfer on the roster's day"), int(TransferChoice::Transfer));
    m_transfers->addItem(tr("Keep the branch of the book"), int(TransferChoice::Keep));
    m_increase->setAccessibleName(tr("How new members came"));
    m_increase->setObjectName(u"increase"_qs);
    m_acceptDates->setObjectName(u"acceptDates"_qs);
    m_increase->addItem(tr("(not answered)"), QString());
    m_increase->addItem(tr("Who joined lately was admitted, the others transferred in"), increaseByRoster);
    for (const CodeItem &item : workbench.book().catalog().codes().find(codes::increaseKind)->items) {
        m_increase->addItem(context.word(item.term), item.code);
    }
    const RegistrySpec *member = workbench.book().catalog().registry(u"member");
    const EditorSources sources{context, workbench.book().reader(), context.clock.today()};
    m_branch = qobject_cast<LookupEditor *>(makeEditor(*member->field(u"branch"), sources, this));
    m_branch->setLabel(tr("Branch of rows that name none"));
    prepareTable(m_questions, tr("Texts that need a decision"));
    m_questions->setObjectName(u"questions"_qs);
    m_questions->setColumnCount(5);
    m_questions->setHorizontalHeaderLabels({tr("Column"), tr("In the file"), tr("Rows"), tr("Means"), tr("Why")});
    m_questions->horizontalHeader()->setStretchLastSection(true);
    m_questions->verticalHeader()->hide();
    setRole(m_about, Role::Secondary);
    m_arrivals->setObjectName(u"arrivals"_qs);
    m_arrivals->setWordWrap(true);
    setRole(m_arrivals, Role::Strong);
    m_about->setWordWrap(true);

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    const auto add = [&](int row, int column, const QString &text, QWidget *editor, bool memberOnly) {
        auto *label = new QLabel(text);
        label->setBuddy(editor);
        form->addWidget(label, row, column);
        form->addWidget(editor, row, column + 1);
        if (memberOnly) {
            m_memberOnly << label << editor;
        }
    };
    add(0, 0, tr("&Day of the roster"), m_day, false);
    add(0, 2, tr("Where the book &knows the record"), m_policy, false);
    add(1, 0, tr("&Branch of rows that name none"), m_branch, true);
    add(1, 2, tr("Where the roster names &another branch"), m_transfers, true);
    add(2, 0, tr("New members of branches that have members &came by"), m_increase, true);
    form->addWidget(m_toNote, 2, 2, 1, 2);
    form->addWidget(m_create, 3, 2, 1, 2);
    form->addWidget(m_acceptDates, 4, 2, 1, 2);
    form->addWidget(m_arrivals, 3, 0, 2, 2);
    form->setColumnStretch(1, 1);
    form->setColumnStretch(3, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(form);
    all->addWidget(m_about);
    all->addWidget(m_questions, 1);

    const auto note = [this] {
        if (m_filling) {
            return;
        }
        ImportChoices &choices = m_draft.choices;
        const PartialDate day = m_day->date();
        if (!day.isNull() && day.precision() == DatePrecision::Day) {
            choices.asOf = day.firstDay();
        }
        choices.policy = ImportPolicy(m_policy->currentData().toInt());
        choices.transfers = TransferChoice(m_transfers->currentData().toInt());
        choices.increase = m_increase->currentData().toString();
        choices.unknownToNote = m_toNote->isChecked();
        choices.createMissing = m_create->isChecked();
        choices.acceptReadings = m_acceptDates->isChecked();
        choices.presets.remove(u"branch"_qs);
        if (const qint64 branch = m_branch->value().toLongLong(); branch > 0 && m_draft.registry == u"member") {
            choices.presets.insert(u"branch"_qs, QVariant::fromValue(ReferenceValue{branch, m_branch->item().title}));
        }
        Q_EMIT changed();
    };
    connect(m_day, &Editor::edited, this, note);
    connect(m_branch, &Editor::edited, this, note);
    for (QComboBox *combo : {m_policy, m_transfers, m_increase}) {
        connect(combo, &QComboBox::activated, this, note);
    }
    connect(m_toNote, &QCheckBox::clicked, this, note);
    connect(m_acceptDates, &QCheckBox::clicked, this, note);
    connect(m_create, &QCheckBox::clicked, this, [this, note] {
        note();
        fillQuestions(); // what nobody decided is answered by it
    });
}

void ValueStep::refresh()
{
    m_filling = true;
    const ImportChoices &choices = m_draft.choices;
    m_day->setValue(choices.asOf);
    m_policy->setCurrentIndex(m_policy->findData(int(choices.policy)));
    m_transfers->setCurrentIndex(m_transfers->findData(int(choices.transfers)));
    m_increase->setCurrentIndex(qMax(0, m_increase->findData(choices.increase)));
    const auto branch = choices.presets.value(u"branch"_qs).value<ReferenceValue>();
    m_branch->setItem({branch.id, branch.title, {}});
    m_toNote->setChecked(choices.unknownToNote);
    m_create->setChecked(choices.createMissing);
    m_acceptDates->setChecked(choices.acceptReadings);
    for (QWidget *widget : std::as_const(m_memberOnly)) {
        widget->setVisible(m_draft.registry == u"member");
    }
    askHowTheyCame();
    fillQuestions();
    m_filling = false;
}

// Which increase of the quarter the new ones are, only somebody of the office knows; the likely answer is marked.
void ValueStep::askHowTheyCame()
{
    const int waiting = m_draft.plan ? waitingForIncrease(*m_draft.plan) : 0;
    m_arrivals->setVisible(waiting > 0);
    m_arrivals->setText(
        tr("%n members come to a book that had members before. Say above how they came.", nullptr, waiting));
    const QString proposal = waiting > 0 ? m_draft.plan->increaseProposal : QString();
    for (int i = 1; i < m_increase->count(); ++i) {
        const QString code = m_increase->itemData(i).toString();
        const CodeItem *item = m_workbench.book().catalog().codes().find(codes::increaseKind)->byCode(code);
        const QString word = item == nullptr ? tr("Who joined lately was admitted, the others transferred in")
                                             : m_workbench.context().word(item->term);
        m_increase->setItemText(i, code == proposal ? tr("%1 (likely)").arg(word) : word);
    }
}

void ValueStep::fillQuestions()
{
    m_questions->clearContents();
    m_questions->setRowCount(0);
    if (!m_draft.plan) {
        return;
    }
    const QList<ValueQuestion> &questions = m_draft.plan->questions;
    m_about->setText(questions.isEmpty() ? tr("Every text of the file was understood; nothing has to be decided here.")
                                         : tr("%n texts of the file can be understood in more than one way, or are in "
                                              "no list. Choose once what each of them means.",
                                              nullptr, int(questions.size())));
    m_questions->setVisible(!questions.isEmpty());
    m_questions->setRowCount(int(questions.size()));
    for (int i = 0; i < questions.size(); ++i) {
        const ValueQuestion &question = questions.at(i);
        const QString label = m_workbench.context().word(m_draft.plan->targets.at(question.field).field.label);
        for (const auto &[column, text] :
             {std::pair(0, label), std::pair(1, question.text), std::pair(2, QString::number(question.rows)),
              std::pair(4, question.message)}) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(question.message);
            item->setTextAlignment(Qt::AlignVCenter | (column == 2 ? Qt::AlignRight : Qt::AlignLeft));
            if (column == 4) {
                item->setForeground(currentTheme().tokens.secondary);
            }
            m_questions->setItem(i, column, item);
        }
        m_questions->setCellWidget(i, 3, meaningCombo(question));
        m_questions->setRowHeight(i, currentTheme().metrics.controlHeight + 4);
    }
    m_questions->setColumnWidth(0, 150);
    m_questions->setColumnWidth(1, 180);
    m_questions->setColumnWidth(2, 60);
    m_questions->setColumnWidth(3, 260);
}

// Names that the file asks about in the same column.
QStringList ValueStep::otherNames(const ValueQuestion &question) const
{
    QStringList names;
    for (const ValueQuestion &other : std::as_const(m_draft.plan->questions)) {
        if (other.field == question.field && other.text != question.text && names.size() < mostOthers) {
            names << groupName(other.text);
        }
    }
    return names;
}

QComboBox *ValueStep::meaningCombo(const ValueQuestion &question)
{
    const Field field = m_draft.plan->targets.at(question.field).field;
    auto *combo = new QComboBox;
    combo->setAccessibleName(tr("What “%1” means").arg(question.text));
    combo->setMaxVisibleItems(20);
    combo->addItem(tr("(not decided)"), QString());
    for (const auto &[meaning, words] : question.offers) {
        combo->addItem(words, meaning);
    }
    if (field.type == FieldType::Code) {
        for (const CodeItem &item : m_workbench.book().catalog().codes().find(field.codeTable)->items) {
            combo->addItem(m_workbench.context().word(item.term), item.code);
        }
        combo->addItem(tr("Keep the text in the note"), meaning::toNote);
    }
    if (field.type == FieldType::Reference && question.offers.isEmpty()) {
        if (field.registry == u"partyOrg" || field.registry == u"grid") {
            const QString name = groupName(question.text);
            combo->addItem(tr("Make “%1”").arg(field.registry == u"partyOrg" ? shortOrgName(name) : name),
                           meaning::createNew);
            for (const QString &other : otherNames(question)) { // another spelling of one that is made anyway
                combo->addItem(tr("Make it as “%1”").arg(other), QString(meaning::createNew + other));
            }
        }
        const auto all =
            m_workbench.book().reader().lookUp(field.registry, m_workbench.context().clock.today(), {}, 500);
        for (const ReferenceValue &each : all.valueOr({})) {
            combo->addItem(each.title, QString::number(each.id));
        }
    }
    combo->addItem(tr("Leave it out"), meaning::leaveOut);
    if (!question.chosen.isEmpty() && combo->findData(question.chosen) < 0) {
        combo->addItem(question.chosen, question.chosen);
    }
    QString chosen = m_draft.choices.meanings.value(field.id).value(question.text, question.chosen);
    if (chosen.isEmpty() && field.type == FieldType::Reference && m_draft.choices.createMissing) {
        chosen = meaning::createNew;
    }
    combo->setCurrentIndex(qMax(0, combo->findData(chosen)));
    connect(combo, &QComboBox::activated, this, [this, combo, id = field.id, text = question.text] {
        m_draft.choices.meanings[id].insert(text, combo->currentData().toString());
        Q_EMIT changed();
    });
    return combo;
}

} // namespace gridbook::ui
