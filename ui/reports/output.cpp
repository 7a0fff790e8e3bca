#include "ui/reports/output.h"
#include "ui/reports/pdftext.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

namespace gridbook {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PaperOutput)
};

QPageLayout layoutOf(const PageSetup &setup)
{
    QPageSize::PageSizeId size = QPageSize::A4;
    if (setup.paper == Paper::A3) {
        size = QPageSize::A3;
    } else if (setup.paper == Paper::A5) {
        size = QPageSize::A5;
    }
    const bool landscape = setup.orientation == Orientation::Landscape;
    QPageLayout layout(QPageSize(size), landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

// Device: QPdfWriter or QPrinter; both take a page layout before each new page.
template <typename Device>
Done paintPages(Device &device, const PagedDocument &document, int first, int last, const Progress &progress)
{
    device.setPageLayout(layoutOf(document.pages.at(first).setup));
    QPainter painter;
    if (!painter.begin(&device)) {
        return Error{ErrorKind::Io,
                     Texts::tr("The pages could not be written. Check the printer or the folder and try again."),
                     {}};
    }
    for (int page = first; page <= last; ++page) {
        const QString what = Texts::tr("Page %1").arg(page + 1);
        if (!progress.goesOn(page - first, last - first + 1, what)) {
            painter.end();
            return Error{ErrorKind::Cancelled, Texts::tr("Stopped."), {}};
        }
        if (page > first) {
            device.setPageLayout(layoutOf(document.pages.at(page).setup));
            if (!device.newPage()) {
                painter.end();
                return Error{ErrorKind::Io, Texts::tr("The printer did not take the next page."), what};
            }
        }
        painter.save();
        painter.scale(device.logicalDpiX() / 25.4, device.logicalDpiY() / 25.4);
        paintPage(painter, document, page);
        painter.restore();
    }
    if (!painter.end()) {
        return Error{ErrorKind::Io,
                     Texts::tr("The pages could not be written. Check the printer or the folder and try again."),
                     {}};
    }
    return {};
}

Error noPages()
{
    return {ErrorKind::Invalid, Texts::tr("This paper has no pages."), {}};
}

} // namespace

Done writePdf(const PagedDocument &document, const QString &path, const Progress &progress)
{
    if (document.pages.isEmpty()) {
        return noPages();
    }
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{ErrorKind::Io,
                     Texts::tr("“%1” could not be written. Choose another folder or close the file in other programs.")
                         .arg(path),
                     file.errorString()};
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    QBuffer pages;
    if (!pages.open(QIODevice::WriteOnly)) {
        return failed();
    }
    {
        QPdfWriter writer(&pages);
        writer.setResolution(1200);
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Gridbook " GRIDBOOK_VERSION));
        const int last = static_cast<int>(document.pages.size()) - 1;
        if (Done done = paintPages(writer, document, 0, last, progress); !done) {
            file.cancelWriting();
            return done;
        }
    }
    QByteArray pdf = pages.data();
    nameCommonCharacters(pdf);
    if (file.write(pdf) != pdf.size() || !file.commit()) {
        return failed();
    }
    return {};
}

Done printTo(QPrinter &printer, const PagedDocument &document, const Progress &progress)
{
    if (document.pages.isEmpty()) {
        return noPages();
    }
    const int count = static_cast<int>(document.pages.size());
    const int first = printer.fromPage() > 0 ? qMin(printer.fromPage(), count) - 1 : 0;
    const int last = printer.toPage() > 0 ? qMin(printer.toPage(), count) - 1 : count - 1;
    printer.setDocName(document.title);
    printer.setFullPage(true);
    return paintPages(printer, document, first, qMax(first, last), progress);
}

Result<bool> askAndPrint(QWidget *parent, const QString &name, const PagedDocument &document)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(name);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted) {
        return false;
    }
    GRIDBOOK_TRY(printTo(printer, document));
    return true;
}

QImage pageImage(const PagedDocument &document, int page, double pixelsPerMm)
{
    if (page < 0 || page >= document.pages.size()) {
        return {};
    }
    const QSizeF size = document.pages.at(page).setup.size() * pixelsPerMm;
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    paintPage(painter, document, page);
    return image;
}

} // namespace gridbook
