#pragma once
// Keeps the standard error of the process quiet for as long as it lives. libxlsxwriter prints its complaints there by
// itself, although it returns them too: a full disk or a folder that is not there is told in the words of this program,
// once.
#include <QtGlobal>

namespace gridbook {

class QuietStandardError
{
public:
    QuietStandardError();
    ~QuietStandardError();
    Q_DISABLE_COPY_MOVE(QuietStandardError)

private:
    int m_kept = -1; // a second descriptor of what the standard error was; -1: it could not be had, nothing is changed
};

} // namespace gridbook
