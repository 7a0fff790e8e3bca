#include "core/changes/drafts.h"
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

// The place that a draft belongs to: a file cannot be passed off as the draft of another record.
QString placeOf(const QString &file)
{
    return u"draft|" + file;
}

} // namespace

Drafts::Drafts(const QString &bookPath, const Sealer &sealer) : m_folder(bookPath + u".drafts"), m_sealer(sealer) {}

QString Drafts::fileOf(const QString &registry, RowId record) const
{
    // Not even which record is open can be read from the name.
    const QByteArray name = m_sealer.blindIndex(u"%1/%2"_qs.arg(registry).arg(record), u"draft"_qs);
    return QString::fromLatin1(name.toHex()) + u".draft";
}

Done Drafts::keep(const Draft &draft)
{
    const auto failed = [&](const QString &detail) {
        return Error{
            ErrorKind::Io,
            Texts::tr("The draft could not be kept beside the book. Save your work soon; check the disk and the "
                      "rights to the folder."),
            detail};
    };
    if (!QDir().mkpath(m_folder)) {
        return failed(m_folder);
    }
    QJsonObject texts;
    for (auto it = draft.texts.cbegin(); it != draft.texts.cend(); ++it) {
        texts.insert(it.key(), it.value());
    }
    const QJsonObject json{{u"registry"_qs, draft.registry},
                           {u"record"_qs, QString::number(draft.record)},
                           {u"savedAt"_qs, draft.savedAt.toString(Qt::ISODate)},
                           {u"who"_qs, draft.who},
                           {u"values"_qs, QJsonObject::fromVariantMap(draft.values)},
                           {u"texts"_qs, texts}};
    const QString name = fileOf(draft.registry, draft.record);
    QSaveFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly)) {
        return failed(file.errorString());
    }
    const QByteArray sealed = m_sealer.sealBytes(QJsonDocument(json).toJson(QJsonDocument::Compact), placeOf(name));
    if (file.write(sealed) != sealed.size() || !file.commit()) {
        return failed(file.errorString());
    }
    return {};
}

Result<Draft> Drafts::read(const QString &name) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Io, Texts::tr("The draft could not be read."), file.errorString()};
    }
    GRIDBOOK_ASSIGN(const QByteArray plain, m_sealer.openBytes(file.readAll(), placeOf(name)));
    const QJsonObject json = QJsonDocument::fromJson(plain).object();
    Draft draft{json.value(u"registry").toString(),
                json.value(u"record").toString().toLongLong(),
                QDateTime::fromString(json.value(u"savedAt").toString(), Qt::ISODate),
                json.value(u"who").toString(),
                json.value(u"values").toObject().toVariantMap(),
                {}};
    const QJsonObject texts = json.value(u"texts").toObject();
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        draft.texts.insert(it.key(), it.value().toString());
    }
    return draft;
}

Result<std::optional<Draft>> Drafts::find(const QString &registry, RowId record) const
{
    const QString name = fileOf(registry, record);
    if (!QFile::exists(m_folder + u'/' + name)) {
        return std::optional<Draft>();
    }
    GRIDBOOK_ASSIGN(Draft draft, read(name));
    return std::optional<Draft>(std::move(draft));
}

void Drafts::drop(const QString &registry, RowId record)
{
    QFile::remove(m_folder + u'/' + fileOf(registry, record));
    QDir().rmdir(m_folder); // only if it is empty
}

QList<Draft> Drafts::all() const
{
    QList<Draft> drafts;
    for (const QString &name : QDir(m_folder).entryList({u"*.draft"_qs}, QDir::Files)) {
        if (const auto draft = read(name)) {
            drafts.append(*draft);
        }
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft &a, const Draft &b) { return a.savedAt > b.savedAt; });
    return drafts;
}

} // namespace gridbook
