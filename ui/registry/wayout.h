#pragma once
// What is asked whenever records leave the book, as a file or on paper: which rows, and whether protected entries stay
// masked. Unmasked needs a purpose, which is logged.
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace gridbook::ui {

// What the list shows when it is asked.
struct RowsShown
{
    qint64 shown = 0;
    qint64 total = -1; // without filters; -1: not known
    qint64 selected = 0;
    bool filtered = false; // the rows shown are not all
    bool hasAll = true;    // false: the list is itself a choice (the rows behind a number)
};

class RowsChoice final : public QWidget
{
    Q_OBJECT
public:
    enum class Rows { Selected, Shown, All };
    explicit RowsChoice(const RowsShown &shown, QWidget *parent = nullptr);
    [[nodiscard]] Rows rows() const;

Q_SIGNALS:
    void changed();

private:
    QRadioButton *m_selected;
    QRadioButton *m_shown;
    QRadioButton *m_all;
};

class MaskChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit MaskChoice(QWidget *parent = nullptr);
    // Nothing protected leaves: there is nothing to mask and nothing to ask.
    void setHoldsProtected(bool holds);
    [[nodiscard]] bool isMasked() const;
    [[nodiscard]] QString purpose() const;
    [[nodiscard]] bool isComplete() const { return isMasked() || !purpose().isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    QCheckBox *m_masked;
    QLineEdit *m_purpose;
    bool m_holds = true;
};

} // namespace gridbook::ui
