#pragma once
// What a book says: every row that is not void, without the traces of who wrote it when. Two equal pictures mean that
// undoing has restored everything.
#include "tests/support/testbook.h"

namespace gridbook::testing {

inline QStringList bookPicture(Book &book)
{
    QStringList picture;
    QStringList tables = book.catalog().tables().names();
    tables.sort();
    for (const QString &table : tables) {
        auto statement = Statement::prepare(
            book.database(), QStringLiteral("SELECT * FROM %1 WHERE voided_at IS NULL ORDER BY id").arg(table));
        if (!statement || !statement->run()) {
            return {QStringLiteral("unreadable ") + table};
        }
        const QStringList columns = statement->columnNames();
        while (statement->next()) {
            QStringList row{table};
            for (int i = 0; i < columns.size(); ++i) {
                const QString &name = columns.at(i);
                if (name != u"row_version" && !name.startsWith(u"updated_") && !name.startsWith(u"void")) {
                    const QVariant value = statement->value(i);
                    row << name + u'=' +
                               (value.typeId() == QMetaType::QByteArray
                                    ? QString::fromLatin1(value.toByteArray().toHex())
                                    : value.toString());
                }
            }
            picture << row.join(u'|');
        }
    }
    return picture;
}

} // namespace gridbook::testing
