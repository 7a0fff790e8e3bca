#include "ui/widgets/lookupeditor.h"
#include "ui/shell/icons.h"
#include "ui/widgets/picklist.h"
#include <QKeyEvent>
#include <QPointer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

LookupEditor::LookupEditor(QWidget *parent)
    : LineEditor(parent)
    , m_list(new PickList(line()))
    , m_arrow(line()->addButton(Glyph::Search, tr("Show the list (Alt+Down)")))
{
    connect(m_arrow, &QToolButton::clicked, this, &LookupEditor::openList);
    connect(line(), &QLineEdit::textEdited, this, [this](const QString &text) {
        m_item = {};
        reread();
        if (text.trimmed().isEmpty()) {
            ++m_question;
            m_list->hide();
        } else {
            search(text.trimmed());
        }
    });
    connect(m_list, &PickList::picked, this, [this](const PickItem &picked) {
        if (!picked.id.isValid()) {
            Q_EMIT newRequested(m_typed);
            return;
        }
        for (const LookupItem &found : std::as_const(m_found)) {
            if (found.id == picked.id.toLongLong()) {
                setItem(LookupItem(found));
                Q_EMIT edited();
                return;
            }
        }
    });
    line()->installEventFilter(this);
}

void LookupEditor::setProvider(Provider provider)
{
    m_provider = std::move(provider);
}
void LookupEditor::setResolver(Resolver resolver)
{
    m_resolver = std::move(resolver);
}

void LookupEditor::setItem(const LookupItem &item)
{
    ++m_question;
    m_item = item;
    m_found.clear();
    LineEditor::setValue(item.id > 0 ? QVariant(item.id) : QVariant());
}

void LookupEditor::setValue(const QVariant &value)
{
    const qint64 id = value.toLongLong();
    if (id <= 0) {
        setItem({});
    } else {
        LookupItem item = m_resolver ? m_resolver(id) : LookupItem();
        item.id = id;
        setItem(item);
    }
}

void LookupEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_arrow->setVisible(!readOnly);
}

Reading LookupEditor::read(const QString &text) const
{
    Reading reading;
    // The id is meant only as long as its title stands there untouched.
    if (m_item.id > 0 && text == write(m_item.id)) {
        reading.value = m_item.id;
        reading.hint = m_item.subtitle;
    } else {
        reading.note = {Level::Error, tr("Choose “%1” from the list, or clear the field.").arg(text.trimmed())};
    }
    return reading;
}

QString LookupEditor::write(const QVariant &) const
{
    return m_item.title.isEmpty() ? QString::number(m_item.id) : m_item.title;
}

void LookupEditor::search(const QString &text)
{
    m_typed = text;
    if (!m_provider) {
        return;
    }
    const quint64 question = ++m_question;
    m_provider(text, [self = QPointer<LookupEditor>(this), question](const QList<LookupItem> &items) {
        if (self != nullptr && self->m_question == question) {
            self->offer(items);
        }
    });
}

void LookupEditor::offer(const QList<LookupItem> &items)
{
    m_found = items;
    QList<PickItem> entries;
    for (const LookupItem &item : items) {
        entries.append({item.id, item.title, item.subtitle});
    }
    if (m_allowNew) {
        const QString title = m_typed.isEmpty() ? tr("New…") : tr("New “%1”…").arg(m_typed);
        entries.append({{}, title, {}, false, int(Glyph::Add)});
    } else if (items.isEmpty()) {
        entries.append({{}, tr("Nothing found for “%1”").arg(m_typed), {}, true});
    }
    if (line()->hasFocus()) {
        m_list->show(entries);
    }
}

void LookupEditor::openList()
{
    if (!isReadOnly()) {
        line()->setFocus();
        search(m_item.id > 0 ? QString() : line()->text().trimmed());
    }
}

void LookupEditor::take(const QString &text)
{
    setItem({});
    line()->setText(text);
    reread();
    search(text.trimmed());
    settle();
}

void LookupEditor::settle()
{
    // Left without choosing: one single find of exactly this name is meant; two of one name must be told apart.
    if (m_item.id == 0 && !isEmpty()) {
        QList<LookupItem> same;
        for (const LookupItem &item : std::as_const(m_found)) {
            if (item.title == line()->text().trimmed()) {
                same.append(item);
            }
        }
        if (same.size() == 1 && m_typed == line()->text().trimmed()) {
            setItem(LookupItem(same.front()));
            Q_EMIT edited();
        }
    }
    m_list->hide();
    LineEditor::settle();
}

bool LookupEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == line() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Down && !m_list->isOpen()) || key->key() == Qt::Key_F4) {
            openList();
            return true;
        }
    }
    return LineEditor::eventFilter(object, event);
}

} // namespace gridbook::ui
