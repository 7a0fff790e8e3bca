#include "core/exchange/gb18030.h"
#include <algorithm>
#include <iterator>

namespace gridbook::exchange {

namespace {

#include "core/exchange/gb18030table.inc"

static_assert(std::size(kTwoBytes) == 126 * 190 + 1);
constexpr quint32 kBasicPlaneCodes = 39420;  // linear four-byte codes of the basic plane
constexpr quint32 kOtherPlanesFrom = 189000; // 90308130, U+10000
constexpr quint32 kOtherPlanesCodes = 0x100000;

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<quint8>(bytes[at]) : quint8{0};
}

// One character that begins with a lead byte; returns the bytes taken, 0 if it is none.
int decodeOne(QByteArrayView bytes, qsizetype at, char32_t *character)
{
    const quint8 b1 = byteAt(bytes, at);
    const quint8 b2 = byteAt(bytes, at + 1);
    if (b1 < 0x81 || b1 > 0xFE) {
        return 0;
    }
    if (b2 >= 0x40 && b2 <= 0xFE && b2 != 0x7F) {
        *character = kTwoBytes[(b1 - 0x81) * 190 + b2 - (b2 > 0x7F ? 0x41 : 0x40)];
        return 2;
    }
    const quint8 b3 = byteAt(bytes, at + 2);
    const quint8 b4 = byteAt(bytes, at + 3);
    if (b2 < 0x30 || b2 > 0x39 || b3 < 0x81 || b3 > 0xFE || b4 < 0x30 || b4 > 0x39) {
        return 0;
    }
    const auto linear = static_cast<quint32>((((b1 - 0x81) * 10 + (b2 - 0x30)) * 126 + (b3 - 0x81)) * 10 + (b4 - 0x30));
    if (linear < kBasicPlaneCodes) {
        const auto *range = std::upper_bound(std::begin(kFourBytes), std::end(kFourBytes), linear,
                                             [](quint32 code, const FourByteRange &r) { return code < r.first; }) -
                            1;
        *character = range->character + (linear - range->first);
        return 4;
    }
    if (linear >= kOtherPlanesFrom && linear - kOtherPlanesFrom < kOtherPlanesCodes) {
        *character = 0x10000 + linear - kOtherPlanesFrom;
        return 4;
    }
    return 0;
}

bool decode(QByteArrayView bytes, bool strict, QString *text)
{
    text->reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const quint8 byte = byteAt(bytes, at);
        char32_t character = byte;
        int taken = 1;
        if (byte >= 0x80) {
            taken = decodeOne(bytes, at, &character);
            if (taken == 0) {
                if (strict) {
                    return false;
                }
                character = byte == 0x80 ? 0x20AC : 0xFFFD; // 80 is the euro sign of Windows code page 936
                taken = 1;
            }
        }
        if (QChar::requiresSurrogates(character)) {
            text->append(QChar(QChar::highSurrogate(character)));
            text->append(QChar(QChar::lowSurrogate(character)));
        } else {
            text->append(QChar(static_cast<char16_t>(character)));
        }
        at += taken;
    }
    return true;
}

} // namespace

std::optional<QString> decodeGb18030(QByteArrayView bytes)
{
    QString text;
    return decode(bytes, true, &text) ? std::optional<QString>(std::move(text)) : std::nullopt;
}

QString decodeGb18030Leniently(QByteArrayView bytes)
{
    QString text;
    decode(bytes, false, &text);
    return text;
}

} // namespace gridbook::exchange
