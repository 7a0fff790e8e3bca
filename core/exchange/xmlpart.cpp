#include "core/exchange/xmlpart.h"
#include <cstring>
#include <expat.h>

using namespace Qt::StringLiterals;

namespace gridbook::exchange {

namespace {

// No token of a workbook is longer: a cell has 32,767 characters of at most six bytes each, escapes included.
constexpr qint64 longestToken = 1 << 20;

} // namespace

struct XmlPart::Handlers
{
    static void start(void *user, const XML_Char *name, const XML_Char **attributes)
    {
        auto &part = *static_cast<XmlPart *>(user);
        if (++part.m_depth > part.m_limits.depth) {
            part.refuse(damagedSheet(u"more than %1 levels"_s.arg(part.m_limits.depth)));
            return;
        }
        Token token{Kind::Start, part.keepName(name), part.m_attributes.size(), 0};
        for (; *attributes != nullptr; attributes += 2) {
            const Words attribute = part.keepName(attributes[0]);
            part.m_attributes.append({attribute, part.keep(attributes[1], qsizetype(std::strlen(attributes[1])))});
            ++token.attributes;
        }
        part.m_tokens.append(token);
    }
    static void end(void *user, const XML_Char *name)
    {
        auto &part = *static_cast<XmlPart *>(user);
        part.m_tokens.append({Kind::End, part.keepName(name), 0, 0});
        if (--part.m_depth == 0) {
            part.m_ended = true;
            XML_StopParser(part.m_parser.get(), XML_FALSE);
        }
    }
    static void text(void *user, const XML_Char *text, int size)
    {
        auto &part = *static_cast<XmlPart *>(user);
        const Words words = part.keep(text, size);
        if (!part.m_tokens.isEmpty() && part.m_tokens.constLast().kind == Kind::Text) {
            part.m_tokens.last().words.size += words.size; // they lie one behind the other
        } else {
            part.m_tokens.append({Kind::Text, words, 0, 0});
        }
    }
    // Comments and instructions say nothing, but they show that the parser goes on.
    static void comment(void *user, const XML_Char * /*text*/) { static_cast<XmlPart *>(user)->m_unanswered = 0; }
    static void instruction(void *user, const XML_Char * /*target*/, const XML_Char * /*text*/)
    {
        static_cast<XmlPart *>(user)->m_unanswered = 0;
    }
    static void documentType(void *user, const XML_Char * /*name*/, const XML_Char * /*system*/,
                             const XML_Char * /*open*/, int /*hasSubset*/)
    {
        static_cast<XmlPart *>(user)->refuse(damagedSheet(u"document types and entities are not allowed"_s));
    }
};

void XmlPart::FreeParser::operator()(XML_ParserStruct *parser) const
{
    XML_ParserFree(parser);
}

XmlPart::XmlPart(const SheetLimits &limits)
    : m_limits(limits)
    , m_parser(XML_ParserCreate(nullptr))
    , m_decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom)
{
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), Handlers::start, Handlers::end);
    XML_SetCharacterDataHandler(m_parser.get(), Handlers::text);
    XML_SetCommentHandler(m_parser.get(), Handlers::comment);
    XML_SetProcessingInstructionHandler(m_parser.get(), Handlers::instruction);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), Handlers::documentType);
}

XmlPart::XmlPart(std::unique_ptr<ZipEntry> entry, const SheetLimits &limits) : XmlPart(limits)
{
    m_entry = std::move(entry);
}

XmlPart::XmlPart(const QByteArray &fragment, const SheetLimits &limits) : XmlPart(limits)
{
    parse("<fragment>" + fragment);
}

XmlPart::~XmlPart() = default;

void XmlPart::refuse(const Error &error)
{
    m_error = error;
    XML_StopParser(m_parser.get(), XML_FALSE);
}

XmlPart::Words XmlPart::keep(const char *utf8, qsizetype size)
{
    const qsizetype begin = m_words.size();
    m_words.resize(begin + m_decoder.requiredSpace(size));
    const QChar *end = m_decoder.appendToBuffer(m_words.data() + begin, QByteArrayView(utf8, size));
    const qsizetype length = end - m_words.constData() - begin;
    m_words.truncate(begin + length);
    return {begin, length};
}

XmlPart::Words XmlPart::keepName(const char *utf8)
{
    const char *colon = std::strrchr(utf8, ':');
    const char *local = colon == nullptr ? utf8 : colon + 1;
    return keep(local, qsizetype(std::strlen(local)));
}

// Unpacks and parses the next piece; false: there is none.
bool XmlPart::feed()
{
    if (!m_entry) {
        m_error = damagedSheet(u"the part ends too early"_s);
        return false;
    }
    const auto piece = m_entry->read();
    if (!piece || piece->isEmpty()) {
        m_error = piece ? damagedSheet(u"the part ends too early"_s) : piece.error();
        return false;
    }
    m_unanswered += piece->size();
    if (m_unanswered > longestToken + piece->size()) {
        m_error = sheetTooLarge(u"a text or tag of more than %1 bytes"_s.arg(longestToken));
        return false;
    }
    parse(*piece);
    return true;
}

void XmlPart::parse(const QByteArray &piece)
{
    m_words.resize(0); // keeps its memory
    m_tokens.resize(0);
    m_attributes.resize(0);
    m_next = 0;
    const XML_Status status = XML_Parse(m_parser.get(), piece.constData(), int(piece.size()), 0);
    if (status == XML_STATUS_ERROR && !m_error && !m_ended) {
        m_error = damagedSheet(u"line %1: %2"_s.arg(XML_GetCurrentLineNumber(m_parser.get()))
                                   .arg(QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(m_parser.get())))));
    }
    if (!m_tokens.isEmpty()) {
        m_unanswered = 0;
    }
}

// Reads what is left, for the checksum stands behind it.
bool XmlPart::finish()
{
    while (m_entry) {
        const auto piece = m_entry->read();
        if (!piece) {
            m_error = piece.error();
            break;
        }
        if (piece->isEmpty()) {
            break;
        }
    }
    return false;
}

bool XmlPart::next()
{
    while (m_next == m_tokens.size()) {
        if (m_error) {
            return false;
        }
        if (m_ended) {
            return finish();
        }
        if (!feed()) {
            return false;
        }
    }
    m_now = m_tokens.at(m_next++);
    return true;
}

QStringView XmlPart::attribute(QStringView name) const
{
    for (qsizetype at = m_now.firstAttribute; at < m_now.firstAttribute + m_now.attributes; ++at) {
        if (shown(m_attributes.at(at).name) == name) {
            return shown(m_attributes.at(at).value);
        }
    }
    return {};
}

} // namespace gridbook::exchange
