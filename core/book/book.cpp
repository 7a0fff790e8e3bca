#include "core/book/book.h"
#include "core/access/accesslog.h"
#include "core/base/progress.h"
#include "core/changes/sealing.h"
#include "core/storage/dialect.h"
#include "core/storage/migrator.h"
#include "core/text/privatenumbers.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Book)
};

// Up to this size the whole structure is checked at every opening: it takes less than a tenth of a second.
constexpr qint64 smallBook = 32LL << 20;

bool isSmall(const QString &path)
{
    return QFileInfo(path).size() <= smallBook;
}

// Looks at the file in such a way that refusing it leaves it, and the folder, as they were.
Result<SchemaState> inspect(const QString &path, const Migrator &migrator, bool whole)
{
    const QFileInfo file(path);
    if (!file.exists()) {
        return Error{ErrorKind::NotFound, Texts::tr("There is no file %1. Was it moved or renamed?").arg(path), path};
    }
    if (!file.isReadable()) {
        return Error{ErrorKind::Refused, Texts::tr("You may not read %1. Ask for the right to read it.").arg(path),
                     path};
    }
    const Error foreign{ErrorKind::Damaged,
                        Texts::tr("%1 is not a Gridbook file. Nothing was changed in it.").arg(path), path};
    if (!file.isFile()) {
        return foreign;
    }
    if (file.size() < 512) {
        return Error{ErrorKind::Damaged,
                     Texts::tr("%1 is empty or cut off: it is not a book. Open the latest backup instead.").arg(path),
                     path};
    }
    const bool atRest = isAtRest(path);
    if (atRest && !dialect::isBookFile(path)) { // the head of a book at work may still lie in its log
        return foreign;
    }
    const auto damaged = [&](const QString &detail) {
        const QString folder = BackupFolder::folderFor(path);
        return Error{
            ErrorKind::Damaged,
            QFileInfo::exists(folder)
                ? Texts::tr(
                      "The book %1 is damaged. It was left as it is; open the latest backup from the folder “%2”.")
                      .arg(path, folder)
                : Texts::tr("The book %1 is damaged. It was left as it is. No backups lie beside it; open the latest "
                            "one from the folder that they are kept in.")
                      .arg(path),
            detail};
    };
    auto opened = Database::open(path, atRest ? AccessMode::AsItLies : AccessMode::ReadOnly);
    if (!opened) {
        return opened.error().kind == ErrorKind::Damaged ? damaged(opened.error().detail) : opened.error();
    }
    const std::unique_ptr<Database> database = std::move(opened).value();
    const auto kind = database->scalar(dialect::fileKind());
    if (kind && kind->toLongLong() != dialect::applicationId) {
        return foreign;
    }
    // The check of the structure misses the end of a last page that was nearly empty.
    const auto size = database->scalar(dialect::fileSize());
    // Halfway through an upgrade texts stand in columns of sealed bytes, which the check would take for damage.
    const auto halfway = holdsClearColumns(*database);
    const auto check =
        whole && !(halfway && *halfway) ? database->scalar(dialect::quickCheck()) : Result<QVariant>(u"ok"_qs);
    if (!check || check->toString() != u"ok" || !size || (atRest && file.size() < size->toLongLong())) {
        return damaged(check ? check->toString() : check.error().detail);
    }
    GRIDBOOK_ASSIGN(const SchemaState state, migrator.state(*database));
    if (state == SchemaState::NewerIncompatible) {
        return Error{
            ErrorKind::Refused,
            Texts::tr("This book was written by a newer Gridbook. Install the newer version to open it; the book was "
                      "left as it is."),
            path};
    }
    return state;
}

} // namespace

Book::Book(QString path, const BookSurroundings &surroundings) : m_path(std::move(path)), m_surroundings(surroundings)
{}

