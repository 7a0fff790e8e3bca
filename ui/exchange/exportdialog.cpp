#include "ui/exchange/exportdialog.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/wayout.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/progresspane.h"
#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QThread>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(Workbench &bench, ExportRequest request, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_request(std::move(request))
    , m_spec(*bench.book().catalog().registry(m_request.query.registry))
    , m_stack(new QStackedWidget(this))
    , m_rows(new RowsChoice({m_request.shown, m_request.total, m_request.selected.size(),
                             !m_request.query.filters.isEmpty() || !m_request.query.only.isEmpty(),
                             m_request.query.only.isEmpty()},
                            this))
    , m_asShown(new QRadioButton(tr("Columns as shown"), this))
    , m_allColumns(new QRadioButton(tr("All columns"), this))
    , m_format(new QComboBox(this))
    , m_mask(new MaskChoice(this))
    , m_message(new MessageBar(this))
    , m_progress(new ProgressPane(tr("Exporting"), this))
    , m_export(new QPushButton(icon(Glyph::Export, Tint::OnAccent), tr("Export…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Export %1").arg(bench.context().word(m_spec.term)));
    build();
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_mask, &MaskChoice::changed, this, &ExportDialog::refresh);
    connect(m_allColumns, &QRadioButton::toggled, this, &ExportDialog::refresh);
    connect(m_progress, &ProgressPane::cancelled, this, [this] { m_stop = true; });
    connect(this, &ExportDialog::progressed, m_progress, &ProgressPane::setProgress);
    connect(this, &ExportDialog::finished, this, &ExportDialog::take);
    refresh();
}

ExportDialog::~ExportDialog()
{
    m_stop = true;
    if (m_worker != nullptr) {
        m_worker->wait();
    }
}

void ExportDialog::build()
{
    auto *columns = new QButtonGroup(this);
    columns->addButton(m_asShown);
    columns->addButton(m_allColumns);
    m_asShown->setChecked(true);
    m_format->addItem(tr("Excel workbook (.xlsx)"), u"xlsx"_qs);
    m_format->addItem(tr("Text table (.csv)"), u"csv"_qs);
    m_format->setAccessibleName(tr("Format"));
    setPrimary(m_export);
    m_export->setDefault(true);
    m_cancel->setAutoDefault(false);

    auto *questions = new QWidget(this);
    auto *grid = new QGridLayout(questions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto section = [&](const QString &text, const QList<QWidget *> &widgets) {
        auto *label = new QLabel(text, questions);
        setRole(label, Role::Secondary);
        grid->addWidget(label, row, 0, Qt::AlignLeft | (widgets.size() > 1 ? Qt::AlignVCenter : Qt::AlignTop));
        for (QWidget *each : widgets) {
            grid->addWidget(each, row++, 1);
        }
        grid->setRowMinimumHeight(row++, 6);
    };
    section(tr("Rows"), {m_rows});
    section(tr("Columns"), {m_asShown, m_allColumns});
    section(tr("Format"), {m_format});
    section(tr("Protection"), {m_mask});
    m_stack->addWidget(questions);
    m_stack->addWidget(m_progress);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    column->addLayout(buttons);
    setMinimumWidth(460);
    m_message->clear();
}

exchange::ExportJob ExportDialog::job() const
{
    exchange::ExportJob job{m_request.query, {}, m_request.columns, m_request.frozen};
    if (m_rows->rows() == RowsChoice::Rows::Selected) {
        job.ids = m_request.selected;
    } else if (m_rows->rows() == RowsChoice::Rows::All) {
        job.query.filters.clear();
    }
    if (m_allColumns->isChecked()) {
        for (const Field &field : m_spec.fields) {
            // What only leads from a record to another (the person of a member) says nothing that is not there.
            const bool leads = field.type == FieldType::Reference && !field.isWritable() && !field.isListed;
            if (!leads && !job.fields.contains(field.id)) {
                job.fields << field.id;
            }
        }
    }
    return job;
}

bool ExportDialog::holdsProtected() const
{
    const QStringList fields = job().fields;
    return std::any_of(fields.begin(), fields.end(), [&](const QString &id) { return m_spec.field(id)->isSealed; });
}

void ExportDialog::refresh()
{
    const bool holds = holdsProtected();
    m_mask->setHoldsProtected(holds);
    m_export->setEnabled(m_worker == nullptr && m_mask->isComplete());
}

void ExportDialog::start()
{
    const QString suffix = m_format->currentData().toString();
    const QString name = (m_request.title.isEmpty() ? m_spec.term.zh : m_request.title) + u'_' +
                         m_bench.context().clock.today().toString(u"yyyyMMdd") + u'.' + suffix;
    const QString path =
        m_bench.context().ask.saveFile({windowTitle(),
                                        {suffix == u"csv" ? tr("Text table (*.csv)") : tr("Excel workbook (*.xlsx)")},
                                        QString(name).replace(u'/', u'-'),
                                        u"export"_qs});
    if (path.isEmpty()) {
        return;
    }
    const bool masked = m_mask->isMasked();
    const exchange::ExportJob what = job();
    if (!masked) {
        const Done logged =
            m_bench.book().logAccess(u"export"_qs, m_spec.id, 0, what.fields.join(u','), m_mask->purpose());
        if (!logged) {
            m_message->show(MessageKind::Danger, logged.error().message);
            return; // what cannot be logged does not leave the book
        }
    }
    exchange::ExportOptions options;
    options.masked = masked;
    options.format = suffix == u"csv" ? exchange::TableFormat::Csv : exchange::TableFormat::Xlsx;
    options.title = m_request.title;
    m_stop = false;
    m_progress->reset();
    m_stack->setCurrentWidget(m_progress);
    m_cancel->hide();
    m_worker = QThread::create([this, what, options, path, &book = m_bench.book()] {
        const Progress progress{[this](qint64 done, qint64 total, const QString &text) {
            Q_EMIT progressed(done, total, text);
            return !m_stop;
        }};
        const auto rows = exchange::exportRegistry(book, what, path, options, progress);
        Q_EMIT finished(path, rows.valueOr(-1), rows ? Error{} : rows.error());
    });
    m_worker->setParent(this);
    m_worker->start();
    refresh();
}

void ExportDialog::take(const QString &path, qint64 rows, const Error &error)
{
    m_worker->wait();
    m_worker->deleteLater();
    m_worker = nullptr;
    if (rows >= 0) {
        m_bench.tell(tr("Exported %Ln row(s) to %1.", nullptr, int(rows)).arg(QDir::toNativeSeparators(path)));
        accept();
        return;
    }
    m_stack->setCurrentIndex(0);
    m_cancel->show();
    m_message->show(error.kind == ErrorKind::Cancelled ? MessageKind::Information : MessageKind::Danger, error.message);
    refresh();
}

void ExportDialog::reject()
{
    if (m_worker != nullptr) {
        m_stop = true; // the file goes away first; then the question stands there again
        return;
    }
    QDialog::reject();
}

} // namespace gridbook::ui
