#pragma once
// A small generator of numbers (SplitMix64) whose sequence is the same with every compiler and on every machine; the
// distributions of the standard library are not.
#include <QList>
#include <QtGlobal>
#include <numeric>

namespace gridbook::demo {

class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int count) { return int(((next() >> 32) * quint64(count)) >> 32); } // 0 … count − 1
    int between(int first, int last) { return first + below(last - first + 1); }  // both inclusive
    bool perMille(int share) { return below(1000) < share; }
    template <typename List>
    auto pick(const List &list)
    {
        return *(std::begin(list) + below(int(std::size(list))));
    }
    // The place of one of the weights, each as likely as it is heavy.
    template <typename List>
    int weighted(const List &weights)
    {
        int rest = below(std::accumulate(std::begin(weights), std::end(weights), 0));
        int at = 0;
        for (const int weight : weights) {
            if (rest < weight) {
                break;
            }
            rest -= weight;
            ++at;
        }
        return at;
    }

private:
    quint64 m_state;
};

// Parts that are proportional to the weights and sum to the total exactly.
inline QList<int> shares(int total, const QList<int> &weights)
{
    const qint64 all = std::accumulate(weights.cbegin(), weights.cend(), qint64(0));
    QList<int> parts;
    qint64 weight = 0;
    qint64 given = 0;
    for (const int each : weights) {
        weight += each;
        const qint64 upTo = (total * weight + all / 2) / all;
        parts.append(int(upTo - given));
        given = upTo;
    }
    return parts;
}

} // namespace gridbook::demo
