#pragma once
// Settings: how it looks, who works here, protection of the book, backups. Changes take effect at once.
#include <QWidget>

class QVBoxLayout;

namespace gridbook {
class Settings;
struct BackupFile;
} // namespace gridbook

namespace gridbook::ui {

class Workbench;

class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(Workbench &workbench, Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void bookWanted(const QString &path); // another book is to be opened

private:
    QWidget *lookCard();
    QWidget *protectionCard();
    QWidget *backupCard();
    QWidget *workerCard();
    QWidget *rulesCard();
    void applyLook();
    void protect();
    void handOver(const QString &recoveryKey);
    void unprotect();
    bool knowsPassphrase();
    void openCopy(const BackupFile &backup);
    void refreshProtection();
    void refreshBackups();

    Workbench &m_workbench;
    Settings &m_settings;
    class QLabel *m_protection = nullptr;
    class QPushButton *m_protect = nullptr;
    class QPushButton *m_unprotect = nullptr;
    QVBoxLayout *m_backups = nullptr;
};

} // namespace gridbook::ui
