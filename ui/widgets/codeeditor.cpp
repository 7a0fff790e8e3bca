#include "ui/widgets/codeeditor.h"
#include "core/text/normalise.h"
#include "ui/shell/icons.h"
#include "ui/widgets/picklist.h"
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

CodeEditor::CodeEditor(QWidget *parent)
    : LineEditor(parent)
    , m_list(new PickList(line()))
    , m_arrow(line()->addButton(Glyph::ChevronDown, tr("Show all (Alt+Down)")))
{
    connect(m_arrow, &QToolButton::clicked, this, &CodeEditor::openList);
    connect(line(), &QLineEdit::textEdited, this,
            [this](const QString &text) { offer(text.trimmed().isEmpty() ? QList<CodeChoice>() : matches(text)); });
    connect(m_list, &PickList::picked, this, [this](const PickItem &item) {
        setValue(item.id);
        Q_EMIT edited();
    });
    line()->installEventFilter(this);
}

void CodeEditor::setItems(const QList<CodeChoice> &items)
{
    const QVariant kept = value();
    m_items = items;
    if (kept.isValid()) {
        setValue(kept);
    }
}

void CodeEditor::offerKind(const QString &kind, const QString &why)
{
    m_kind = kind;
    m_why = why;
}

void CodeEditor::offerPresentKind()
{
    m_kind.clear();
    for (const CodeChoice &item : std::as_const(m_items)) {
        if (value().isValid() && item.code == value().toString()) {
            m_kind = item.kind;
        }
    }
}

void CodeEditor::setShowCode(bool show)
{
    const QVariant kept = value();
    m_showCode = show;
    if (kept.isValid()) {
        setValue(kept);
    }
}

void CodeEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_arrow->setVisible(!readOnly);
}

QString CodeEditor::shown(const CodeChoice &item) const
{
    return m_showCode ? QString(item.code + u' ' + item.label) : item.label;
}

QString CodeEditor::write(const QVariant &value) const
{
    const QString code = value.toString();
    for (const CodeChoice &item : m_items) {
        if (item.code == code) {
            return shown(item);
        }
    }
    return code; // unknown to the table: shown as it is, read() complains
}

Reading CodeEditor::read(const QString &text) const
{
    const QString tidy = text::tidied(text);
    for (const CodeChoice &item : m_items) {
        if (tidy == shown(item) || tidy == item.label || tidy == item.code) {
            const Validation note =
                item.retired ? Validation{Level::Warning, tr("This entry is no longer in use.")} : Validation();
            return {item.code, note, {}, shown(item), 0};
        }
    }
    Reading wrong;
    wrong.note = {Level::Error, tr("“%1” is not in the list; choose an entry (Alt+Down shows all).").arg(tidy)};
    return wrong;
}

QList<CodeChoice> CodeEditor::matches(const QString &text) const
{
    const QString sought = text::tidied(text).toLower();
    QList<CodeChoice> begins;
    QList<CodeChoice> contains;
    for (const CodeChoice &item : m_items) {
        if (!isOffered(item)) {
            continue;
        }
        const QString label = item.label.toLower();
        bool starts = label.startsWith(sought) || item.code.startsWith(sought, Qt::CaseInsensitive);
        for (const QString &key : item.keys) {
            starts = starts || key.startsWith(sought);
        }
        if (starts) {
            begins.append(item);
        } else if (label.contains(sought) || shown(item).toLower().contains(sought)) {
            contains.append(item);
        }
    }
    return begins + contains;
}

void CodeEditor::offer(const QList<CodeChoice> &items)
{
    // Codes of standards (01, HA) are known by heart; the program's own words for its entries mean nothing to anybody.
    const auto isOwnWord = [](const CodeChoice &item) {
        return std::any_of(item.code.begin(), item.code.end(), [](QChar each) { return each.isLower(); });
    };
    const bool tells = std::none_of(m_items.begin(), m_items.end(), isOwnWord);
    QList<PickItem> entries;
    for (const CodeChoice &item : items) {
        entries.append({item.code, item.label, tells ? item.code : QString()});
    }
    const bool hides =
        std::any_of(m_items.begin(), m_items.end(), [this](const CodeChoice &item) { return item.kind != m_kind; });
    if (hides && !m_why.isEmpty() && !entries.isEmpty()) {
        entries.append({{}, m_why, {}, true});
    }
    m_list->show(entries);
}

void CodeEditor::openList()
{
    if (isReadOnly()) {
        return;
    }
    line()->setFocus();
    QList<CodeChoice> inUse;
    for (const CodeChoice &item : m_items) {
        if (isOffered(item)) {
            inUse.append(item);
        }
    }
    offer(inUse);
    for (qsizetype i = 0; i < inUse.size(); ++i) {
        if (value().isValid() && inUse.at(i).code == value().toString()) {
            m_list->view()->setCurrentIndex(m_list->view()->model()->index(int(i), 0));
        }
    }
}

void CodeEditor::settle()
{
    m_list->hide();
    // "han" and Tab is enough when only one entry is meant.
    if (!isEmpty() && !value().isValid()) {
        const QList<CodeChoice> found = matches(line()->text());
        if (found.size() == 1) {
            enter(shown(found.front()));
            return;
        }
    }
    LineEditor::settle();
}

bool CodeEditor::eventFilter(QObject *object, QEvent *event)
{
    // A click is the wish to choose; it may be typed into all the same.
    if (object == line() && event->type() == QEvent::MouseButtonRelease && !m_list->isOpen() &&
        static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton && !line()->hasSelectedText()) {
        openList();
    }
    if (object == line() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool down = key->key() == Qt::Key_Down && !m_list->isOpen();
        if (down || key->key() == Qt::Key_F4) {
            openList();
            return true;
        }
    }
    return LineEditor::eventFilter(object, event);
}

} // namespace gridbook::ui
