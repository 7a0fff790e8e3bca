#pragma once
// The base of editors that are written as one line of text. A subclass says how text is read and how a value is
// written; when to complain is decided here: what may still become right is not called wrong while it is being typed.
#include "ui/widgets/editor.h"
#include "ui/widgets/fieldline.h"

namespace gridbook::ui {

// What a text means.
struct Reading
{
    QVariant value;    // invalid if empty or wrong
    Validation note;   // what to say about it
    QString hint;      // quiet words inside the field
    QString rewritten; // the good form, put into the field when the user leaves it; empty: as typed
    int wrongAt = 0;   // 1-based place of a character that is wrong whatever follows; shown at once
};

class LineEditor : public Editor
{
    Q_OBJECT
public:
    explicit LineEditor(QWidget *parent = nullptr);

    [[nodiscard]] QVariant value() const override { return m_reading.value; }
    void setValue(const QVariant &value) override;
    [[nodiscard]] bool isEmpty() const override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QWidget *field() const override { return m_line; }
    void settle() override;
    // Holds a text that comes from elsewhere (a pasted cell) as if it had been typed and left; no list drops down.
    virtual void take(const QString &text);
    [[nodiscard]] QString text() const { return m_line->text(); }
    [[nodiscard]] FieldLine *line() const { return m_line; }
    void setPlaceholder(const QString &text) { m_line->setPlaceholderText(text); }
    // A hint of the form's (pinyin, "from the ID number"); shown when the value has none of its own.
    void setHint(const QString &hint);

protected:
    // text is never blank here.
    [[nodiscard]] virtual Reading read(const QString &text) const = 0;
    [[nodiscard]] virtual QString write(const QVariant &value) const = 0;
    [[nodiscard]] Validation ownValidation() const override;
    [[nodiscard]] const Reading &reading() const { return m_reading; }
    // Puts text as if typed and settled, with edited().
    void enter(const QString &text);
    void reread();
    virtual void onReading() {} // after each new reading

private:
    FieldLine *m_line;
    Reading m_reading;
    QString m_formHint;
};

} // namespace gridbook::ui
