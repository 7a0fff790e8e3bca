#pragma once
// The desk: an open book in the frame of the window. It gives pages what they ask for (Workbench), keeps the way back,
// follows the as-of day, answers the search box and shows undo, backup and counts. It makes pages by their id through
// pages.h and knows none of them.
#include "core/search/searchindex.h"
#include "ui/shell/background.h"
#include "ui/shell/workbench.h"
#include <QPointer>

namespace gridbook {
class Settings;
}

namespace gridbook::ui {

class WindowFrame;
struct PickItem;

class Desk final : public Workbench
{
    Q_OBJECT
public:
    Desk(UiContext &context, Settings &settings, std::unique_ptr<Book> book, WindowFrame &frame, QObject *parent);
    ~Desk() override; // stops background work, takes the pages out of the frame, closes the book

    [[nodiscard]] UiContext &context() override { return m_context; }
    [[nodiscard]] Book &book() override { return *m_book; }
    [[nodiscard]] QDate asOf() const override { return m_asOf; }
    void openList(const Query &query, const QString &title) override;
    void openNumber(const ExplainedFigure &figure, const QString &title) override;
    void openRecord(const QString &registry, RowId id) override;
    void openRecordOf(const QString &registry, RowId id, const QList<RowId> &listed) override;
    void newRecord(const QString &registry, const QVariantMap &presets,
                   Afterwards afterwards = Afterwards::Stays) override;
    void openImport(const QString &registry, const QString &file) override;
    void openPage(const QString &page, const QVariantMap &arguments) override;
    void closePage(QWidget *page) override;
    [[nodiscard]] QString wayBack() const override;
    // As closePage() of the page in front; false if there is nowhere to go back to, or the user wants to stay.
    bool goBack();
    void tell(const QString &text) override;
    void note(const QString &text) override;
    void report(const Error &error) override;

    struct RowStatus
    {
        qint64 shown = 0;
        qint64 total = -1; // not known yet, or no table
        qint64 selected = 0;
        QString sums;
    };
    // What the status line says while the page is in front.
    void setRowStatus(QWidget *page, const RowStatus &status);
    // False if the page in front has unsaved changes and the user wants to stay.
    [[nodiscard]] bool mayLeave();
    void undo();
    void redo();
    void backUp();
    // When the desk goes, the book is not closed but given away.
    void leaveBookTo(std::unique_ptr<Book> *heir) { m_heir = heir; }
    void setAsOf(QDate day);
    [[nodiscard]] Settings &settings() { return m_settings; }

Q_SIGNALS:
    void languageChosen(const QString &language); // in the settings
    void bookFileWanted(const QString &path);     // a copy of a backup
    void bookWanted(const QString &what);         // "new", "open", "close": from the menu under the book's name

private:
    void fillNavigation();
    void fillBookMenu();
    void refreshCounts();
    void refreshUndo();
    void refreshBackup();
    void refreshSearch(const ChangeSet *changes);
    void search(const QString &words, const std::function<void(const QList<PickItem> &)> &answer);
    void goTo(const QVariant &hit);
    void showTransient(const QString &id, QWidget *page);
    void showAgain(const QString &id);
    [[nodiscard]] QString placeName(const QString &page) const;
    void connectFrame();
    void showRowStatus();

    UiContext &m_context;
    Settings &m_settings;
    WindowFrame &m_frame;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Book> *m_heir = nullptr;
    QDate m_asOf;
    QStringList m_way; // pages shown before the one in front, the last one last
    QString m_before;
    std::shared_ptr<const SearchIndex> m_index;
    CancelFlag m_cancel;
    quint64 m_indexRun = 0;
    int m_transientNumber = 0;
    QHash<QWidget *, RowStatus> m_status; // of pages with a table
};

} // namespace gridbook::ui
