#include "ui/registry/recordpage.h"
#include "ui/changes/conflictpanel.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/actionmenu.h"
#include "ui/registry/formkeys.h"
#include "ui/registry/formsealed.h"
#include "ui/registry/historypanel.h"
#include "ui/shell/icons.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/citizenideditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sidefold.h"
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int draftDelay = 1500; // ms after the first unsaved edit
constexpr int historyWidth = 340;
} // namespace

RecordPage::RecordPage(Workbench &workbench, const QString &registry, RowId id, const QVariantMap &presets,
                       QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_spec(*workbench.book().catalog().registry(registry))
    , m_drafts(workbench.book().path(), workbench.book().sealer())
    , m_presets(presets)
{
    build();
    load(id);
}

RecordPage::~RecordPage() = default;

void RecordPage::build()
{
    m_checkTimer = new QTimer(this);
    m_checkTimer->setSingleShot(true);
    m_checkTimer->setInterval(0); // once per turn of the event loop, however many edits
    connect(m_checkTimer, &QTimer::timeout, this, &RecordPage::check);
    m_draftTimer = new QTimer(this);
    m_draftTimer->setObjectName(u"draftTimer"_qs);
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(draftDelay);
    connect(m_draftTimer, &QTimer::timeout, this, &RecordPage::keepDraft);

    UiContext &context = m_workbench.context();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = buildHead();
    column->addWidget(m_head);
    m_messages = new MessageBar(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 0, 16, 0);
    bar->addWidget(m_messages);
    column->addLayout(bar);
    m_remarks = new QLabel(this);
    m_remarks->setObjectName(u"remarks"_qs);
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
    m_remarks->setContentsMargins(24, 10, 24, 0);
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(m_remarks, Role::Warning);
    m_remarks->hide();
    column->addWidget(m_remarks);

    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 24, 0);
    body->setSpacing(0);
    m_stack = new QStackedWidget(this);
    auto *left = new QWidget(m_stack);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    m_form = new FormView(m_spec, {context, m_workbench.book().reader(), m_workbench.asOf()}, left);
    leftColumn->addWidget(m_form, 1);
    m_confirmation = buildConfirmation();
    leftColumn->addWidget(m_confirmation);
    m_conflict = new ConflictPanel(m_workbench.book().catalog().codes(), context, m_stack);
    m_stack->addWidget(left);
    m_stack->addWidget(m_conflict);
    m_history = new HistoryPanel(context, this);
    m_history->setFixedWidth(historyWidth);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 16, 0, 16);
    right->addWidget(m_history);
    m_fold = new SideFold(this, m_history, m_historyButton, tr("History of the record"), u"history/folded"_qs);
    body->addWidget(m_stack, 1);
    body->addLayout(right);
    column->addLayout(body, 1);

    connect(m_form, &FormView::edited, this, &RecordPage::onEdited);
    connect(m_form, &FormView::left, m_checkTimer, [this] {
        if (m_record.id == 0) {
            m_checkTimer->start(); // what is missing there may be said now
        }
    });
    connect(m_form, &FormView::revealRequested, this, &RecordPage::reveal);
    connect(m_form, &FormView::newRequested, this, &RecordPage::createFor);
    for (const Field &field : m_spec.fields) {
        if (auto *sealed = qobject_cast<SealedEditor *>(m_form->editor(field.id))) {
            if (auto *number = qobject_cast<CitizenIdEditor *>(sealed->inner())) {
                connect(number, &CitizenIdEditor::factsFound, this, [this](QDate birth, text::Sex sex) {
                    fillFromNumber(birth, sex == text::Sex::Male ? u"1"_qs : u"2"_qs);
                });
            }
        }
    }
    connect(m_conflict, &ConflictPanel::decided, this, &RecordPage::resolve);
    connect(m_conflict, &ConflictPanel::cancelled, this, [this] { m_stack->setCurrentIndex(0); });
    connect(m_history, &HistoryPanel::restoreRequested, this, &RecordPage::restore);
    connect(m_history, &HistoryPanel::batchRequested, this, [this](BatchId batch) {
        m_workbench.openPage(u"history"_qs, {{u"batch"_qs, batch.value()}});
    });
    connect(&m_workbench.book().bus(), &ChangeBus::changed, this, &RecordPage::onBookChanged);
    addShortcuts();
    new FormKeys(m_form, this);
}

