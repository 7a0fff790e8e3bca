#include "core/access/keyring.h"
#include <QCoreApplication>
#include <sodium.h>

namespace gridbook {

namespace {

const QString wrongPassphrase = QStringLiteral("passphrase");    // the detail by which the error is known
constexpr int recoveryBytes = 20;                                // 160 bits: 32 base32 letters in 8 groups
const char base32Letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // without I, O, 0, 1

struct Slot
{
    QString kind;
    QByteArray salt;
    qint64 ops = 0;
    qint64 memory = 0;
    QByteArray wrapped;
};

QString base32(const QByteArray &bytes)
{
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        for (bits += 8; bits >= 5; bits -= 5) {
            text += QLatin1Char(base32Letters[(buffer >> (bits - 5)) & 31]);
            if (text.size() % 5 == 4) {
                text += u'-';
            }
        }
    }
    return text.endsWith(u'-') ? text.chopped(1) : text;
}

// What was typed from paper: case and dashes do not matter.
QByteArray recoverySecret(const QString &typed)
{
    QString letters;
    for (const QChar c : typed.toUpper()) {
        if (c.isLetterOrNumber()) {
            letters += c;
        }
    }
    return letters.toUtf8();
}

Result<QByteArray> stretch(const QString &kind, const QString &secret, const Slot &slot)
{
    QByteArray key(crypto_kdf_KEYBYTES, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(key.data());
    const auto *salt = reinterpret_cast<const unsigned char *>(slot.salt.constData());
    if (kind == u"recovery") { // 160 random bits need no stretching
        const QByteArray bytes = recoverySecret(secret);
        crypto_generichash(out, size_t(key.size()), reinterpret_cast<const unsigned char *>(bytes.constData()),
                           static_cast<unsigned long long>(bytes.size()), salt, size_t(slot.salt.size()));
        return key;
    }
    const QByteArray bytes = secret.normalized(QString::NormalizationForm_C).toUtf8();
    if (crypto_pwhash(out, static_cast<unsigned long long>(key.size()), bytes.constData(),
                      static_cast<unsigned long long>(bytes.size()), salt, static_cast<unsigned long long>(slot.ops),
                      size_t(slot.memory), crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate(
                "Keyring",
                "There is not enough free memory to check the passphrase. Close other programs and try again."),
            {}};
    }
    return key;
}

Result<QList<Slot>> readSlots(Database &database)
{
    GRIDBOOK_ASSIGN(Statement statement,
                    Statement::prepare(
                        database, QStringLiteral("SELECT kind, salt, ops, memory, wrapped FROM key_slot ORDER BY id")));
    GRIDBOOK_TRY(statement.run());
    QList<Slot> keySlots;
    while (statement.next()) {
        keySlots.append(
            {statement.text(0), statement.bytes(1), statement.integer(2), statement.integer(3), statement.bytes(4)});
    }
    GRIDBOOK_TRY(statement.status());
    return keySlots;
}

Done addSlot(Database &database, const Slot &slot)
{
    return database.execute(
        QStringLiteral("INSERT INTO key_slot (kind, salt, ops, memory, wrapped) VALUES (?, ?, ?, ?, ?)"),
        {slot.kind, slot.salt, slot.ops, slot.memory, slot.wrapped});
}

Result<Slot> wrap(const QString &kind, const QString &secret, const QByteArray &dataKey)
{
    Slot slot;
    slot.kind = kind;
    slot.salt = QByteArray(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(slot.salt.data(), size_t(slot.salt.size()));
    slot.ops = 3;
    slot.memory = 256LL * 1024 * 1024;
    GRIDBOOK_ASSIGN(const QByteArray key, stretch(kind, secret, slot));
    slot.wrapped = Sealer(key).sealBytes(dataKey, QStringLiteral("key_slot|") + kind);
    return slot;
}

} // namespace

Result<QByteArray> Keyring::create(Database &database)
{
    const QByteArray dataKey = Sealer::randomKey();
    GRIDBOOK_TRY(unprotect(database, dataKey));
    return dataKey;
}

Result<bool> Keyring::needsPassphrase(Database &database)
{
    GRIDBOOK_ASSIGN(const QList<Slot> keySlots, readSlots(database));
    return std::none_of(keySlots.begin(), keySlots.end(), [](const Slot &slot) { return slot.kind == u"open"; });
}

Result<QByteArray> Keyring::unlock(Database &database, const QString &passphrase)
{
    GRIDBOOK_ASSIGN(const QList<Slot> keySlots, readSlots(database));
    for (const Slot &slot : keySlots) {
        if (slot.kind == u"open") {
            return slot.wrapped;
        }
        if (passphrase.isEmpty()) {
            continue;
        }
        GRIDBOOK_ASSIGN(const QByteArray key, stretch(slot.kind, passphrase, slot));
        if (auto dataKey = Sealer(key).openBytes(slot.wrapped, QStringLiteral("key_slot|") + slot.kind)) {
            return dataKey;
        }
    }
    return Error{ErrorKind::Refused,
                 QCoreApplication::translate("Keyring", "The passphrase is not right. Check the keyboard layout and "
                                                        "Caps Lock, or use the recovery key from the safe."),
                 wrongPassphrase};
}

bool Keyring::isWrongPassphrase(const Error &error)
{
    return error.kind == ErrorKind::Refused && error.detail == wrongPassphrase;
}

Result<Keyring::Protection> Keyring::protect(Database &database, const QByteArray &dataKey, const QString &passphrase)
{
    QByteArray random(recoveryBytes, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    const QString recovery = base32(random);
    GRIDBOOK_ASSIGN(const Slot first, wrap(QStringLiteral("passphrase"), passphrase, dataKey));
    GRIDBOOK_ASSIGN(const Slot second, wrap(QStringLiteral("recovery"), recovery, dataKey));
    GRIDBOOK_ASSIGN(auto transaction, Transaction::begin(database, Transaction::Kind::Write));
    GRIDBOOK_TRY(database.execute(QStringLiteral("DELETE FROM key_slot")));
    GRIDBOOK_TRY(addSlot(database, first));
    GRIDBOOK_TRY(addSlot(database, second));
    GRIDBOOK_TRY(transaction->commit());
    GRIDBOOK_TRY(database.checkpoint()); // no page of the old open slot stays in the log
    return Protection{recovery};
}

Done Keyring::unprotect(Database &database, const QByteArray &dataKey)
{
    GRIDBOOK_ASSIGN(auto transaction, Transaction::begin(database, Transaction::Kind::Write));
    GRIDBOOK_TRY(database.execute(QStringLiteral("DELETE FROM key_slot")));
    GRIDBOOK_TRY(addSlot(database, {QStringLiteral("open"), {}, 0, 0, dataKey}));
    return transaction->commit();
}

} // namespace gridbook
