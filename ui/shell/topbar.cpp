#include "ui/shell/topbar.h"
#include "core/base/quarter.h"
#include "ui/shell/icons.h"
#include "ui/shell/navigation.h"
#include "ui/shell/theme.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/fieldline.h"
#include "ui/widgets/searchfield.h"
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {
constexpr int wordGap = 10; // between the glyph of a button and its word
}

TopBar::TopBar(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_community(new QPushButton(this))
    , m_communityMenu(new QMenu(this))
    , m_search(new SearchField(tr("Name, pinyin, last digits of ID or phone, address, unit, command…"), this))
    , m_results(new PickList(m_search->line()))
    , m_asOfButton(new QPushButton(this))
    , m_days(new QMenu(this))
    , m_undo(new QPushButton(this))
    , m_redo(new QPushButton(this))
    , m_help(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    // The community begins where the page begins: over the navigation stand the mark and the name.
    row->setContentsMargins(Navigation::fullWidth() + 12, 7, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_community);
    row->addWidget(m_search, 8);
    row->addStretch(1);
    row->addWidget(m_asOfButton);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_help);
    m_search->setMaximumWidth(520);
    m_search->setMinimumWidth(160);
    m_community->setMenu(m_communityMenu);
    m_community->hide();
    m_asOfButton->setMenu(m_days);
    m_asOfButton->setIcon(icon(Glyph::Calendar, Tint::Secondary));
    m_undo->setIcon(icon(Glyph::Undo));
    m_redo->setIcon(icon(Glyph::Redo));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    m_help->setIcon(icon(Glyph::Help));
    m_help->setAccessibleName(tr("Help"));
    m_help->setToolTip(tr("Help for this page (F1)"));
    m_search->setKeyHint(QKeySequence(u"Ctrl+K"_qs).toString(QKeySequence::NativeText));

    auto *key = new QShortcut(QKeySequence(u"Ctrl+K"_qs), this);
    key->setWhatsThis(tr("Search everything"));
    connect(key, &QShortcut::activated, this, [this] {
        m_search->line()->setFocus(Qt::ShortcutFocusReason);
        m_search->line()->selectAll();
    });
    connect(m_search, &SearchField::searched, this, &TopBar::ask);
    connect(m_results, &PickList::picked, this, [this](const PickItem &item) {
        m_search->setText({});
        Q_EMIT resultPicked(item.id);
    });
    connect(m_days, &QMenu::aboutToShow, this, &TopBar::fillDays);
    connect(m_undo, &QPushButton::clicked, this, &TopBar::undoRequested);
    connect(m_redo, &QPushButton::clicked, this, &TopBar::redoRequested);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpRequested);
    setUndo({});
    setRedo({});
    setAsOf(m_clock.today());
    setFixedHeight(currentTheme().metrics.controlHeight + 16);
}

