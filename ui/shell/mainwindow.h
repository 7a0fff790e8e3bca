#pragma once
// The window of the program: the welcome page, or the desk with an open book.
#include <QMainWindow>
#include <QPointer>
#include <memory>

class QShortcut;
class QStackedWidget;

namespace gridbook {
class Book;
class Catalog;
class Settings;
struct BookSurroundings;
struct NewBook;
struct Session;
} // namespace gridbook

namespace gridbook::ui {

class Desk;
class HelpPanel;
class Tour;
class WelcomePage;
class WindowFrame;
struct UiContext;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(UiContext &context, Settings &settings, const Catalog &catalog, const Session &session,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    // Asks for the passphrase if one is set; what goes wrong is told in the window. True if the book is open.
    bool openBook(const QString &path);
    bool createBook(const NewBook &wanted);
    // Makes the demonstration book in the user's documents, or opens the one made before.
    bool openDemonstration();
    void closeBook();
    // Shows a book that is open already.
    void take(std::unique_ptr<Book> book);
    // Gives the open book away, if there is one, to be shown in another window; false if the user wants to stay.
    bool releaseBook(std::unique_ptr<Book> &into);
    [[nodiscard]] Desk *desk() const { return m_desk.get(); }
    [[nodiscard]] WindowFrame *frame() const { return m_frame; }
    [[nodiscard]] WelcomePage *welcome() const { return m_welcome; }
    [[nodiscard]] HelpPanel *help() const { return m_help; }
    [[nodiscard]] Tour *tour() const; // null: none

Q_SIGNALS:
    void languageChosen(const QString &language); // the composition root swaps the translators and rebuilds the window

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override; // a book opens, a spreadsheet is imported
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] BookSurroundings surroundings() const;
    void askForBook();
    void keepOnScreen(); // the place of the window was remembered from another screen or scale
    void addShortcuts();
    void placeHelp();
    void toggleHelp();
    void toggleKeys();
    void refreshHelp();
    void startTour();

    UiContext &m_context;
    Settings &m_settings;
    const Catalog &m_catalog;
    const Session &m_session;
    QStackedWidget *m_stack;
    QWidget *m_start; // the welcome page, with the help beside it
    WelcomePage *m_welcome;
    WindowFrame *m_frame;
    HelpPanel *m_help;
    QPointer<Tour> m_tour;
    QList<QShortcut *> m_deskKeys; // that work only with an open book
    bool m_helpShowsKeys = false;
    std::unique_ptr<Desk> m_desk;
};

} // namespace gridbook::ui
