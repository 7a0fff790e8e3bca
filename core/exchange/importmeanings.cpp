#include "core/exchange/importmeanings.h"
#include "core/base/partialdate.h"
#include "core/exchange/importreferences.h"
#include "core/rules/codetables.h"
#include <QCoreApplication>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

Result<QString> recordNamed(RegistryReader &reader, const ImportPlan &plan, const Field &field, const QString &words)
{
    GRIDBOOK_ASSIGN(const ReferenceIndex index, ReferenceIndex::load(reader, field.registry, plan.choices.asOf));
    const auto answer = index.find(words, 0, field.id == u"group" ? QStringView(u"group") : QStringView(u"branch"));
    if (answer.found.size() == 1) {
        return QString::number(answer.found.first().id);
    }
    return Error{ErrorKind::Invalid,
                 answer.found.isEmpty() ? Texts::tr("The book has no “%1” (%2).").arg(words, field.label.zh)
                                        : Texts::tr("“%1” (%2) can mean several.").arg(words, field.label.zh),
                 {}};
}

} // namespace

Result<QString> meaningOf(RegistryReader &reader, const ImportPlan &plan, const ValueQuestion &question,
                          const QString &words)
{
    const Field &field = plan.targets.at(question.field).field;
    const bool canBeMade = field.registry == u"partyOrg" || field.registry == u"grid";
    if (words == meaning::leaveOut || (words.startsWith(meaning::createNew) && canBeMade)) {
        return words;
    }
    switch (field.type) {
    case FieldType::Reference:
        return recordNamed(reader, plan, field, words);
    case FieldType::Code: {
        if (words == meaning::toNote) {
            return words;
        }
        const CodeTable *table = reader.catalog().codes().find(field.codeTable);
        for (const CodeItem &item : table->items) {
            if (item.code == words || item.term.zh == words || item.term.en == words) {
                return item.code;
            }
        }
        break;
    }
    case FieldType::Date:
        if (const PartialDate date = PartialDate::fromIso(words); !date.isNull()) {
            return date.toIso();
        }
        break;
    default:
        break;
    }
    return Error{ErrorKind::Invalid, Texts::tr("“%1” is not in the list of “%2”.").arg(words, field.label.zh), {}};
}

} // namespace gridbook::exchange