QWidget *RecordPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(24, 10, 24, 10);
    row->setSpacing(8);
    auto *back = new QPushButton(m_workbench.context().word(m_spec.term), head);
    setLinkLike(back);
    connect(back, &QPushButton::clicked, this, &RecordPage::cancel);
    auto *arrow = new QLabel(u"›"_qs, head);
    setRole(arrow, Role::Secondary);
    m_title = new QLabel(head);
    m_title->setTextFormat(Qt::PlainText);
    setRole(m_title, Role::Title);
    m_state = new QLabel(head);
    m_state->setTextFormat(Qt::PlainText);
    m_counts = new QLabel(head);
    m_counts->setTextFormat(Qt::PlainText);
    m_place = new QLabel(head);
    setRole(m_place, Role::Secondary);
    m_previous = new QToolButton(head);
    m_previous->setIcon(icon(Glyph::ChevronUp));
    m_previous->setToolTip(tr("Previous record (Ctrl+PgUp)"));
    m_next = new QToolButton(head);
    m_next->setIcon(icon(Glyph::ChevronDown));
    m_next->setToolTip(tr("Next record (Ctrl+PgDn)"));
    for (QToolButton *button : {m_previous, m_next}) {
        button->setAccessibleName(button->toolTip());
        button->setFocusPolicy(Qt::NoFocus);
        button->hide();
    }
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    m_actions = buildActions(head);
    auto *cancelButton = new QPushButton(tr("Cancel"), head);
    cancelButton->setToolTip(tr("Back to the list (Esc)"));
    connect(cancelButton, &QPushButton::clicked, this, &RecordPage::cancel);
    m_save = new QPushButton(tr("Save  Ctrl+S"), head);
    m_save->setObjectName(u"save"_qs);
    setPrimary(m_save);
    connect(m_save, &QPushButton::clicked, this, &RecordPage::save);
    row->addWidget(back);
    row->addWidget(arrow);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(m_counts);
    row->addSpacing(8);
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_actions);
    row->addWidget(cancelButton);
    row->addWidget(m_save);
    m_historyButton = new QToolButton(head);
    m_historyButton->setIcon(icon(glyphNamed(u"history")));
    row->addWidget(m_historyButton);
    return head;
}

// The same as in the list and beside it, for this record.
QPushButton *RecordPage::buildActions(QWidget *head)
{
    auto *button = new QPushButton(icon(Glyph::Edit), tr("Actions"), head);
    button->setObjectName(u"recordActions"_qs);
    button->setAutoDefault(false);
    auto *menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillActionMenu(menu, m_workbench, m_spec,
                       {{m_record.id}, false, [this] { return mayLeave(); }, [this] { m_workbench.closePage(this); }});
    });
    button->setMenu(menu);
    return button;
}

QWidget *RecordPage::buildConfirmation()
{
    auto *strip = new QWidget(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(24, 10, 24, 10);
    row->setSpacing(12);
    m_checked = new QCheckBox(strip);
    m_reason = new QLineEdit(strip);
    m_reason->setPlaceholderText(tr("Reason, for the history (may stay empty)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(200);
    connect(m_checked, &QCheckBox::toggled, this, &RecordPage::showState);
    connect(m_reason, &QLineEdit::returnPressed, this, &RecordPage::save);
    row->addWidget(m_checked);
    row->addWidget(m_reason, 1);
    strip->hide();
    return strip;
}

void RecordPage::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto &&what) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
        return shortcut;
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { save(); });
    on(QKeySequence(Qt::Key_Escape), [this] { cancel(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { step(-1); })->setWhatsThis(tr("Previous record of the list"));
    on(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { step(1); })->setWhatsThis(tr("Next record of the list"));
}

void RecordPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    const QRect head = m_head->geometry();
    painter.fillRect(head, t.surface);
    painter.fillRect(QRect(0, head.bottom(), width(), 1), t.line);
    if (m_confirmation->isVisible()) {
        const QRect strip(m_confirmation->mapTo(this, QPoint(0, 0)), m_confirmation->size());
        painter.fillRect(strip, t.warningSoft);
    }
}

void RecordPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_offeredDraft) {
        m_offeredDraft = true;
        if (!isChanged()) {
            offerDraft();
        }
        if (!m_form->fields().isEmpty() && !isAncestorOf(window()->focusWidget())) {
            m_form->focusField(m_form->fields().first());
        }
    }
}

void RecordPage::setReturns(bool returns)
{
    m_returns = returns;
}

void RecordPage::setNeighbours(const QList<RowId> &ids)
{
    m_neighbours = ids;
    showState();
}

bool RecordPage::load(RowId id)
{
    Record record{m_spec.id, 0, m_workbench.asOf(), {}, {}};
    if (id != 0) {
        auto loaded = m_workbench.book().records().load(m_spec.id, id, m_workbench.asOf());
        if (!loaded) {
            if (m_record.registry.isEmpty()) { // nothing stands on this page yet: it must not look like a new record
                record.id = id;
                fill(record);
                m_form->setReadOnly(true);
                m_messages->show(MessageKind::Danger, loaded.error().message);
            } else {
                m_workbench.report(loaded.error());
            }
            return false;
        }
        record = std::move(loaded).value();
    }
    fill(record);
    return true;
}

