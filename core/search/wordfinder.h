#pragma once
// Where a word stands in a long text. Compares the first, the middle and the last byte at all places of a block before
// it looks closer: compilers make vector instructions of it, which read the text nearly as fast as memory gives it.
#include <QByteArray>
#include <QByteArrayView>
#include <cstring>

namespace gridbook {

class WordFinder
{
public:
    explicit WordFinder(const QByteArray &word) : m_word(word) {}
    [[nodiscard]] qsizetype find(QByteArrayView text, qsizetype from) const
    {
        const qsizetype last = m_word.size() - 1;
        const qsizetype middle = last / 2;
        for (; from + block + last <= text.size(); from += block) {
            const char *const at = text.data() + from;
            unsigned any = 0;
            for (qsizetype i = 0; i < block; ++i) {
                any |= unsigned(at[i] == m_word.front()) & unsigned(at[i + middle] == m_word.at(middle)) &
                       unsigned(at[i + last] == m_word.back());
            }
            for (qsizetype i = 0; any != 0 && i < block; ++i) {
                if (at[i] == m_word.front() && std::memcmp(at + i, m_word.constData(), size_t(m_word.size())) == 0) {
                    return from + i;
                }
            }
        }
        return from < text.size() ? text.indexOf(m_word, from) : -1;
    }

private:
    static constexpr qsizetype block = 64;
    QByteArray m_word;
};

} // namespace gridbook
