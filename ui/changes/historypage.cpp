#include "ui/changes/historypage.h"
#include "ui/changes/changewords.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/icons.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/searchfield.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int recordsShown = 200; // of one batch; an import of ten thousand is opened in its list
}

HistoryPage::HistoryPage(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new HistoryModel(workbench.book().database(), this))
    , m_head(new QWidget(this))
    , m_search(new SearchField(tr("Search: title, name, reason"), m_head))
    , m_kinds(new QComboBox(m_head))
    , m_day(new DateEditor(workbench.context().clock, m_head))
    , m_table(new QTableView(this))
    , m_card(new CardFrame(tr("Changes"), this))
    , m_details(new QTextBrowser(m_card))
    , m_undo(new QPushButton(icon(Glyph::Undo), tr("Take this batch back…"), this))
{
    build();
    connect(m_search, &SearchField::searched, this, &HistoryPage::reload);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &HistoryPage::reload);
    connect(m_day, &Editor::edited, this, &HistoryPage::reload);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::tellSelected);
    connect(m_undo, &QPushButton::clicked, this, &HistoryPage::undoSelected);
    connect(m_details, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { m_workbench.openRecord(link.scheme(), link.path().toLongLong()); });
    connect(&workbench.book().bus(), &ChangeBus::changed, this, &HistoryPage::reload);
    reload();
}

void HistoryPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(24, 10, 24, 10);
    row->setSpacing(12);
    auto *title = new QLabel(tr("History of the book"), m_head);
    setRole(title, Role::Title);
    m_search->setMaximumWidth(280);
    m_kinds->setAccessibleName(tr("Kind"));
    m_kinds->addItem(tr("All kinds"));
    for (const QString &kind :
         {u"edit"_qs, u"bulk"_qs, u"import"_qs, u"merge"_qs, u"restore"_qs, u"undo"_qs, u"redo"_qs}) {
        m_kinds->addItem(batchKindText(kind), kind);
    }
    m_day->setLabel(tr("Day or month"));
    static_cast<FieldLine *>(m_day->field())->setPlaceholderText(tr("Day or month"));
    m_day->setFixedWidth(160);
    row->addWidget(title);
    row->addStretch();
    row->addWidget(m_search, 1);
    row->addWidget(m_kinds);
    row->addWidget(m_day);
    column->addWidget(m_head);

    auto *body = new QHBoxLayout;
    body->setContentsMargins(24, 16, 24, 16);
    body->setSpacing(16);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("History of the book"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    QHeaderView *head = m_table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionResizeMode(HistoryModel::Title, QHeaderView::Stretch);
    setWidths();
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setOpenLinks(false);
    m_details->setAccessibleName(tr("Changes"));
    m_details->document()->setDefaultStyleSheet(changesStyleSheet());
    m_card->body()->setContentsMargins(8, 4, 4, 12);
    m_card->body()->addWidget(m_details, 1);
    auto *verbs = new QHBoxLayout;
    verbs->setContentsMargins(8, 8, 8, 0);
    verbs->addWidget(m_undo);
    verbs->addStretch();
    m_card->body()->addLayout(verbs);
    m_card->setFixedWidth(380);
    body->addWidget(m_table, 1);
    body->addWidget(m_card);
    column->addLayout(body, 1);
}

// In characters of the font at hand.
void HistoryPage::setWidths()
{
    const QFontMetrics metrics(currentTheme().fonts.base);
    const int digit = metrics.horizontalAdvance(u'0');
    m_table->setColumnWidth(HistoryModel::When, metrics.horizontalAdvance(u"2026-11-22 08:08"_qs) + 2 * digit);
    m_table->setColumnWidth(HistoryModel::Who, 12 * digit);
    m_table->setColumnWidth(HistoryModel::Kind, 13 * digit);
    m_table->setColumnWidth(HistoryModel::Changes, 10 * digit);
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        setWidths();
    }
}

void HistoryPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    painter.fillRect(m_head->geometry(), t.surface);
    painter.fillRect(QRect(0, m_head->geometry().bottom(), width(), 1), t.line);
}

void HistoryPage::reload()
{
    if (!m_day->isEmpty() && m_day->date().isNull()) {
        return; // half typed
    }
    const std::optional<BatchHeader> kept = m_shown;
    BatchFilter filter;
    filter.text = m_search->text();
    if (const QString kind = m_kinds->currentData().toString(); !kind.isEmpty()) {
        filter.kinds = QStringList{kind};
    }
    if (!m_day->date().isNull()) {
        filter.from = m_day->date().firstDay();
        filter.until = m_day->date().lastDay();
    }
    if (const auto done = m_model->load(filter); !done) {
        m_workbench.report(done.error());
    }
    const int row = kept ? m_model->rowOf(kept->id) : -1;
    if (m_model->rowCount() > 0) {
        m_table->selectRow(qMax(0, row));
    }
    tellSelected();
}

