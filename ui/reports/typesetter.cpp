#include "ui/reports/typesetter.h"

namespace gridbook {

using namespace Qt::StringLiterals;

namespace {

bool isIdeographic(char32_t c)
{
    return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x20000 || c == 0x2014 || c == 0x2026 ||
           (c >= 0x2018 && c <= 0x201D) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2500 && c <= 0x27BF);
}

bool neverBegins(QChar c)
{
    return QStringView(u"。，、；：？！）〕】》〉」』”’％%℃·…—～,.;:?!)]}、﹞｝］").contains(c);
}

bool neverEnds(QChar c)
{
    return QStringView(u"（〔【《〈「『“‘([{｛［￥№").contains(c);
}

struct Token
{
    QString text;
    qsizetype run = 0;
    double width = 0; // with letter spacing
    int characters = 1;
    bool space = false;
    bool ideographic = false;
    bool feed = false;
};

class Breaker
{
public:
    Breaker(TypeCase &types, const QList<StyledText> &runs, const Setting &setting)
        : m_types(types), m_runs(runs), m_setting(setting)
    {
        for (qsizetype i = 0; i < runs.size(); ++i) {
            tokenize(i);
        }
    }

    QList<TextLine> lines()
    {
        qsizetype at = 0;
        do {
            at = takeLine(at);
        } while (at < m_tokens.size());
        return std::move(m_lines);
    }

private:
    void append(qsizetype run, const QString &text, int characters, bool ideographic)
    {
        Token token;
        token.text = text;
        token.run = run;
        token.characters = characters;
        token.ideographic = ideographic;
        token.space = text == u" "_qs;
        token.width = m_types.advance(m_runs.at(run).font, text) + m_setting.spacing * characters;
        m_tokens.append(token);
    }

    void tokenize(qsizetype run)
    {
        const QString &text = m_runs.at(run).text;
        qsizetype i = 0;
        while (i < text.size()) {
            if (text.at(i) == u'\n') {
                Token token;
                token.run = run;
                token.feed = true;
                m_tokens.append(token);
                ++i;
                continue;
            }
            const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
            const char32_t c = length == 2 ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
            if (isIdeographic(c) || c == u' ') {
                append(run, text.mid(i, length), 1, c != u' ');
                i += length;
                continue;
            }
            qsizetype end = i + 1;
            while (end < text.size() && text.at(end) != u' ' && text.at(end) != u'\n' && !text.at(end).isSurrogate() &&
                   !isIdeographic(text.at(end).unicode())) {
                ++end;
            }
            append(run, text.mid(i, end - i), static_cast<int>(end - i), false);
            i = end;
        }
    }

    // Whether a line may end between the tokens before and at.
    [[nodiscard]] bool mayBreak(qsizetype at) const
    {
        const Token &before = m_tokens.at(at - 1);
        const Token &after = m_tokens.at(at);
        if (before.space || before.feed || after.feed) {
            return true;
        }
        if (after.space || (!before.ideographic && !after.ideographic)) {
            return false;
        }
        if (before.text == after.text && (before.text == u"—"_qs || before.text == u"…"_qs)) {
            return false;
        }
        return !neverEnds(before.text.back()) && !neverBegins(after.text.front());
    }

    // A word wider than the line is cut where the line ends.
    void cutToken(qsizetype at, double room)
    {
        const Token token = m_tokens.at(at);
        qsizetype fits = 0;
        double width = 0;
        while (fits < token.text.size()) {
            const double next = m_types.advance(m_runs.at(token.run).font, token.text.mid(fits, 1)) + m_setting.spacing;
            if (fits > 0 && width + next > room) {
                break;
            }
            width += next;
            ++fits;
        }
        if (fits >= token.text.size()) {
            return;
        }
        const auto part = [&](const QString &text) {
            Token half = token;
            half.text = text;
            half.characters = static_cast<int>(text.size());
            half.width = m_types.advance(m_runs.at(token.run).font, text) + m_setting.spacing * half.characters;
            return half;
        };
        m_tokens[at] = part(token.text.left(fits));
        m_tokens.insert(at + 1, part(token.text.mid(fits)));
    }

    [[nodiscard]] bool squeezes(qsizetype at, double overflow) const
    {
        return m_setting.justify && m_tokens.at(at).ideographic && neverBegins(m_tokens.at(at).text.front()) &&
               overflow <= m_types.em(m_runs.at(m_tokens.at(at).run).font) * 1.01 &&
               (at + 1 >= m_tokens.size() || mayBreak(at + 1));
    }

    qsizetype takeLine(qsizetype begin)
    {
        const double indent = m_newParagraph ? m_setting.firstIndent : m_setting.hangingIndent;
        const double room = m_setting.width - indent;
        double width = 0;
        qsizetype end = begin;
        bool feed = false;
        while (end < m_tokens.size()) {
            if (m_tokens.at(end).feed) {
                feed = true;
                break;
            }
            const double next = width + m_tokens.at(end).width;
            if (next > room + 0.5 && !m_tokens.at(end).space) {
                if (squeezes(end, next - room)) {
                    ++end;
                    break;
                }
                end = legalEnd(begin, end, room);
                break;
            }
            width = next;
            ++end;
        }
        const bool last = feed || end >= m_tokens.size();
        emitLine(begin, end, indent, last);
        m_newParagraph = feed;
        if (feed) {
            ++end;
            if (end == m_tokens.size()) {
                emitLine(end, end, m_setting.firstIndent, true); // a line feed at the very end
            }
        }
        return end;
    }

