#pragma once
// The fields of one record in their sections, two columns or one as there is room, made from the registry's
// description. It knows editors and their values; what the values mean (rules, saving) is the page's business.
#include "ui/registry/formeditors.h"
#include <QScrollArea>

class QGridLayout;
class QHBoxLayout;

namespace gridbook::ui {

class FieldRow;

// A way out that is offered under a field.
struct FieldOffer
{
    QString text;
    std::function<void()> run;
};

class FormView final : public QScrollArea
{
    Q_OBJECT
public:
    FormView(const RegistrySpec &spec, const EditorSources &sources, QWidget *parent = nullptr);

    // Fills the editors; protected fields that hold something come masked.
    void show(const QVariantMap &values);
    // What the record would be now: all of show()'s values with what the editors hold.
    [[nodiscard]] QVariantMap values() const;
    // Fields whose entry differs from show()'s, in reading order; unreadable entries count.
    [[nodiscard]] QStringList changedFields() const;
    // Something was typed there that is no value. What was already odd in the book and was not touched does not count:
    // it is kept as it is.
    [[nodiscard]] bool isUnreadable(const QString &field) const;

    [[nodiscard]] Editor *editor(const QString &field) const { return m_boxes.value(field).editor; }
    [[nodiscard]] FieldRow *row(const QString &field) const { return m_boxes.value(field).row; }
    [[nodiscard]] const QStringList &fields() const { return m_order; } // in reading order
    void enter(const QString &field, const QVariant &value);            // as if the user had entered it
    // What was typed, for drafts; empty for editors without text.
    [[nodiscard]] QString typedText(const QString &field) const;
    void type(const QString &field, const QString &text);

    void setHint(const QString &field, const QString &hint); // quiet, inside the editor
    void setNote(const QString &field, const Validation &note);
    void setOffers(const QString &field, const QList<FieldOffer> &offers); // empty: takes them away
    void settleAll();
    void setReadOnly(bool readOnly);
    [[nodiscard]] QStringList fieldsAt(Level level) const; // whose message has this level
    void focusField(const QString &field);                 // and brings it into sight
    // Once entered and left again since show(): its gaps may be spoken of.
    [[nodiscard]] bool wasLeft(const QString &field) const { return m_left.contains(field); }

Q_SIGNALS:
    void edited(const QString &field);
    void left(const QString &field);
    void revealRequested(const QString &field);
    void newRequested(const QString &field, const QString &typed);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Box
    {
        const Field *field = nullptr;
        QWidget *widget = nullptr;
        FieldRow *row = nullptr;
        Editor *editor = nullptr;
        QWidget *offers = nullptr;
        int span = 1;
    };
    struct Section
    {
        QGridLayout *grid = nullptr;
        QStringList fields;
    };
    void addField(const Field &field, const EditorSources &sources, QWidget *parent);
    void arrange(int columns);
    void showPinyin(const QString &field);
    void rereadNumbers(const QString &edited);
    void showField(const Field &field, Editor &editor, const QVariant &value);

    const RegistrySpec &m_spec;
    const RegistryReader &m_reader;
    UiContext &m_context;
    QHash<QString, Box> m_boxes;
    QStringList m_order;
    QList<Section> m_sections;
    QVariantMap m_shown;
    QHash<QString, QString> m_shownTexts;
    QSet<QString> m_left;
    int m_columns = 0;
    bool m_readOnly = false;
};

} // namespace gridbook::ui
