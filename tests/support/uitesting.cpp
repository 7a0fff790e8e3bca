#include "tests/support/uitesting.h"
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gridbook::testing {

ScriptedAsk::~ScriptedAsk()
{
    if (!m_answers.isEmpty() && !m_onlyCount) {
        complain(u"%1 prepared answer(s) were never asked for"_qs.arg(m_answers.size()));
    }
}

void ScriptedAsk::willChoose(std::optional<int> answer, const QString &contains)
{
    expect(Kind::Choose, contains, answer ? QVariant(*answer) : QVariant());
}

void ScriptedAsk::willGiveReason(const std::optional<QString> &answer, const QString &contains)
{
    expect(Kind::Reason, contains, answer ? QVariant(*answer) : QVariant());
}

void ScriptedAsk::willGiveText(const std::optional<QString> &answer, const QString &contains)
{
    expect(Kind::Text, contains, answer ? QVariant(*answer) : QVariant());
}

void ScriptedAsk::willGiveSecret(const std::optional<QString> &answer, const QString &contains)
{
    expect(Kind::Secret, contains, answer ? QVariant(*answer) : QVariant());
}

void ScriptedAsk::expect(Kind kind, const QString &contains, const QVariant &value)
{
    m_answers.append({kind, contains, value});
}

void ScriptedAsk::complain(const QString &what)
{
    ++m_unexpected;
    if (!m_onlyCount) {
        QTest::qFail(qPrintable(what), __FILE__, __LINE__);
    }
}

QVariant ScriptedAsk::take(Kind kind, const QString &text)
{
    m_shown.append(text);
    if (m_answers.isEmpty() || m_answers.front().kind != kind || !text.contains(m_answers.front().contains)) {
        complain(u"unexpected question: %1"_qs.arg(text));
        return {};
    }
    return m_answers.takeFirst().value;
}

void ScriptedAsk::inform(const QString &text, const QString &detail)
{
    take(Kind::Inform, text + u'\n' + detail);
}

void ScriptedAsk::warn(const QString &text, const QString &detail)
{
    take(Kind::Warn, text + u'\n' + detail);
}

bool ScriptedAsk::confirm(const ui::Question &question)
{
    return take(Kind::Confirm, question.text + u'\n' + question.detail).toBool();
}

std::optional<int> ScriptedAsk::choose(const ui::Choice &choice)
{
    const QVariant value = take(Kind::Choose, choice.text + u'\n' + choice.detail + u'\n' + choice.options.join(u'|'));
    return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
}

std::optional<QString> ScriptedAsk::askReason(const QString &title, const QString &label, const QStringList &)
{
    const QVariant value = take(Kind::Reason, title + u'\n' + label);
    return value.isValid() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QString> ScriptedAsk::askText(const QString &title, const QString &label, const QString &)
{
    const QVariant value = take(Kind::Text, title + u'\n' + label);
    return value.isValid() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QString> ScriptedAsk::askSecret(const QString &title, const QString &label, int)
{
    const QVariant value = take(Kind::Secret, title + u'\n' + label);
    return value.isValid() ? std::optional(value.toString()) : std::nullopt;
}

QString ScriptedAsk::openFile(const ui::FileQuestion &question)
{
    return openFiles(question).value(0);
}
QStringList ScriptedAsk::openFiles(const ui::FileQuestion &question)
{
    return take(Kind::Open, question.title).toStringList();
}
QString ScriptedAsk::saveFile(const ui::FileQuestion &question)
{
    return take(Kind::Save, question.title).toString();
}
QString ScriptedAsk::chooseFolder(const QString &title)
{
    return take(Kind::Folder, title).toString();
}

void typeChinese(QWidget *target, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(target, &event);
}

void preedit(QWidget *target, const QString &text)
{
    QInputMethodEvent event(text, {});
    QApplication::sendEvent(target, &event);
}

QStringList unnamedControls(QWidget *root)
{
    QStringList unnamed;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets.prepend(root);
    for (QWidget *widget : widgets) {
        const bool control = (widget->focusPolicy() & Qt::TabFocus) != 0 || qobject_cast<QAbstractButton *>(widget);
        // A proxy passes the focus on; the parts of Qt's own views have no voice of their own.
        if (!control || !widget->isVisibleTo(root) || widget->focusProxy() != nullptr ||
            widget->window() != root->window() || widget->objectName().startsWith(u"qt_") ||
            widget->inherits("QTableCornerButton")) {
            continue;
        }
        QAccessibleInterface *voice = QAccessible::queryAccessibleInterface(widget);
        if (voice == nullptr || voice->text(QAccessible::Name).trimmed().isEmpty()) {
            QString path = QString::fromLatin1(widget->metaObject()->className());
            for (QWidget *up = widget->parentWidget(); up != nullptr; up = up->parentWidget()) {
                path.prepend(QLatin1StringView(up->metaObject()->className()) + u'/');
            }
            unnamed.append(path + u" \"" + widget->objectName() + u'"');
        }
    }
    return unnamed;
}

void savePicture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("GRIDBOOK_PICTURES");
    if (folder.isEmpty()) {
        return;
    }
    QDir().mkpath(folder);
    const QString path = folder + u'/' + name + u".png";
    if (!widget->grab().save(path)) {
        QTest::qFail(qPrintable(u"cannot write " + path), __FILE__, __LINE__);
    }
}

} // namespace gridbook::testing
