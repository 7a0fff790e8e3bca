#include "ui/registry/forminplace.h"
#include "core/registry/valuetext.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(InPlace)
};
} // namespace

bool canEditInPlace(const RegistrySpec &spec, const Field &field)
{
    const Part *part = spec.part(field.part);
    return field.isWritable() && part != nullptr && !part->dated && !field.isMasked &&
           field.type != FieldType::LongText && field.column != u"valid_from" && field.column != u"valid_until";
}

Editor *inplaceEditor(Workbench &workbench, const Field &field, QWidget *parent)
{
    Editor *editor = makeEditor(field, {workbench.context(), workbench.book().reader(), workbench.asOf()}, parent);
    editor->setLabel(workbench.context().word(field.label));
    editor->setRequired(field.isRequired);
    return editor;
}

Done saveInPlace(Workbench &workbench, const QString &registry, RowId id, const QString &field, const Editor &editor)
{
    if (!editor.isEmpty() && !editor.value().isValid()) {
        const QString why = editor.validation().text;
        return Error{ErrorKind::Invalid, why.isEmpty() ? Texts::tr("This entry cannot be read.") : why, field};
    }
    return saveInPlace(workbench, registry, id, field,
                       editedValue(*workbench.book().catalog().registry(registry)->field(field), editor));
}

Done saveInPlace(Workbench &workbench, const QString &registry, RowId id, const QString &field, const QVariant &value)
{
    Book &book = workbench.book();
    const RegistrySpec *spec = book.catalog().registry(registry);
    const Field *which = spec == nullptr ? nullptr : spec->field(field);
    if (which == nullptr || !canEditInPlace(*spec, *which)) {
        return Error{ErrorKind::Refused, Texts::tr("Open the record to change this entry."), field};
    }
    GRIDBOOK_ASSIGN(const Record record, book.records().load(registry, id, workbench.asOf()));
    if (sameValue(record.values.value(field), value)) {
        return {};
    }
    QVariantMap values = record.values;
    // Dates at hand may still be text; the rules understand dates only.
    values.insert(field, which->type == FieldType::Date ? valueFromStored(*which, storedValue(value)) : value);
    const QDate today = workbench.context().clock.today();
    const QList<Issue> old = book.records().validate(registry, record.values, today);
    GRIDBOOK_ASSIGN(const QList<Issue> issues, book.records().check(record, values, today));
    for (const Issue &issue : issues) {
        const bool stood = std::any_of(old.begin(), old.end(), [&](const Issue &each) {
            return each.field == issue.field && each.message == issue.message;
        });
        if (issue.level == IssueLevel::Error && !stood) {
            return Error{ErrorKind::Invalid, issue.message, issue.field};
        }
        if (issue.level == IssueLevel::Warning && !stood) {
            return Error{ErrorKind::Invalid, Texts::tr("%1 Open the record to confirm it.").arg(issue.message),
                         issue.field};
        }
    }
    const QString name = book.reader().title(registry, workbench.asOf(), id).valueOr({});
    GRIDBOOK_ASSIGN(
        const auto work,
        book.begin({u"edit"_qs, Texts::tr("Edit %1 %2").arg(workbench.context().word(spec->term), name), {}, {}}));
    GRIDBOOK_TRY(book.records().save(*work, record, values));
    GRIDBOOK_TRY(book.commit(*work));
    return {};
}

} // namespace gridbook::ui
