#pragma once
// A date with its precision. Takes what people write: 2021.7, 20210701, 2021年7月, 2021/7/1. Ctrl+; is today, Up and
// Down step a day, Alt+Down opens the calendar. The value is ISO text of the precision ("1978-07").
#include "core/base/clock.h"
#include "core/base/partialdate.h"
#include "ui/widgets/lineeditor.h"

namespace gridbook::ui {

class DateEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit DateEditor(const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] PartialDate date() const;
    // Takes ISO text, PartialDate or QDate.
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    // The coarsest precision that is taken; a dues month allows no year.
    void setCoarsest(DatePrecision precision);
    // Shows the age at today inside the field ("58 years").
    void setAgeOn(QDate day); // a date of birth: the age on this day is told beside it
    void setRange(QDate earliest, QDate latest);
    void openCalendar();

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    [[nodiscard]] QString hintFor(const PartialDate &date) const;

    const Clock &m_clock;
    QToolButton *m_button;
    DatePrecision m_coarsest = DatePrecision::Year;
    QDate m_ageOn;
    QDate m_earliest;
    QDate m_latest;
};

} // namespace gridbook::ui
