#pragma once
// A protected field of a form: shows what the mask leaves (138****5678) until the eye is asked for, which the form lets
// happen only with a purpose. Typing replaces the value without showing it; Esc brings the old one back.
#include "ui/widgets/lineeditor.h"

namespace gridbook::ui {

class SealedEditor final : public Editor
{
    Q_OBJECT
public:
    // Takes the editor of the plain value over.
    explicit SealedEditor(LineEditor *inner, QWidget *parent = nullptr);

    [[nodiscard]] QVariant value() const override { return m_inner->value(); }
    void setValue(const QVariant &value) override; // shown in the clear
    // The value stays known but only shown is to be seen.
    void setMasked(const QVariant &value, const QString &shown);
    void reveal();
    [[nodiscard]] bool isMasked() const { return m_masked; }
    [[nodiscard]] bool isEmpty() const override { return m_inner->isEmpty(); }
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QWidget *field() const override { return m_inner->field(); }
    [[nodiscard]] LineEditor *inner() const { return m_inner; }
    [[nodiscard]] FieldLine *mask() const { return m_mask; }
    void settle() override;
    void setLabel(const QString &label) override;

Q_SIGNALS:
    void revealRequested();

protected:
    [[nodiscard]] Validation ownValidation() const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showMask(bool masked);
    void replace();
    void showState();

    LineEditor *m_inner;
    FieldLine *m_mask;
    QVariant m_kept; // what Esc brings back
    bool m_masked = false;
    bool m_replacing = false;
};

} // namespace gridbook::ui
