#pragma once
// Stands above the rows of a number: the number, its rule in words, and two tabs: what counts, and what one could have
// expected to count, each with the reason why it does not.
#include "core/reports/explainedfigure.h"
#include <QTreeWidget>

class QLabel;
class QToolButton;

namespace gridbook::ui {

class Paragraph;
struct UiContext;

class FigureHead final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureHead(const UiContext &context, QWidget *parent = nullptr);
    void show(const ExplainedFigure &figure);
    [[nodiscard]] QString number() const; // "661 人"
    [[nodiscard]] QString rule() const;
    [[nodiscard]] QToolButton *countedTab() const { return m_counted; }
    [[nodiscard]] QToolButton *nearTab() const { return m_near; }

Q_SIGNALS:
    void nearMissesWanted(bool wanted); // the second tab, or the first again

private:
    const UiContext &m_context;
    QLabel *m_number;
    Paragraph *m_rule;
    QToolButton *m_counted;
    QToolButton *m_near;
};

// Near misses, a line each: the record, the reason. Enter or a double click opens the record.
class NearMissList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit NearMissList(const UiContext &context, QWidget *parent = nullptr);
    void show(const ExplainedFigure &figure);

Q_SIGNALS:
    void openWanted(const QString &registry, RowId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QTreeWidgetItem *item);

    const UiContext &m_context;
};

} // namespace gridbook::ui
