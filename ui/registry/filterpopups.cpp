#include "ui/registry/filterpopups.h"
#include "core/base/quarter.h"
#include "core/text/pinyin.h"
#include "ui/shell/theme.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/popupplace.h"
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

FilterPopup::FilterPopup(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
}

void FilterPopup::openBelow(const QWidget *anchor)
{
    placeBelow(*this, *anchor);
    show();
}

TickPopup::TickPopup(const QList<Choice> &choices, const QVariantList &now, QWidget *parent)
    : FilterPopup(parent)
    , m_choices(choices)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_footer(new QHBoxLayout)
{
    QStringList ticks;
    for (const QVariant &value : now) {
        ticks << value.toString();
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_search->setPlaceholderText(tr("Word or pinyin"));
    m_search->setAccessibleName(tr("Find in the list"));
    m_search->setVisible(choices.size() > 8);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    m_list->setAccessibleName(tr("Values"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(choice.text, m_list);
        const bool on = ticks.contains(choice.value.toString());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    const int rows = int(qMin<qsizetype>(choices.size(), 12));
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 4);
    m_list->setMinimumWidth(qMin(320, qMax(180, m_list->sizeHintForColumn(0) + 32)));
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &TickPopup::tell);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemPressed, this, [this](QListWidgetItem *item) { m_pressed = item->checkState(); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (item->checkState() == m_pressed) { // beside its box
            turn(item);
        }
    });
    connect(m_search, &QLineEdit::textChanged, this, &TickPopup::narrow);
    m_footer->addStretch();
    column->addLayout(m_footer);
    m_list->setCurrentRow(0);
    setFocusProxy(m_search->isVisibleTo(this) ? static_cast<QWidget *>(m_search) : m_list);
    focusProxy()->setFocus();
}

QPushButton *TickPopup::addFooter(const QString &text)
{
    auto *button = new QPushButton(text, this);
    setLinkLike(button);
    m_footer->insertWidget(m_footer->count() - 1, button);
    return button;
}

void TickPopup::tickNone()
{
    {
        const QSignalBlocker quiet(m_list);
        for (int i = 0; i < m_list->count(); ++i) {
            m_list->item(i)->setCheckState(Qt::Unchecked);
        }
    }
    tell();
}

void TickPopup::turn(QListWidgetItem *item)
{
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    m_pressed = item->checkState();
}

bool TickPopup::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            m_list->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) { // ticks the first that is left
            for (int i = 0; i < m_list->count(); ++i) {
                if (QListWidgetItem *item = m_list->item(i); !item->isHidden()) {
                    turn(item);
                    break;
                }
            }
            return true;
        }
    }
    if (object == m_list && event->type() == QEvent::KeyPress && m_list->currentItem() != nullptr) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            turn(m_list->currentItem());
            return true;
        }
    }
    return FilterPopup::eventFilter(object, event);
}

void TickPopup::narrow(const QString &words)
{
    const QString wanted = words.trimmed().toLower();
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const text::NameKey key = text::textKey(item->text());
        const auto begins = [&](const QString &reading) { return reading.startsWith(wanted); };
        item->setHidden(!wanted.isEmpty() && !item->text().contains(wanted, Qt::CaseInsensitive) &&
                        std::none_of(key.pinyins.begin(), key.pinyins.end(), begins) &&
                        std::none_of(key.allInitials.begin(), key.allInitials.end(), begins));
    }
}

void TickPopup::tell()
{
    QVariantList values;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked) {
            values << m_choices.at(i).value;
        }
    }
    Q_EMIT ticked(values);
}

RangePopup::RangePopup(const Field &field, const std::optional<Filter> &now, const Clock &clock, QWidget *parent)
    : FilterPopup(parent), m_field(field.id), m_type(field.type)
{
    if (field.type == FieldType::Date) {
        buildDates(now, clock);
    } else {
        buildNumbers(now);
    }
}

