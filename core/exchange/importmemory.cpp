#include "core/exchange/importmemory.h"
#include "core/exchange/headings.h"
#include "core/text/privatenumbers.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace gridbook::exchange {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const QHash<QString, QString> &words)
{
    QJsonObject object;
    for (auto it = words.cbegin(); it != words.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

QHash<QString, QString> fromJson(const QJsonObject &object)
{
    QHash<QString, QString> words;
    for (auto it = object.begin(); it != object.end(); ++it) {
        words.insert(it.key(), it.value().toString());
    }
    return words;
}

} // namespace

Result<std::optional<ImportMemory>> recallImport(Database &database, const QString &registry,
                                                 const QStringList &headings)
{
    GRIDBOOK_ASSIGN(const QVariant stored,
                    database.scalar(u"SELECT mapping FROM import_mapping WHERE headings = ? AND registry = ?"_qs,
                                    {mappingKey(headings), registry}));
    const QJsonObject object = QJsonDocument::fromJson(stored.toString().toUtf8()).object();
    if (object.isEmpty()) {
        return std::optional<ImportMemory>();
    }
    ImportMemory memory;
    memory.columns = fromJson(object.value(u"columns").toObject());
    const QJsonObject meanings = object.value(u"meanings").toObject();
    for (auto it = meanings.begin(); it != meanings.end(); ++it) {
        memory.meanings.insert(it.key(), fromJson(it.value().toObject()));
    }
    return std::optional(memory);
}

Done rememberImport(Book &book, const QString &registry, const QStringList &headings, const ImportMemory &memory)
{
    // A table without a head gives its first rows for headings, and texts of columns that hold something else come as
    // meanings: what is remembered lies readable in the book, so numbers of people are not.
    if (book.isReadOnly() || text::holdsPrivateNumber(headings.join(u'\n'))) {
        return {};
    }
    QJsonObject meanings;
    for (auto it = memory.meanings.cbegin(); it != memory.meanings.cend(); ++it) {
        QHash<QString, QString> words = it.value();
        erase_if(words, [](const QHash<QString, QString>::iterator &word) {
            return text::holdsPrivateNumber(word.key()) || text::holdsPrivateNumber(word.value());
        });
        meanings.insert(it.key(), toJson(words));
    }
    const QJsonObject object{{u"columns"_qs, toJson(memory.columns)}, {u"meanings"_qs, meanings}};
    return book.database().execute(
        u"INSERT INTO import_mapping (headings, registry, mapping) VALUES (?, ?, ?) ON CONFLICT (headings) DO UPDATE "
        u"SET "
        u"registry = excluded.registry, mapping = excluded.mapping"_qs,
        {mappingKey(headings), registry, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))});
}

void applyMemory(const ImportMemory &memory, SheetLayout *layout)
{
    QSet<QString> taken;
    for (SheetColumn &column : layout->columns) {
        const auto it = memory.columns.constFind(column.heading);
        if (it == memory.columns.cend()) {
            continue;
        }
        column.field = !it->isEmpty() && taken.contains(*it) ? QString() : *it;
        taken.insert(column.field);
    }
}

QHash<QString, QString> columnsOf(const SheetLayout &layout)
{
    QHash<QString, QString> columns;
    for (const SheetColumn &column : layout.columns) {
        columns.insert(column.heading, column.field);
    }
    return columns;
}

} // namespace gridbook::exchange
