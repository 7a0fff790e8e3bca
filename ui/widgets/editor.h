#pragma once
// The base of all editors: one class per kind of value, the same behaviour for forms, cells, filters and import
// mending. Values are what the book stores: text QString; dates and quarters as ISO text ("1978-07", "2026Q3"); money
// in fen and durations in minutes as qint64; numbers qint64 or double; yes/no bool; lookups the row id as qint64. An
// empty field, and one that cannot be read, is an invalid QVariant; validation() tells which.
#include <QString>
#include <QVariant>
#include <QWidget>

namespace gridbook::ui {

enum class Level { None, Info, Warning, Error };

struct Validation
{
    Level level = Level::None;
    QString text; // plain words with the way out, for the line under the field
    friend bool operator==(const Validation &, const Validation &) = default;
};

class Editor : public QWidget
{
    Q_OBJECT
public:
    explicit Editor(QWidget *parent = nullptr);

    [[nodiscard]] virtual QVariant value() const = 0;
    // Sets without edited(); what is set counts as settled.
    virtual void setValue(const QVariant &value) = 0;
    // True if nothing is entered at all; a field with unreadable text is not empty.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    // The part that shows the frame and takes the keys; for buddies and tests.
    [[nodiscard]] virtual QWidget *field() const = 0;

    // The user has left the field or wants to save: complaints that were held back while typing come out now.
    virtual void settle();
    // The worst of: what is typed, "required", and what the form said by setNote().
    [[nodiscard]] Validation validation() const;
    // What the record's rules say about this field; the form sets it, an empty one clears it.
    void setNote(const Validation &note);
    void setRequired(bool required);
    [[nodiscard]] bool isRequired() const { return m_required; }
    // The name for screen readers; FieldRow sets it from its label.
    virtual void setLabel(const QString &label);

Q_SIGNALS:
    void edited();            // by the user, at each change
    void validationChanged(); // level, text or hint

protected:
    // What is wrong with what is typed.
    [[nodiscard]] virtual Validation ownValidation() const { return {}; }
    // Call after each change: paints the frame and tells the row.
    void refreshValidation();
    void setReadOnlyFlag(bool readOnly) { m_readOnly = readOnly; }
    void setSettled(bool settled) { m_settled = settled; }
    [[nodiscard]] bool isSettled() const { return m_settled; }

private:
    Validation m_note;
    Validation m_shown;
    bool m_required = false;
    bool m_readOnly = false;
    bool m_settled = false;
};

} // namespace gridbook::ui
