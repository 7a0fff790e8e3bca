#pragma once
// Sealing of personal data in the book: XChaCha20-Poly1305 per field (libsodium). A sealed value is
//   version (1 byte) · key epoch (1 byte) · nonce (24 bytes) · padded text · tag (16 bytes)
// and its associated data is table|column|row uuid, so that a value cannot be moved to another row. A blind index
// (keyed BLAKE2b-128) gives uniqueness and exact match without showing the value or letting anybody test guesses.
#include "core/base/result.h"
#include <QByteArray>
#include <QString>

namespace gridbook {

class Sealer
{
public:
    explicit Sealer(QByteArray dataKey);                                             // 32 bytes
    [[nodiscard]] QByteArray seal(const QString &plain, const QString &place) const; // null for an empty text
    Result<QString> open(const QByteArray &sealed, const QString &place) const; // Damaged if it does not belong there
    [[nodiscard]] QByteArray blindIndex(const QString &normalised, const QString &kind) const;
    // Whole small files (drafts): the same construction without padding.
    [[nodiscard]] QByteArray sealBytes(const QByteArray &plain, const QString &place) const;
    Result<QByteArray> openBytes(const QByteArray &sealed, const QString &place) const;

    static QByteArray randomKey();
    static QByteArray hash(const QByteArray &bytes);                      // BLAKE2b-256, for the journal's chain
    static QByteArray hash(std::initializer_list<QByteArrayView> pieces); // of the pieces one behind the other

private:
    QByteArray m_fieldKey;
    QByteArray m_indexKey;
};

} // namespace gridbook
