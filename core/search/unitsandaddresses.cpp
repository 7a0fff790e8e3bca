#include "core/search/unitsandaddresses.h"
#include "core/search/wordfinder.h"
#include <algorithm>

namespace gridbook {

void UnitsAndAddresses::Lines::add(const QByteArray &line)
{
    start.push_back(quint32(text.size()));
    text += line;
    text += '\n';
}

qsizetype UnitsAndAddresses::Lines::end(size_t number) const
{
    return (number + 1 < start.size() ? qsizetype(start[number + 1]) : text.size()) - 1;
}

QByteArrayView UnitsAndAddresses::Lines::line(size_t number) const
{
    return QByteArrayView(text).sliced(start[number], end(number) - start[number]);
}

bool UnitsAndAddresses::Lines::find(const QByteArray &word, const std::function<bool(size_t)> &take) const
{
    const WordFinder finder(word);
    for (qsizetype at = finder.find(text, 0); at >= 0;) {
        const auto number = size_t(std::upper_bound(start.begin(), start.end(), quint32(at)) - start.begin()) - 1;
        if (!take(number)) {
            return false;
        }
        at = finder.find(text, end(number));
    }
    return true;
}

void UnitsAndAddresses::add(const QByteArray &unit, const QByteArray &address)
{
    quint32 number = 0;
    if (!unit.isEmpty()) {
        quint32 &known = m_numbers[unit];
        if (known == 0) {
            m_units.add(unit);
            known = quint32(m_units.start.size());
        }
        number = known;
    }
    if (!address.isEmpty()) {
        m_addresses.add(address);
        m_entryOf.push_back(quint32(m_unitOf.size()));
    }
    m_unitOf.push_back(number);
}

void UnitsAndAddresses::finish()
{
    m_numbers = {};
    for (Lines *lines : {&m_units, &m_addresses}) {
        lines->text.squeeze();
        lines->start.shrink_to_fit();
    }
    m_unitOf.shrink_to_fit();
    m_entryOf.shrink_to_fit();
}

QByteArrayView UnitsAndAddresses::unit(size_t entry) const
{
    const quint32 number = m_unitOf[entry];
    return number == 0 ? QByteArrayView() : m_units.line(number - 1);
}

QByteArrayView UnitsAndAddresses::address(size_t entry) const
{
    const auto found = std::lower_bound(m_entryOf.begin(), m_entryOf.end(), quint32(entry));
    return found == m_entryOf.end() || *found != entry ? QByteArrayView()
                                                       : m_addresses.line(size_t(found - m_entryOf.begin()));
}

void UnitsAndAddresses::find(const QByteArray &word, const std::function<bool(size_t)> &take) const
{
    std::vector<char> has(m_units.start.size() + 1, 0);
    bool any = false;
    m_units.find(word, [&](size_t number) {
        has[number + 1] = 1;
        any = true;
        return true;
    });
    for (size_t entry = 0; any && entry < m_unitOf.size(); ++entry) {
        if (has[m_unitOf[entry]] != 0 && !take(entry)) {
            return;
        }
    }
    m_addresses.find(word, [&](size_t number) { return take(m_entryOf[number]); });
}

qsizetype UnitsAndAddresses::count(const QByteArray &word, qsizetype piece) const
{
    qsizetype count = 0;
    for (const Lines *lines : {&m_units, &m_addresses}) {
        count += QByteArrayView(lines->text).first(qMin(piece, lines->text.size())).count(word);
    }
    return count;
}

} // namespace gridbook
