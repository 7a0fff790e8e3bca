#include "app/console.h"
#include <cstdio>
#include <memory>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace gridbook::app {

namespace {

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Console::Console()
{
#ifdef Q_OS_WIN
    SetConsoleOutputCP(CP_UTF8);
#endif
}

void Console::out(const QString &text) const
{
    write(stdout, text.endsWith(u'\n') || text.isEmpty() ? text : QString(text + u'\n'));
}

void Console::err(const QString &text) const
{
    write(stderr, text.endsWith(u'\n') || text.isEmpty() ? text : QString(text + u'\n'));
}

Progress Console::progress() const
{
    struct Told
    {
        QString what;
        qint64 tenth = -1;
    };
    return {[console = *this, told = std::make_shared<Told>()](qint64 done, qint64 total, const QString &what) {
        const qint64 tenth = total > 0 ? done * 10 / total : 0;
        if (what != told->what || tenth != told->tenth) {
            *told = {what, tenth};
            console.err(total > 0 ? QStringLiteral("%1% %2").arg(done * 100 / total, 3).arg(what) : what);
        }
        return true;
    }};
}

} // namespace gridbook::app
