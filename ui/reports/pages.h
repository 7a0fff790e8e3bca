#pragma once
// A paper after layout: pages with everything in its place, ready for any QPainter. Positions are layout units
// (kUnitsPerMm to a millimetre) from the sheet's top left corner; sizes of sheets and link regions are millimetres.
#include "ui/reports/fonts.h"
#include <QLineF>
#include <QRectF>

class QPainter;

namespace gridbook {

struct TextItem
{
    QPointF baseline = {};
    QString text = {};
    int font = 0;
    double spacing = 0;
    double width = 0;
    bool underline = false;
    bool strike = false;
    bool quarterTurn = false; // clockwise: page numbers of landscape annexes
};

struct RuleItem
{
    QLineF line = {};
    double width = 0;
    bool dashed = false;
};

struct ChartItem
{
    QRectF area = {};
    Chart chart = {};
    int font = 0;
};

struct LinkRegion
{
    QRectF area = {}; // mm on the sheet
    QString key = {};
    QString text = {}; // what is printed there
};

struct PageItems
{
    QList<TextItem> texts = {};
    QList<RuleItem> rules = {};
    QList<ChartItem> charts = {};
    QList<LinkRegion> links = {};

    void append(const PageItems &other, QPointF offset); // offset in layout units
};

struct Page
{
    PageSetup setup = {};
    PageItems items = {};
};

struct PagedDocument
{
    QString title = {};
    QList<QFont> fonts = {};
    QList<Page> pages = {};
    double screenDpi = 0; // of the primary screen; taken here, since other threads that paint must not ask for it
};

// Paints one page where one painter unit is one millimetre: the same for screen, PDF, printer and image.
void paintPage(QPainter &painter, const PagedDocument &document, int page);

} // namespace gridbook
