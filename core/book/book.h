#pragma once
// An opened book: the one object that a window or a command holds. It owns the writing connection, the lock, the key,
// undo and the change bus; readers in other threads open their own connection with openReader().
//
//   Book::open ─▶ is it a book? newer? damaged? ─▶ lock (else read-only) ─▶ backup ─▶ migrate ─▶ unlock ─▶ Book
//
// A file that cannot be opened is left byte for byte as it was.
#include "core/access/keyring.h"
#include "core/base/progress.h"
#include "core/changes/changebus.h"
#include "core/changes/journal.h"
#include "core/changes/undo.h"
#include "core/registry/reader.h"
#include "core/registry/recordstore.h"
#include "core/storage/backup.h"
#include "core/storage/booklock.h"

namespace gridbook {

struct BookSurroundings
{
    const Catalog &catalog;
    const Clock &clock;
    Session session;
};

struct OpenOptions
{
    QString passphrase{};
    bool readOnly = false; // do not even try to write
    bool dailyBackup = true;
    QString backupFolder{}; // empty: beside the book
};

class BookReader;

class Book
{
public:
    // An empty book with the current schema and an open key slot. The file must not exist yet.
    static Result<std::unique_ptr<Book>> create(const QString &path, const BookSurroundings &surroundings);
    // Refused with a Keyring message if a passphrase is needed. In use elsewhere: opened read-only, notice() says by
    // whom.
    static Result<std::unique_ptr<Book>> open(const QString &path, const BookSurroundings &surroundings,
                                              const OpenOptions &options = {});
    static Result<bool> needsPassphrase(const QString &path);
    ~Book(); // brings the log into the file
    Book(const Book &) = delete;
    Book &operator=(const Book &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString name() const; // the file's name without suffix
    [[nodiscard]] bool isReadOnly() const { return m_database->mode() != AccessMode::ReadWrite; }
    [[nodiscard]] const QString &notice() const
    {
        return m_notice;
    } // why it is read-only, or what its user should know
    [[nodiscard]] const Catalog &catalog() const { return m_surroundings.catalog; }
    [[nodiscard]] const Clock &clock() const { return m_surroundings.clock; }
    [[nodiscard]] const Session &session() const { return m_surroundings.session; }
    [[nodiscard]] const Sealer &sealer() const { return *m_sealer; }
    [[nodiscard]] Database &database() { return *m_database; } // for reading in the book's own thread
    [[nodiscard]] RegistryReader &reader() { return *m_reader; }
    [[nodiscard]] RecordStore &records() { return *m_records; }
    [[nodiscard]] ChangeBus &bus() { return m_bus; }
    [[nodiscard]] UndoStack &undoStack() { return m_undo; }

    // Writing: begin a unit of work, then commit it through here, so that undo and windows hear of it.
    Result<std::unique_ptr<UnitOfWork>> begin(UnitOfWork::Purpose purpose);
    Result<ChangeSet> commit(UnitOfWork &work);
    Result<ChangeSet> undo();
    Result<ChangeSet> redo();
    Result<ChangeSet> undoBatch(BatchId batch);

    // A connection of its own for another thread; made in that thread.
    Result<std::unique_ptr<BookReader>> openReader() const;

    Result<BackupFile> backUp(const QString &reason, const QString &folder = {});
    // The same in another thread, on a connection of its own; the book is told of it in its own thread.
    [[nodiscard]] Result<BackupFile> backUpApart(const QString &reason) const;
    void backedUp(const BackupFile &file) { m_lastBackup = file.made; }
    // After an import: brings its long log into the file, in another thread, while the book is worked in.
    [[nodiscard]] Done settleApart() const;
    [[nodiscard]] QList<BackupFile> backups() const;
    [[nodiscard]] QDateTime lastBackup() const { return m_lastBackup; }

    Result<bool> isProtected();
    Result<Keyring::Protection> protect(const QString &passphrase);
    Done unprotect();
    // Refused unless it opens the book; a recovery key does, too. Takes as long as opening: seconds.
    Done verifyPassphrase(const QString &passphrase);

    // Facts about the book itself (who made it, preferences of the office); not journaled.
    Result<QString> info(const QString &name);
    Done setInfo(const QString &name, const QString &value);
    // Showing or exporting sealed values is logged: action "show" or "export". Refused where the book is read-only.
    Done logAccess(const QString &action, const QString &registry, RowId record, const QString &field,
                   const QString &purpose);
    // One line for each record, or for none if one cannot be written: whose number was seen can be asked for.
    Done logAccessToEach(const QString &action, const QString &registry, const QList<RowId> &records,
                         const QString &field, const QString &purpose);

    // Integrity of the file and its guards, the journal's chain, the access log, every row against the journal (also
    // who wrote it, and when), sealed values. Empty: all is well.
    Result<QStringList> check(const Progress &progress);

private:
    Book(QString path, const BookSurroundings &surroundings);
    Done furnish();
    Done prepare(const OpenOptions &options);
    Done checkFile(QStringList &findings);
    Done checkTable(const TableSpec &table, const Signatures &signatures, QStringList &findings);
    [[nodiscard]] QString sentence(const RowFinding &finding) const;
    Done attach(const QByteArray &dataKey);
    Done finishUpgrade();
    static Error cannotLog();
    Done sealOlderText();
    Done sortOlderOrganizations();
    Done stampOlderAccess();
    [[nodiscard]] BackupFolder backupFolder() const;
    [[nodiscard]] WriteContext writeContext() const;

    QString m_path;
    QString m_backupFolder;
    QString m_notice;
    BookSurroundings m_surroundings;
    std::unique_ptr<BookLock> m_lock; // released last
    std::unique_ptr<Database> m_database;
    QByteArray m_dataKey;
    std::unique_ptr<Sealer> m_sealer;
    std::unique_ptr<RegistryReader> m_reader;
    std::unique_ptr<RecordStore> m_records;
    UndoStack m_undo;
    ChangeBus m_bus;
    QDateTime m_lastBackup;
};

// A read-only view of a book for one thread. The Book must outlive it.
class BookReader
{
public:
    BookReader(std::unique_ptr<Database> database, const Catalog &catalog, const Sealer &sealer)
        : m_database(std::move(database)), m_reader(*m_database, catalog, sealer)
    {}
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] RegistryReader &registries() { return m_reader; }

private:
    std::unique_ptr<Database> m_database;
    RegistryReader m_reader;
};

} // namespace gridbook
