#include "ui/registry/formkeys.h"
#include "core/text/pinyin.h"
#include "ui/registry/formview.h"
#include "ui/shell/theme.h"
#include "ui/widgets/fieldrow.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

FormKeys::FormKeys(FormView *form, QObject *parent) : QObject(parent), m_form(form)
{
    for (const QString &field : form->fields()) {
        const QString label = form->editor(field)->field()->accessibleName();
        QString wanted = text::textKey(label).initials.toUpper();
        for (char letter = 'A'; letter <= 'Z'; ++letter) {
            wanted += QLatin1Char(letter);
        }
        for (const QChar letter : std::as_const(wanted)) {
            if (letter < u'A' || letter > u'Z' || m_letters.contains(letter)) {
                continue;
            }
            m_letters.insert(letter, field);
            auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(letter.unicode())), form->parentWidget());
            shortcut->setContext(Qt::WidgetWithChildrenShortcut);
            connect(shortcut, &QShortcut::activated, this, [this, field] {
                m_form->focusField(field);
                showTips(false);
            });
            break;
        }
    }
    QApplication::instance()->installEventFilter(this);
}

void FormKeys::showTips(bool show)
{
    qDeleteAll(m_tips);
    m_tips.clear();
    if (!show) {
        return;
    }
    const Tokens &t = currentTheme().tokens;
    for (auto it = m_letters.cbegin(); it != m_letters.cend(); ++it) {
        QWidget *row = m_form->row(it.value());
        auto *tip = new QLabel(QString(it.key()), row->parentWidget());
        QPalette colours = tip->palette();
        colours.setColor(QPalette::Window, t.text);
        colours.setColor(QPalette::WindowText, t.surface);
        tip->setPalette(colours);
        tip->setAutoFillBackground(true);
        tip->setAlignment(Qt::AlignCenter);
        tip->setAttribute(Qt::WA_TransparentForMouseEvents);
        tip->resize(tip->fontMetrics().horizontalAdvance(u'W') + 8, tip->fontMetrics().height() + 2);
        tip->move(row->geometry().right() - tip->width(), row->y());
        tip->show();
        m_tips << tip;
    }
}

bool FormKeys::eventFilter(QObject *object, QEvent *event)
{
    // Alt reaches the focused widget only; the form must hear of it wherever the focus stands in its window.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
        if (m_tips.isEmpty() && m_form->isVisible() && m_form->window()->isActiveWindow()) {
            showTips(true);
        }
    } else if (!m_tips.isEmpty() &&
               (event->type() == QEvent::ApplicationDeactivate || event->type() == QEvent::MouseButtonPress ||
                (event->type() == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt))) {
        showTips(false);
    }
    return QObject::eventFilter(object, event);
}

} // namespace gridbook::ui
