#pragma once
// What every test uses: a check that prints the error of a Result, a temporary folder, a fixed clock.
#include "core/base/clock.h"
#include "core/base/result.h"
#include <QTest>

// Fails the test with the error's own words.
#define QVERIFY_RESULT(expression)                                                                                     \
    do {                                                                                                               \
        const auto &checkedResult = (expression);                                                                      \
        if (!checkedResult) {                                                                                          \
            const QString text = checkedResult.error().message + u" / " + checkedResult.error().detail;                \
            QFAIL(qPrintable(text));                                                                                   \
        }                                                                                                              \
    } while (false)

namespace gridbook::testing {
// 2026-09-30 16:00, the last afternoon of a quarter.
FixedClock quarterEnd();
// A file of the source tree, for example sourceFile(u"tests/golden/figures.txt").
QString sourceFile(QStringView relative);
// Compares text with a golden file; with GRIDBOOK_WRITE_GOLDEN=1 in the environment it writes the file instead.
bool matchesGolden(const QString &text, QStringView relative, QString *difference);
} // namespace gridbook::testing
