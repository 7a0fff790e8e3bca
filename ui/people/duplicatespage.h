#pragma once
// People who may be the same (查重): a list of pairs, the two side by side with what differs, and two verbs: merge, or
// “not the same person”. Where both are on the register at the same time, the table begins with what only one of them
// can be right about: spell against spell, chosen like any field.
#include "core/people/duplicates.h"
#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace gridbook::ui {

class MessageBar;
class Workbench;

class DuplicatesPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicatesPage(Workbench &workbench, QWidget *parent = nullptr);

    [[nodiscard]] QTableWidget *pairs() const { return m_pairs; }
    [[nodiscard]] QTableWidget *fields() const { return m_fields; }
    [[nodiscard]] QPushButton *mergeButton() const { return m_merge; }
    [[nodiscard]] QPushButton *swapButton() const { return m_swap; }
    [[nodiscard]] QPushButton *distinctButton() const { return m_distinct; }
    // Takes what the kept (1) or the other record (2) says in that row.
    void takeFrom(int row, int column);

public Q_SLOTS:
    void reload();

private:
    void build();
    void enable();
    struct Chosen
    {
        PersonId keep;
        PersonId drop;
        QString name;
        QSet<QString> fields; // FieldPair::key, from the dropped one
        people::OverlapChoice overlaps;
    };
    [[nodiscard]] Chosen chosen(const QString &name) const;
    void mergeAfterBackup(const Chosen &chosen);
    void showDifferences();
    void showPair();
    void mark(int row);
    void merge();
    void sayDistinct();
    [[nodiscard]] QString rolesOf(PersonId person, const QString &sentence) const;
    [[nodiscard]] QString fieldName(const people::FieldPair &field) const;
    [[nodiscard]] QString shown(const people::FieldPair &field, const QString &value) const;
    [[nodiscard]] QString shown(const people::Overlap &overlap, const QList<DatedRow> &rows) const;
    [[nodiscard]] QString keyOf(int row) const;
    // The field in that row of the table; null: an overlap stands there.
    [[nodiscard]] const people::FieldPair *fieldAt(int row) const;
    [[nodiscard]] const people::DuplicatePair *current() const;

    Workbench &m_workbench;
    QList<people::DuplicatePair> m_found;
    QList<people::Overlap> m_overlaps; // the first rows of the table
    QList<people::FieldPair> m_differing;
    QSet<QString> m_fromDropped; // keys of both
    PersonId m_keep;
    PersonId m_drop;
    bool m_isBackingUp = false; // a merge is under way
    MessageBar *m_messages;
    QStackedWidget *m_stack;
    QTableWidget *m_pairs;
    QTableWidget *m_fields;
    QLabel *m_head;
    QPushButton *m_swap;
    QPushButton *m_merge;
    QPushButton *m_distinct;
};

} // namespace gridbook::ui
