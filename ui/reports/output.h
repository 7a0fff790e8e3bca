#pragma once
// Pages on their way out: a PDF file, a printer, a picture.
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/reports/pages.h"
#include <QImage>

class QPrinter;
class QWidget;

namespace gridbook {

// Writes beside the file first and puts it in place when it is whole. Errors: Io, Cancelled, Invalid for a paper
// without pages.
Done writePdf(const PagedDocument &document, const QString &path, const Progress &progress = {});
// Prints the printer's page range (all if it has none), each page on the paper it is made for.
Done printTo(QPrinter &printer, const PagedDocument &document, const Progress &progress = {});
// Asks for the printer and prints there. False: the user went away.
Result<bool> askAndPrint(QWidget *parent, const QString &name, const PagedDocument &document);
// A page as a picture, so many pixels to a millimetre.
QImage pageImage(const PagedDocument &document, int page, double pixelsPerMm);

} // namespace gridbook
