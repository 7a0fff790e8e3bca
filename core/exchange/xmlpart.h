#pragma once
// The tokens of one XML part of a spreadsheet, with limits on depth and length; document types and entities are
// refused. Names come without their prefix: the strict and the transitional flavour differ in namespaces only.
#include "core/exchange/ziparchive.h"
#include <QStringDecoder>

struct XML_ParserStruct;

namespace gridbook::exchange {

class XmlPart
{
public:
    XmlPart(std::unique_ptr<ZipEntry> entry, const SheetLimits &limits);
    // For a piece cut out of a part: its text, put into an element of its own.
    XmlPart(const QByteArray &fragment, const SheetLimits &limits);
    ~XmlPart();
    XmlPart(const XmlPart &) = delete;
    XmlPart &operator=(const XmlPart &) = delete;

    bool next(); // the next start, end or text; false at the end or after an error
    [[nodiscard]] bool isStart() const { return m_now.kind == Kind::Start; }
    [[nodiscard]] bool isEnd() const { return m_now.kind == Kind::End; }
    [[nodiscard]] bool isText() const { return m_now.kind == Kind::Text; }
    // What these show is there until the next call of next(). A text may come in several pieces.
    [[nodiscard]] QStringView name() const { return shown(m_now.words); }
    [[nodiscard]] QStringView text() const { return shown(m_now.words); }
    [[nodiscard]] QStringView attribute(QStringView name) const; // by its name without prefix
    // How far the part has been unpacked, in bytes: ahead of the token that is shown.
    [[nodiscard]] qint64 done() const { return m_entry ? m_entry->done() : 0; }
    [[nodiscard]] qint64 size() const { return m_entry ? m_entry->size() : 0; }
    [[nodiscard]] Done result() const { return m_error ? Done(*m_error) : Done(); } // once next() was false

private:
    enum class Kind : quint8 { Start, End, Text };
    struct Words // a piece of m_words
    {
        qsizetype begin = 0;
        qsizetype size = 0;
    };
    struct Attribute
    {
        Words name;
        Words value;
    };
    struct Token
    {
        Kind kind = Kind::Text;
        Words words; // name or text
        qsizetype firstAttribute = 0;
        qsizetype attributes = 0;
    };
    struct Handlers; // what the parser calls
    struct FreeParser
    {
        void operator()(XML_ParserStruct *parser) const;
    };

    explicit XmlPart(const SheetLimits &limits);
    [[nodiscard]] QStringView shown(Words words) const { return QStringView(m_words).mid(words.begin, words.size); }
    Words keep(const char *utf8, qsizetype size);
    Words keepName(const char *utf8);
    void refuse(const Error &error);
    bool feed();
    void parse(const QByteArray &piece);
    bool finish();

    std::unique_ptr<ZipEntry> m_entry;
    const SheetLimits &m_limits;
    std::unique_ptr<XML_ParserStruct, FreeParser> m_parser;
    QStringDecoder m_decoder;
    // What the last piece held. The parser pushes; whoever reads wants to pull.
    QString m_words;
    QList<Token> m_tokens;
    QList<Attribute> m_attributes;
    qsizetype m_next = 0; // of m_tokens
    Token m_now;
    std::optional<Error> m_error; // behind the tokens that are waiting
    bool m_ended = false;         // the root has ended: what follows is only unpacked, for its checksum
    int m_depth = 0;
    qint64 m_unanswered = 0; // bytes fed since the last token
};

} // namespace gridbook::exchange
