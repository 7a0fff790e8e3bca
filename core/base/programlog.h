#pragma once
// The diary of the program, a text file that an office can send to whoever helps it: each start with its versions,
// every warning, and where the program was when it crashed. It grows to half a megabyte, then a new one begins and one
// old one is kept. Nothing of a book is written here but the names of files that could not be read.
#include <QString>

namespace gridbook {

// From now on, until the program ends; called once, by main(). Warnings still go to the standard error as well. Without
// the right to write there the program works on without a diary.
void keepProgramLog(const QString &file);

} // namespace gridbook
