#pragma once
// What drops from a cell of the filter row: ticks of a code table, a span of days with shortcuts, a span of numbers.
// Every change takes effect at once; Esc or a click elsewhere closes.
#include "core/base/clock.h"
#include "core/registry/query.h"
#include <QFrame>
#include <optional>

class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace gridbook::ui {

class DateEditor;

class FilterPopup : public QFrame
{
    Q_OBJECT
public:
    explicit FilterPopup(QWidget *parent);
    void openBelow(const QWidget *anchor);

Q_SIGNALS:
    void changed(const std::optional<gridbook::Filter> &filter); // of a RangePopup
    void ticked(const QVariantList &values);                     // of a TickPopup
};

// A list to tick, with a line to search it by word, pinyin or initials if it is long.
class TickPopup final : public FilterPopup
{
    Q_OBJECT
public:
    struct Choice
    {
        QVariant value; // invalid: no value
        QString text;
    };
    TickPopup(const QList<Choice> &choices, const QVariantList &now, QWidget *parent);
    QPushButton *addFooter(const QString &text); // a link below the list
    void tickNone();
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void narrow(const QString &words);
    void turn(QListWidgetItem *item); // ticks it, or takes its tick away
    void tell();

    QList<Choice> m_choices;
    Qt::CheckState m_pressed = Qt::Unchecked; // of the entry on which the mouse went down
    QLineEdit *m_search;
    QListWidget *m_list;
    QHBoxLayout *m_footer;
};

class RangePopup final : public FilterPopup
{
    Q_OBJECT
public:
    RangePopup(const Field &field, const std::optional<Filter> &now, const Clock &clock, QWidget *parent);

private:
    void buildDates(const std::optional<Filter> &now, const Clock &clock);
    void buildNumbers(const std::optional<Filter> &now);
    void tellDates();
    void tellNumbers();

    QString m_field;
    FieldType m_type;
    QString m_unit;
    DateEditor *m_fromDay = nullptr;
    DateEditor *m_untilDay = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_until = nullptr;
};

} // namespace gridbook::ui
