#include "core/exchange/importplanner.h"
#include "ui/dialogs/ask.h"
#include "ui/exchange/importsteps.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using namespace exchange;

namespace {

constexpr int shownRows = 25;
constexpr int leastWidth = 56; // of a column of the preview
constexpr int mostWidth = 190;
constexpr int mostName = 380; // a longer name of a file is cut in its middle, or it would push the choices away

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

QLabel *caption(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    setRole(label, Role::Secondary);
    return label;
}

} // namespace

void prepareTable(QTableWidget *table, const QString &name)
{
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
}

FileStep::FileStep(Workbench &workbench, ImportDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_draft(draft)
    , m_file(new QLabel)
    , m_registry(new QComboBox)
    , m_recognised(new QLabel)
    , m_encoding(new QComboBox)
    , m_sheets(new QListWidget)
    , m_rows(new QTableWidget)
{
    setAcceptDrops(true);
    auto *choose = new QPushButton(icon(Glyph::Folder), tr("&Choose a file…"));
    choose->setObjectName(u"chooseFile"_qs);
    setRole(m_file, Role::Strong);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const UiContext &context = workbench.context();
    for (const QString &id : importableRegistries()) {
        if (const RegistrySpec *spec = workbench.book().catalog().registry(id)) {
            m_registry->addItem(context.word(spec->term), id);
        }
    }
    m_registry->setAccessibleName(tr("Kind of record"));
    m_registry->setObjectName(u"registry"_qs);
    m_recognised->setObjectName(u"recognised"_qs);
    setRole(m_recognised, Role::Secondary);
    QSizePolicy kept = m_recognised->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the preview below keeps its place when something is said
    m_recognised->setSizePolicy(kept);
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->addItem(tr("Found by itself"), int(TextEncoding::Automatic));
    m_encoding->addItem(u"UTF-8"_qs, int(TextEncoding::Utf8));
    m_encoding->addItem(u"GB18030 / GBK"_qs, int(TextEncoding::Gb18030));
    m_encoding->addItem(u"UTF-16"_qs, int(TextEncoding::Utf16Le));
    m_encoding->setObjectName(u"encoding"_qs);
    m_sheets->setAccessibleName(tr("Sheets of the file"));
    m_sheets->setMaximumWidth(220);
    prepareTable(m_rows, tr("First rows of the sheet"));

    auto *line = new QHBoxLayout;
    line->addWidget(choose);
    line->addWidget(m_file, 1);
    line->addWidget(caption(tr("The rows are"), m_registry));
    line->addWidget(m_registry);
    line->addWidget(caption(tr("Encoding"), m_encoding));
    line->addWidget(m_encoding);
    auto *body = new QHBoxLayout;
    body->addWidget(m_sheets);
    body->addWidget(m_rows, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(line);
    all->addWidget(m_recognised, 0, Qt::AlignRight);
    all->addLayout(body, 1);

    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = m_workbench.context().ask.openFile(
            {tr("Choose a roster"),
             {tr("Spreadsheets and text tables (*.xlsx *.xlsm *.csv *.txt)"), tr("All files (*)")},
             {},
             u"import"_qs});
        if (!path.isEmpty()) {
            Q_EMIT fileChosen(path);
        }
    });
    connect(m_registry, &QComboBox::activated, this, [this] {
        m_draft.registry = m_registry->currentData().toString();
        m_draft.isChosen = true;
        Q_EMIT readAgain();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_draft.options.text.encoding = TextEncoding(m_encoding->currentData().toInt());
        Q_EMIT readAgain();
    });
    connect(m_sheets, &QListWidget::currentRowChanged, this, &FileStep::showSheet);
    connect(m_sheets, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        m_draft.sheets[m_sheets->row(item)].chosen = item->checkState() == Qt::Checked;
        Q_EMIT sheetsChanged();
    });
    refresh();
}

