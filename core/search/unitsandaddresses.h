#pragma once
// Where people work and live, for the search. Units repeat, so each is kept once; addresses lie one behind the other;
// both as they are written. In memory only, as all that is searched: in the file an address is sealed.
#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <functional>
#include <vector>

namespace gridbook {

class UnitsAndAddresses
{
public:
    // Of the next entry; empty: none. Neither has a line break.
    void add(const QByteArray &unit, const QByteArray &address);
    void finish(); // nothing more is added: what only that needed is given back

    [[nodiscard]] QByteArrayView unit(size_t entry) const;    // empty: none
    [[nodiscard]] QByteArrayView address(size_t entry) const; // empty: none
    // The entries whose unit has the word, then those whose address has it (an entry may come twice), as long as take
    // returns true.
    void find(const QByteArray &word, const std::function<bool(size_t entry)> &take) const;
    // How often a word stands in a piece of the text, to tell rare words from others.
    [[nodiscard]] qsizetype count(const QByteArray &word, qsizetype piece) const;

private:
    // Lines that are ended by \n, and where each begins.
    struct Lines
    {
        QByteArray text;
        std::vector<quint32> start;
        void add(const QByteArray &line);
        [[nodiscard]] qsizetype end(size_t number) const; // its \n
        [[nodiscard]] QByteArrayView line(size_t number) const;
        // The lines that have the word, as long as take returns true. False: it did not to the end.
        bool find(const QByteArray &word, const std::function<bool(size_t number)> &take) const;
    };

    Lines m_units;
    std::vector<quint32> m_unitOf; // of each entry: the number of its unit and one more; 0: none
    QHash<QByteArray, quint32> m_numbers;
    Lines m_addresses;
    std::vector<quint32> m_entryOf; // of each address, ascending
};

} // namespace gridbook
