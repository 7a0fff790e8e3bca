#pragma once
// What tests with windows use: scripted answers, typing as an input method does, a walk over accessible names,
// pictures.
#include "tests/support/testing.h"
#include "ui/dialogs/ask.h"
#include <QList>
#include <QStringList>

class QWidget;

namespace gridbook::testing {

// Answers questions from a queue; a question that nobody expected fails the test, and so does an answer never used.
class ScriptedAsk final : public ui::Ask
{
public:
    using Ask::askReason;
    using Ask::askSecret;
    using Ask::confirm;
    using Ask::inform;
    using Ask::warn;
    ScriptedAsk() = default;
    ~ScriptedAsk() override;

    void willInform(const QString &contains = {}) { expect(Kind::Inform, contains, {}); }
    void willWarn(const QString &contains = {}) { expect(Kind::Warn, contains, {}); }
    void willConfirm(bool answer, const QString &contains = {}) { expect(Kind::Confirm, contains, answer); }
    void willChoose(std::optional<int> answer, const QString &contains = {});
    void willGiveReason(const std::optional<QString> &answer, const QString &contains = {});
    void willGiveText(const std::optional<QString> &answer, const QString &contains = {});
    void willGiveSecret(const std::optional<QString> &answer, const QString &contains = {});
    void willOpen(const QStringList &files) { expect(Kind::Open, {}, files); }
    void willSave(const QString &file) { expect(Kind::Save, {}, file); }
    void willChooseFolder(const QString &folder) { expect(Kind::Folder, {}, folder); }

    // Every text that was shown, in order; for checks of wording.
    [[nodiscard]] const QStringList &shown() const { return m_shown; }
    [[nodiscard]] bool allUsed() const { return m_answers.isEmpty(); }
    [[nodiscard]] int unexpected() const { return m_unexpected; }
    // For the tests of this class itself: unexpected questions are counted and do not fail the test.
    void onlyCount() { m_onlyCount = true; }

    void inform(const QString &text, const QString &detail) override;
    void warn(const QString &text, const QString &detail) override;
    bool confirm(const ui::Question &question) override;
    std::optional<int> choose(const ui::Choice &choice) override;
    std::optional<QString> askReason(const QString &title, const QString &label,
                                     const QStringList &suggestions) override;
    std::optional<QString> askText(const QString &title, const QString &label, const QString &start) override;
    std::optional<QString> askSecret(const QString &title, const QString &label, int least) override;
    QString openFile(const ui::FileQuestion &question) override;
    QStringList openFiles(const ui::FileQuestion &question) override;
    QString saveFile(const ui::FileQuestion &question) override;
    QString chooseFolder(const QString &title) override;

private:
    enum class Kind { Inform, Warn, Confirm, Choose, Reason, Text, Secret, Open, Save, Folder };
    struct Answer
    {
        Kind kind;
        QString contains;
        QVariant value; // invalid = the user went away
    };
    void expect(Kind kind, const QString &contains, const QVariant &value);
    QVariant take(Kind kind, const QString &text);
    void complain(const QString &what);

    QList<Answer> m_answers;
    QStringList m_shown;
    int m_unexpected = 0;
    bool m_onlyCount = false;
};

// Commits text as an input method does. QTest::keyClicks cannot type Chinese (it aborts on it).
void typeChinese(QWidget *target, const QString &text);
// Shows a text that the input method has not committed yet.
void preedit(QWidget *target, const QString &text);

// Focusable controls below root (and root itself) without an accessible name, label or text: one line for each.
QStringList unnamedControls(QWidget *root);

// Saves a picture of the widget below the folder named by GRIDBOOK_PICTURES; does nothing if that is not set.
void savePicture(QWidget *widget, const QString &name);

} // namespace gridbook::testing
