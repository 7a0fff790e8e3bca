#include "core/access/sealer.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <sodium.h>

namespace gridbook {

namespace {

constexpr char formatVersion = 1;
constexpr char keyEpoch = 0;
constexpr qsizetype headSize = 2;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype padBlock = 16; // hides the exact length of a phone or an ID number

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// Random bytes for many nonces at a time: an import seals half a million entries, and would ask the system for each. A
// nonce is no secret; it must only never come twice, so every thread has a stock of its own.
void takeNonce(unsigned char *nonce)
{
    constexpr size_t stock = 128;
    static thread_local std::array<unsigned char, stock * size_t(nonceSize)> bytes;
    static thread_local size_t used = stock;
    if (used == stock) {
        randombytes_buf(bytes.data(), bytes.size());
        used = 0;
    }
    std::copy_n(bytes.data() + used * size_t(nonceSize), nonceSize, nonce);
    ++used;
}

QByteArray subkey(const QByteArray &dataKey, quint64 number)
{
    QByteArray key(crypto_kdf_KEYBYTES, Qt::Uninitialized);
    crypto_kdf_derive_from_key(raw(key), size_t(key.size()), number, "gridbook", raw(dataKey));
    return key;
}

} // namespace

Sealer::Sealer(QByteArray dataKey)
{
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    m_fieldKey = subkey(dataKey, 1);
    m_indexKey = subkey(dataKey, 2);
    sodium_memzero(dataKey.data(), size_t(dataKey.size()));
}

QByteArray Sealer::seal(const QString &plain, const QString &place) const
{
    if (plain.isEmpty()) {
        return {};
    }
    QByteArray text = plain.toUtf8();
    text.append('\x01'); // the end of the text; zeros fill the block
    text.append((padBlock - text.size() % padBlock) % padBlock, '\0');
    return sealBytes(text, place);
}

Result<QString> Sealer::open(const QByteArray &sealed, const QString &place) const
{
    if (sealed.isEmpty()) {
        return QString();
    }
    GRIDBOOK_ASSIGN(QByteArray text, openBytes(sealed, place));
    text.truncate(qMax<qsizetype>(0, text.lastIndexOf('\x01')));
    return QString::fromUtf8(text);
}

QByteArray Sealer::sealBytes(const QByteArray &plain, const QString &place) const
{
    const QByteArray associated = place.toUtf8();
    QByteArray sealed(headSize + nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    sealed[0] = formatVersion;
    sealed[1] = keyEpoch;
    unsigned char *const nonce = raw(sealed) + headSize;
    takeNonce(nonce);
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + nonceSize, &length, raw(plain), static_cast<unsigned long long>(plain.size()), raw(associated),
        static_cast<unsigned long long>(associated.size()), nullptr, nonce, raw(m_fieldKey));
    return sealed;
}

Result<QByteArray> Sealer::openBytes(const QByteArray &sealed, const QString &place) const
{
    const auto damaged = [&place] {
        return Error{ErrorKind::Damaged,
                     QCoreApplication::translate("Sealer", "A protected entry cannot be read: it was changed outside "
                                                           "this program or belongs to another book. Restore it from a "
                                                           "backup."),
                     place};
    };
    if (sealed.size() < headSize + nonceSize + tagSize || sealed.at(0) != formatVersion || sealed.at(1) != keyEpoch) {
        return damaged();
    }
    const QByteArray associated = place.toUtf8();
    QByteArray plain(sealed.size() - headSize - nonceSize - tagSize, Qt::Uninitialized);
    const unsigned char *const nonce = raw(sealed) + headSize;
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(plain), &length, nullptr, nonce + nonceSize,
            static_cast<unsigned long long>(sealed.size() - headSize - nonceSize), raw(associated),
            static_cast<unsigned long long>(associated.size()), nonce, raw(m_fieldKey)) != 0) {
        return damaged();
    }
    return plain;
}

QByteArray Sealer::blindIndex(const QString &normalised, const QString &kind) const
{
    if (normalised.isEmpty()) {
        return {};
    }
    const QByteArray text = kind.toUtf8() + '\0' + normalised.toUtf8();
    QByteArray index(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(raw(index), size_t(index.size()), raw(text), static_cast<unsigned long long>(text.size()),
                       raw(m_indexKey), size_t(m_indexKey.size()));
    return index;
}

QByteArray Sealer::randomKey()
{
    if (sodium_init() < 0) {
        qFatal("libsodium cannot start");
    }
    QByteArray key(crypto_kdf_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(key.data(), size_t(key.size()));
    return key;
}

QByteArray Sealer::hash(const QByteArray &bytes)
{
    return hash(std::initializer_list<QByteArrayView>{bytes}); // braces alone would mean this function again
}

QByteArray Sealer::hash(std::initializer_list<QByteArrayView> pieces)
{
    QByteArray digest(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, size_t(digest.size()));
    for (const QByteArrayView piece : pieces) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(piece.data()),
                                  static_cast<unsigned long long>(piece.size()));
    }
    crypto_generichash_final(&state, raw(digest), size_t(digest.size()));
    return digest;
}

} // namespace gridbook
