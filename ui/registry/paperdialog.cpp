#include "ui/registry/paperdialog.h"
#include "ui/registry/stepdialog.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/messagebar.h"
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

RowsShown rowsShown(const PaperRows &rows)
{
    return {rows.shown.size(), rows.total, rows.selected.size(),
            !rows.query.filters.isEmpty() || !rows.query.only.isEmpty(), rows.query.only.isEmpty()};
}

QString nameOf(Workbench &bench, const ListPaper &paper)
{
    return bench.context().word(paper.text).remove(u'…');
}

} // namespace

PaperDialog::PaperDialog(Workbench &bench, const ListPaper &paper, const PaperRows &rows, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_paper(paper)
    , m_rows(rows)
    , m_choice(new RowsChoice(rowsShown(rows), this))
    , m_mask(new MaskChoice(this))
    , m_message(new MessageBar(this))
    , m_open(new QPushButton(icon(Glyph::Print, Tint::OnAccent), tr("Preview"), this))
{
    setWindowTitle(nameOf(bench, paper));
    setMinimumWidth(460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    auto *title = new QLabel(nameOf(bench, paper), this);
    setRole(title, Role::Section);
    column->addWidget(title);
    column->addWidget(m_message);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    const auto section = [&](int row, const QString &text, QWidget *widget) {
        auto *label = new QLabel(text, this);
        setRole(label, Role::Secondary);
        grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(widget, row, 1);
        label->setVisible(!widget->isHidden());
    };
    m_choice->setVisible(!rows.shown.isEmpty()); // of a single record there is nothing to choose
    section(0, tr("Rows"), m_choice);
    section(1, tr("Protection"), m_mask);
    column->addLayout(grid);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    column->addLayout(buttons);
    setPrimary(m_open);
    m_open->setDefault(true);
    m_message->clear();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &PaperDialog::openPaper);
    connect(m_mask, &MaskChoice::changed, this, [this] { m_open->setEnabled(m_mask->isComplete()); });
}

Result<QList<RowId>> PaperDialog::ids() const
{
    if (m_rows.shown.isEmpty() || m_choice->rows() == RowsChoice::Rows::Selected) {
        return m_rows.selected;
    }
    if (m_choice->rows() == RowsChoice::Rows::Shown) {
        return m_rows.shown;
    }
    Query all = m_rows.query;
    all.filters.clear();
    return m_bench.book().reader().ids(all);
}

void PaperDialog::openPaper()
{
    const auto records = ids();
    if (!records) {
        m_message->show(MessageKind::Danger, records.error().message);
        return;
    }
    if (!m_mask->isMasked()) {
        if (const Done logged = m_bench.book().logAccessToEach(u"show"_qs, m_rows.query.registry, *records,
                                                               m_paper.page, m_mask->purpose());
            !logged) {
            m_message->show(MessageKind::Danger, logged.error().message);
            return; // what cannot be logged is not shown
        }
    }
    accept();
    m_bench.openPage(m_paper.page, {{u"ids"_qs, QVariant::fromValue(*records)},
                                    {u"masked"_qs, m_mask->isMasked()},
                                    {u"purpose"_qs, m_mask->purpose()}});
}

void askForPaper(Workbench &bench, const ListPaper &paper, const PaperRows &rows)
{
    auto *dialog = new PaperDialog(bench, paper, rows, windowForDialogs());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace gridbook::ui