Book::~Book()
{
    m_reader.reset();
    if (m_database && m_database->mode() == AccessMode::ReadWrite) {
        for (const QString &sql : dialect::refreshStatistics()) {
            if (const auto done = m_database->execute(sql); !done) {
                qWarning("statistics: %s", qPrintable(done.error().detail));
            }
        }
        if (const auto done = m_database->checkpoint(); !done) {
            qWarning("checkpoint: %s", qPrintable(done.error().detail));
        }
    }
    m_database.reset();
}

QString Book::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

Result<std::unique_ptr<Book>> Book::create(const QString &path, const BookSurroundings &surroundings)
{
    if (QFileInfo::exists(path)) {
        return Error{ErrorKind::Refused, Texts::tr("There is already a file %1. Choose another name.").arg(path), path};
    }
    std::unique_ptr<Book> book(new Book(path, surroundings));
    GRIDBOOK_ASSIGN(book->m_lock, BookLock::take(path, {surroundings.session.user, surroundings.session.machine,
                                                        surroundings.clock.now()}));
    if (const auto made = book->furnish(); !made) {
        book->m_database.reset(); // half a book is none
        for (const QString &suffix : {QString(), u"-wal"_qs, u"-shm"_qs, u"-journal"_qs}) {
            QFile::remove(path + suffix);
        }
        return made.error();
    }
    return book;
}

Done Book::furnish()
{
    GRIDBOOK_ASSIGN(m_database, Database::open(m_path, AccessMode::ReadWrite));
    GRIDBOOK_TRY(m_database->execute(dialect::setFileKind()));
    GRIDBOOK_ASSIGN(const Migrator migrator, Migrator::fromResources());
    GRIDBOOK_TRY(migrator.migrate(*m_database));
    GRIDBOOK_ASSIGN(const QByteArray key, Keyring::create(*m_database));
    GRIDBOOK_TRY(attach(key));
    GRIDBOOK_TRY(finishUpgrade());
    return m_database->checkpoint();
}

Result<std::unique_ptr<Book>> Book::open(const QString &path, const BookSurroundings &surroundings,
                                         const OpenOptions &options)
{
    std::unique_ptr<Book> book(new Book(path, surroundings));
    book->m_backupFolder = options.backupFolder;
    GRIDBOOK_TRY(book->prepare(options));
    return book;
}

Done Book::prepare(const OpenOptions &options)
{
    GRIDBOOK_ASSIGN(const Migrator migrator, Migrator::fromResources());
    // A big book takes seconds, so it is checked at the first opening of a day, before the day's backup is made of it.
    // What is damaged later that day is refused where it is read, and found at the latest on the morrow.
    const QList<BackupFile> made = backups();
    m_lastBackup = made.isEmpty() ? QDateTime() : made.first().made;
    const bool whole = isSmall(m_path) || m_lastBackup.date() != m_surroundings.clock.today();
    GRIDBOOK_ASSIGN(const SchemaState state, inspect(m_path, migrator, whole));
    bool readOnly = options.readOnly;
    if (!readOnly && !QFileInfo(m_path).isWritable()) {
        readOnly = true;
        m_notice = Texts::tr("The file is read-only; it was opened for reading.");
    }
    if (!readOnly) {
        auto lock = BookLock::take(
            m_path, {m_surroundings.session.user, m_surroundings.session.machine, m_surroundings.clock.now()});
        if (lock) {
            m_lock = std::move(lock).value();
        } else {
            readOnly = true;
            m_notice = lock.error().message;
        }
    }
    const Error older{
        ErrorKind::Refused,
        Texts::tr("This book is of an older version and must be brought up to date first, which needs the right "
                  "to write it. %1")
            .arg(m_notice),
        m_path};
    if (readOnly && state == SchemaState::Older) {
        return older;
    }
    GRIDBOOK_ASSIGN(m_database, Database::open(m_path, readOnly ? AccessMode::ReadOnly : AccessMode::ReadWrite));
    if (state == SchemaState::Older) {
        GRIDBOOK_TRY(backUp(u"migration"_qs));
        GRIDBOOK_TRY(migrator.migrate(*m_database));
    }
    GRIDBOOK_ASSIGN(const QByteArray key, Keyring::unlock(*m_database, options.passphrase));
    GRIDBOOK_TRY(attach(key));
    if (readOnly) {
        GRIDBOOK_ASSIGN(const bool halfway, holdsClearColumns(*m_database));
        GRIDBOOK_ASSIGN(const bool unstamped, AccessLog::waits(*m_database));
        if (halfway || unstamped) { // its notes would seem to be empty, its access log forged
            return older;
        }
    } else {
        GRIDBOOK_TRY(finishUpgrade());
    }
    if (!readOnly && options.dailyBackup && m_lastBackup.date() != m_surroundings.clock.today()) {
        if (const auto backup = backUp(u"daily"_qs); !backup) {
            m_notice = backup.error().message; // the book opens all the same: work must go on
        }
        backupFolder().thinOut(m_surroundings.clock.now());
    }
    return {};
}

