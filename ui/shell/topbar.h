#pragma once
// The bar over every page: the program, the community, one search over everything, the as-of date, undo and redo.
// A date that is not today changes the colour of the bar and of the window's edge, so that nobody forgets it.
#include "core/base/clock.h"
#include "ui/widgets/picklist.h"
#include <QWidget>
#include <functional>

class QMenu;
class QPushButton;

namespace gridbook {
class Quarter;
}

namespace gridbook::ui {

class SearchField;

class TopBar final : public QWidget
{
    Q_OBJECT
public:
    using Answer = std::function<void(const QList<PickItem> &)>;
    using Provider = std::function<void(const QString &text, const Answer &answer)>;

    explicit TopBar(const Clock &clock, QWidget *parent = nullptr);

    void setCommunity(const QString &name);
    // What opens under the community's name: other books, the community's profile.
    [[nodiscard]] QMenu *communityMenu() const { return m_communityMenu; }

    // May answer later; answers to old questions are dropped. Groups are PickItems with heading.
    void setSearchProvider(Provider provider);
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] PickList *results() const { return m_results; }

    // An invalid date is today.
    void setAsOf(QDate day);
    [[nodiscard]] QDate asOf() const { return m_asOf; }
    [[nodiscard]] bool isPast() const { return m_asOf != m_clock.today(); }
    // The days offered at once: today, and the ends of the last four quarters.
    [[nodiscard]] QList<QDate> quickDays() const;
    [[nodiscard]] QPushButton *asOfButton() const { return m_asOfButton; }

    [[nodiscard]] QPushButton *helpButton() const { return m_help; }

    // What would be undone, for the tool tip; empty: nothing.
    void setUndo(const QString &what);
    void setRedo(const QString &what);

Q_SIGNALS:
    void resultPicked(const QVariant &id);
    void asOfChosen(QDate day); // by the user
    void asOfChanged();         // by anybody
    void undoRequested();
    void redoRequested();
    void helpRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask(const QString &text);
    void fitWords();
    void fillDays();
    [[nodiscard]] static QString endOf(const Quarter &quarter);
    void chooseDay(QDate day);
    void chooseOtherDay();

    const Clock &m_clock;
    QPushButton *m_community;
    QMenu *m_communityMenu;
    SearchField *m_search;
    PickList *m_results;
    QPushButton *m_asOfButton;
    QMenu *m_days;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_help;
    Provider m_provider;
    QDate m_asOf;
    quint64 m_question = 0;
};

} // namespace gridbook::ui
