#pragma once
// The hourglass, while something that may take a second runs in the window's thread (opening a book, making a key of a
// passphrase).
#include <QGuiApplication>

namespace gridbook::ui {

class BusyCursor
{
public:
    BusyCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~BusyCursor() { QGuiApplication::restoreOverrideCursor(); }
    BusyCursor(const BusyCursor &) = delete;
    BusyCursor &operator=(const BusyCursor &) = delete;
};

} // namespace gridbook::ui
