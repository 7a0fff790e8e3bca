#include "core/storage/migrator.h"
#include "core/storage/dialect.h"
#include <QDir>
#include <QFile>
#include <QMap>

// A static library's resources are linked only if somebody asks for them.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(gridbook_migrations);
}

namespace gridbook {

namespace {

Result<QMap<QString, QString>> guardsOf(Database &database)
{
    GRIDBOOK_ASSIGN(Statement rows, Statement::prepare(database, dialect::triggers()));
    GRIDBOOK_TRY(rows.run());
    QMap<QString, QString> guards;
    while (rows.next()) {
        guards.insert(rows.text(0), rows.text(1));
    }
    GRIDBOOK_TRY(rows.status());
    return guards;
}

} // namespace

Result<Migrator> Migrator::fromResources()
{
    initMigrationResources();
    const QDir folder(QStringLiteral(":/gridbook/migrations"));
    QList<Migration> migrations;
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{ErrorKind::Internal, QStringLiteral("a migration cannot be read"), name};
        }
        GRIDBOOK_ASSIGN(Migration migration, parse(name.left(4).toInt(), QString::fromUtf8(file.readAll())));
        if (migration.version != migrations.size() + 1) {
            return Error{ErrorKind::Internal, QStringLiteral("a migration is missing"), name};
        }
        migrations.append(migration);
    }
    if (migrations.isEmpty()) {
        return Error{ErrorKind::Internal, QStringLiteral("this program carries no schema"), {}};
    }
    return Migrator(migrations);
}

Result<Migration> Migrator::parse(int version, const QString &text)
{
    Migration migration;
    migration.version = version;
    QString statement;
    const auto flush = [&] {
        if (!statement.trimmed().isEmpty()) {
            migration.statements << dialect::expandWords(statement.trimmed());
        }
        statement.clear();
    };
    const QStringList lines = text.split(u'\n');
    for (const QString &raw : lines) {
        const QString line = raw.trimmed();
        if (line == u"--;") {
            flush();
        } else if (line.startsWith(u"--@")) {
            flush();
            GRIDBOOK_ASSIGN(const QStringList expanded, dialect::expandDirective(line));
            migration.statements << expanded;
        } else if (line.startsWith(u"-- description:")) {
            migration.description = line.section(u':', 1).trimmed();
        } else if (line.startsWith(u"-- min_compatible:")) {
            migration.minCompatible = line.section(u':', 1).trimmed().toInt();
        } else if (!line.startsWith(u"--")) {
            statement += raw + u'\n';
        }
    }
    flush();
    if (migration.minCompatible < 1 || migration.minCompatible > version) {
        return Error{ErrorKind::Internal, QStringLiteral("a migration has no valid min_compatible"),
                     QString::number(version)};
    }
    return migration;
}

Result<SchemaState> Migrator::state(Database &database) const
{
    GRIDBOOK_ASSIGN(const QVariant found, database.scalar(dialect::schemaVersion()));
    const int foundVersion = found.toInt();
    if (foundVersion == version()) {
        return SchemaState::Current;
    }
    if (foundVersion < version()) {
        return SchemaState::Older;
    }
    GRIDBOOK_ASSIGN(const QVariant least,
                    database.scalar(QStringLiteral("SELECT MAX(min_compatible) FROM schema_step")));
    return least.toInt() <= version() ? SchemaState::NewerCompatible : SchemaState::NewerIncompatible;
}

Done Migrator::migrate(Database &database) const
{
    GRIDBOOK_ASSIGN(const QVariant found, database.scalar(dialect::schemaVersion()));
    for (const Migration &migration : m_migrations) {
        if (migration.version <= found.toInt()) {
            continue;
        }
        GRIDBOOK_ASSIGN(auto transaction, Transaction::begin(database, Transaction::Kind::Write));
        for (const QString &statement : migration.statements) {
            GRIDBOOK_TRY(database.execute(statement));
        }
        GRIDBOOK_TRY(database.execute(
            QStringLiteral("INSERT INTO schema_step (version, min_compatible, description) VALUES (?, ?, ?)"),
            {migration.version, migration.minCompatible, migration.description}));
        GRIDBOOK_TRY(database.execute(dialect::setSchemaVersion(migration.version)));
        GRIDBOOK_TRY(transaction->commit());
    }
    return {};
}

Result<QStringList> Migrator::strangeGuards(Database &database) const
{
    GRIDBOOK_ASSIGN(const SchemaState found, state(database));
    if (found != SchemaState::Current) {
        return QStringList();
    }
    GRIDBOOK_ASSIGN(const auto fresh, Database::open(QStringLiteral(":memory:"), AccessMode::ReadWrite));
    GRIDBOOK_TRY(migrate(*fresh));
    GRIDBOOK_ASSIGN(auto due, guardsOf(*fresh));
    GRIDBOOK_ASSIGN(const auto guards, guardsOf(database));
    QStringList strange;
    for (auto it = guards.cbegin(); it != guards.cend(); ++it) {
        if (due.take(it.key()) != it.value()) {
            strange << it.key();
        }
    }
    strange << due.keys(); // those that are missing
    strange.sort();
    return strange;
}

} // namespace gridbook
