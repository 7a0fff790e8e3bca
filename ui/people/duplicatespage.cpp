#include "ui/people/duplicatespage.h"
#include "core/registry/recordrules.h"
#include "core/registry/valuetext.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/background.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

const Field *fieldOf(const Catalog &catalog, const people::FieldPair &pair)
{
    const RegistrySpec *spec = catalog.registry(u"member"); // its records are made of both tables
    for (const Field &field : spec->fields) {
        if (const Part *part = spec->part(field.part);
            part != nullptr && part->table == pair.table && field.column == pair.column) {
            return &field;
        }
    }
    return nullptr;
}

enum FieldColumn { Name, Kept, Dropped };

QTableWidget *plainTable(const QStringList &heads, const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(0, int(heads.size()), parent);
    table->setHorizontalHeaderLabels(heads);
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(currentTheme().metrics.rowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QString likenessText(const people::DuplicatePair &pair)
{
    QString text;
    switch (pair.likeness) {
    case people::Likeness::SameId:
        text = DuplicatesPage::tr("same ID number");
        break;
    case people::Likeness::SameNameAndBirth:
        text = DuplicatesPage::tr("same name and birth");
        break;
    case people::Likeness::SameNameAndPhone:
        text = DuplicatesPage::tr("same name and phone");
        break;
    }
    return pair.idsDiffer ? DuplicatesPage::tr("%1, but two ID numbers").arg(text) : text;
}

} // namespace

DuplicatesPage::DuplicatesPage(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_pairs(plainTable({tr("Name"), tr("Sign")}, tr("Pairs"), this))
    , m_fields(plainTable({tr("Field"), tr("Stays"), tr("Goes into it")}, tr("What differs"), this))
    , m_head(new QLabel(this))
    , m_swap(new QPushButton(icon(Glyph::Transfer), tr("Keep the other one"), this))
    , m_merge(new QPushButton(icon(Glyph::Merge, Tint::OnAccent), tr("Merge"), this))
    , m_distinct(new QPushButton(tr("Not the same person…"), this))
{
    build();
    connect(m_pairs, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before) {
            showPair();
        }
    });
    connect(m_fields, &QTableWidget::cellActivated, this, &DuplicatesPage::takeFrom);
    connect(m_fields, &QTableWidget::cellClicked, this, &DuplicatesPage::takeFrom);
    connect(m_swap, &QPushButton::clicked, this, [this] {
        std::swap(m_keep, m_drop);
        showPair();
    });
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::merge);
    connect(m_distinct, &QPushButton::clicked, this, &DuplicatesPage::sayDistinct);
    connect(&workbench.book().bus(), &ChangeBus::changed, this, [this](const ChangeSet &set) {
        const QStringList shown{u"person"_qs,      u"person_distinct"_qs, u"member"_qs,
                                u"affiliation"_qs, u"standing"_qs,        u"whereabouts"_qs};
        if (set.changes.isEmpty() ||
            std::any_of(shown.begin(), shown.end(), [&](const QString &table) { return set.touches(table); })) {
            reload();
        }
    });
    reload();
}

void DuplicatesPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    auto *splitter = new QSplitter(m_stack);
    splitter->addWidget(m_pairs);
    m_pairs->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto *right = new QWidget(splitter);
    auto *side = new QVBoxLayout(right);
    side->setContentsMargins(16, 0, 0, 0);
    side->setSpacing(12);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    setRole(m_head, Role::Secondary);
    side->addWidget(m_head);
    side->addWidget(m_fields, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_swap);
    buttons->addStretch();
    buttons->addWidget(m_distinct);
    setPrimary(m_merge);
    buttons->addWidget(m_merge);
    side->addLayout(buttons);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 640});
    m_fields->setColumnWidth(Name, 140);
    m_fields->setColumnWidth(Kept, 220);
    // A spell takes several lines; a narrower column takes more.
    m_fields->verticalHeader()->setMinimumSectionSize(currentTheme().metrics.rowHeight);
    connect(m_fields->horizontalHeader(), &QHeaderView::sectionResized, m_fields, &QTableWidget::resizeRowsToContents);
    m_stack->addWidget(splitter);
    m_stack->addWidget(
        new EmptyState(Glyph::Check, tr("No people who look alike"),
                       tr("Pairs appear here when two records have the same ID number, the same name and birth, "
                          "or the same name and phone."),
                       m_stack));
}

