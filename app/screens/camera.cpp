#include "app/screens/camera.h"
#include <QApplication>
#include <QEventLoop>
#include <QPainter>
#include <QThreadPool>
#include <QTimer>

namespace gridbook::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 500; // for what a page reads in the background

} // namespace

void settle()
{
    for (const int pause : {settleMs, 0}) {
        QEventLoop loop;
        QTimer::singleShot(pause, &loop, &QEventLoop::quit);
        loop.exec();
        QThreadPool::globalInstance()->waitForDone(); // a slow machine shows whole pages, too
    }
}

Done Camera::shoot(QWidget &widget, const QString &name)
{
    settle();
    return keep(widget.grab().toImage(), name);
}

Done Camera::shootDialog(QWidget &window, const std::function<void()> &opens, const QString &name)
{
    QImage image;
    QTimer timer;
    timer.setInterval(settleMs);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&image] {
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            image = image.isNull() ? dialog->grab().toImage() : image;
            dialog->close();
        }
    });
    timer.start();
    opens();
    settle();
    settle();
    return image.isNull() ? shoot(window, name) : keep(image, name);
}

Done Camera::shootWithPopups(QWidget &window, const QList<QWidget *> &popups, const QString &name)
{
    settle();
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QWidget *popup : popups) {
        if (popup->isVisible()) {
            painter.drawPixmap(window.mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
        }
    }
    painter.end();
    return keep(picture.toImage(), name);
}

Done Camera::keep(const QImage &image, const QString &name)
{
    const QString path = u"%1/%2-%3-%4.png"_qs.arg(m_folder)
                             .arg(++m_number, 3, 10, QLatin1Char('0'))
                             .arg(QString(name).replace(u':', u'-'), m_suffix);
    return image.save(path) ? Done() : Error{ErrorKind::Io, u"cannot write "_qs + path, {}};
}

} // namespace gridbook::app