Done Book::attach(const QByteArray &dataKey)
{
    m_dataKey = dataKey;
    m_sealer = std::make_unique<Sealer>(dataKey);
    m_reader = std::make_unique<RegistryReader>(*m_database, m_surroundings.catalog, *m_sealer);
    m_records = std::make_unique<RecordStore>(*m_reader);
    return m_undo.load(*m_database);
}

Result<bool> Book::needsPassphrase(const QString &path)
{
    GRIDBOOK_ASSIGN(const Migrator migrator, Migrator::fromResources());
    GRIDBOOK_TRY(inspect(path, migrator, isSmall(path))); // a big one when it is opened
    GRIDBOOK_ASSIGN(auto database, Database::open(path, isAtRest(path) ? AccessMode::AsItLies : AccessMode::ReadOnly));
    return Keyring::needsPassphrase(*database);
}

WriteContext Book::writeContext() const
{
    return {*m_database, m_surroundings.catalog.tables(), *m_sealer, m_surroundings.session, m_surroundings.clock};
}

Result<std::unique_ptr<UnitOfWork>> Book::begin(UnitOfWork::Purpose purpose)
{
    return UnitOfWork::begin(writeContext(), std::move(purpose));
}

Result<ChangeSet> Book::commit(UnitOfWork &work)
{
    GRIDBOOK_ASSIGN(ChangeSet set, work.commit());
    if (set.batch.isValid()) {
        m_undo.committed(set);
        Q_EMIT m_bus.changed(set);
    }
    return set;
}

Result<ChangeSet> Book::undo()
{
    GRIDBOOK_ASSIGN(ChangeSet set, m_undo.undo(writeContext()));
    Q_EMIT m_bus.changed(set);
    return set;
}

Result<ChangeSet> Book::redo()
{
    GRIDBOOK_ASSIGN(ChangeSet set, m_undo.redo(writeContext()));
    Q_EMIT m_bus.changed(set);
    return set;
}

Result<ChangeSet> Book::undoBatch(BatchId batch)
{
    GRIDBOOK_ASSIGN(ChangeSet set, m_undo.undoBatch(writeContext(), batch));
    Q_EMIT m_bus.changed(set);
    return set;
}

Result<std::unique_ptr<BookReader>> Book::openReader() const
{
    const bool asItLies = m_database->mode() == AccessMode::AsItLies;
    GRIDBOOK_ASSIGN(auto database, Database::open(m_path, asItLies ? AccessMode::AsItLies : AccessMode::ReadOnly));
    return std::make_unique<BookReader>(std::move(database), m_surroundings.catalog, *m_sealer);
}

BackupFolder Book::backupFolder() const
{
    return {m_path, m_backupFolder.isEmpty() ? BackupFolder::folderFor(m_path) : m_backupFolder};
}

