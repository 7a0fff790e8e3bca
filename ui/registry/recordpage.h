#pragma once
// One record as a form with its history beside it: checks as one types, says under each field what is wrong and how to
// go on, saves as one step that can be undone. Made from the registry's description alone.
//
//   open ─▶ edit ─▶ check (errors block, warnings need one tick) ─▶ unit of work ─▶ saved, history, undo
//             └──▶ draft beside the book, at most two seconds behind; offered again after a crash
#include "core/changes/drafts.h"
#include "core/registry/history.h"
#include "ui/registry/formchecks.h"
#include "ui/registry/formview.h"
#include "ui/shell/workbench.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace gridbook::ui {

class ConflictPanel;
class HistoryPanel;
class MessageBar;
class SideFold;
struct Merge;

class RecordPage final : public QWidget, public LeaveGuard
{
    Q_OBJECT
public:
    // id 0: a new record; presets by field id.
    RecordPage(Workbench &workbench, const QString &registry, RowId id, const QVariantMap &presets = {},
               QWidget *parent = nullptr);
    ~RecordPage() override;
    // The list that the record was opened from: Ctrl+PgUp and Ctrl+PgDn walk through it.
    void setNeighbours(const QList<RowId> &ids);
    // A form below waits for this new record: saved, the page closes.
    void setReturns(bool returns);
    // Takes the draft of this record, if there is one, without asking.
    void goOnWithDraft();

    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] bool isChanged() const { return !m_form->changedFields().isEmpty(); }
    [[nodiscard]] RowId record() const { return m_record.id; }
    [[nodiscard]] const QString &registry() const { return m_spec.id; }
    [[nodiscard]] QString title() const; // for the window and the breadcrumb
    [[nodiscard]] FormView *form() const { return m_form; }
    [[nodiscard]] HistoryPanel *history() const { return m_history; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }
    [[nodiscard]] ConflictPanel *conflict() const { return m_conflict; }
    [[nodiscard]] QCheckBox *checkedTick() const { return m_checked; }
    [[nodiscard]] QLineEdit *reasonLine() const { return m_reason; }
    [[nodiscard]] bool showsConflict() const;
    [[nodiscard]] QString remarks() const; // what the rules say about the record as a whole; empty: nothing

public Q_SLOTS:
    bool save(); // false: something stands in the way, and the page shows what
    void cancel();
    void step(int by); // to the next or previous record of the list

Q_SIGNALS:
    void titleChanged(const QString &title);
    void saved(gridbook::RowId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QPushButton *buildActions(QWidget *head);
    QWidget *buildConfirmation();
    void addShortcuts();

    bool load(RowId id);
    // It was asked for, but is not in the book on the day that the window shows.
    [[nodiscard]] bool isMissing() const { return m_record.id != 0 && m_record.parts.isEmpty(); }
    void fill(const Record &record);
    [[nodiscard]] QVariantMap withPresets(QVariantMap values) const;
    void showHistory();
    void onEdited(const QString &field);
    void onBookChanged(const ChangeSet &set);
    [[nodiscard]] bool isMine(const ChangeSet &set) const;

    // Checking (recordpagecheck.cpp)
    void check();
    void checkDatedParts(const QVariantMap &values, QHash<QString, Validation> &notes,
                         QHash<QString, QList<FieldOffer>> &offers);
    void checkKept(const QVariantMap &values, QHash<QString, Validation> &notes,
                   QHash<QString, QList<FieldOffer>> &offers);
    void askSince();
    void checkLikenesses(const QVariantMap &values, QHash<QString, Validation> &notes,
                         QHash<QString, QList<FieldOffer>> &offers);
    void checkRemarks(const QVariantMap &values, QHash<QString, Validation> &notes,
                      QHash<QString, QList<FieldOffer>> &offers);
    [[nodiscard]] bool isTooEarly(const QString &field) const;
    void showSince(const Part &part, const QString &day);
    void fillFromNumber(QDate birth, const QString &sex);
    void showState();
    [[nodiscard]] QStringList openWarnings() const; // that nobody has seen yet: their texts
    void reveal(const QString &field);
    void createFor(const QString &field, const QString &typed);
    void openOther(const QString &registry, RowId id);

    // Saving (recordpagesave.cpp)
    bool commit(const Record &before, const QVariantMap &values);
    void showConflict();
    void resolve(const QVariantMap &values);
    void restore(const RecordEvent &event);
    void keepDraft();
    void offerDraft();
    void applyDraft(const Draft &draft);
    void dropDraft();
    [[nodiscard]] QString recordTitle(const QVariantMap &values) const;

    Workbench &m_workbench;
    const RegistrySpec &m_spec;
    Drafts m_drafts;
    QVariantMap m_presets;
    bool m_returns = false; // a form below waits
    Record m_record;        // as loaded; id 0 for a new one
    std::optional<Record> m_theirs;
    QList<RowId> m_neighbours;
    QSet<QString> m_corrections;          // dated parts whose row is to be corrected in place
    QSet<QString> m_wrong;                // entries that were wrong all along; the others changed …
    QDate m_since;                        // … from this day on; invalid: from the day that the window shows
    QHash<QString, QString> m_fromNumber; // field → value that the ID number gave
    QSet<QString> m_oldWarnings;          // that stood when the record was opened: "field|text"
    QString m_pendingLookup;              // waits for a record that is being added elsewhere
    QString m_purpose;                    // why protected entries are shown
    QStringList m_general;                // errors that belong to no field of the form
    bool m_leaving = false;               // another page is opened on top, this one stays
    bool m_saving = false;
    bool m_draftFailed = false;
    bool m_offeredDraft = false;
    bool m_triedToSave = false; // a new record: now everything that is missing is said

    FormView *m_form = nullptr;
    HistoryPanel *m_history = nullptr;
    SideFold *m_fold = nullptr; // of the history
    QToolButton *m_historyButton = nullptr;
    MessageBar *m_messages = nullptr;
    ConflictPanel *m_conflict = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_remarks = nullptr;
    QPushButton *m_actions = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QPushButton *m_save = nullptr;
    QWidget *m_head = nullptr;
    QWidget *m_confirmation = nullptr;
    QCheckBox *m_checked = nullptr;
    QLineEdit *m_reason = nullptr;
    QTimer *m_checkTimer = nullptr;
    QTimer *m_draftTimer = nullptr;
    QString m_draftSaved; // the time of day of the last draft
};

} // namespace gridbook::ui
