#pragma once
// Who works, at which machine. Passed by reference to whatever writes, shows or exports.
#include <QString>

namespace gridbook {

struct Session
{
    QString user;
    QString machine;
};

Session systemSession(); // the user and machine names of the operating system

} // namespace gridbook
