#include "ui/registry/filtercell.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 200; // ms: one question for a word, not one per letter

} // namespace

FilterCell::FilterCell(const Field &field, Book &book, const UiContext &context, TitleOf titleOf, QWidget *parent)
    : QLineEdit(parent)
    , m_field(field)
    , m_book(book)
    , m_context(context)
    , m_titleOf(std::move(titleOf))
    , m_way(filterWay(field))
    , m_timer(new QTimer(this))
{
    const QString label = context.word(field.label);
    setAccessibleName(tr("Filter by %1").arg(label));
    setObjectName(u"filter."_qs + field.id);
    m_timer->setSingleShot(true);
    m_timer->setInterval(typingPause);
    connect(m_timer, &QTimer::timeout, this, &FilterCell::typed);
    switch (m_way) {
    case FilterWay::Text:
        setToolTip(tr("%1 contains; pinyin and initials are found too").arg(label));
        connect(this, &QLineEdit::textEdited, m_timer, qOverload<>(&QTimer::start));
        break;
    case FilterWay::WholeValue:
        setToolTip(tr("%1 is protected: enter it whole and press Enter").arg(label));
        connect(this, &QLineEdit::textEdited, m_timer, [this](const QString &text) {
            if (text.isEmpty()) {
                m_timer->start();
            }
        });
        break;
    case FilterWay::None:
        setEnabled(false);
        setToolTip(tr("%1 is protected and cannot be filtered").arg(label));
        break;
    default:
        m_drops = true;
        setAttribute(Qt::WA_InputMethodEnabled, false);
        setContextMenuPolicy(Qt::NoContextMenu);
        setCursor(Qt::ArrowCursor);
        setToolTip(tr("Filter by %1 (Enter opens)").arg(label));
        setTextMargins(0, 0, 16, 0); // the sign at the right
    }
}

void FilterCell::setFilter(const std::optional<Filter> &filter)
{
    m_filter = filter;
    // What is being typed is newer than the answer to what was typed before.
    if (!(m_way == FilterWay::Text &&
          (m_timer->isActive() ||
           (filter && filter->op == FilterOp::Contains && text().trimmed() == filter->values.value(0).toString())))) {
        showFilter();
    }
    update();
}

void FilterCell::showFilter()
{
    QString words;
    if (m_filter) {
        words = m_way == FilterWay::WholeValue
                    ? m_filter->values.value(0).toString()
                    : filterWords(m_field, *m_filter, m_book.catalog().codes(), m_context.language, m_titleOf);
    }
    // Another way than "contains" is shown, not offered for typing over.
    const bool foreign = m_way == FilterWay::Text && m_filter && m_filter->op != FilterOp::Contains;
    setPlaceholderText(foreign                          ? words
                       : m_way == FilterWay::WholeValue ? tr("whole, then Enter") //: protected numbers are found whole
                                                        : QString());
    setText(foreign ? QString() : words);
    setCursorPosition(hasFocus() && !m_drops ? int(text().size()) : 0); // else the beginning is what is read
}

void FilterCell::typed()
{
    const QString words = text().trimmed();
    if (words.isEmpty()) {
        take(std::nullopt);
    } else if (m_way == FilterWay::WholeValue) {
        QString whole = words.toUpper();
        whole.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
        take(Filter{m_field.id, FilterOp::Equals, {whole}});
    } else {
        take(Filter{m_field.id, FilterOp::Contains, {words}});
    }
}

void FilterCell::take(const std::optional<Filter> &filter)
{
    m_timer->stop();
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    if (m_way != FilterWay::Text) {
        showFilter();
    }
    update();
    Q_EMIT filtered(m_field.id, m_filter);
}

void FilterCell::openPopup()
{
    if (m_popup != nullptr || (m_way != FilterWay::Ticks && m_way != FilterWay::Dates && m_way != FilterWay::Numbers)) {
        return;
    }
    if (m_way == FilterWay::Ticks) {
        QList<TickPopup::Choice> choices;
        if (m_field.type == FieldType::YesNo) {
            choices = {{1, tr("yes")}, {0, tr("no")}};
        } else if (const CodeTable *table = m_book.catalog().codes().find(m_field.codeTable)) {
            for (const CodeItem &item : table->items) {
                choices.append({item.code, m_context.word(item.term)});
            }
        }
        choices.append({QVariant(), tr("(empty)")});
        const bool empty = m_filter && m_filter->op == FilterOp::Empty;
        const QVariantList now = empty ? QVariantList{QVariant()} : m_filter ? m_filter->values : QVariantList();
        auto *ticks = new TickPopup(choices, now, this);
        connect(ticks->addFooter(tr("Clear")), &QPushButton::clicked, ticks, &TickPopup::tickNone);
        connect(ticks, &FilterPopup::ticked, this, [this](const QVariantList &values) {
            take(values.isEmpty() ? std::nullopt : std::optional(Filter{m_field.id, FilterOp::OneOf, values}));
        });
        m_popup = ticks;
    } else {
        m_popup = new RangePopup(m_field, m_filter, m_context.clock, this);
    }
    connect(m_popup, &FilterPopup::changed, this, &FilterCell::take);
    m_popup->openBelow(this);
}

void FilterCell::keyPressEvent(QKeyEvent *event)
{
    const bool drops = m_drops;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty() || m_filter) {
            setText({});
            take(std::nullopt);
        } else {
            Q_EMIT leftDown();
        }
        return;
    case Qt::Key_Down:
        if (!drops || event->modifiers() == Qt::NoModifier) {
            Q_EMIT leftDown();
        } else {
            openPopup();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (drops) {
            openPopup();
            return;
        }
        if (event->key() != Qt::Key_Space) {
            typed();
            return;
        }
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (drops) {
            take(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    if (drops) { // nothing is typed here; Tab and the keys of the window pass on
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterCell::mousePressEvent(QMouseEvent *event)
{
    if (!m_drops) {
        QLineEdit::mousePressEvent(event);
    }
}

void FilterCell::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = currentTheme().tokens;
    QPainter painter(this);
    if (m_drops) {
        paintGlyph(painter, m_way == FilterWay::Dates ? Glyph::Calendar : Glyph::ChevronDown,
                   QRectF(width() - 20, (height() - 14) / 2.0, 14, 14), t.secondary);
    }
    if (m_filter) { // seen from afar which columns filter
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.information, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    }
}

void FilterCell::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drops) {
        QLineEdit::mouseReleaseEvent(event);
    }
    if (m_drops && rect().contains(event->position().toPoint())) {
        openPopup();
    }
}

} // namespace gridbook::ui
