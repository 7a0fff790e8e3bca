#include "ui/shell/shortcuts.h"
#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QShortcut>
#include <QVariant>
#include <QWidget>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

constexpr char property[] = "keyDescriptions";

// Standard keys mean the same everywhere.
QString standardWords(const QKeySequence &keys)
{
    const std::pair<QKeySequence::StandardKey, QString> all[] = {
        {QKeySequence::New, Texts::tr("New record")},
        {QKeySequence::Find, Texts::tr("Filter the column")},
        {QKeySequence::Copy, Texts::tr("Copy")},
        {QKeySequence::Paste, Texts::tr("Paste")},
        {QKeySequence::Delete, Texts::tr("Void, with a reason")},
        {QKeySequence::Save, Texts::tr("Save")},
        {QKeySequence::Undo, Texts::tr("Undo")},
        {QKeySequence::Redo, Texts::tr("Redo")},
        {QKeySequence::Print, Texts::tr("Print")},
        {QKeySequence::Open, Texts::tr("Open a book")},
        {QKeySequence::Cancel, Texts::tr("Back")}};
    for (const auto &[standard, words] : all) {
        if (QKeySequence::keyBindings(standard).contains(keys)) {
            return words;
        }
    }
    return {};
}

class Gatherer
{
public:
    void add(const QKeySequence &keys, const QString &said, bool global)
    {
        const QString words = said.isEmpty() ? standardWords(keys) : said;
        if (keys.isEmpty() || words.isEmpty() || m_seen.contains(keys.toString())) {
            return;
        }
        m_seen.insert(keys.toString());
        (global ? m_global : m_local).append({keys, words, global});
    }
    [[nodiscard]] QList<KeyLine> all() const { return m_global + m_local; }

private:
    QSet<QString> m_seen;
    QList<KeyLine> m_global;
    QList<KeyLine> m_local;
};

// Lists that only show something have the key among their triggers, too; it does nothing there.
bool hasEntriesToEdit(const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    for (int column = 0; model != nullptr && model->rowCount() > 0 && column < model->columnCount(); ++column) {
        if (model->index(0, column).flags().testFlag(Qt::ItemIsEditable)) {
            return true;
        }
    }
    return false;
}

bool isGlobal(Qt::ShortcutContext context)
{
    return context == Qt::WindowShortcut || context == Qt::ApplicationShortcut;
}

} // namespace

QList<KeyLine> liveKeys(const QWidget *window)
{
    Gatherer gatherer;
    const auto works = [window](const QObject *owner) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        return widget != nullptr && (widget == window || widget->isVisibleTo(window)) && widget->window() == window;
    };
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        if (shortcut->isEnabled() && works(shortcut->parent())) {
            gatherer.add(shortcut->key(), shortcut->whatsThis(), isGlobal(shortcut->context()));
        }
    }
    for (const QAction *action : window->findChildren<QAction *>()) {
        const auto owners = action->associatedObjects();
        if (action->isEnabled() && std::any_of(owners.begin(), owners.end(), works)) {
            for (const QKeySequence &keys : action->shortcuts()) {
                gatherer.add(keys, action->text().remove(u'&'), isGlobal(action->shortcutContext()));
            }
        }
    }
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>()) {
        if (works(view) && view->editTriggers().testFlag(QAbstractItemView::EditKeyPressed) && hasEntriesToEdit(view)) {
            gatherer.add(QKeySequence(Qt::Key_F2), Texts::tr("Correct the cell"), false);
        }
    }
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const QVariant said = widget->property(property);
        if (said.isValid() && works(widget)) {
            for (const QVariant &line : said.toList()) {
                gatherer.add(line.toList().at(0).value<QKeySequence>(), line.toList().at(1).toString(), false);
            }
        }
    }
    return gatherer.all();
}

void describeKeys(QWidget *widget, const QList<std::pair<QKeySequence, QString>> &keys)
{
    QVariantList lines;
    for (const auto &[sequence, words] : keys) {
        lines.append(QVariant(QVariantList{QVariant::fromValue(sequence), words}));
    }
    widget->setProperty(property, lines);
}

QString keysAsMarkdown(const QList<KeyLine> &lines)
{
    QString text;
    for (const bool global : {false, true}) {
        QStringList order;
        QHash<QString, QStringList> keys; // by what they do
        for (const KeyLine &line : lines) {
            if (line.isGlobal == global) {
                order << (keys.contains(line.words) ? QStringList() : QStringList{line.words});
                keys[line.words] << line.keys.toString(QKeySequence::NativeText);
            }
        }
        QString part;
        for (const QString &words : std::as_const(order)) {
            part += u"- **%1**  %2\n"_qs.arg(keys.value(words).join(u" / "_qs), words);
        }
        if (!part.isEmpty()) {
            text += u"## "_qs + (global ? Texts::tr("Everywhere") : Texts::tr("On this page")) + u"\n\n" + part + u'\n';
        }
    }
    return text;
}

} // namespace gridbook::ui
