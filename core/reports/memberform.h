#pragma once
// 党员基本信息采集表: the sixteen items in the order of the printed form, with its four signatures; one page for each
// member. ID number, phones and address are masked unless asked for; who prints them in the clear logs it first
// (Book::logAccess).
#include "core/registry/reader.h"
#include "core/reports/document.h"

namespace gridbook {

struct MemberFormOptions
{
    QDate asOf;
    bool masked = true;
};

// In the order of the ids; members that are gone are left out. NotFound if none is left.
Result<Document> memberForms(RegistryReader &reader, const QList<RowId> &members, const MemberFormOptions &options);

} // namespace gridbook
