#pragma once
// Numbers with their unit inside the field: plain numbers, money, durations.
#include "core/text/quantities.h"
#include "ui/widgets/lineeditor.h"

namespace gridbook::ui {

// 1,000 or 1000 or １０００. The value is qint64, or double if decimals are allowed.
class NumberEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit NumberEditor(QWidget *parent = nullptr);
    void setUnit(const QString &unit); // 户, 人, m²
    void setDecimals(int decimals);
    void setRange(double least, double most);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;

private:
    QString m_unit;
    int m_decimals = 0;
    double m_least = 0;
    double m_most = 1e12;
};

// 1,000; 1000.5元; 1.2万. The value is in fen.
class MoneyEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit MoneyEditor(QWidget *parent = nullptr);
    void setAllowNegative(bool allow);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;

private:
    bool m_allowNegative = false;
};

// 2小时, 0.5天, 1:30, 90. The value is in minutes; a bare number is explained inside the field.
class DurationEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit DurationEditor(QWidget *parent = nullptr);
    void setRule(const text::DurationRule &rule);

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;

private:
    text::DurationRule m_rule;
};

// "1,234,567" and "1,234.50": with separators, for editors and tables.
[[nodiscard]] QString groupedNumber(double number, int decimals);
// "2 h 30 min" in the language of the interface.
[[nodiscard]] QString durationText(Minutes minutes);

} // namespace gridbook::ui