void DuplicatesPage::reload()
{
    const PersonId first = current() == nullptr ? PersonId() : current()->first;
    const auto found = people::findDuplicates(m_workbench.book().database());
    if (!found) {
        m_workbench.report(found.error());
        return;
    }
    m_found = *found;
    int row = 0;
    {
        const QSignalBlocker quiet(m_pairs);
        m_pairs->setRowCount(int(m_found.size()));
        for (int i = 0; i < m_found.size(); ++i) {
            m_pairs->setItem(i, 0, new QTableWidgetItem(m_found.at(i).name));
            m_pairs->setItem(i, 1, new QTableWidgetItem(likenessText(m_found.at(i))));
            row = m_found.at(i).first == first ? i : row;
        }
        m_pairs->setCurrentCell(m_found.isEmpty() ? -1 : row, 0);
    }
    m_stack->setCurrentIndex(m_found.isEmpty() ? 1 : 0);
    showPair();
}

const people::DuplicatePair *DuplicatesPage::current() const
{
    const int row = m_pairs->currentRow();
    return row >= 0 && row < m_found.size() ? &m_found.at(row) : nullptr;
}

void DuplicatesPage::showPair()
{
    const people::DuplicatePair *pair = current();
    m_fromDropped.clear();
    m_overlaps.clear();
    m_differing.clear();
    m_fields->setRowCount(0);
    enable();
    if (pair == nullptr) {
        m_head->clear();
        return;
    }
    const bool same =
        (m_keep == pair->first && m_drop == pair->second) || (m_keep == pair->second && m_drop == pair->first);
    if (!same) { // the one entered earlier stays, unless the user says otherwise
        m_keep = pair->first;
        m_drop = pair->second;
    }
    showDifferences();
    const bool onTwice = std::any_of(m_overlaps.begin(), m_overlaps.end(),
                                     [](const people::Overlap &each) { return each.table == u"affiliation"; });
    m_head->setText(
        tr("%1: %2. Empty entries are filled from the other record; where both say something, click the right "
           "one (or press Return on it).")
            .arg(pair->name, likenessText(*pair)) +
        (onTwice ? u'\n' + tr("Both are on the register at the same time: choose in the first row which relation "
                              "counts; the other one is voided.")
                 : QString()) +
        rolesOf(m_keep, tr("Stays: %1")) + rolesOf(m_drop, tr("Goes into it: %1")));
}

void DuplicatesPage::showDifferences()
{
    Book &book = m_workbench.book();
    const auto overlaps = people::findOverlaps(book.database(), m_keep, m_drop);
    const auto fields = people::compare(book.database(), book.sealer(), m_keep, m_drop);
    if (!overlaps || !fields) {
        m_messages->show(MessageKind::Danger, overlaps ? fields.error().message : overlaps.error().message);
        return;
    }
    m_overlaps = *overlaps;
    m_differing = *fields;
    // What has no name in any form is nothing to choose; it goes with what stands beside it.
    m_differing.removeIf([&](const people::FieldPair &field) { return fieldOf(book.catalog(), field) == nullptr; });
    m_fields->setRowCount(int(m_overlaps.size() + m_differing.size()));
    const auto fill = [this](int row, const QString &name, const QString &kept, const QString &dropped) {
        m_fields->setItem(row, Name, new QTableWidgetItem(name));
        m_fields->setItem(row, Kept, new QTableWidgetItem(kept));
        m_fields->setItem(row, Dropped, new QTableWidgetItem(dropped));
        mark(row);
    };
    int row = 0;
    for (const people::Overlap &each : std::as_const(m_overlaps)) {
        fill(row++, m_workbench.context().word(book.catalog().registry(each.table)->term), shown(each, each.kept),
             shown(each, each.dropped));
    }
    for (const people::FieldPair &each : std::as_const(m_differing)) {
        fill(row++, fieldName(each), shown(each, each.kept), shown(each, each.dropped));
    }
    m_fields->resizeRowsToContents();
}

