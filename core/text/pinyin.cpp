#include "core/text/pinyin.h"
#include "core/text/normalise.h"
#include "core/text/pinyintable.h"
#include <QHash>
#include <vector>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCombinations = 16;

struct Reading
{
    QStringView characters;
    QStringView reading;
};

// Surnames whose reading is not the customary one of the character, or that are worth pinning down.
constexpr Reading surnames[] = {
    {u"单", u"shan"},        {u"解", u"xie"},          {u"仇", u"qiu"},       {u"曾", u"zeng"},
    {u"区", u"ou"},          {u"查", u"zha"},          {u"翟", u"zhai"},      {u"朴", u"piao"},
    {u"缪", u"miao"},        {u"员", u"yun"},          {u"盖", u"ge"},        {u"召", u"shao"},
    {u"任", u"ren"},         {u"华", u"hua"},          {u"冼", u"xian"},      {u"洗", u"xian"},
    {u"种", u"chong"},       {u"佴", u"nai"},          {u"薄", u"bo"},        {u"尉", u"wei"},
    {u"乐", u"yue"},         {u"秘", u"bi"},           {u"繁", u"po"},        {u"折", u"she"},
    {u"黑", u"he"},          {u"覃", u"qin"},          {u"车", u"che"},       {u"贾", u"jia"},
    {u"句", u"gou"},         {u"祭", u"zhai"},         {u"郗", u"xi"},        {u"郇", u"xun"},
    {u"瞿", u"qu"},          {u"应", u"ying"},         {u"沈", u"shen"},      {u"宿", u"su"},
    {u"藏", u"zang"},        {u"相", u"xiang"},        {u"都", u"du"},        {u"令", u"ling"},
    {u"哈", u"ha"},          {u"撒", u"sa"},           {u"隗", u"wei"},       {u"乜", u"nie"},
    {u"郄", u"qie"},         {u"谌", u"chen"},         {u"葛", u"ge"},        {u"盛", u"sheng"},
    {u"宁", u"ning"},        {u"柏", u"bai"},          {u"费", u"fei"},       {u"贲", u"ben"},
    {u"炅", u"gui"},         {u"炔", u"gui"},          {u"过", u"guo"},       {u"那", u"na"},
    {u"能", u"nai"},         {u"粘", u"nian"},         {u"呙", u"guo"},       {u"阙", u"que"},
    {u"台", u"tai"},         {u"叶", u"ye"},           {u"晁", u"chao"},      {u"莘", u"shen"},
    {u"厍", u"she"},         {u"殷", u"yin"},          {u"於", u"yu"},        {u"角", u"jue"},
    {u"蔚", u"yu"},          {u"牟", u"mou"},          {u"卜", u"bu"},        {u"石", u"shi"},
    {u"褚", u"chu"},         {u"冯", u"feng"},         {u"俞", u"yu"},        {u"余", u"yu"},
    {u"强", u"qiang"},       {u"曲", u"qu"},           {u"尹", u"yin"},       {u"干", u"gan"},
    {u"幺", u"yao"},         {u"仉", u"zhang"},        {u"訾", u"zi"},        {u"眭", u"sui"},
    {u"逄", u"pang"},        {u"妫", u"gui"},          {u"宓", u"mi"},        {u"钭", u"tou"},
    {u"亓", u"qi"},          {u"纪", u"ji"},           {u"祝", u"zhu"},       {u"柴", u"chai"},
    {u"禚", u"zhuo"},        {u"睢", u"sui"},          {u"逯", u"lu"},        {u"阚", u"kan"},
    {u"臧", u"zang"},        {u"危", u"wei"},          {u"尉迟", u"yu chi"},  {u"万俟", u"mo qi"},
    {u"单于", u"chan yu"},   {u"长孙", u"zhang sun"},  {u"澹台", u"tan tai"}, {u"鲜于", u"xian yu"},
    {u"令狐", u"ling hu"},   {u"皇甫", u"huang fu"},   {u"闾丘", u"lv qiu"},  {u"亓官", u"qi guan"},
    {u"乐正", u"yue zheng"}, {u"子车", u"zi ju"},      {u"拓跋", u"tuo ba"},  {u"诸葛", u"zhu ge"},
    {u"欧阳", u"ou yang"},   {u"上官", u"shang guan"}, {u"司徒", u"si tu"},   {u"司马", u"si ma"},
    {u"夏侯", u"xia hou"},   {u"宇文", u"yu wen"},     {u"慕容", u"mu rong"}, {u"钟离", u"zhong li"},
    {u"申屠", u"shen tu"},   {u"公冶", u"gong ye"},    {u"濮阳", u"pu yang"}, {u"淳于", u"chun yu"},
    {u"轩辕", u"xuan yuan"}, {u"赫连", u"he lian"},    {u"呼延", u"hu yan"},  {u"端木", u"duan mu"},
    {u"百里", u"bai li"},    {u"南宫", u"nan gong"},   {u"独孤", u"du gu"},   {u"谷梁", u"gu liang"},
    {u"宰父", u"zai fu"},    {u"漆雕", u"qi diao"},    {u"夹谷", u"jia gu"},  {u"第五", u"di wu"},
};