void RecordPage::fill(const Record &record)
{
    m_record = record;
    m_theirs.reset();
    m_corrections.clear();
    m_wrong.clear();
    m_since = {};
    m_fromNumber.clear();
    m_oldWarnings.clear();
    m_purpose.clear();
    m_checked->setChecked(false);
    m_reason->clear();
    m_stack->setCurrentIndex(0);
    m_triedToSave = false;
    m_form->show(record.id == 0 ? withPresets(record.values) : record.values);
    m_form->setReadOnly(m_workbench.book().isReadOnly());
    m_draftTimer->stop();
    m_draftSaved.clear();
    check();
    // What was odd when the record was opened does not stop a clerk who corrects a phone number.
    for (const QString &field : m_form->fieldsAt(Level::Warning)) {
        m_oldWarnings.insert(field + u'|' + m_form->editor(field)->validation().text);
    }
    showState();
    showHistory();
    Q_EMIT titleChanged(title());
}

void RecordPage::showHistory()
{
    m_fold->setPresent(m_record.id != 0);
    if (m_record.id == 0) {
        return;
    }
    RecordHistory history(m_workbench.book().reader(), {.language = m_workbench.context().language});
    const auto events = history.events(m_spec.id, m_record.id);
    if (events) {
        m_history->show(*events);
    } else {
        m_history->showError(events.error().message);
    }
}

// What a new record starts with is nobody's entry: it is no unsaved change and worth no draft. Of a single community
// in the book nobody has to say it is that one.
QVariantMap RecordPage::withPresets(QVariantMap values) const
{
    for (const Field &field : m_spec.fields) {
        if (field.isGivenIfSole) {
            const auto found =
                m_workbench.book().reader().lookUp(field.registry, m_workbench.asOf(), {}, 2, field.choice);
            if (found && found->size() == 1) {
                values.insert(field.id, QVariant::fromValue(found->first()));
            }
        }
    }
    values.insert(m_presets);
    return values;
}

QString RecordPage::title() const
{
    if (m_record.id == 0) {
        return tr("New: %1").arg(m_workbench.context().word(m_spec.term)); //: a record that is being added
    }
    const QString name = recordTitle(m_record.values);
    return name.isEmpty() ? tr("no. %1").arg(m_record.id) : name;
}

void RecordPage::onEdited(const QString &field)
{
    if (m_fromNumber.contains(field) &&
        m_fromNumber.value(field) != storedValue(m_form->values().value(field)).toString()) {
        m_fromNumber.remove(field); // it is the user's own now
    }
    m_checkTimer->start();
    if (!m_draftTimer->isActive()) {
        m_draftTimer->start();
    }
}

bool RecordPage::isMine(const ChangeSet &set) const
{
    if (m_record.id == 0) {
        return false;
    }
    if (set.changes.isEmpty()) {
        return true; // so many that everything may have changed
    }
    for (const Change &change : set.changes) {
        for (const Part &part : m_spec.parts) {
            if (part.table == change.table && m_record.parts.value(part.alias).row == change.row) {
                return true;
            }
        }
    }
    return false;
}

void RecordPage::onBookChanged(const ChangeSet &set)
{
    if (!m_pendingLookup.isEmpty()) {
        const RegistrySpec *other = m_workbench.book().catalog().registry(m_spec.field(m_pendingLookup)->registry);
        const QString table = other->part(other->key.section(u'.', 0, 0))->table;
        for (const Change &change : set.changes) {
            if (change.table == table && change.op == ChangeOp::Insert) {
                const QString name =
                    m_workbench.book().reader().title(other->id, m_workbench.asOf(), change.row).valueOr({});
                m_form->enter(m_pendingLookup, QVariant::fromValue(ReferenceValue{change.row, name}));
                m_pendingLookup.clear();
                break;
            }
        }
    }
    if (m_saving || !isMine(set)) {
        return;
    }
    if (!isChanged()) {
        if (auto fresh = m_workbench.book().records().load(m_spec.id, m_record.id, m_workbench.asOf())) {
            fill(*fresh);
        } else {
            m_messages->show(MessageKind::Warning, fresh.error().message);
        }
        return;
    }
    showHistory();
    m_messages->show(
        MessageKind::Warning,
        tr("This record was changed elsewhere (“%1”). When you save, you can compare both versions.").arg(set.title));
}

bool RecordPage::mayLeave()
{
    if (m_leaving || !isChanged() || m_workbench.book().isReadOnly()) {
        return true;
    }
    const int changes = int(m_form->changedFields().size());
    const auto answer = m_workbench.context().ask.choose({tr("“%1” has unsaved changes.").arg(title()),
                                                          tr("%n field(s) were changed.", nullptr, changes),
                                                          {tr("Save"), tr("Discard the changes")}});
    if (!answer) {
        return false;
    }
    if (*answer == 0) {
        return save();
    }
    dropDraft();
    fill(m_record);
    return true;
}

void RecordPage::cancel()
{
    if (showsConflict()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (mayLeave()) {
        m_workbench.closePage(this);
    }
}

void RecordPage::step(int by)
{
    const qsizetype at = m_neighbours.indexOf(m_record.id) + by;
    if (m_record.id == 0 || at < 0 || at >= m_neighbours.size() || !mayLeave()) {
        return;
    }
    m_messages->clear();
    if (load(m_neighbours.at(at))) {
        offerDraft();
    }
}

bool RecordPage::showsConflict() const
{
    return m_stack->currentWidget() == m_conflict;
}

} // namespace gridbook::ui
