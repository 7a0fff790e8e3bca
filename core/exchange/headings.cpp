#include "core/exchange/headings.h"
#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

// Blanks, line ends and the invisible characters that copying from web pages leaves.
bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control ||
           c == QChar(0x2800) || c == QChar(0x3164);
}

QChar plain(QChar c)
{
    if (c >= QChar(0xFF01) && c <= QChar(0xFF5E)) {
        c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
    }
    if (QStringView(u"[{【〔〈《『「").contains(c)) {
        return u'(';
    }
    if (QStringView(u"]}】〕〉》』」").contains(c)) {
        return u')';
    }
    return c.toLower();
}

} // namespace

QString normalHeading(QStringView heading)
{
    QString normal;
    for (const QChar c : heading) {
        if (!isBlank(c)) {
            normal += plain(c);
        }
    }
    normal.remove(u"(必填)"_s);
    normal.remove(u"(选填)"_s);
    const auto isMark = [](QChar c) { return QStringView(u"*:※★、。,;").contains(c); };
    while (!normal.isEmpty() && isMark(normal.front())) {
        normal.remove(0, 1);
    }
    while (!normal.isEmpty() && isMark(normal.back())) {
        normal.chop(1);
    }
    return normal;
}

QString bareHeading(QStringView heading)
{
    QString bare;
    int depth = 0;
    const QString normal = normalHeading(heading);
    for (const QChar c : normal) {
        depth += c == u'(' ? 1 : 0;
        if (depth == 0) {
            bare += c;
        }
        depth -= c == u')' && depth > 0 ? 1 : 0;
    }
    return bare;
}

bool isOrdinalHeading(QStringView heading)
{
    const QString normal = bareHeading(heading);
    return normal == u"序号" || normal == u"序" || normal == u"no" || normal == u"no." || normal == u"#" ||
           normal == u"顺序号";
}

QString mappingKey(const QStringList &headings)
{
    QStringList names;
    for (const QString &heading : headings) {
        const QString name = normalHeading(heading);
        if (!name.isEmpty() && !isOrdinalHeading(name)) {
            names.append(name);
        }
    }
    std::sort(names.begin(), names.end());
    const QByteArray text = names.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace gridbook::exchange