// Words of places, offices and shops in which a character reads otherwise than by itself: 长 is zhang in 网格长 and
// chang in 长江. Not for names of people.
constexpr qsizetype longestWord = 3;
// clang-format off
constexpr Reading words[] = {
    {u"蚌埠", u"beng bu"}, {u"泌阳", u"bi yang"}, {u"长安", u"chang an"}, {u"长白", u"chang bai"},
    {u"长城", u"chang cheng"}, {u"长春", u"chang chun"}, {u"长堤", u"chang di"}, {u"长丰", u"chang feng"},
    {u"长风", u"chang feng"}, {u"长葛", u"chang ge"}, {u"长河", u"chang he"}, {u"长虹", u"chang hong"},
    {u"长湖", u"chang hu"}, {u"长江", u"chang jiang"}, {u"长街", u"chang jie"}, {u"长廊", u"chang lang"},
    {u"长乐", u"chang le"}, {u"长岭", u"chang ling"}, {u"长宁", u"chang ning"}, {u"长平", u"chang ping"},
    {u"长坡", u"chang po"}, {u"长桥", u"chang qiao"}, {u"长青", u"chang qing"}, {u"长庆", u"chang qing"},
    {u"长清", u"chang qing"}, {u"长沙", u"chang sha"}, {u"长山", u"chang shan"}, {u"长胜", u"chang sheng"},
    {u"长盛", u"chang sheng"}, {u"长寿", u"chang shou"}, {u"长顺", u"chang shun"}, {u"长泰", u"chang tai"},
    {u"长汀", u"chang ting"}, {u"长途", u"chang tu"}, {u"长武", u"chang wu"}, {u"长巷", u"chang xiang"},
    {u"长辛店", u"chang xin dian"}, {u"长兴", u"chang xing"}, {u"长堰", u"chang yan"}, {u"长阳", u"chang yang"},
    {u"长征", u"chang zheng"}, {u"长治", u"chang zhi"}, {u"长株潭", u"chang zhu tan"}, {u"车行", u"che hang"},
    {u"重复", u"chong fu"}, {u"重建", u"chong jian"}, {u"重庆", u"chong qing"}, {u"重新", u"chong xin"},
    {u"重阳", u"chong yang"}, {u"重组", u"chong zu"}, {u"大夫", u"dai fu"}, {u"地", u"di"}, {u"东阿", u"dong e"},
    {u"都", u"du"}, {u"分行", u"fen hang"}, {u"佛", u"fo"}, {u"工行", u"gong hang"}, {u"行情", u"hang qing"},
    {u"行业", u"hang ye"}, {u"洪洞", u"hong tong"}, {u"黄陂", u"huang pi"}, {u"黄埔", u"huang pu"},
    {u"给水", u"ji shui"}, {u"建行", u"jian hang"}, {u"空调", u"kong tiao"}, {u"会计", u"kuai ji"},
    {u"会稽", u"kuai ji"}, {u"乐亭", u"lao ting"}, {u"六安", u"lu an"}, {u"农行", u"nong hang"}, {u"番禺", u"pan yu"},
    {u"犍为", u"qian wei"}, {u"单县", u"shan xian"}, {u"商行", u"shang hang"}, {u"什邡", u"shi fang"},
    {u"调处", u"tiao chu"}, {u"调解", u"tiao jie"}, {u"调整", u"tiao zheng"}, {u"吴堡", u"wu bu"},
    {u"西藏", u"xi zang"}, {u"厦门", u"xia men"}, {u"解州", u"xie zhou"}, {u"莘庄", u"xin zhuang"},
    {u"浒墅关", u"xu shu guan"}, {u"洋行", u"yang hang"}, {u"银行", u"yin hang"}, {u"音乐", u"yin yue"},
    {u"蔚县", u"yu xian"}, {u"乐器", u"yue qi"}, {u"支行", u"zhi hang"}, {u"中行", u"zhong hang"},
    {u"中牟", u"zhong mu"}, {u"自给", u"zi ji"}, {u"枞阳", u"zong yang"},
};
// clang-format on