    // The last place up to end where the line may break; words too long for a line are cut.
    qsizetype legalEnd(qsizetype begin, qsizetype end, double room)
    {
        for (qsizetype at = end; at > begin; --at) {
            if (mayBreak(at)) {
                return at;
            }
        }
        double width = 0;
        for (qsizetype at = begin; at < end; ++at) {
            width += m_tokens.at(at).width;
        }
        if (!m_tokens.at(end).ideographic) {
            cutToken(end, room - width);
            return end + 1 > begin && width + m_tokens.at(end).width <= room + 0.5 ? end + 1 : qMax(end, begin + 1);
        }
        return qMax(end, begin + 1);
    }

    void emitLine(qsizetype begin, qsizetype end, double indent, bool last)
    {
        while (end > begin && m_tokens.at(end - 1).space && !last) {
            --end;
        }
        TextLine line;
        line.endsParagraph = last;
        line.spacing = m_setting.spacing;
        double natural = 0;
        int characters = 0;
        for (qsizetype i = begin; i < end; ++i) {
            natural += m_tokens.at(i).width;
            characters += m_tokens.at(i).characters;
        }
        const double slack = m_setting.width - indent - natural;
        double extra = 0;
        if (m_setting.justify && characters > 1 && (!last || slack < 0)) {
            extra = slack / (characters - 1);
        }
        line.spacing += extra;
        double x = indent;
        for (qsizetype i = begin; i < end; ++i) {
            const Token &token = m_tokens.at(i);
            const double width = token.width + extra * token.characters;
            const StyledText &run = m_runs.at(token.run);
            // Noto shapes digits after Latin letters with glyphs that belong to no character, so that a PDF cannot be
            // searched for "GB/T 4658"; by themselves they are the usual ones.
            const bool number =
                !token.ideographic && !token.text.isEmpty() && token.text.front().isDigit() && i > begin;
            if (line.fragments.isEmpty() || m_fragmentRun != token.run || number) {
                line.fragments.append({token.text, run.font, x, width, run.underline, run.key});
                m_fragmentRun = token.run;
            } else {
                line.fragments.last().text += token.text;
                line.fragments.last().width += width;
            }
            x += width;
        }
        line.width = x;
        m_lines.append(line);
    }

    TypeCase &m_types;
    const QList<StyledText> &m_runs;
    const Setting &m_setting;
    QList<Token> m_tokens;
    QList<TextLine> m_lines;
    qsizetype m_fragmentRun = -1;
    bool m_newParagraph = true;
};

} // namespace

int TypeCase::font(Face face, double points, bool bold)
{
    for (std::size_t i = 0; i < m_faces.size(); ++i) {
        const Measured &known = m_faces.at(i);
        if (known.face == face && qFuzzyCompare(known.points, points) && known.bold == bold) {
            return static_cast<int>(i);
        }
    }
    const QFont made = m_choice.font(face, points, bold);
    m_fonts.append(made);
    m_faces.push_back({face, points, bold, double(made.pixelSize()), QFontMetricsF(made), {}});
    return static_cast<int>(m_faces.size()) - 1;
}

double TypeCase::baseline(int font, double lineHeight) const
{
    // Ascent and descent differ widely between font files; the square of an ideograph sits 88 % above the baseline in
    // all.
    return (lineHeight - em(font)) / 2 + em(font) * 0.88;
}

double TypeCase::advance(int font, const QString &text)
{
    Measured &measured = m_faces.at(static_cast<std::size_t>(font));
    const auto known = measured.advances.constFind(text);
    if (known != measured.advances.constEnd()) {
        return *known;
    }
    const double width = measured.metrics.horizontalAdvance(text);
    measured.advances.insert(text, width);
    return width;
}

QList<TextLine> breakLines(TypeCase &types, const QList<StyledText> &runs, const Setting &setting)
{
    QList<TextLine> lines = Breaker(types, runs, setting).lines();
    if (!setting.balanced || lines.size() < 2 || runs.isEmpty()) {
        return lines;
    }
    // 加入党组织日 | 期 becomes 加入党组 | 织日期, as long as that takes no further line.
    const double em = types.em(runs.last().font);
    const auto endsAlone = [&] { return lines.last().width < 1.5 * em; };
    for (Setting narrower = setting; endsAlone() && narrower.width > setting.width / 2;) {
        narrower.width -= em / 2;
        QList<TextLine> tried = Breaker(types, runs, narrower).lines();
        if (tried.size() != lines.size()) {
            break;
        }
        lines = std::move(tried);
    }
    return lines;
}

} // namespace gridbook
