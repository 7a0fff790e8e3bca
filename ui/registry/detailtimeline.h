#pragma once
// One entry of a record's timeline: a dot on a line, when and by whom, and what was changed in words.
#include "core/registry/history.h"
#include "ui/shell/uicontext.h"
#include <QWidget>

namespace gridbook::ui {

class TimelineEntry final : public QWidget
{
    Q_OBJECT
public:
    TimelineEntry(const RecordEvent &event, const UiContext &context, bool last, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_last;
};

// "Birth date 1957-11 → 1957-12", at most limit of them, then how many more.
[[nodiscard]] QStringList eventLines(const RecordEvent &event, const UiContext &context, qsizetype limit);

} // namespace gridbook::ui
