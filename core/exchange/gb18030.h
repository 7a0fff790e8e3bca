#pragma once
// Decodes GB 18030 (which contains GBK and GB 2312), the encoding of most Chinese text tables. Own table, since Qt can
// do it only where ICU is: not on Windows.
#include <QByteArrayView>
#include <QString>
#include <optional>

namespace gridbook::exchange {

// nullopt if a byte sequence is not GB 18030; a file in another encoding seldom gets through.
[[nodiscard]] std::optional<QString> decodeGb18030(QByteArrayView bytes);
// Puts U+FFFD for what cannot be decoded: when the user insists.
[[nodiscard]] QString decodeGb18030Leniently(QByteArrayView bytes);

} // namespace gridbook::exchange
