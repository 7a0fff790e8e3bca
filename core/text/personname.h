#pragma once
// Names of people as rosters hold them: "张 三", "(预备)张三", "张三★", 阿依古丽•买买提, several in one cell.
#include "core/base/result.h"
#include <QString>
#include <QStringList>

namespace gridbook::text {

struct PersonName
{
    QString name;        // 2 to 30 characters; no blanks between Han characters; middle dot U+00B7
    QStringList markers; // what stood beside it, without brackets: 预备, ★; to be moved to fields
    [[nodiscard]] bool saysProbationary() const { return markers.join(u' ').contains(u"预备"); }
};

// Characters of Extension B and beyond count as one.
[[nodiscard]] Result<PersonName> parsePersonName(QStringView raw);

struct NameList
{
    QList<PersonName> names;
    QList<Error> faults; // of the parts that are no names
};
// "张三、李四,王五": split at punctuation; blanks split only between parts that are names by themselves, so 张 三 is
// one.
[[nodiscard]] NameList parseNameList(QStringView cell);

} // namespace gridbook::text
