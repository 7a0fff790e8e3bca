#pragma once
// Code tables of the trade as data: what may stand in a field, how forms write it, and what it is called in English.
// Tables of a national standard keep its codes (GB/T 3304, GB/T 4658-2006, GB/T 4762, GB/T 2261); the others have a
// word. In a tree (posts, increase and decrease kinds) a code begins with the code of its parent, so that a sum over a
// branch is a search by prefix.
#include "core/base/term.h"
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridbook {

struct CodeItem
{
    QString code;
    Term term;
    QStringList synonyms; // other ways in which forms write it
    QStringList tags;     // what rules need to know: "functional", "terminal", …; listed beside the tables below
    [[nodiscard]] bool hasTag(QStringView tag) const { return tags.contains(tag); }
};

// What free text means in a code table.
struct CodeReading
{
    const CodeItem *item = nullptr; // null: it must be mapped by hand; never guessed
    QString remark;                 // what stands in brackets beside it and the item does not say: 保留
};

class CodeTable
{
public:
    QString id;
    Term term;
    QList<CodeItem> items;       // in the order of lists and reports
    QStringList plainRemarks;    // in brackets they say nothing against the item before them: 大专(函授)
    QStringList contraryRemarks; // words with which that item is not what is meant: 高中(在读)

    CodeTable() = default;
    CodeTable(QString tableId, Term tableTerm, QList<CodeItem> tableItems);

    [[nodiscard]] const CodeItem *byCode(QStringView code) const; // null: no such code
    // The item that free text means: its code, its term in either language or a synonym, regardless of width, case,
    // blanks and endings like 毕业 or 族. A remark in brackets belongs to the text (本科(肄业) is 本科肄业); where the
    // item is found only without it, it is handed back, unless it is plain.
    [[nodiscard]] CodeReading read(QStringView freeText) const;
    // The item, if the text says nothing beside it.
    [[nodiscard]] const CodeItem *match(QStringView freeText) const;
    // The Chinese term for papers and exports; the code itself if unknown, so that nothing is lost.
    [[nodiscard]] QString chinese(QStringView code) const;
    // Trees: the nearest item whose code is a proper prefix; null at the top. An item with no item under it is a leaf.
    [[nodiscard]] const CodeItem *parentOf(QStringView code) const;
    [[nodiscard]] bool isLeaf(QStringView code) const;

private:
    [[nodiscard]] const CodeItem *byText(const QString &dictionaryText) const;

    QHash<QString, qsizetype> m_byCode;
    QHash<QString, qsizetype> m_byText;
};

// Names of the tables, for CodeTables::find().
namespace codes {
inline constexpr QStringView sex = u"sex";                         // GB/T 2261.1
inline constexpr QStringView yesNo = u"yesNo";                     // 1, 0
inline constexpr QStringView ethnic = u"ethnic";                   // GB/T 3304; tag majority: 汉
inline constexpr QStringView education = u"education";             // GB/T 4658-2006
inline constexpr QStringView educationGroup = u"educationGroup";   // of the Party's annual tables
inline constexpr QStringView degree = u"degree";                   // GB/T 6864
inline constexpr QStringView politicalStatus = u"politicalStatus"; // GB/T 4762; tag party: 中共
inline constexpr QStringView marital = u"marital";                 // GB/T 2261.2
inline constexpr QStringView idType = u"idType";                   // numbers of text::IdType
inline constexpr QStringView memberCategory = u"memberCategory";   // 正式党员, 预备党员
inline constexpr QStringView memberKind = u"memberKind";           // 离退休, 无职, … (JN9)
// Tags: registered (在册), counted (in statistics), terminal, final (nothing follows).
inline constexpr QStringView membershipState = u"membershipState";
inline constexpr QStringView workPost = u"workPost";           // tree; 4-digit leaves are local
inline constexpr QStringView socialStratum = u"socialStratum"; // tree
inline constexpr QStringView lostReason = u"lostReason";
inline constexpr QStringView increaseKind = u"increaseKind"; // tree, sheet 1
inline constexpr QStringView decreaseKind = u"decreaseKind"; // tree, sheets 1 and 10
inline constexpr QStringView orgType = u"orgType";           // tag functional: holds no relations, not in statistics
inline constexpr QStringView orgBasis = u"orgBasis";         // JN7
inline constexpr QStringView orgCategory = u"orgCategory";
inline constexpr QStringView unitSituation = u"unitSituation";
inline constexpr QStringView unitKind = u"unitKind";
inline constexpr QStringView orgChangeKind = u"orgChangeKind";
inline constexpr QStringView committeePost = u"committeePost"; // tag secretary
inline constexpr QStringView electionMethod = u"electionMethod";
inline constexpr QStringView gridKind = u"gridKind";
inline constexpr QStringView gridAreaKind = u"gridAreaKind"; // of dedicated grids
inline constexpr QStringView gridPartyForm = u"gridPartyForm";
inline constexpr QStringView gridBand = u"gridBand";         // where its households lie outside of the band
inline constexpr QStringView gridPostRole = u"gridPostRole"; // tag single: one at a time
inline constexpr QStringView propertyMode = u"propertyMode";
inline constexpr QStringView householdKind = u"householdKind";
inline constexpr QStringView urbanRural = u"urbanRural"; // statistical classification of places
inline constexpr QStringView divisionLevel = u"divisionLevel";
} // namespace codes

class CodeTables
{
public:
    CodeTables(); // all tables above

    [[nodiscard]] const CodeTable *find(QStringView id) const; // null: no such table
    [[nodiscard]] const QList<CodeTable> &all() const { return m_tables; }

private:
    QList<CodeTable> m_tables;
    QHash<QString, qsizetype> m_byId;
};

// The group of sheet 4 (a code of educationGroup) in which an education code is counted; empty if the code is unknown.
[[nodiscard]] QString educationGroupOf(QStringView educationCode);
// "中央党校大学" is read as 21; that a Party school granted it is kept apart.
[[nodiscard]] bool saysPartySchool(QStringView freeText);

} // namespace gridbook