void RangePopup::buildDates(const std::optional<Filter> &now, const Clock &clock)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(8);
    m_fromDay = new DateEditor(clock, this);
    m_untilDay = new DateEditor(clock, this);
    m_fromDay->setLabel(tr("From"));
    m_untilDay->setLabel(tr("Until"));
    if (now && now->op == FilterOp::Between) {
        m_fromDay->setValue(now->values.value(0));
        m_untilDay->setValue(now->values.value(1));
    }
    grid->addWidget(new QLabel(tr("From"), this), 0, 0);
    grid->addWidget(m_fromDay, 0, 1, 1, 3);
    grid->addWidget(new QLabel(tr("Until"), this), 1, 0);
    grid->addWidget(m_untilDay, 1, 1, 1, 3);
    connect(m_fromDay, &DateEditor::edited, this, &RangePopup::tellDates);
    connect(m_untilDay, &DateEditor::edited, this, &RangePopup::tellDates);
    const QDate today = clock.today();
    const Quarter quarter = Quarter::of(today);
    const QDate month(today.year(), today.month(), 1);
    struct Shortcut
    {
        QString text;
        QDate from;
        QDate until;
    };
    const QList<Shortcut> shortcuts{
        {tr("This month"), month, month.addMonths(1).addDays(-1)},
        {tr("This quarter"), quarter.begin(), quarter.lastDay()},
        {tr("This year"), QDate(today.year(), 1, 1), QDate(today.year(), 12, 31)},
        {tr("Last quarter"), quarter.previous().begin(), quarter.previous().lastDay()},
        {tr("Last year"), QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31)},
    };
    int place = 0;
    const auto button = [&](const QString &text) {
        auto *made = new QPushButton(text, this);
        grid->addWidget(made, 2 + place / 4, place % 4);
        ++place;
        return made;
    };
    for (const Shortcut &each : shortcuts) {
        connect(button(each.text), &QPushButton::clicked, this, [this, each] {
            m_fromDay->setValue(each.from);
            m_untilDay->setValue(each.until);
            tellDates();
            close();
        });
    }
    connect(button(tr("No date")), &QPushButton::clicked, this, [this] {
        Q_EMIT changed(Filter{m_field, FilterOp::Empty, {}});
        close();
    });
    connect(button(tr("Clear")), &QPushButton::clicked, this, [this] {
        Q_EMIT changed(std::nullopt);
        close();
    });
    setFocusProxy(m_fromDay->field());
    m_fromDay->field()->setFocus();
}

void RangePopup::tellDates()
{
    const PartialDate from = m_fromDay->date();
    const PartialDate until = m_untilDay->date();
    if (from.isNull() && until.isNull()) {
        Q_EMIT changed(std::nullopt);
        return;
    }
    Q_EMIT changed(Filter{m_field,
                          FilterOp::Between,
                          {from.isNull() ? QVariant() : QVariant(from.firstDay()),
                           until.isNull() ? QVariant() : QVariant(until.lastDay())}});
}

void RangePopup::buildNumbers(const std::optional<Filter> &now)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(8);
    const auto line = [&](const QString &label, int row, qsizetype place) {
        auto *edit = new QLineEdit(this);
        edit->setAccessibleName(label);
        edit->setFixedWidth(120);
        if (now && now->op == FilterOp::Between && now->values.value(place).isValid()) {
            const double value = now->values.value(place).toDouble();
            edit->setText(QString::number(m_type == FieldType::Money ? value / 100 : value, 'g', 15));
        }
        grid->addWidget(new QLabel(label, this), row, 0);
        grid->addWidget(edit, row, 1);
        connect(edit, &QLineEdit::textChanged, this, &RangePopup::tellNumbers);
        connect(edit, &QLineEdit::returnPressed, this, &QWidget::close);
        return edit;
    };
    m_from = line(tr("At least"), 0, 0);
    m_until = line(tr("At most"), 1, 1);
    auto *clear = new QPushButton(tr("Clear"), this);
    setLinkLike(clear);
    connect(clear, &QPushButton::clicked, this, [this] {
        Q_EMIT changed(std::nullopt);
        close();
    });
    grid->addWidget(clear, 2, 1, Qt::AlignRight);
    setFocusProxy(m_from);
    m_from->setFocus();
}

void RangePopup::tellNumbers()
{
    const auto read = [this](QLineEdit *line) -> QVariant {
        QString text = line->text().trimmed();
        text.remove(u',').remove(u',');
        bool good = false;
        const double value = text.toDouble(&good);
        setFrameState(line, good || text.isEmpty() ? QString() : u"error"_qs);
        if (!good) {
            return {};
        }
        return m_type == FieldType::Money     ? QVariant(qRound64(value * 100))
               : m_type == FieldType::Integer ? QVariant(qRound64(value))
                                              : QVariant(value);
    };
    const QVariant from = read(m_from);
    const QVariant until = read(m_until);
    Q_EMIT changed(from.isValid() || until.isValid() ? std::optional(Filter{m_field, FilterOp::Between, {from, until}})
                                                     : std::nullopt);
}

} // namespace gridbook::ui
