#pragma once
// The history of one record at the right of its form: who changed what when, and the way back.
#include "core/registry/history.h"
#include <QWidget>

class QTextBrowser;
class QUrl;

namespace gridbook::ui {

class CardFrame;
struct UiContext;

class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(UiContext &context, QWidget *parent = nullptr);
    void show(const QList<RecordEvent> &events);
    void showError(const QString &message);
    [[nodiscard]] QString text() const; // as read on screen
    [[nodiscard]] QTextBrowser *view() const { return m_view; }

Q_SIGNALS:
    void restoreRequested(const gridbook::RecordEvent &event);
    void batchRequested(gridbook::BatchId batch);

private:
    void follow(const QUrl &link);

    UiContext &m_context;
    QList<RecordEvent> m_events;
    CardFrame *m_card;
    QTextBrowser *m_view;
};

} // namespace gridbook::ui
