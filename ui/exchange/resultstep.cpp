#include "core/exchange/importer.h"
#include "core/exchange/wrongrows.h"
#include "ui/exchange/importsteps.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/progresspane.h"
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

ResultStep::ResultStep(Workbench &workbench, ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_draft(draft)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_apply(new QPushButton(icon(Glyph::Import, Tint::OnAccent), tr("&Import now")))
    , m_saveWrong(new QPushButton(icon(Glyph::Save), tr("Save the marked &wrong rows…")))
    , m_undo(new QPushButton(icon(Glyph::Undo), tr("&Take this import back")))
    , m_open(new QPushButton(icon(Glyph::ChevronRight), tr("&Open the records")))
    , m_progress(new ProgressPane(tr("Importing")))
{
    setRole(m_title, Role::Section);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setPrimary(m_apply);
    m_apply->setObjectName(u"apply"_qs);
    m_saveWrong->setObjectName(u"saveWrong"_qs);
    m_undo->setObjectName(u"undoImport"_qs);
    m_open->setObjectName(u"openRecords"_qs);
    auto *card = new CardFrame;
    card->body()->setContentsMargins(20, 16, 20, 16);
    card->body()->setSpacing(12);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_text);
    card->body()->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_apply, m_open, m_saveWrong, m_undo}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    card->setMaximumWidth(820);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(card);
    all->addStretch(1);
    connect(m_apply, &QPushButton::clicked, this, &ResultStep::applyWanted);
    connect(m_saveWrong, &QPushButton::clicked, this, &ResultStep::saveWrongWanted);
    connect(m_undo, &QPushButton::clicked, this, &ResultStep::undoWanted);
    connect(m_open, &QPushButton::clicked, this, &ResultStep::openWanted);
    connect(m_progress, &ProgressPane::cancelled, this, &ResultStep::cancelWanted);
}

void ResultStep::refresh()
{
    m_progress->hide();
    m_undo->hide();
    m_open->hide();
    if (!m_draft.plan) {
        return;
    }
    const PlanCounts counts = m_draft.plan->counts();
    QStringList lines;
    const auto line = [&](int number, const QString &text) {
        if (number > 0) {
            lines << text;
        }
    };
    line(counts.added, tr("%n new records will be made.", nullptr, counts.added));
    line(counts.changed, tr("%n records will be changed.", nullptr, counts.changed));
    line(counts.same, tr("%n rows say what the book says; nothing happens.", nullptr, counts.same));
    line(counts.skipped, tr("%n rows are skipped.", nullptr, counts.skipped));
    line(counts.conflict, tr("%n rows wait for a decision and are left out.", nullptr, counts.conflict));
    line(counts.wrong, tr("%n rows are wrong and are left out.", nullptr, counts.wrong));
    QStringList made;
    for (const NewReference &reference : m_draft.plan->newReferences) {
        if (reference.row < 0) {
            made << reference.title;
        }
    }
    line(int(made.size()), tr("Made with them: %1.").arg(made.join(u"、"_qs)));
    if (const auto past = m_draft.plan->pastQuarter(m_workbench.context().clock.today())) {
        lines << tr("The roster is of %1: the numbers of that quarter and of later ones change. If they have been "
                    "reported already, choose a later day in step 3.")
                     .arg(m_workbench.context().word({past->toChinese(), past->toString()}));
    }
    lines << tr("A backup is made first; the import is one step that can be taken back.");
    const bool any = counts.added + counts.changed > 0;
    m_title->setText(any ? tr("Ready to import %1").arg(QFileInfo(m_draft.path).fileName())
                         : tr("There is nothing to import"));
    m_text->setText(lines.join(u'\n'));
    m_apply->setVisible(any);
    m_apply->setEnabled(true);
    m_saveWrong->setVisible(wrongRowCount(*m_draft.plan) > 0);
    m_saveWrong->setEnabled(true);
    m_progress->reset();
}

void ResultStep::showBackup()
{
    m_apply->setEnabled(false);
    m_saveWrong->setEnabled(false);
    m_progress->show();
    m_progress->setProgress(0, 0, tr("A backup is made before the import"));
}

void ResultStep::showProgress(qint64 done, qint64 total)
{
    m_progress->setProgress(done, total, tr("Writing the rows"));
}

void ResultStep::showResult(const ImportResult &result)
{
    m_progress->hide();
    m_apply->hide();
    QStringList lines;
    if (result.added > 0 || result.changed == 0) {
        lines << tr("%n records are new.", nullptr, result.added);
    }
    if (result.changed > 0) {
        lines << tr("%n records were changed.", nullptr, result.changed);
    }
    if (!result.created.isEmpty()) {
        lines << tr("Made with them: %1.").arg(result.created.join(u"、"_qs));
    }
    const qsizetype left = wrongRowCount(*m_draft.plan);
    if (left > 0) {
        lines << tr("%n rows were left out. Save them marked, mend them and import them again.", nullptr, int(left));
    }
    m_title->setText(tr("Imported"));
    m_text->setText(lines.join(u'\n'));
    m_saveWrong->setVisible(left > 0);
    m_saveWrong->setEnabled(true);
    m_undo->setVisible(result.batch.isValid());
    m_open->show();
    setPrimary(m_open);
    m_open->setIcon(icon(Glyph::ChevronRight, Tint::OnAccent));
    m_open->setFocus();
}

void ResultStep::showUndone()
{
    m_title->setText(tr("Taken back"));
    m_text->setText(tr("The book is as it was before this import. Redo in the menu brings it back."));
    m_undo->hide();
    m_open->hide();
}

} // namespace gridbook::ui
