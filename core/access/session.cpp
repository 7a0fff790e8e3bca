#include "core/access/session.h"
#include <QSysInfo>

namespace gridbook {

Session systemSession()
{
    QString user = qEnvironmentVariable("USERNAME"); // Windows
    if (user.isEmpty()) {
        user = qEnvironmentVariable("USER");
    }
    if (user.isEmpty()) {
        user = QStringLiteral("党建专干");
    }
    return {user, QSysInfo::machineHostName()};
}

} // namespace gridbook
