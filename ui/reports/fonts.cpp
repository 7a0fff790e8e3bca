#include "ui/reports/fonts.h"
#include "core/reports/documenttext.h"
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QSet>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {
constexpr Face kFaces[] = {Face::TitleSong, Face::FangSong, Face::Kai, Face::Hei, Face::Song};

// How many names at the head of the chain are the face itself.
int genuineNames(Face face)
{
    switch (face) {
    case Face::TitleSong:
        return 6;
    case Face::FangSong:
        return 5;
    case Face::Kai:
        return 5;
    case Face::Hei:
        return 4;
    case Face::Song:
        return 4;
    }
    return 0;
}
} // namespace

QStringList FontChoice::chain(Face face)
{
    const QStringList stand{u"SimSun"_qs,
                            u"宋体"_qs,
                            u"NSimSun"_qs,
                            u"STSong"_qs,
                            u"Noto Serif CJK SC"_qs,
                            u"Source Han Serif SC"_qs,
                            u"Source Han Serif CN"_qs};
    const QStringList sans{u"Microsoft YaHei"_qs, u"Noto Sans CJK SC"_qs, u"Source Han Sans SC"_qs,
                           u"WenQuanYi Micro Hei"_qs};
    switch (face) {
    case Face::TitleSong:
        return QStringList{u"方正小标宋简体"_qs, u"FZXiaoBiaoSong-B05S"_qs,
                           u"方正小标宋_GBK"_qs, u"FZXiaoBiaoSong-B05"_qs,
                           u"华文中宋"_qs,       u"STZhongsong"_qs} +
               stand + sans;
    case Face::FangSong:
        return QStringList{u"仿宋_GB2312"_qs, u"FangSong_GB2312"_qs, u"FangSong"_qs, u"仿宋"_qs, u"STFangsong"_qs} +
               stand + sans;
    case Face::Kai:
        return QStringList{u"楷体_GB2312"_qs, u"KaiTi_GB2312"_qs, u"KaiTi"_qs, u"楷体"_qs, u"STKaiti"_qs} + stand +
               sans;
    case Face::Hei:
        return QStringList{u"SimHei"_qs, u"黑体"_qs, u"STHeiti"_qs, u"Noto Sans CJK SC"_qs} + sans + stand;
    case Face::Song:
        return stand + sans;
    }
    return stand;
}

FontChoice::FontChoice(const QHash<Face, QString> &own)
{
    for (const Face face : kFaces) {
        QStringList names = chain(face);
        int genuine = genuineNames(face);
        if (own.contains(face)) {
            names.prepend(own.value(face));
            ++genuine;
        }
        QString found = names.last();
        bool isOwn = false;
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (QFontDatabase::hasFamily(names.at(i))) {
                found = names.at(i);
                isOwn = i < genuine;
                break;
            }
        }
        m_families.insert(face, found);
        m_genuine.insert(face, isOwn);
    }
}

QFont FontChoice::font(Face face, double points, bool bold) const
{
    QFont font(family(face));
    font.setPixelSize(qRound(points * kMmPerPoint * kUnitsPerMm));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    // 小标宋 is a heavy Song: where it is missing, bold Song comes nearest.
    font.setBold(bold || (face == Face::TitleSong && !isGenuine(face)));
    return font;
}

QString missingCharacters(const Document &document, const FontChoice &fonts)
{
    const QFontMetricsF metrics(fonts.font(Face::FangSong, 16));
    const QList<uint> characters = toText(document).toUcs4();
    QSet<uint> seen;
    QString missing;
    for (const uint c : characters) {
        if (c <= u' ' || seen.contains(c)) {
            continue;
        }
        seen.insert(c);
        if (!metrics.inFontUcs4(c)) {
            missing += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        }
    }
    return missing;
}

} // namespace gridbook
