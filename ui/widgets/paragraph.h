#pragma once
// Wrapped text that is never cut off: it asks for the height that its words need at the width it has. (A QLabel alone
// is squeezed where a layout inside a scroll area does not pass on height-for-width.)
#include <QLabel>

namespace gridbook::ui {

class Paragraph final : public QLabel
{
    Q_OBJECT
public:
    explicit Paragraph(const QString &text, QWidget *parent = nullptr);
    void setText(const QString &text); // hides QLabel's, which lets the new words be cut off

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
};

} // namespace gridbook::ui
