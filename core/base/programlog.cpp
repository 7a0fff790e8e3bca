#include "core/base/programlog.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSysInfo>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef __GLIBC__
#include <execinfo.h>
#endif

namespace gridbook {

namespace {

// Handlers of the system get no word of ours along, so what they need lies here; it is made once and never goes.
struct Log
{
    QFile file;
    QMutex mutex;
    QtMessageHandler before = nullptr;
#ifdef Q_OS_WIN
    HANDLE crash = INVALID_HANDLE_VALUE;
#else
    int crash = -1; // opened beforehand: nothing can be trusted any more when it is needed
#endif
};

Log *s_log = nullptr;

void write(const char *kind, const QString &text)
{
    const QString line = QStringLiteral("%1 [%2] %3: %4\n")
                             .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
                             .arg(QCoreApplication::applicationPid())
                             .arg(QLatin1String(kind), text);
    const QMutexLocker locker(&s_log->mutex);
    s_log->file.write(line.toUtf8());
    s_log->file.flush();
}

void messageHandler(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    switch (type) {
    case QtWarningMsg:
        write("warning", text);
        break;
    case QtCriticalMsg:
        write("error", text);
        break;
    case QtFatalMsg:
        write("fatal", text);
        break;
    case QtDebugMsg:
    case QtInfoMsg:
        break;
    }
    s_log->before(type, context, text);
}

// From here on only what may be called in a program that is broken: no allocation, no Qt.
void tell(const char *text)
{
#ifdef Q_OS_WIN
    DWORD written = 0;
    WriteFile(s_log->crash, text, DWORD(strlen(text)), &written, nullptr);
#else
    [[maybe_unused]] const auto written = ::write(s_log->crash, text, strlen(text));
#endif
}

#ifdef Q_OS_WIN
void tellPlace(void *address)
{
    char line[MAX_PATH + 64];
    char name[MAX_PATH] = "?";
    HMODULE module = nullptr;
    if (GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                           static_cast<const char *>(address), &module) != 0) {
        GetModuleFileNameA(module, name, MAX_PATH - 1);
    }
    const char *file = strrchr(name, '\\') != nullptr ? strrchr(name, '\\') + 1 : name;
    const auto offset =
        static_cast<unsigned long long>(static_cast<char *>(address) - reinterpret_cast<char *>(module));
    std::snprintf(line, sizeof line, "    %s+0x%llx\r\n", file, offset);
    tell(line);
}

void tellStack()
{
    void *places[48];
    const USHORT count = CaptureStackBackTrace(0, 48, places, nullptr);
    for (USHORT i = 0; i < count && places[i] != nullptr; ++i) {
        tellPlace(places[i]);
    }
}

LONG WINAPI onException(EXCEPTION_POINTERS *exception)
{
    char line[64];
    std::snprintf(line, sizeof line, "crash: exception 0x%08lx at\r\n", exception->ExceptionRecord->ExceptionCode);
    tell(line);
    tellPlace(exception->ExceptionRecord->ExceptionAddress);
    tell("called from\r\n");
    tellStack();
    return EXCEPTION_CONTINUE_SEARCH; // Windows' own report comes after ours
}

void onAbort(int)
{
    tell("crash: aborted\r\ncalled from\r\n");
    tellStack();
}

void watch(const QString &file)
{
    const std::wstring name = QDir::toNativeSeparators(file).toStdWString();
    s_log->crash = CreateFileW(name.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                               nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    ULONG reserve = 64 * 1024; // a stack that overflowed has room left for us
    SetThreadStackGuarantee(&reserve);
    SetUnhandledExceptionFilter(onException);
    std::signal(SIGABRT, onAbort);
}
#else
void onSignal(int number)
{
    switch (number) {
    case SIGSEGV:
        tell("crash: SIGSEGV, memory that is not ours; called from\n");
        break;
    case SIGABRT:
        tell("crash: SIGABRT, given up; called from\n");
        break;
    default:
        tell("crash: SIGBUS, SIGILL or SIGFPE; called from\n");
    }
#ifdef __GLIBC__
    void *places[48];
    backtrace_symbols_fd(places, backtrace(places, 48), s_log->crash);
#endif
    std::raise(number); // the handler is gone after one time: the system's own report comes after ours
}

void watch(const QString &file)
{
    s_log->crash = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
#ifdef __GLIBC__
    void *first[1];
    backtrace(first, 1);         // loads its library, which cannot be done in the handler
#endif
    static char room[64 * 1024]; // a stack that overflowed has no room left
    stack_t stack{};
    stack.ss_sp = room;
    stack.ss_size = sizeof room;
    sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = int(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        sigaction(number, &action, nullptr);
    }
}
#endif

} // namespace

void keepProgramLog(const QString &file)
{
    constexpr qint64 most = 512 * 1024;
    if (s_log != nullptr || !QDir().mkpath(QFileInfo(file).absolutePath())) {
        return;
    }
    if (QFileInfo(file).size() > most) { // another window that still writes into it keeps it for now
        QFile::remove(file + QStringLiteral(".old"));
        QFile::rename(file, file + QStringLiteral(".old"));
    }
    auto log = std::make_unique<Log>();
    log->file.setFileName(file);
    if (!log->file.open(QIODevice::Append | QIODevice::Text)) { // line ends as the crash handler writes them
        return;
    }
    s_log = log.release();
    write("start",
          QStringLiteral("%1 %2, Qt %3, %4 %5")
              .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                   QLatin1String(qVersion()), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()));
    s_log->before = qInstallMessageHandler(messageHandler);
    watch(file);
}

} // namespace gridbook