void FileStep::refresh()
{
    const QSignalBlocker quiet(m_sheets);
    const QString name = QFileInfo(m_draft.path).fileName();
    m_file->setText(name.isEmpty() ? tr("No file yet. Choose one, or drop it here.")
                                   : m_file->fontMetrics().elidedText(name, Qt::ElideMiddle, mostName));
    m_file->setToolTip(QDir::toNativeSeparators(m_draft.path));
    m_registry->setCurrentIndex(qMax(0, m_registry->findData(m_draft.registry)));
    const bool recognised = m_draft.isRecognised && m_draft.hasFile();
    //: a kind of record: Grid
    const QString said = tr("Recognised by its headings: %1").arg(m_registry->currentText());
    m_recognised->setText(said);
    m_recognised->setVisible(recognised);
    m_registry->setAccessibleDescription(recognised ? said : QString());
    const bool isText = m_draft.text.has_value();
    m_encoding->setEnabled(isText);
    m_encoding->setCurrentIndex(qMax(0, m_encoding->findData(int(m_draft.options.text.encoding))));
    const int current = qMax(0, m_sheets->currentRow());
    m_sheets->clear();
    for (const SheetDraft &sheet : std::as_const(m_draft.sheets)) {
        auto *item = new QListWidgetItem(sheet.info.name.isEmpty() ? tr("Table") : sheet.info.name, m_sheets);
        item->setCheckState(sheet.chosen ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(sheet.info.hidden        ? tr("A hidden sheet")
                         : sheet.layout.hasHead() ? tr("%n known columns", nullptr, sheet.layout.matched())
                                                  : tr("No head row found"));
    }
    m_sheets->setCurrentRow(qMin(current, m_sheets->count() - 1));
    showSheet(m_sheets->currentRow());
}

void FileStep::showSheet(int row)
{
    m_rows->clear();
    m_rows->clearSpans();
    m_rows->setRowCount(0);
    if (row < 0 || row >= m_draft.sheets.size()) {
        m_rows->setColumnCount(0);
        return;
    }
    const SheetDraft &sheet = m_draft.sheets.at(row);
    qsizetype width = 0;
    const QList<SheetRow> rows = sheet.firstRows.mid(0, shownRows);
    for (const SheetRow &each : rows) {
        width = qMax(width, each.cells.size());
    }
    m_rows->setColumnCount(int(width));
    m_rows->setRowCount(int(rows.size()));
    QStringList letters;
    for (int i = 0; i < width; ++i) {
        letters << (i < 26 ? QString(QChar(u'A' + i)) : QString(QChar(u'A' + i / 26 - 1)) + QChar(u'A' + i % 26));
    }
    m_rows->setHorizontalHeaderLabels(letters);
    QStringList numbers;
    for (int i = 0; i < rows.size(); ++i) {
        numbers << QString::number(rows.at(i).number);
        const bool isHead = sheet.layout.hasHead() && rows.at(i).number >= sheet.layout.firstHeadRow &&
                            rows.at(i).number <= sheet.layout.lastHeadRow;
        for (int column = 0; column < rows.at(i).cells.size(); ++column) {
            auto *item = new QTableWidgetItem(rows.at(i).cells.at(column).text.simplified());
            if (isHead) {
                item->setFont(currentTheme().fonts.strong);
                item->setBackground(currentTheme().tokens.informationSoft);
            }
            m_rows->setItem(i, column, item);
        }
    }
    m_rows->setVerticalHeaderLabels(numbers);
    m_rows->resizeColumnsToContents();
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        m_rows->setColumnWidth(column, qBound(leastWidth, m_rows->columnWidth(column), mostWidth));
    }
    spanMerged(sheet, rows);
}

// Merged cells look merged; their text does not make its first column wide.
void FileStep::spanMerged(const SheetDraft &sheet, const QList<SheetRow> &rows)
{
    QHash<int, int> places; // number of the row → its place here
    for (int i = 0; i < rows.size(); ++i) {
        places.insert(rows.at(i).number, i);
    }
    for (const CellRange &range : sheet.info.merges) {
        const int first = places.value(range.firstRow, -1);
        int last = first;
        while (last >= 0 && last + 1 < rows.size() && rows.at(last + 1).number <= range.lastRow) {
            ++last;
        }
        const int right = qMin(range.lastColumn, m_rows->columnCount() - 1);
        if (first >= 0 && (last > first || right > range.firstColumn)) {
            m_rows->setSpan(first, range.firstColumn, last - first + 1, right - range.firstColumn + 1);
        }
    }
}

void FileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void FileStep::dropEvent(QDropEvent *event)
{
    if (const QString path = droppedFile(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT fileChosen(path);
    }
}

} // namespace gridbook::ui