Result<BackupFile> Book::backUp(const QString &reason, const QString &folder)
{
    const BackupFolder target = folder.isEmpty() ? backupFolder() : BackupFolder(m_path, folder);
    GRIDBOOK_ASSIGN(BackupFile file, target.make(*m_database, m_surroundings.clock.now(), reason));
    m_lastBackup = file.made;
    return file;
}

Result<BackupFile> Book::backUpApart(const QString &reason) const
{
    GRIDBOOK_ASSIGN(const std::unique_ptr<BookReader> reader, openReader());
    return backupFolder().make(reader->database(), m_surroundings.clock.now(), reason);
}

Done Book::settleApart() const
{
    if (isReadOnly() || isNetworkPath(m_path)) { // there is no log of ours
        return {};
    }
    GRIDBOOK_ASSIGN(const auto database, Database::open(m_path, AccessMode::ReadWrite));
    return database->checkpointBeside();
}

QList<BackupFile> Book::backups() const
{
    return backupFolder().list();
}

Result<bool> Book::isProtected()
{
    return Keyring::needsPassphrase(*m_database);
}

Result<Keyring::Protection> Book::protect(const QString &passphrase)
{
    return Keyring::protect(*m_database, m_dataKey, passphrase);
}

Done Book::unprotect()
{
    return Keyring::unprotect(*m_database, m_dataKey);
}

Done Book::verifyPassphrase(const QString &passphrase)
{
    GRIDBOOK_ASSIGN([[maybe_unused]] const QByteArray key, Keyring::unlock(*m_database, passphrase));
    return {};
}

Result<QString> Book::info(const QString &name)
{
    GRIDBOOK_ASSIGN(const QVariant value, m_database->scalar(u"SELECT value FROM book_info WHERE name = ?"_qs, {name}));
    return value.toString();
}

Done Book::setInfo(const QString &name, const QString &value)
{
    return m_database->execute(
        u"INSERT INTO book_info (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_qs,
        {name, value});
}

// The log lies in the book. What cannot be logged is not shown; or else whoever opens the book a second time could look
// at everything unseen.
Error Book::cannotLog()
{
    return {
        ErrorKind::Refused,
        Texts::tr("The book is open for reading only, so who looked cannot be logged. Numbers are shown in full only "
                  "where the book is open for writing."),
        {}};
}

Done Book::logAccess(const QString &action, const QString &registry, RowId record, const QString &field,
                     const QString &purpose)
{
    return logAccessToEach(action, registry, {record}, field, purpose);
}

Done Book::logAccessToEach(const QString &action, const QString &registry, const QList<RowId> &records,
                           const QString &field, const QString &purpose)
{
    if (isReadOnly()) {
        return cannotLog();
    }
    const AccessLine line{m_surroundings.clock.now().toString(Qt::ISODate),
                          m_surroundings.session.user,
                          m_surroundings.session.machine,
                          action,
                          registry,
                          0,
                          field,
                          text::maskedNumbers(purpose)};
    GRIDBOOK_ASSIGN(const auto transaction, Transaction::begin(*m_database, Transaction::Kind::Write));
    GRIDBOOK_TRY(AccessLog(*m_database, *m_sealer).add(line, records));
    return transaction->commit();
}

