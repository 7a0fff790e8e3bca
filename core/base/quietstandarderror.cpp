#include "core/base/quietstandarderror.h"
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h> // dup, dup2, close, fileno: the same names as elsewhere
#else
#include <unistd.h>
#endif

namespace gridbook {

namespace {

#ifdef Q_OS_WIN
constexpr const char *nullDevice = "NUL";
#else
constexpr const char *nullDevice = "/dev/null";
#endif

} // namespace

QuietStandardError::QuietStandardError()
{
    std::fflush(stderr);
    m_kept = dup(2);
    if (std::FILE *nowhere = m_kept < 0 ? nullptr : std::fopen(nullDevice, "w")) {
        dup2(fileno(nowhere), 2);
        std::fclose(nowhere);
    }
}

QuietStandardError::~QuietStandardError()
{
    if (m_kept >= 0) {
        std::fflush(stderr);
        dup2(m_kept, 2);
        close(m_kept);
    }
}

} // namespace gridbook
