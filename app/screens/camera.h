#pragma once
// Takes the pictures of gridbook --screens: pages as they stand in the window, dialogs over it, and what drops.
#include "core/base/result.h"
#include <QWidget>
#include <functional>

namespace gridbook::app {

// Until the page shows what it reads in the background.
void settle();

class Camera
{
public:
    // The pictures are called FOLDER/number-name-suffix.png.
    Camera(QString folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) {}

    Done shoot(QWidget &widget, const QString &name);
    // What opens shows a dialog, modal or not, which is shot and left; if it shows a page instead, that is shot.
    Done shootDialog(QWidget &window, const std::function<void()> &opens, const QString &name);
    // With what has dropped over the window, the later over the earlier.
    Done shootWithPopups(QWidget &window, const QList<QWidget *> &popups, const QString &name);
    Done keep(const QImage &image, const QString &name);

private:
    QString m_folder;
    QString m_suffix;
    int m_number = 0;
};

// The page in front, if it is of this kind; others lie behind it.
template <typename Page>
Page *pageInFront(const QWidget &window)
{
    const QList<Page *> pages = window.findChildren<Page *>();
    for (Page *page : pages) {
        if (page->isVisible()) {
            return page;
        }
    }
    return nullptr;
}

} // namespace gridbook::app
