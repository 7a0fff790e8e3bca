#include "app/cli/command.h"
#include "core/exchange/exporter.h"
#include <QCoreApplication>
#include <QDir>

namespace gridbook::cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString registryNames(const Catalog &catalog)
{
    QStringList names;
    for (const RegistrySpec &spec : catalog.registries()) {
        names << u"%1 (%2)"_qs.arg(spec.id, spec.term.zh);
    }
    return names.join(u", "_qs);
}

QStringList allFields(const RegistrySpec &spec)
{
    QStringList ids;
    for (const Field &field : spec.fields) {
        ids << field.id;
    }
    return ids;
}

// What is asked for, or what is wrong with it.
struct Asked
{
    exchange::ExportJob job;
    exchange::ExportOptions options;
    QString fault;
};

Asked asked(const Call &call, const RegistrySpec &spec)
{
    Asked result;
    const auto day = call.asOf();
    if (!day) {
        result.fault = day.error().message;
        return result;
    }
    result.job.query = {spec.id, *day, call.option(u"scope"_qs), {}, {}, {}};
    result.job.fields = call.has(u"all"_qs) ? allFields(spec) : spec.defaultColumns();
    if (call.has(u"columns"_qs)) {
        result.job.fields = call.option(u"columns"_qs).split(u',', Qt::SkipEmptyParts);
        for (const QString &field : result.job.fields) {
            if (spec.field(field) == nullptr) {
                result.fault =
                    Texts::tr("%1 has no column “%2”. It has: %3").arg(spec.id, field, allFields(spec).join(u", "_qs));
            }
        }
    }
    QStringList scopes;
    for (const Scope &scope : spec.scopes) {
        scopes << scope.id;
    }
    if (call.has(u"scope"_qs) && !scopes.contains(call.option(u"scope"_qs))) {
        result.fault =
            Texts::tr("%1 has no scope “%2”. It has: %3").arg(spec.id, call.option(u"scope"_qs), scopes.join(u", "_qs));
    }
    if (call.has(u"full"_qs) && call.option(u"purpose"_qs).trimmed().isEmpty()) {
        result.fault =
            Texts::tr("--full writes ID numbers, phones and addresses in the clear: say what for with --purpose "
                      "TEXT. It is logged in the book.");
    }
    result.options.masked = !call.has(u"full"_qs);
    const auto format = exchange::checkedFormat(call.argument(2));
    if (!format) {
        result.fault = format.error().message;
        return result;
    }
    result.options.format = *format;
    result.options.title = u"%1(%2)"_qs.arg(spec.term.zh, day->toString(Qt::ISODate));
    return result;
}

Outcome run(const Call &call)
{
    const Catalog &catalog = call.surroundings().catalog;
    const RegistrySpec *const spec = catalog.registry(call.argument(1));
    if (spec == nullptr) {
        return Outcome::usage(
            Texts::tr("There is no registry “%1”. There are: %2").arg(call.argument(1), registryNames(catalog)));
    }
    const Asked wanted = asked(call, *spec);
    if (!wanted.fault.isEmpty()) {
        return Outcome::usage(wanted.fault);
    }
    // In the clear only with an entry in the log, so the book must be writable then.
    const bool full = !wanted.options.masked;
    const auto book = call.openBook(call.argument(0), full ? AccessMode::ReadWrite : AccessMode::ReadOnly);
    if (!book) {
        return Outcome::cannotOpen(book.error());
    }
    if (full) {
        if ((*book)->isReadOnly()) {
            return Outcome::failed(
                {ErrorKind::Refused,
                 Texts::tr("A full export must be logged in the book, but the book cannot be written now. %1")
                     .arg((*book)->notice()),
                 {}});
        }
        if (const auto logged =
                (*book)->logAccess(u"export"_qs, spec->id, 0, wanted.job.fields.join(u','), call.option(u"purpose"_qs));
            !logged) {
            return Outcome::failed(logged.error());
        }
    }
    const QString path = call.argument(2);
    const auto rows = exchange::exportRegistry(**book, wanted.job, path, wanted.options, call.progress());
    if (!rows) {
        return Outcome::failed(rows.error());
    }
    return Outcome::done(
        Texts::tr("%1: %2 rows written to %3").arg(spec->term.zh).arg(*rows).arg(QDir::toNativeSeparators(path)),
        {{u"registry"_qs, spec->id},
         {u"rows"_qs, *rows},
         {u"file"_qs, QDir::toNativeSeparators(path)},
         {u"masked"_qs, !full}});
}

} // namespace

Command exportCommand(const Catalog &catalog)
{
    return {u"export"_qs,
            {u"BOOK"_qs, u"REGISTRY"_qs, u"FILE"_qs},
            {{u"as-of"_qs, u"DAY"_qs, Texts::tr("as the book was on this day; today if not given")},
             {u"scope"_qs, u"NAME"_qs, Texts::tr("which records: current, all …")},
             {u"columns"_qs, u"A,B,C"_qs, Texts::tr("these columns in this order")},
             {u"all"_qs, {}, Texts::tr("every column")},
             {u"full"_qs, {}, Texts::tr("ID numbers, phones and addresses in the clear; needs --purpose")},
             {u"purpose"_qs, u"TEXT"_qs, Texts::tr("what a full export is for; it is logged in the book")}},
            Texts::tr("write a registry as .xlsx or .csv"),
            Texts::tr("Registries: %1").arg(registryNames(catalog)),
            run};
}

} // namespace gridbook::cli
