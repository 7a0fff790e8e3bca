#pragma once
// Preferences of this user on this machine, each declared once with its type and default. They lie in the user's
// profile, or beside the program if a file portable.ini stands there. Unknown keys of a newer version are kept.
#include <QSettings>
#include <QString>
#include <QVariant>
#include <memory>

namespace gridbook {

template <typename T>
struct Setting
{
    const char *key;
    T fallback;
};

namespace setting {
inline const Setting<QString> language{"ui/language", QStringLiteral("zh")}; // "zh" or "en"
inline const Setting<QString> theme{"ui/theme", QStringLiteral("light")};    // "light" or "dark"
inline const Setting<int> fontSize{"ui/fontSize", 10};                       // points, 9 to 14
inline const Setting<QStringList> recentBooks{"books/recent", {}};           // the last one first
inline const Setting<QString> backupFolder{"books/backupFolder", {}};        // empty: beside each book
inline const Setting<QString> userName{"user/name", {}};        // shown in the journal; empty: the system's
inline const Setting<QString> paperFont{"papers/bodyFont", {}}; // empty: the chain of GB/T 9704-2012
inline const Setting<QByteArray> windowGeometry{"ui/geometry", {}};
inline const Setting<bool> navigationFolded{"ui/navigationFolded", false};
inline const Setting<bool> tourSeen{"ui/tourSeen", false}; // gone through or skipped
} // namespace setting

class Settings
{
public:
    // file: for tests; empty: the user's profile, or portable.ini beside the program.
    explicit Settings(const QString &file = {});
    template <typename T>
    [[nodiscard]] T get(const Setting<T> &item) const
    {
        const QVariant value = m_store->value(QLatin1String(item.key));
        return value.isValid() ? value.value<T>() : item.fallback;
    }
    template <typename T>
    void set(const Setting<T> &item, const T &value)
    {
        m_store->setValue(QLatin1String(item.key), QVariant::fromValue(value));
    }
    // Free keys of pages: column layouts, splitter positions.
    [[nodiscard]] QVariant value(const QString &key) const { return m_store->value(key); }
    void setValue(const QString &key, const QVariant &value) { m_store->setValue(key, value); }
    void remove(const QString &key) { m_store->remove(key); }

    void rememberBook(const QString &path); // first of the recent ones, ten at most
    [[nodiscard]] bool isPortable() const { return m_portable; }
    [[nodiscard]] QString folder() const; // where they lie; the diary of the program lies there too

private:
    std::unique_ptr<QSettings> m_store;
    bool m_portable = false;
};

} // namespace gridbook
