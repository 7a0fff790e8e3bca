#pragma once
// What stands in open forms and is not saved yet, kept beside the book in "<book>.drafts/", so that a crash or a power
// cut costs at most the last two seconds. A draft is sealed with the key of the book: no personal data lies in the
// clear. It is written whole or not at all, and goes when its form is saved or given up.
#include "core/access/sealer.h"
#include "core/base/id.h"
#include <QDateTime>
#include <QHash>
#include <QVariantMap>
#include <optional>

namespace gridbook {

struct Draft
{
    QString registry;
    RowId record = 0; // 0: a record that was being added
    QDateTime savedAt;
    QString who;
    QVariantMap values;            // by field id, changed fields only: text, numbers and yes/no as stored
    QHash<QString, QString> texts; // as typed, for what cannot be read yet, and the titles of references
};

class Drafts
{
public:
    // Both must outlive it.
    Drafts(const QString &bookPath, const Sealer &sealer);

    Done keep(const Draft &draft);
    // Nothing if there is none. Damaged: the file is not one of this book's; it is left where it is.
    Result<std::optional<Draft>> find(const QString &registry, RowId record) const;
    void drop(const QString &registry, RowId record); // also if there is none
    // All that can be read, newest first: what a crash left behind.
    [[nodiscard]] QList<Draft> all() const;
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] QString fileOf(const QString &registry, RowId record) const;
    Result<Draft> read(const QString &file) const;

    QString m_folder;
    const Sealer &m_sealer;
};

} // namespace gridbook
