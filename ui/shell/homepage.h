#pragma once
// Home: what is due, the community at a glance, two charts. Every number opens its rows. Read in the background; the
// page shows at once and fills in.
#include "core/reports/homefigures.h"
#include "ui/shell/background.h"
#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gridbook {
class ChartWidget;
}

namespace gridbook::ui {

class CardFrame;
class Workbench;

class HomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit HomePage(Workbench &workbench, QWidget *parent = nullptr);
    ~HomePage() override;
    void refresh();

Q_SIGNALS:
    void filled(); // the figures are shown

private:
    void fill(const HomeFigures &figures);
    void fillCards(const QList<FigureLine> &lines);
    void fillDue(const HomeFigures &figures);
    void fillCharts(const HomeFigures &figures);
    void addDueHead(const QString &text, int role);
    void addDueLine(const QString &text, const QString &verb, const std::function<void()> &go);
    void clearDue();

    Workbench &m_workbench;
    CancelFlag m_cancel;
    quint64 m_run = 0;
    QLabel *m_subtitle;
    QGridLayout *m_cards;
    QVBoxLayout *m_due;
    CardFrame *m_ageCard;
    CardFrame *m_quarterCard;
    ChartWidget *m_ages;
    ChartWidget *m_quarters;
    QList<ChartPoint> m_agePoints;
    QList<ChartPoint> m_quarterPoints;
};

// Opens the rows behind a number: one record opens itself, several open as a list that says what they are.
void openFigure(Workbench &workbench, const QString &key);

} // namespace gridbook::ui
