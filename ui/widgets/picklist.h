#pragma once
// The list that drops from a line while one types: titles with a quiet second part, a "New…" entry, the keyboard of a
// completer (Up, Down, Return, Esc). What is in it is decided by its owner, so that pinyin works.
#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>

class QAbstractItemView;
class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace gridbook::ui {

enum class Glyph;

struct PickItem
{
    QVariant id;
    QString title;
    QString subtitle;     // at the right, quiet: enough to tell two of the same name apart
    bool heading = false; // a group's name; cannot be picked
    int glyph = 0;        // a Glyph, 0 for none
};

class PickList final : public QObject
{
    Q_OBJECT
public:
    explicit PickList(QLineEdit *line);
    // Shows the items under the line; no items hide it. The first that can be picked is current.
    void show(const QList<PickItem> &items, int minimumWidth = 0);
    void hide();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QAbstractItemView *view() const;
    [[nodiscard]] const QList<PickItem> &items() const { return m_items; }

Q_SIGNALS:
    void picked(const PickItem &item);

private:
    QLineEdit *m_line;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    QList<PickItem> m_items;
};

} // namespace gridbook::ui
