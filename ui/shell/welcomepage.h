#pragma once
// First start: make a book, open one, look at the demonstration. No account ceremony.
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace gridbook {
class Settings;
struct NewBook;
} // namespace gridbook

namespace gridbook::ui {

struct UiContext;
class Editor;
class FieldRow;

class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(UiContext &context, const Settings &settings, QWidget *parent = nullptr);
    void refresh();     // the recent books again
    void showNewBook(); // opens the form for a new book

Q_SIGNALS:
    void openWanted(const QString &path); // empty: ask which
    void createWanted(const gridbook::NewBook &book);
    void demonstrationWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeNewBookForm();
    void create();

    UiContext &m_context;
    const Settings &m_settings;
    QVBoxLayout *m_recent = nullptr;
    QPushButton *m_make = nullptr;
    QWidget *m_form = nullptr;
    FieldRow *m_name = nullptr;
    FieldRow *m_code = nullptr;
    FieldRow *m_preset = nullptr;
};

} // namespace gridbook::ui
