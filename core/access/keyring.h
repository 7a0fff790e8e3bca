#pragma once
// The key slots of a book. One random data key seals everything; each slot wraps that key: an open slot (as long as the
// office has set no passphrase), a passphrase (Argon2id) and a recovery key to print and lock away. Setting or changing
// a passphrase rewraps slots only; the rows stay as they are.
#include "core/access/sealer.h"
#include "core/storage/database.h"

namespace gridbook {

class Keyring
{
public:
    // For a new book: makes a data key and an open slot.
    static Result<QByteArray> create(Database &database);
    static Result<bool> needsPassphrase(Database &database);
    // Opens with the open slot if passphrase is empty, else with a passphrase or a recovery key.
    static Result<QByteArray> unlock(Database &database, const QString &passphrase);
    // Of an error of unlock(), or of opening a book: it may be tried again with another passphrase.
    [[nodiscard]] static bool isWrongPassphrase(const Error &error);

    struct Protection
    {
        QString recoveryKey; // base32 in groups, shown once, for the safe
    };
    // Replaces all slots by a passphrase slot and a new recovery slot.
    static Result<Protection> protect(Database &database, const QByteArray &dataKey, const QString &passphrase);
    // Takes the passphrase away: an open slot again.
    static Done unprotect(Database &database, const QByteArray &dataKey);
};

} // namespace gridbook
