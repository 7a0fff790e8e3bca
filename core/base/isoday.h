#pragma once
// A day as the book stores it and as statements bind it: 2026-09-30; empty for none.
#include <QDate>
#include <QString>

namespace gridbook {

inline QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace gridbook