QString Book::sentence(const RowFinding &finding) const
{
    const Tables &tables = m_surroundings.catalog.tables();
    const QString what = tables.find(finding.table)->term.zh;
    static const QHash<QString, QString> kept{{u"created_at"_qs, u"录入时间"_qs}, {u"created_by"_qs, u"录入人"_qs},
                                              {u"updated_at"_qs, u"修改时间"_qs}, {u"updated_by"_qs, u"修改人"_qs},
                                              {u"voided_at"_qs, u"作废时间"_qs},  {u"voided_by"_qs, u"作废人"_qs},
                                              {u"void_reason"_qs, u"作废原因"_qs}};
    QString column = kept.value(finding.column, finding.column);
    if (const RegistrySpec *registry = m_surroundings.catalog.registryOfTable(finding.table)) {
        for (const Field &field : registry->fields) {
            const Part *part = registry->part(field.part);
            if (part != nullptr && part->table == finding.table && field.column == finding.column) {
                column = field.label.zh;
            }
        }
    }
    switch (finding.kind) {
    case RowFinding::Kind::Unknown:
        return Texts::tr("%1 no. %2 was put in outside this program.").arg(what).arg(finding.row);
    case RowFinding::Kind::Missing:
        return Texts::tr("%1 no. %2 was taken out outside this program.").arg(what).arg(finding.row);
    case RowFinding::Kind::Voided:
        return Texts::tr("%1 no. %2 was removed or brought back outside this program.").arg(what).arg(finding.row);
    case RowFinding::Kind::Changed:
        break;
    }
    return Texts::tr("%1 no. %2: “%3” was changed outside this program.").arg(what).arg(finding.row).arg(column);
}

Done Book::checkTable(const TableSpec &table, const Signatures &signatures, QStringList &findings)
{
    GRIDBOOK_ASSIGN(const QList<RowFinding> rows, verifyRows(*m_database, table.name, signatures));
    for (const RowFinding &finding : rows) {
        findings << sentence(finding);
    }
    for (const QString &column : table.sealed) {
        GRIDBOOK_ASSIGN(Statement sealed,
                        Statement::prepare(*m_database, u"SELECT id, uuid, %1 FROM %2 WHERE %1 IS NOT NULL"_qs.arg(
                                                            column, table.name)));
        GRIDBOOK_TRY(sealed.run());
        while (sealed.next()) {
            if (!m_sealer->open(sealed.bytes(2), sealedPlace(table.name, column, sealed.text(1)))) {
                const QString text = sentence({RowFinding::Kind::Changed, table.name, sealed.integer(0), column});
                if (!findings.contains(text)) {
                    findings << text;
                }
            }
        }
        GRIDBOOK_TRY(sealed.status());
    }
    return {};
}

Done Book::checkFile(QStringList &findings)
{
    GRIDBOOK_ASSIGN(const QVariant structure, m_database->scalar(dialect::integrityCheck()));
    if (structure.toString() != u"ok") {
        findings << Texts::tr("File: %1").arg(structure.toString());
    }
    // Without them another tool, or a fault of this program, changes what must not be changed.
    GRIDBOOK_ASSIGN(const Migrator migrator, Migrator::fromResources());
    GRIDBOOK_ASSIGN(const QStringList guards, migrator.strangeGuards(*m_database));
    if (!guards.isEmpty()) {
        findings << Texts::tr("File: guards were taken out, changed or put in outside this program: %1.")
                        .arg(guards.join(Texts::tr(", ")));
    }
    return {};
}

Result<QStringList> Book::check(const Progress &progress)
{
    const Error cancelled{ErrorKind::Cancelled, Texts::tr("Cancelled."), {}};
    QStringList findings;
    QStringList tables = m_surroundings.catalog.tables().names();
    tables.sort();
    const int steps = int(tables.size()) + 2;
    if (!progress.goesOn(0, steps, Texts::tr("Checking the file"))) {
        return cancelled;
    }
    GRIDBOOK_TRY(checkFile(findings));
    if (!progress.goesOn(1, steps, Texts::tr("Checking the journal"))) {
        return cancelled;
    }
    GRIDBOOK_ASSIGN(const VerifiedJournal journal, verifyJournal(*m_database));
    GRIDBOOK_ASSIGN(const QStringList access, AccessLog(*m_database, *m_sealer).verify());
    findings << journal.findings << access;
    for (int i = 0; i < tables.size(); ++i) {
        if (!progress.goesOn(i + 2, steps, Texts::tr("Checking the records against the journal"))) {
            return cancelled;
        }
        GRIDBOOK_TRY(checkTable(*m_surroundings.catalog.tables().find(tables.at(i)), journal.signatures, findings));
    }
    return findings;
}

} // namespace gridbook