const people::FieldPair *DuplicatesPage::fieldAt(int row) const
{
    return row < m_overlaps.size() ? nullptr : &m_differing.at(row - m_overlaps.size());
}

QString DuplicatesPage::keyOf(int row) const
{
    const people::FieldPair *field = fieldAt(row);
    return field == nullptr ? m_overlaps.at(row).key() : field->key();
}

// In which branch the member is, which posts are held: often that alone tells two of one name apart.
QString DuplicatesPage::rolesOf(PersonId person, const QString &sentence) const
{
    Book &book = m_workbench.book();
    const QStringList roles =
        dependantsOf(book.database(), *book.catalog().registry(u"person"_qs), person.value()).valueOr({});
    return u'\n' + sentence.arg(roles.isEmpty() ? tr("nothing else hangs on it") : roles.join(tr("; ")));
}

void DuplicatesPage::enable()
{
    const bool writable = current() != nullptr && !m_workbench.book().isReadOnly() && !m_isBackingUp;
    m_merge->setEnabled(writable);
    m_distinct->setEnabled(writable);
    m_swap->setEnabled(current() != nullptr && !m_isBackingUp);
    m_pairs->setEnabled(!m_isBackingUp);
    m_fields->setEnabled(!m_isBackingUp);
}

void DuplicatesPage::takeFrom(int row, int column)
{
    if (row < 0 || row >= m_overlaps.size() + m_differing.size() || column == Name) {
        return;
    }
    if (const people::FieldPair *field = fieldAt(row); field != nullptr && !field->isChoice()) {
        return;
    }
    if (column == Dropped) {
        m_fromDropped.insert(keyOf(row));
    } else {
        m_fromDropped.remove(keyOf(row));
    }
    mark(row);
    m_fields->resizeRowToContents(row); // bold letters are wider
}

// What will stand in the merged record is bold and ticked.
void DuplicatesPage::mark(int row)
{
    const people::FieldPair *field = fieldAt(row);
    const bool dropped = (field != nullptr && field->kept.isEmpty()) || m_fromDropped.contains(keyOf(row));
    for (const int column : {int(Kept), int(Dropped)}) {
        QTableWidgetItem *item = m_fields->item(row, column);
        const bool wins = (column == Dropped) == dropped;
        QFont font = m_fields->font();
        font.setBold(wins);
        item->setFont(font);
        item->setIcon(wins ? icon(Glyph::Check, Tint::Success) : QIcon());
        item->setData(Qt::AccessibleDescriptionRole, wins ? tr("will stand") : tr("will be lost"));
    }
}

void DuplicatesPage::merge()
{
    const people::DuplicatePair *pair = current();
    if (pair == nullptr) {
        return;
    }
    // What was chosen holds, whatever the page shows when the copy is there: of a big book it takes seconds.
    const auto then = [this, what = chosen(pair->name)](const Result<BackupFile> &made) {
        m_isBackingUp = false;
        enable();
        if (!made) {
            m_messages->show(MessageKind::Danger, tr("Nothing was merged: %1").arg(made.error().message));
            return;
        }
        m_workbench.book().backedUp(*made);
        mergeAfterBackup(what);
    };
    m_isBackingUp = true;
    enable();
    m_messages->show(MessageKind::Information, tr("A backup is made before the merge…"));
    runInBackground(
        this, [&book = std::as_const(m_workbench.book())] { return book.backUpApart(u"merge"_qs); }, then);
}

