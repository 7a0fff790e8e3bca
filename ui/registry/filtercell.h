#pragma once
// One cell of the filter row. Text columns are typed into (what the input method has not committed does not filter);
// the others show their filter in words and drop a popup. Esc clears, Down goes to the table.
#include "ui/registry/filterpopups.h"
#include "ui/registry/filterwords.h"
#include "ui/shell/uicontext.h"
#include <QLineEdit>
#include <QPointer>

class QTimer;

namespace gridbook::ui {

class FilterCell final : public QLineEdit
{
    Q_OBJECT
public:
    FilterCell(const Field &field, Book &book, const UiContext &context, TitleOf titleOf, QWidget *parent);
    [[nodiscard]] const QString &field() const { return m_field.id; }
    void setFilter(const std::optional<Filter> &filter); // without filtered()
    [[nodiscard]] FilterPopup *popup() const { return m_popup; }
    void openPopup();

Q_SIGNALS:
    void filtered(const QString &field, const std::optional<gridbook::Filter> &filter);
    void leftDown(); // to the table

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void typed();
    void take(const std::optional<Filter> &filter);
    void showFilter();

    const Field &m_field;
    Book &m_book;
    const UiContext &m_context;
    TitleOf m_titleOf;
    FilterWay m_way;
    bool m_drops = false; // a popup, instead of being typed into
    std::optional<Filter> m_filter;
    QTimer *m_timer;
    QPointer<FilterPopup> m_popup;
};

} // namespace gridbook::ui