// The table made ready for look-up; read-only after it was built.
class Readings
{
public:
    Readings() : m_common(lastCommon - firstCommon + 1, 0)
    {
        m_sets.resize(size_t(pinyinRowCount) + 1);
        for (int row = 0; row < pinyinRowCount; ++row) {
            const auto set = quint16(row + 1);
            m_sets[set] = pinyinRows[row].syllables.toString().split(u' ');
            for (const char32_t c : pinyinRows[row].characters.toUcs4()) {
                if (c >= firstCommon && c <= lastCommon) {
                    m_common[c - firstCommon] = set;
                } else {
                    m_rare.insert(c, set);
                }
            }
        }
        for (const Reading &surname : surnames) {
            m_surnames.insert(surname.characters.toString(), surname.reading.toString().split(u' '));
        }
        for (const Reading &word : words) {
            m_words.insert(word.characters.toString(), word.reading.toString().split(u' '));
        }
    }
    [[nodiscard]] const QStringList &of(char32_t c) const
    {
        return m_sets[c >= firstCommon && c <= lastCommon ? m_common[c - firstCommon] : m_rare.value(c, 0)];
    }
    [[nodiscard]] QStringList surname(const QString &characters) const { return m_surnames.value(characters); }
    [[nodiscard]] QStringList word(const QString &characters) const { return m_words.value(characters); }

private:
    static constexpr char32_t firstCommon = 0x3400;
    static constexpr char32_t lastCommon = 0x9fff;
    std::vector<quint16> m_common; // number of the set of readings, 0 = none
    QHash<char32_t, quint16> m_rare;
    std::vector<QStringList> m_sets;
    QHash<QString, QStringList> m_surnames;
    QHash<QString, QStringList> m_words;
};

const Readings &readings()
{
    static const Readings table;
    return table;
}

// One character with its readings, or one word of other letters.
struct Piece
{
    QString written;
    QStringList readings; // empty: it stands for itself
    [[nodiscard]] const QString &first() const { return readings.isEmpty() ? written : readings.first(); }
};

QList<Piece> piecesOf(QStringView text)
{
    QList<Piece> pieces;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty()) {
            pieces += Piece{word, {}};
            word.clear();
        }
    };
    for (const char32_t raw : text.toUcs4()) {
        const char32_t c = raw >= 0xff01 && raw <= 0xff5e ? raw - 0xfee0 : raw;
        if (const QStringList &all = readings().of(c); !all.isEmpty()) {
            endWord();
            pieces += Piece{QString::fromUcs4(&c, 1), all};
        } else if (QChar::isLetterOrNumber(c) || QChar::isMark(c) || isHan(c)) {
            const char32_t lower = QChar::toLower(c);
            word += QString::fromUcs4(&lower, 1);
            if (isHan(c)) {
                endWord();
            }
        } else {
            endWord();
        }
    }
    endWord();
    return pieces;
}