// Undo and redo say in words what they are, as long as the search keeps room to type a name.
void TopBar::fitWords()
{
    constexpr int roomToSearch = 300;
    int needed = roomToSearch + layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (const QPushButton *button : {m_community, m_asOfButton, m_help}) {
        needed += button->isHidden() ? 0 : button->sizeHint().width() + layout()->spacing();
    }
    const int bare = m_help->sizeHint().width() + layout()->spacing(); // a button with a glyph alone
    const QString undo = tr("Undo");
    const QString redo = tr("Redo");
    const int words = fontMetrics().horizontalAdvance(undo) + fontMetrics().horizontalAdvance(redo) + 2 * wordGap;
    const bool room = needed + 2 * bare + words <= width();
    for (QPushButton *button : {m_undo, m_redo}) {
        button->setMinimumWidth(m_help->sizeHint().width()); // the words never keep the window from getting narrow
    }
    m_undo->setText(room ? undo : QString());
    m_redo->setText(room ? redo : QString());
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void TopBar::setCommunity(const QString &name)
{
    QString shown = name;
    m_community->setText(shown.replace(u'&', u"&&"_qs));
    m_community->setAccessibleName(tr("Community: %1").arg(name));
    m_community->setVisible(!name.isEmpty());
    fitWords();
}

void TopBar::setSearchProvider(Provider provider)
{
    m_provider = std::move(provider);
}

void TopBar::ask(const QString &text)
{
    const quint64 question = ++m_question;
    if (text.isEmpty() || !m_provider) {
        m_results->hide();
        return;
    }
    m_provider(text, [self = QPointer<TopBar>(this), question, text](const QList<PickItem> &items) {
        if (self == nullptr || self->m_question != question || !self->m_search->line()->hasFocus()) {
            return;
        }
        const QList<PickItem> nothing{{{}, tr("Nothing found for “%1”").arg(text), {}, true}};
        self->m_results->show(items.isEmpty() ? nothing : items, 480);
    });
}

QList<QDate> TopBar::quickDays() const
{
    QList<QDate> days{m_clock.today()};
    Quarter quarter = Quarter::of(m_clock.today()).previous();
    for (int i = 0; i < 4; ++i) {
        days.append(quarter.lastDay());
        quarter = quarter.previous();
    }
    return days;
}

// "2026年三季度末": as the office says it.
QString TopBar::endOf(const Quarter &quarter)
{
    const QString year = QString::number(quarter.begin().year());
    switch (quarter.begin().month()) {
    case 1:
        return tr("End of Q1 %1").arg(year);
    case 4:
        return tr("End of Q2 %1").arg(year);
    case 7:
        return tr("End of Q3 %1").arg(year);
    default:
        return tr("End of Q4 %1").arg(year);
    }
}

void TopBar::fillDays()
{
    m_days->clear();
    const QList<QDate> days = quickDays();
    for (const QDate day : days) {
        const QString iso = day.toString(Qt::ISODate);
        const QString name = day == m_clock.today() ? tr("Today") : endOf(Quarter::of(day));
        QAction *action = m_days->addAction(QString(name + u'\t' + iso));
        action->setCheckable(true);
        action->setChecked(day == m_asOf);
        connect(action, &QAction::triggered, this, [this, day] { chooseDay(day); });
    }
    m_days->addSeparator();
    QAction *other = m_days->addAction(icon(Glyph::Calendar, Tint::Secondary), tr("Another date…"));
    connect(other, &QAction::triggered, this, &TopBar::chooseOtherDay);
}

void TopBar::chooseOtherDay()
{
    auto *popup = new CalendarPopup(m_asOf, m_clock.today(), this);
    popup->setLatest(m_clock.today()); // what the book will be on a later day nobody knows
    connect(popup, &CalendarPopup::picked, this, &TopBar::chooseDay);
    popup->openBelow(m_asOfButton);
}

void TopBar::chooseDay(QDate day)
{
    if (day != m_asOf) {
        setAsOf(day);
        Q_EMIT asOfChosen(day);
    }
}

void TopBar::setAsOf(QDate day)
{
    m_asOf = day.isValid() ? day : m_clock.today();
    const QString iso = m_asOf.toString(Qt::ISODate);
    m_asOfButton->setText(isPast() ? tr("Data as of %1 – not today").arg(iso) : tr("Data as of %1 (today)").arg(iso));
    m_asOfButton->setIcon(
        icon(isPast() ? Glyph::Warning : Glyph::Calendar, isPast() ? Tint::Warning : Tint::Secondary));
    fitWords();
    setProperty("asOf", isPast() ? u"past"_qs : u"today"_qs);
    update();
    Q_EMIT asOfChanged();
}

void TopBar::setUndo(const QString &what)
{
    m_undo->setEnabled(!what.isEmpty());
    m_undo->setToolTip(what.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(what));
}

void TopBar::setRedo(const QString &what)
{
    m_redo->setEnabled(!what.isEmpty());
    m_redo->setToolTip(what.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Y)").arg(what));
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), isPast() ? theme.tokens.warningSoft : theme.tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), isPast() ? theme.tokens.warning : theme.tokens.line);
    paintProgramMark(painter, QRectF(15, (height() - 25) / 2.0, 24, 24));
    painter.setFont(theme.fonts.section);
    painter.setPen(theme.tokens.text);
    painter.drawText(QRect(48, 0, Navigation::fullWidth() - 52, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QApplication::applicationDisplayName());
}

} // namespace gridbook::ui
