#pragma once
// A registry (台账) described once as plain data. From the description come its list, filters, form, import mapping,
// export, history and search; no window knows any registry by name. What needs logic is a function of the domain folder
// (validate, checkBook), never a flag here.
#include "core/base/id.h"
#include "core/base/term.h"
#include "core/storage/database.h"
#include <QDate>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QVariantMap>
#include <functional>

namespace gridbook {

class CodeTables;

enum class FieldType { Text, LongText, Integer, Decimal, Money, Date, Code, YesNo, Reference, CitizenId, Phone };

struct Field
{
    QString id; // unique in the registry
    FieldType type = FieldType::Text;
    Term label;
    QString part;       // the part that it is written to; empty: derived, read only
    QString column;     // its column there
    QString expr;       // how lists read it; empty: part.column
    QString titleExpr;  // Reference: the text shown
    QString sortExpr;   // if the order is another than that of what is shown (pinyin, natural order): "column, column"
    QString searchExpr; // further text that a "contains" filter looks into (pinyin, initials)
    QString codeTable;  // Code
    QString registry;   // Reference: which registry it points into
    QString choice;  // Reference: SQL over that registry's source; only such records are offered. ":field" stands for
                     // what the form holds for that other field of the same record, null if nothing
    QString stepTag; // Code: which entries have this tag is decided by actions; no entry changes it
    Term stepHint;   // … said in the list of entries
    Term section;    // form section; empty: not in the form
    Term hint;
    Term unit;            // 户, ㎡, 元
    QStringList headings; // what spreadsheets call it, besides label.zh
    int width = 12;       // in characters
    bool isRequired = false;
    bool isSealed = false;      // stored sealed: no sorting and no filtering by parts of it
    bool isMasked = false;      // shown masked until it is asked for; a note is sealed, but shown like any other entry
    bool isExact = false;       // sealed with a blind index: can be found by its whole value
    bool isListed = false;      // among the default columns
    bool isGivenIfSole = false; // a reference: a new record starts with the only record that can be chosen
    bool isFrozen = false;      // stays in sight when the list scrolls sideways

    // A fluent way to write specs down.
    static Field of(const QString &id, FieldType type, Term label);
    Field &at(const QString &partId, const QString &columnName);
    Field &reads(const QString &sql);
    Field &titled(const QString &sql);
    Field &sorted(const QString &sql);
    Field &searched(const QString &sql);
    Field &codes(const QString &table);
    Field &refers(const QString &registryId);
    Field &among(const QString &sql);
    Field &stepped(const QString &tag, const Term &why);
    Field &in(const Term &formSection);
    Field &hinted(const Term &text);
    Field &measured(const Term &unitTerm);
    Field &called(const QStringList &names);
    Field &wide(int characters);
    Field &required();
    Field &sealed(); // and masked
    Field &sealedShown();
    Field &sealedExact();
    Field &givenIfSole();
    Field &listed();
    Field &frozen();

    [[nodiscard]] QString readExpr() const { return expr.isEmpty() ? part + u'.' + column : expr; }
    [[nodiscard]] bool isWritable() const { return !part.isEmpty(); }
};

// One table that a record of the registry is made of. The first part is the record itself unless key says otherwise.
struct Part
{
    QString alias{}; // as in the registry's source
    QString table{};
    bool dated = false;    // the row valid on the as-of day; a change from a later day on opens a new row; the
                           // first one begins, if its first day is not said, on the day of the record
    QString linkColumn{};  // column of this part that points to …
    QString linkPart{};    // … the row of that part
    QString matchColumn{}; // blind index column: an existing row with the same value is used instead of a new one
    QString matchField{};  // the field whose value is matched
    bool optional = false; // made only if one of its fields has a value
};

struct Scope
{
    QString id;
    Term term;     // 在册, 已离开
    QString where; // SQL condition
};

struct RelatedList
{
    QString registry;
    QString field; // the Reference field there that points to this record
    Term term;
    bool adds = false; // entered in a form of its own, so that the first can be added from here; others come by actions
};

struct NamedFilter;

enum class IssueLevel { Error, Warning };

struct Issue
{
    QString field;
    IssueLevel level = IssueLevel::Error;
    QString message; // plain words with the way out
};

struct ValidationInput
{
    const QVariantMap &values; // by field id, in the clear
    QDate today;
};

// What the rules of the office say about a record while its form is open: thresholds, bands, proposals. Made from the
// book as well as from the values, and never an error.
struct Remark
{
    QString field; // empty: about the record as a whole
    QString message;
    bool needsTick = false; // an entry of the field: “checked”, with a reason, before it is saved
    QVariant proposal;      // a value that the field may take
};

struct RemarkInput
{
    Database &database;
    RowId record = 0; // 0: new
    const QVariantMap &values;
    QDate day;
};

using Remarker = std::function<Result<QList<Remark>>(const RemarkInput &)>;

// A rule for which the book must be asked, about what an entry would change (recordrules.h). Every way of writing asks
// it through RecordStore::check.
struct RuleInput;
using RecordRule = std::function<Result<QList<Issue>>(const RuleInput &)>;

// Other records that refer to a record, those of earlier times included: a count of an earlier quarter rests on them.
// While there are any, the record cannot be voided.
struct Dependants
{
    std::function<QString()> sentence; // "%1 members: %2", in the language of the user
    QString names;                     // SQL: the names of those that refer to :id
};

struct RegistrySpec
{
    QString id;
    Term term;  // 党员
    Term unit;  // 人
    Term about; // what the registry is for: shown while it is empty
    QString icon;
    QString group; // navigation group: places, party, people; empty: only reached from other records
    QString from;  // SQL after FROM; :asof is the as-of day
    QString where; // always
    QString begun; // spells and events: what has begun by the as-of day (begunBy); a list shows nothing of later days,
                   // a record that is named by its id is read all the same
    QString key;   // SQL of the record's id
    QString titleExpr;
    QString defaultSort; // SQL after ORDER BY
    QList<Part> parts;
    QList<Field> fields;
    QList<Scope> scopes; // the first is the default; empty: one scope without condition
    QList<RelatedList> related;
    std::function<QList<Issue>(const ValidationInput &)> validate;
    QList<Remarker> remarkers;
    bool isTold = false; // what they say of the record as a whole stands beside the list, too: quick to ask
    QList<RecordRule> rules;
    QList<Dependants> dependants;
    std::function<QString()> insteadOfVoiding;       // the way out if there are dependants, in the language of the user
    std::function<QVariantMap(QDate today)> initial; // what a new record starts with, by field id

    [[nodiscard]] const Field *field(QStringView fieldId) const;
    [[nodiscard]] const Part *part(QStringView alias) const;
    [[nodiscard]] QStringList defaultColumns() const;
    // The id of the scope without a condition: those who left and what has ended belong to it. Empty: the default one.
    [[nodiscard]] QString widestScope() const;
};

// "t.voided_at IS NULL AND t.valid_from <= :asof AND (t.valid_until IS NULL OR t.valid_until > :asof)"
QString validAt(const QString &alias);
// SQL: the day in the column is not after :asof. A date of partial precision begins with its first day; as text it
// lies before every day in it, so it compares as it is.
QString begunBy(const QString &column);
// The scopes of a list of dated rows that shows all of them first: 全部, 当日有效.
QList<Scope> scopesOfSpells(const QString &alias);

} // namespace gridbook
