#pragma once
// Every question to the user and every choice of a file goes through Ask, so that a test can answer and none is
// forgotten. It is passed by reference; the real one is DesktopAsk, tests use ScriptedAsk (tests/support/uitesting.h).
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace gridbook::ui {

struct Question
{
    QString text;           // one sentence that ends in a question mark
    QString detail;         // what follows from each answer; may be empty
    QString yes;            // the verb of what will happen ("Void 3 rows"), never "Yes"
    QString no;             // empty: "Cancel"
    bool dangerous = false; // then "no" is the answer of the Return key
};

struct Choice
{
    QString text;
    QString detail;
    QStringList options; // verbs; the first is the likeliest and the answer of the Return key
    QString no{};        // of who goes away; empty: "Cancel"
};

struct FileQuestion
{
    QString title;
    QStringList filters; // "Spreadsheets (*.xlsx *.xls)"; the first is chosen at the start
    QString suggestion;  // a file name or a whole path
    QString purpose;     // the folder is remembered per purpose while the program runs ("import", "export")
};

class Ask
{
public:
    Ask() = default;
    virtual ~Ask() = default;
    Ask(const Ask &) = delete;
    Ask &operator=(const Ask &) = delete;

    virtual void inform(const QString &text, const QString &detail) = 0;
    virtual void warn(const QString &text, const QString &detail) = 0;
    [[nodiscard]] virtual bool confirm(const Question &question) = 0;
    // The index of the chosen option, or nothing if the user went away.
    [[nodiscard]] virtual std::optional<int> choose(const Choice &choice) = 0;
    // A reason that will stand in the history; never blank. suggestions: what is usually written here.
    [[nodiscard]] virtual std::optional<QString> askReason(const QString &title, const QString &label,
                                                           const QStringList &suggestions) = 0;
    // One line of text, for example the name of a saved filter; never blank.
    [[nodiscard]] virtual std::optional<QString> askText(const QString &title, const QString &label,
                                                         const QString &start) = 0;
    // A passphrase, hidden while it is typed. least 0: the one that is set; else a new one, which cannot be entered
    // shorter than that, is asked for twice, and must be the same both times.
    [[nodiscard]] virtual std::optional<QString> askSecret(const QString &title, const QString &label, int least) = 0;
    // Empty answers mean that the user went away.
    [[nodiscard]] virtual QString openFile(const FileQuestion &question) = 0;
    [[nodiscard]] virtual QStringList openFiles(const FileQuestion &question) = 0;
    [[nodiscard]] virtual QString saveFile(const FileQuestion &question) = 0;
    [[nodiscard]] virtual QString chooseFolder(const QString &title) = 0;

    void inform(const QString &text) { inform(text, QString()); }
    void warn(const QString &text) { warn(text, QString()); }
    [[nodiscard]] bool confirm(const QString &text, const QString &yes, const QString &no = {})
    {
        return confirm(Question{text, {}, yes, no, false});
    }
    [[nodiscard]] std::optional<QString> askSecret(const QString &title, const QString &label)
    {
        return askSecret(title, label, 0);
    }
    [[nodiscard]] std::optional<QString> askReason(const QString &title, const QString &label)
    {
        return askReason(title, label, QStringList());
    }
};

class DesktopAsk final : public Ask
{
public:
    using Ask::askReason;
    using Ask::askSecret;
    using Ask::confirm;
    using Ask::inform;
    using Ask::warn;
    void inform(const QString &text, const QString &detail) override;
    void warn(const QString &text, const QString &detail) override;
    [[nodiscard]] bool confirm(const Question &question) override;
    [[nodiscard]] std::optional<int> choose(const Choice &choice) override;
    [[nodiscard]] std::optional<QString> askReason(const QString &title, const QString &label,
                                                   const QStringList &suggestions) override;
    [[nodiscard]] std::optional<QString> askSecret(const QString &title, const QString &label, int least) override;
    [[nodiscard]] std::optional<QString> askText(const QString &title, const QString &label,
                                                 const QString &start) override;
    [[nodiscard]] QString openFile(const FileQuestion &question) override;
    [[nodiscard]] QStringList openFiles(const FileQuestion &question) override;
    [[nodiscard]] QString saveFile(const FileQuestion &question) override;
    [[nodiscard]] QString chooseFolder(const QString &title) override;

private:
    [[nodiscard]] QString startFolder(const FileQuestion &question) const;
    void remember(const FileQuestion &question, const QString &path);

    QHash<QString, QString> m_folders; // by purpose
};

} // namespace gridbook::ui
