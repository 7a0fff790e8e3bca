#pragma once
// Numbers are written with a comma between thousands and a point before decimals, in both languages and on every
// system, as in the community's papers. (The C locale would leave the commas out.)
#include <QLocale>

namespace gridbook::ui {

[[nodiscard]] inline QLocale numberLocale()
{
    return QLocale(QLocale::Chinese, QLocale::China);
}

} // namespace gridbook::ui
