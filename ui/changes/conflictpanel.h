#pragma once
// Somebody else saved the same record first: what it was, mine and theirs, field by field, with a choice for each field
// that both have changed. Stands in the place of the form, not in a dialog.
#include "core/registry/recordstore.h"
#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace gridbook::ui {

struct UiContext;

// How two changes of one record go together.
struct ConflictField
{
    const Field *field = nullptr;
    QVariant was, mine, theirs;
};

struct Merge
{
    QVariantMap values;             // with what only one side changed
    QList<ConflictField> conflicts; // both changed, differently
    QStringList theirsOnly;         // field ids that were taken over
};

[[nodiscard]] Merge mergeChanges(const RegistrySpec &spec, const QVariantMap &was, const QVariantMap &mine,
                                 const QVariantMap &theirs);

class ConflictPanel final : public QWidget
{
    Q_OBJECT
public:
    ConflictPanel(const CodeTables &codes, UiContext &context, QWidget *parent = nullptr);
    // who changed it and when, in words; may be empty.
    void show(const Merge &merge, const QString &who);
    [[nodiscard]] bool isDecided() const; // every conflict has its choice
    [[nodiscard]] QVariantMap values() const;
    void choose(const QString &field, bool mine);

Q_SIGNALS:
    void decided(const QVariantMap &values); // the user wants to go on with these
    void cancelled();                        // back to the form as it was

private:
    QWidget *choice(const QString &text, const QString &accessible, QButtonGroup *group, int id);

    const CodeTables &m_codes;
    UiContext &m_context;
    Merge m_merge;
    QLabel *m_intro;
    QLabel *m_taken;
    QWidget *m_table = nullptr;
    QPushButton *m_go;
    QHash<QString, QButtonGroup *> m_choices;
};

} // namespace gridbook::ui
