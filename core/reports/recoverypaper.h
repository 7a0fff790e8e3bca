#pragma once
// The paper for the safe: the recovery key of a book, printed once when a passphrase is set. Whoever holds it can open
// the book without the passphrase, so it says how to keep it.
#include "core/reports/document.h"

namespace gridbook {

// book: its name; key: in groups, as the keyring gives it; day: when the passphrase was set.
Document recoveryPaper(const QString &book, const QString &key, QDate day);

} // namespace gridbook