DuplicatesPage::Chosen DuplicatesPage::chosen(const QString &name) const
{
    Chosen what{m_keep, m_drop, name, m_fromDropped, {}};
    for (const people::Overlap &each : m_overlaps) {
        const bool dropped = what.fields.remove(each.key());
        what.overlaps.insert(each.key(), dropped ? people::Side::Dropped : people::Side::Kept);
    }
    return what;
}

void DuplicatesPage::mergeAfterBackup(const Chosen &what)
{
    Book &book = m_workbench.book();
    const auto run = [&]() -> Done {
        GRIDBOOK_ASSIGN(auto work, book.begin({u"merge"_qs, QString(u"合并人员 "_qs + what.name), {}, {}}));
        GRIDBOOK_TRY(people::mergePeople(*work, book.sealer(), what.keep, what.drop, what.fields, what.overlaps));
        GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book.commit(*work));
        return {};
    };
    m_messages->clear();
    if (const Done done = run(); !done) {
        m_messages->show(MessageKind::Danger, done.error().message);
        return;
    }
    m_workbench.tell(tr("The two records of %1 are one. One undo takes it back.").arg(what.name));
}

void DuplicatesPage::sayDistinct()
{
    const people::DuplicatePair *pair = current();
    if (pair == nullptr) {
        return;
    }
    const people::DuplicatePair two = *pair;
    const auto reason = m_workbench.context().ask.askReason(
        tr("Not the same person"), tr("How do you know?"),
        {tr("asked them"), tr("relatives who share a phone"), tr("different ID numbers")});
    if (!reason) {
        return;
    }
    Book &book = m_workbench.book();
    const auto run = [&]() -> Done {
        GRIDBOOK_ASSIGN(auto work, book.begin({u"edit"_qs, QString(u"不是同一人 "_qs + two.name), *reason, {}}));
        GRIDBOOK_TRY(people::rememberDistinct(*work, two.first, two.second, *reason));
        GRIDBOOK_ASSIGN([[maybe_unused]] const ChangeSet set, book.commit(*work));
        return {};
    };
    if (const Done done = run(); !done) {
        m_messages->show(MessageKind::Danger, done.error().message);
        return;
    }
    m_workbench.tell(tr("Remembered: two people."));
}

QString DuplicatesPage::fieldName(const people::FieldPair &field) const
{
    const Field *found = fieldOf(m_workbench.book().catalog(), field);
    return found == nullptr ? field.column : m_workbench.context().word(found->label);
}

QString DuplicatesPage::shown(const people::FieldPair &field, const QString &value) const
{
    const Field *found = fieldOf(m_workbench.book().catalog(), field);
    if (found == nullptr || value.isEmpty()) {
        return value;
    }
    const auto written = [&](const QString &stored) {
        return valueText(*found, valueFromStored(*found, stored), m_workbench.book().catalog().codes(),
                         {.language = m_workbench.context().language});
    };
    // Two numbers may differ only where they are masked: say so, or they would look the same.
    const bool alike = field.isChoice() && written(field.kept) == written(field.dropped);
    return alike ? tr("%1 (differs where it is masked)").arg(written(value)) : written(value);
}

// What lists show of each of the rows, line by line: branch, group, grid, from, until, how the member came.
QString DuplicatesPage::shown(const people::Overlap &overlap, const QList<DatedRow> &rows) const
{
    Book &book = m_workbench.book();
    QStringList texts;
    for (const DatedRow &row : rows) {
        const auto record = book.records().load(overlap.table, row.id, m_workbench.asOf());
        QStringList lines;
        for (const Field &field : book.catalog().registry(overlap.table)->fields) {
            const QString text = !record || !field.isListed || field.registry == u"member"
                                     ? QString()
                                     : valueText(field, record->values.value(field.id), book.catalog().codes(),
                                                 {.language = m_workbench.context().language});
            if (!text.isEmpty()) {
                lines << m_workbench.context().labelled(field.label, text);
            }
        }
        texts << lines.join(u'\n');
    }
    return texts.join(u"\n\n"_qs);
}

} // namespace gridbook::ui
