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

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill(const HomeFigures &figures);
    void fillCards(const QList<FigureLine> &lines);
    void arrangeCards();
    void fillBeginning(const HomeFigures &figures);
    void fillDue(const HomeFigures &figures);
    void fillCharts(const HomeFigures &figures);
    struct Verb
    {
        QString text;
        std::function<void()> run;
    };
    void addLine(QVBoxLayout *list, const QString &text, const QList<Verb> &verbs);
    void addHead(QVBoxLayout *list, const QString &text, int role);
    static void clear(QVBoxLayout *list);
    void showUnsaved();
    void discard(const QString &registry, RowId record, const QString &what);
    void runAction(const QString &action, RowId record);

    Workbench &m_workbench;
    CancelFlag m_cancel;
    quint64 m_run = 0;
    QLabel *m_subtitle;
    QGridLayout *m_cards;
    QList<QWidget *> m_cardsInOrder;
    int m_cardColumns = 0;
    QVBoxLayout *m_unsaved; // what a crash left behind
    QVBoxLayout *m_due;
    CardFrame *m_ageCard;
    CardFrame *m_quarterCard;
    ChartWidget *m_ages;
    ChartWidget *m_quarters;
    QList<ChartPoint> m_agePoints;
    QList<ChartPoint> m_quarterPoints;
};

} // namespace gridbook::ui
