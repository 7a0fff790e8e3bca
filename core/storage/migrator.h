#pragma once
// Brings a book to this program's schema: one file per version, each in one transaction. A migration file begins with
// "-- description: …" and "-- min_compatible: n" (the oldest program schema that may still write the book); statements
// are separated by a line "--;" because triggers contain semicolons; lines "--@ …" are expanded by the dialect.
#include "core/storage/database.h"

namespace gridbook {

struct Migration
{
    int version = 0;
    int minCompatible = 0;
    QString description;
    QStringList statements;
};

enum class SchemaState {
    Current,          // nothing to do
    Older,            // migrate() brings it up
    NewerCompatible,  // made by a later program, but this one may still write it
    NewerIncompatible // must not be touched
};

class Migrator
{
public:
    static Result<Migrator> fromResources(); // the migrations that this program carries
    explicit Migrator(QList<Migration> migrations) : m_migrations(std::move(migrations)) {}

    [[nodiscard]] const QList<Migration> &migrations() const { return m_migrations; }
    [[nodiscard]] int version() const { return m_migrations.isEmpty() ? 0 : m_migrations.last().version; }
    Result<SchemaState> state(Database &database) const;
    Done migrate(Database &database) const;
    // The triggers that keep a book in order and are not there as the migrations make them, and any that they do not
    // make; by name. Of a later schema nothing can be said.
    Result<QStringList> strangeGuards(Database &database) const;
    static Result<Migration> parse(int version, const QString &text);

private:
    QList<Migration> m_migrations;
};

} // namespace gridbook