QString writtenOf(const QList<Piece> &pieces, qsizetype from, qsizetype length)
{
    QString characters;
    for (qsizetype i = from; i < from + length; ++i) {
        characters += pieces.at(i).written;
    }
    return characters;
}

// These readings come first; the others stay, for people look for 单 under d as well.
void prefer(QList<Piece> *pieces, qsizetype from, const QStringList &readings)
{
    for (qsizetype i = 0; i < readings.size(); ++i) {
        QStringList &all = (*pieces)[from + i].readings;
        all.removeAll(readings.at(i));
        all.prepend(readings.at(i));
    }
}

void readSurname(QList<Piece> *pieces)
{
    for (const qsizetype length : {qsizetype(2), qsizetype(1)}) {
        if (pieces->size() <= length) { // something must be left as the given name: 单于 of two characters is Shan Yu
            continue;
        }
        const QStringList reading = readings().surname(writtenOf(*pieces, 0, length));
        if (!reading.isEmpty()) {
            prefer(pieces, 0, reading);
            return;
        }
    }
}

// The longest word at each place.
void readWords(QList<Piece> *pieces)
{
    for (qsizetype at = 0; at < pieces->size(); ++at) {
        for (qsizetype length = qMin(longestWord, pieces->size() - at); length > 0; --length) {
            const QStringList reading = readings().word(writtenOf(*pieces, at, length));
            if (!reading.isEmpty()) {
                prefer(pieces, at, reading);
                at += length - 1;
                break;
            }
        }
    }
}

// Every combination of readings, the first readings first, up to the limit.
void combine(const QList<Piece> &pieces, NameKey *key)
{
    struct Variant
    {
        QString pinyin;
        QString initials;
    };
    QList<Variant> variants{{}};
    for (const Piece &piece : pieces) {
        const QStringList own{piece.written};
        const QStringList &choices = piece.readings.isEmpty() ? own : piece.readings;
        QList<Variant> next;
        next.reserve(qMin<qsizetype>(mostCombinations, variants.size() * choices.size()));
        for (const QString &choice : choices) {
            for (const Variant &variant : std::as_const(variants)) {
                if (next.size() < mostCombinations) {
                    // A word of digits keeps them all: 3号楼 is found as 3hl and 12号 as 12h.
                    const QString initial =
                        choice[0].isDigit() ? choice : choice.left(choice[0].isHighSurrogate() ? 2 : 1);
                    next += Variant{variant.pinyin + choice, variant.initials + initial};
                }
            }
        }
        variants = std::move(next);
    }
    for (const Variant &variant : std::as_const(variants)) {
        key->pinyins += variant.pinyin;
        if (!key->allInitials.contains(variant.initials)) {
            key->allInitials += variant.initials;
        }
    }
    key->initials = variants.first().initials;
}

QString sortKeyOf(const QList<Piece> &pieces)
{
    QString sortKey;
    for (const Piece &piece : pieces) {
        sortKey += piece.first();
        sortKey += u' ';
        if (!piece.readings.isEmpty()) {
            sortKey += piece.written;
            sortKey += u' ';
        }
    }
    sortKey.chop(1);
    return sortKey;
}

NameKey keyOf(const QList<Piece> &pieces)
{
    NameKey key;
    if (pieces.isEmpty()) {
        return key;
    }
    for (const Piece &piece : pieces) {
        key.pinyin += piece.first();
        key.pinyin += u' ';
    }
    key.pinyin.chop(1);
    key.sortKey = sortKeyOf(pieces);
    combine(pieces, &key);
    return key;
}

} // namespace

NameKey nameKey(QStringView name)
{
    QList<Piece> pieces = piecesOf(name);
    readSurname(&pieces);
    return keyOf(pieces);
}

NameKey textKey(QStringView text)
{
    QList<Piece> pieces = piecesOf(text);
    readWords(&pieces);
    NameKey key = keyOf(pieces);
    QList<Piece> natural = piecesOf(naturalKey(text));
    readWords(&natural);
    key.sortKey = sortKeyOf(natural);
    return key;
}

QStringList readingsOf(char32_t character)
{
    return readings().of(character);
}

} // namespace gridbook::text
