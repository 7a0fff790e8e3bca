#pragma once
// The keys that work right now, read from the live shortcuts and actions of a window: the list that Ctrl+/ shows and
// the one below each page's help. There is no second list to forget. What a key does is said where the key is made:
//
//   a QShortcut      setWhatsThis(tr("Save"))
//   a QAction        its text
//   keyPressEvent    describeKeys(widget, {{Qt::Key_Return, tr("Open the record")}})
//   standard keys    (undo, copy, print …) need no words
//   a table          whose cells F2 opens (its edit triggers and its entries say so) needs none either
#include <QKeySequence>
#include <QList>
#include <QString>

class QWidget;

namespace gridbook::ui {

struct KeyLine
{
    QKeySequence keys;
    QString words;
    bool isGlobal = false; // works on every page
    friend bool operator==(const KeyLine &, const KeyLine &) = default;
};

// Of what is visible and enabled below the window; global ones first, each key once.
[[nodiscard]] QList<KeyLine> liveKeys(const QWidget *window);
// Keys that a widget handles itself; shown while it is visible.
void describeKeys(QWidget *widget, const QList<std::pair<QKeySequence, QString>> &keys);
// As a list in Markdown; keys that do the same stand in one line.
[[nodiscard]] QString keysAsMarkdown(const QList<KeyLine> &lines);

} // namespace gridbook::ui