void HistoryPage::tellSelected()
{
    if (const BatchLine *line = m_model->line(m_table->currentIndex().row())) {
        tellBatch(line->header);
        return;
    }
    m_shown.reset();
    m_undo->setEnabled(false);
    m_card->setNote({});
    m_details->setHtml(u"<p class=\"quiet\">%1</p>"_qs.arg(
        tr("Nothing here fits the filter. Every change of the book is listed on this page as soon as it is made.")));
}

void HistoryPage::tellBatch(const BatchHeader &header)
{
    m_shown = header;
    const bool step = header.kind != u"undo" && header.kind != u"redo" && header.kind != u"create" &&
                      header.kind != u"upgrade" && header.kind != u"stamp";
    const bool undone = step && m_workbench.book().undoStack().isUndone(header.id);
    m_undo->setEnabled(step && !undone && !m_workbench.book().isReadOnly());
    m_undo->setToolTip(undone ? tr("This batch was already taken back.") : QString());
    UiContext &context = m_workbench.context();
    RecordHistory history(m_workbench.book().reader(), {.language = context.language});
    const auto records = history.batch(header, recordsShown + 1);
    if (!records) {
        m_details->setPlainText(records.error().message);
        return;
    }
    QString html = u"<p style=\"margin-bottom:12px;\"><b>%1</b><br><span class=\"quiet\">%2 %3</span>"_qs.arg(
        header.title.toHtmlEscaped(), batchTimeText(header), header.who.toHtmlEscaped());
    if (!header.reason.isEmpty()) {
        html += u"<br><span class=\"quiet\">%1</span>"_qs.arg(tr("Reason: %1").arg(header.reason).toHtmlEscaped());
    }
    html += u"</p>"_qs;
    for (const RecordInBatch &record : records->first(qMin<qsizetype>(recordsShown, records->size()))) {
        const QString name = record.title.isEmpty() ? tr("no. %1").arg(record.record) : record.title;
        const QString shown =
            record.registry.isEmpty()
                ? name.toHtmlEscaped()
                : u"<a href=\"%1:%2\">%3</a>"_qs.arg(record.registry).arg(record.record).arg(name.toHtmlEscaped());
        html += u"<p style=\"margin-bottom:10px;\"><span class=\"quiet\">%1</span> %2<br>%3</p>"_qs.arg(
            context.word(record.kind).toHtmlEscaped(), shown, changesHtml(record.event, context));
    }
    if (records->size() > recordsShown) {
        html +=
            u"<p class=\"quiet\">%1</p>"_qs.arg(tr("… only the first %1 records are shown here.").arg(recordsShown));
    }
    m_details->setHtml(html);
    m_card->setNote(undone ? tr("taken back") : QString());
}

void HistoryPage::showBatch(BatchId batch)
{
    m_search->setText({});
    m_kinds->setCurrentIndex(0);
    m_day->setValue({});
    m_shown.reset();
    reload();
    while (m_model->rowOf(batch) < 0 && m_model->canFetchMore({})) {
        m_model->fetchMore({});
    }
    if (const int row = m_model->rowOf(batch); row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    }
}

void HistoryPage::undoSelected()
{
    if (!m_shown) {
        return;
    }
    const BatchHeader header = *m_shown;
    Book &book = m_workbench.book();
    if (!m_workbench.context().ask.confirm({tr("Take back “%1”?").arg(header.title),
                                            tr("Everything that this batch changed becomes what it was before. Taking "
                                               "back is a step of its own and can "
                                               "itself be undone."),
                                            tr("Take back"),
                                            {},
                                            false})) {
        return;
    }
    const auto done = book.undoBatch(header.id);
    if (done) {
        m_workbench.tell(tr("Taken back: %1").arg(header.title));
        return;
    }
    Error error = done.error();
    if (error.kind == ErrorKind::Conflict || error.kind == ErrorKind::Invalid) {
        // Which later steps stand on it, so that the clerk knows where to begin.
        QStringList later;
        for (const BatchHeader &other : batchesOnTopOf(book.database(), header.id, 20).valueOr({})) {
            if (other.kind != u"undo" && other.kind != u"redo" && !book.undoStack().isUndone(other.id)) {
                later << u"%1 %2"_qs.arg(batchTimeText(other), other.title);
            }
        }
        if (!later.isEmpty()) {
            error.message += u'\n' + tr("Changed the same records later: %1.").arg(later.join(u"; "_qs));
        }
    }
    m_workbench.report(error);
}

} // namespace gridbook::ui
