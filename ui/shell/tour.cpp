#include "ui/shell/tour.h"
#include "ui/shell/theme.h"
#include "ui/widgets/cardframe.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QTimer>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 380;
constexpr int gap = 14;    // between the place and the words
constexpr int margin = 16; // to the edge of the window
constexpr int spotEdge = 4;
constexpr int darkness = 140; // alpha of the shadow over everything else

} // namespace

Tour::Tour(QList<TourStep> steps, QWidget *window)
    : QWidget(window)
    , m_steps(std::move(steps))
    , m_card(new CardFrame(this))
    , m_title(new QLabel(m_card))
    , m_text(new QLabel(m_card))
    , m_place(new QLabel(m_card))
    , m_skip(new QPushButton(tr("Skip"), m_card)) //: the rest of the tour
    , m_back(new QPushButton(tr("Back"), m_card))
    , m_next(new QPushButton(m_card))
{
    m_card->setFixedWidth(cardWidth);
    m_card->body()->setContentsMargins(20, 16, 20, 14);
    m_card->body()->setSpacing(8);
    setRole(m_title, Role::Section);
    m_text->setWordWrap(true);
    setRole(m_place, Role::Secondary);
    setLinkLike(m_skip);
    setPrimary(m_next);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_place);
    foot->addSpacing(8);
    foot->addWidget(m_skip);
    foot->addStretch(1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    m_card->body()->addWidget(m_title);
    m_card->body()->addWidget(m_text);
    m_card->body()->addSpacing(4);
    m_card->body()->addLayout(foot);
    connect(m_skip, &QPushButton::clicked, this, &Tour::leave);
    connect(m_back, &QPushButton::clicked, this, [this] { show(m_at - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { show(m_at + 1); });
    setAccessibleName(tr("Tour of the window"));
    window->installEventFilter(this);
}

void Tour::start()
{
    setGeometry(parentWidget()->rect());
    setVisible(true);
    raise();
    show(0);
}

void Tour::show(int step)
{
    if (step >= m_steps.size()) {
        leave();
        return;
    }
    m_at = qMax(0, step);
    const TourStep &now = m_steps.at(m_at);
    if (now.prepare) {
        now.prepare();
    }
    raise(); // what was shown for it may be new
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_place->setText(u"%1 / %2"_qs.arg(m_at + 1).arg(m_steps.size()));
    m_skip->setVisible(m_at + 1 < m_steps.size());
    m_back->setVisible(m_at > 0);
    m_next->setText(m_at + 1 < m_steps.size() ? tr("Next") : tr("Begin to work"));
    m_next->setFocus();
    arrange();
    QTimer::singleShot(0, this, &Tour::arrange); // when what was opened for it has its place
}

// The words stand beside the place: below it, above it, or at its right.
void Tour::arrange()
{
    if (m_at < 0) {
        return;
    }
    const TourStep &now = m_steps.at(m_at);
    QWidget *target = now.target ? now.target() : nullptr;
    m_spot = {};
    if (target != nullptr && target->isVisible()) {
        const QRect part = now.part ? now.part() : target->rect();
        m_spot = QRect(target->mapTo(parentWidget(), part.topLeft()), part.size())
                     .adjusted(-spotEdge, -spotEdge, spotEdge, spotEdge)
                     .intersected(rect());
    }
    m_card->layout()->activate();
    const QSize size(cardWidth, m_card->layout()->totalHeightForWidth(cardWidth));
    QPoint at((width() - size.width()) / 2, (height() - size.height()) / 2);
    if (!m_spot.isEmpty()) {
        const bool isColumn = m_spot.height() > height() / 2;
        const bool fitsBelow = m_spot.bottom() + gap + size.height() + margin < height();
        at = isColumn    ? QPoint(m_spot.right() + gap, m_spot.top() + margin * 4)
             : fitsBelow ? QPoint(m_spot.left(), m_spot.bottom() + gap)
                         : QPoint(m_spot.left(), m_spot.top() - gap - size.height());
        if (!isColumn && m_spot.right() < width() / 4) { // a line of the navigation
            at = QPoint(m_spot.right() + gap, m_spot.center().y() - size.height() / 2);
        }
    }
    at.setX(qBound(margin, at.x(), qMax(margin, width() - size.width() - margin)));
    at.setY(qBound(margin, at.y(), qMax(margin, height() - size.height() - margin)));
    m_card->setGeometry(QRect(at, size));
    update();
}

void Tour::leave()
{
    hide();
    parentWidget()->removeEventFilter(this);
    deleteLater();
    Q_EMIT finished();
}

bool Tour::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the keys of the window rest
        return true;
    }
    return QWidget::event(event);
}

bool Tour::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        arrange();
    }
    return QWidget::eventFilter(object, event);
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *button = qobject_cast<QPushButton *>(focusWidget());
        (button != nullptr ? button : m_next)->click();
    }
}

// The focus stays with the tour.
bool Tour::focusNextPrevChild(bool next)
{
    QList<QPushButton *> buttons;
    for (QPushButton *each : {m_skip, m_back, m_next}) {
        if (each->isVisible()) {
            buttons << each;
        }
    }
    if (buttons.isEmpty()) {
        return false; // it is going
    }
    const qsizetype at = buttons.indexOf(qobject_cast<QPushButton *>(focusWidget()));
    buttons.at((at + (next ? 1 : buttons.size() - 1)) % buttons.size())->setFocus(Qt::TabFocusReason);
    return true;
}

void Tour::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath dark;
    dark.addRect(rect());
    QColor shade = theme.mode == ThemeMode::Light ? theme.tokens.text : theme.tokens.shadow;
    shade.setAlpha(darkness);
    if (!m_spot.isEmpty()) {
        QPainterPath light;
        light.addRoundedRect(m_spot, theme.metrics.radius + 2, theme.metrics.radius + 2);
        dark = dark.subtracted(light);
        painter.fillPath(dark, shade);
        painter.setPen(QPen(theme.tokens.accent, 2));
        painter.drawPath(light);
        return;
    }
    painter.fillPath(dark, shade);
}

} // namespace gridbook::ui
