#include "core/text/pinyin.h"
#include "core/text/normalise.h"
#include "core/text/pinyintable.h"
#include <QHash>
#include <vector>

namespace gridbook::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCombinations = 16;

struct Surname
{
    QStringView characters;
    QStringView reading;
};

// Surnames whose reading is not the customary one of the character, or that are worth pinning down.
constexpr Surname surnames[] = {
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
        for (const Surname &surname : surnames) {
            m_surnames.insert(surname.characters.toString(), surname.reading.toString().split(u' '));
        }
    }
    [[nodiscard]] const QStringList &of(char32_t c) const
    {
        return m_sets[c >= firstCommon && c <= lastCommon ? m_common[c - firstCommon] : m_rare.value(c, 0)];
    }
    [[nodiscard]] QStringList surname(const QString &characters) const { return m_surnames.value(characters); }

private:
    static constexpr char32_t firstCommon = 0x3400;
    static constexpr char32_t lastCommon = 0x9fff;
    std::vector<quint16> m_common; // number of the set of readings, 0 = none
    QHash<char32_t, quint16> m_rare;
    std::vector<QStringList> m_sets;
    QHash<QString, QStringList> m_surnames;
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

// Puts the reading of the surname first; the others stay, for people look for 单 under d as well.
void readSurname(QList<Piece> *pieces)
{
    for (const qsizetype length : {qsizetype(2), qsizetype(1)}) {
        if (pieces->size() <= length) { // something must be left as the given name: 单于 of two characters is Shan Yu
            continue;
        }
        QString characters;
        for (qsizetype i = 0; i < length; ++i) {
            characters += pieces->at(i).written;
        }
        const QStringList reading = readings().surname(characters);
        if (reading.isEmpty()) {
            continue;
        }
        for (qsizetype i = 0; i < length; ++i) {
            QStringList &all = (*pieces)[i].readings;
            all.removeAll(reading[i]);
            all.prepend(reading[i]);
        }
        return;
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
    NameKey key = keyOf(piecesOf(text));
    key.sortKey = sortKeyOf(piecesOf(naturalKey(text)));
    return key;
}

QStringList readingsOf(char32_t character)
{
    return readings().of(character);
}

} // namespace gridbook::text
