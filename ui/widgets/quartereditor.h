#pragma once
// A calendar quarter: 2026Q3, 2026年第三季度, or 3 for the third of this year. Up and Down step, Alt+Down opens the
// list. The value is "2026Q3".
#include "core/base/clock.h"
#include "core/base/quarter.h"
#include "ui/widgets/lineeditor.h"
#include <optional>

namespace gridbook::ui {

class QuarterEditor final : public LineEditor
{
    Q_OBJECT
public:
    explicit QuarterEditor(const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] std::optional<Quarter> quarter() const;
    void setQuarter(Quarter quarter) { setValue(quarter.toString()); }
    // Later quarters are neither offered nor taken.
    void setLatest(Quarter quarter);
    void setReadOnly(bool readOnly) override;

protected:
    [[nodiscard]] Reading read(const QString &text) const override;
    [[nodiscard]] QString write(const QVariant &value) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onReading() override;
    void step(int quarters);
    void openList();

    const Clock &m_clock;
    std::optional<Quarter> m_latest;
    QToolButton *m_back;
    QToolButton *m_forth;
    QToolButton *m_list;
};

} // namespace gridbook::ui
