#include "ui/reports/pdftext.h"
#include <QString>

namespace gridbook {

namespace {

// The supplement of radicals (U+2E80) has no decompositions; of those that are whole characters, after
// EquivalentUnifiedIdeograph.txt of Unicode.
constexpr char16_t supplement[][2] = {
    {0x2E84, u'乙'}, {0x2E88, u'刀'}, {0x2E8C, u'小'}, {0x2E8D, u'小'}, {0x2E92, u'巳'}, {0x2E93, u'幺'},
    {0x2E9C, u'日'}, {0x2E9D, u'月'}, {0x2E9F, u'母'}, {0x2EA0, u'民'}, {0x2EA7, u'牛'}, {0x2EA9, u'王'},
    {0x2EAC, u'示'}, {0x2EAE, u'竹'}, {0x2EB6, u'羊'}, {0x2EC1, u'虎'}, {0x2EC4, u'西'}, {0x2EC5, u'见'},
    {0x2EC6, u'角'}, {0x2EC7, u'角'}, {0x2EC9, u'贝'}, {0x2ECA, u'足'}, {0x2ECB, u'车'}, {0x2ED1, u'長'},
    {0x2ED3, u'长'}, {0x2ED4, u'门'}, {0x2ED7, u'雨'}, {0x2ED8, u'青'}, {0x2ED9, u'韦'}, {0x2EDA, u'页'},
    {0x2EDB, u'风'}, {0x2EDC, u'飞'}, {0x2EDD, u'食'}, {0x2EE1, u'首'}, {0x2EE2, u'马'}, {0x2EE3, u'骨'},
    {0x2EE4, u'鬼'}, {0x2EE5, u'鱼'}, {0x2EE6, u'鸟'}, {0x2EE7, u'卤'}, {0x2EE8, u'麦'}, {0x2EE9, u'黄'},
    {0x2EEA, u'黾'}, {0x2EEC, u'齐'}, {0x2EEE, u'齿'}, {0x2EF0, u'龙'}, {0x2EF3, u'龟'}};

char16_t common(char16_t character)
{
    if (character == u'\t') {
        return u' ';
    }
    if (character >= 0x2F00 && character <= 0x2FD5) {
        const QString plain = QString(QChar(character)).normalized(QString::NormalizationForm_KC);
        const char16_t unified = plain.size() == 1 ? plain.front().unicode() : character;
        return unified == u'戶' ? u'户' : unified; // the papers are written in simplified characters
    }
    for (const auto &[radical, plain] : supplement) {
        if (radical == character) {
            return plain;
        }
    }
    return character;
}

} // namespace

void nameCommonCharacters(QByteArray &pdf)
{
    const QByteArray begin = QByteArrayLiteral("beginbfrange");
    const QByteArray end = QByteArrayLiteral("endbfrange");
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + begin.size())) {
        const qsizetype last = pdf.indexOf(end, at);
        // "<0001> <0050> [<57CE> <5173> …]": codes of glyphs stand outside of the brackets, characters within.
        bool within = false;
        for (qsizetype i = at; i < last; ++i) {
            if (pdf.at(i) == '[' || pdf.at(i) == ']') {
                within = pdf.at(i) == '[';
            } else if (within && pdf.at(i) == '<' && i + 5 < last && pdf.at(i + 5) == '>') {
                bool ok = false;
                const auto character = char16_t(pdf.sliced(i + 1, 4).toUShort(&ok, 16));
                const char16_t plain = ok ? common(character) : character;
                if (plain != character) {
                    pdf.replace(i + 1, 4, QByteArray::number(plain, 16).rightJustified(4, '0').toUpper());
                }
            }
        }
        at = qMax(at, last);
    }
}

} // namespace gridbook
