#include "ui/registry/detailpanel.h"
#include "ui/dialogs/ask.h"
#include "ui/registry/actionmenu.h"
#include "ui/registry/detailtimeline.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pause = 80;      // ms after the last step down the list
constexpr int relatedRows = 3; // of each related list
constexpr qsizetype timelineRows = 6;

QLabel *plainLabel(const QString &text, Role role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setRole(label, role);
    return label;
}

QPushButton *link(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    setLinkLike(button);
    return button;
}

} // namespace

DetailPanel::DetailPanel(Workbench &bench, const QString &registry, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_spec(*bench.book().catalog().registry(registry))
    , m_scroll(new QScrollArea(this))
    , m_timer(new QTimer(this))
{
    setMinimumWidth(240);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // the line at the left
    column->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_timer->setSingleShot(true);
    m_timer->setInterval(pause);
    connect(m_timer, &QTimer::timeout, this, &DetailPanel::rebuild);
    connect(&bench.book().bus(), &ChangeBus::changed, m_timer, [this] { m_timer->start(); });
    rebuild();
}

void DetailPanel::setRecord(RowId id)
{
    if (id != m_id) {
        m_id = id;
        m_timer->start();
    }
}

void DetailPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        m_timer->start(); // other colours, other widths
    }
}

void DetailPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), currentTheme().tokens.line);
}

void DetailPanel::rebuild()
{
    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base); // of the theme at hand
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    if (m_id == 0) {
        column->addWidget(plainLabel(tr("Select a row to see its details here."), Role::Secondary, body));
        column->addStretch();
        m_scroll->setWidget(body);
        return;
    }
    const auto record = m_bench.book().records().load(m_spec.id, m_id, m_bench.asOf());
    if (!record) {
        column->addWidget(plainLabel(record.error().message, Role::Secondary, body));
    } else {
        m_title = m_bench.book().reader().title(m_spec.id, m_bench.asOf(), m_id).valueOr({});
        addHead(column, *record);
        addRemarks(column, *record);
        addFacts(column, *record);
        addRelated(column, *record);
        addTimeline(column);
    }
    column->addStretch();
    m_scroll->setWidget(body);
    const QList<QWidget *> parts = body->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        part->ensurePolished(); // the style gives the fonts, and so the widths
    }
    body->installEventFilter(this);
    fitWidth();
    Q_EMIT shown(m_id);
}

// There is no sideways scrolling here, so nothing may be wider than the panel.
void DetailPanel::fitWidth()
{
    if (QWidget *body = m_scroll->widget(); body != nullptr && body->layout() != nullptr) {
        body->layout()->activate();
        setMinimumWidth(1 + body->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    }
}

bool DetailPanel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && object == m_scroll->widget()) {
        fitWidth(); // a value was shown in the clear, or the fonts have changed
    }
    return QWidget::eventFilter(object, event);
}

void DetailPanel::addHead(QVBoxLayout *column, const Record &record)
{
    QWidget *body = column->parentWidget();
    auto *line = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = plainLabel(m_title, Role::Section, body);
    title->setObjectName(u"detailTitle"_qs);
    words->addWidget(title);
    QStringList short3; // what tells two of the same name apart at a glance
    for (const Field &field : m_spec.fields) {
        if (field.isListed && field.type == FieldType::Code && short3.size() < 3) {
            const QString text = valueText(field, record.values.value(field.id), m_bench.book().catalog().codes(),
                                           {m_bench.context().language});
            if (!text.isEmpty()) {
                short3 << text;
            }
        }
    }
    if (!short3.isEmpty()) {
        words->addWidget(plainLabel(short3.join(u" · "_qs), Role::Secondary, body));
    }
    line->addLayout(words, 1);
    auto *open = new QPushButton(tr("Open"), body);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_id); });
    line->addWidget(open, 0, Qt::AlignTop);
    auto *actions = new QToolButton(body);
    actions->setObjectName(u"detailActions"_qs);
    actions->setIcon(icon(Glyph::More));
    actions->setAccessibleName(tr("Actions"));
    actions->setToolTip(tr("What can be done with this record"));
    actions->setFocusPolicy(Qt::TabFocus);
    actions->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(actions);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillActionMenu(menu, m_bench, m_spec, {{m_id}, false, {}, {}});
    });
    actions->setMenu(menu);
    line->addWidget(actions, 0, Qt::AlignTop);
    column->addLayout(line);
}

// What the rules say about the record as a whole, as its form does: a grid outside of its band.
void DetailPanel::addRemarks(QVBoxLayout *column, const Record &record)
{
    if (!m_spec.isTold) {
        return;
    }
    QWidget *body = column->parentWidget();
    const auto remarks = m_bench.book().records().remarks(m_spec.id, m_id, record.values, m_bench.asOf());
    for (const Remark &remark : remarks ? *remarks : QList<Remark>{{{}, remarks.error().message, false, {}}}) {
        if (!remark.field.isEmpty()) {
            continue; // about an entry, where it is entered
        }
        auto *line = new QHBoxLayout;
        line->setSpacing(6);
        auto *mark = new QLabel(body);
        const int size = currentTheme().metrics.icon;
        mark->setPixmap(icon(Glyph::Warning, Tint::Warning).pixmap(QSize(size, size), devicePixelRatioF()));
        line->addWidget(mark, 0, Qt::AlignTop);
        QLabel *words = plainLabel(remark.message, Role::Warning, body);
        words->setObjectName(u"remark"_qs);
        line->addWidget(words, 1);
        column->addLayout(line);
    }
}

void DetailPanel::addFacts(QVBoxLayout *column, const Record &record)
{
    QWidget *body = column->parentWidget();
    QHash<QString, QGridLayout *> sections; // fields of one section may stand apart in the description
    for (const Field &field : m_spec.fields) {
        const QVariant value = record.values.value(field.id);
        const bool blank =
            valueText(field, value, m_bench.book().catalog().codes(), {m_bench.context().language}).isEmpty();
        const bool unset = field.type == FieldType::YesNo && !value.toBool(); // "no" is what everybody expects
        if (field.section.zh.isEmpty() || blank || unset) {
            continue;
        }
        QGridLayout *&grid = sections[field.section.zh];
        if (grid == nullptr) {
            column->addSpacing(6);
            column->addWidget(plainLabel(m_bench.context().word(field.section), Role::Strong, body));
            grid = new QGridLayout;
            grid->setHorizontalSpacing(8);
            grid->setVerticalSpacing(5);
            grid->setColumnMinimumWidth(0, labelWidth());
            grid->setColumnStretch(1, 1);
            column->addLayout(grid);
        }
        addFact(grid, field, value);
    }
}

// Labels of eight characters fit into a line; longer ones take two.
int DetailPanel::labelWidth() const
{
    return QFontMetrics(currentTheme().fonts.base).horizontalAdvance(u'国') * 8 + 4;
}

void DetailPanel::addFact(QGridLayout *grid, const Field &field, const QVariant &value)
{
    QWidget *body = grid->parentWidget();
    const int row = grid->rowCount();
    const CodeTables &codes = m_bench.book().catalog().codes();
    const QString name = m_bench.context().word(field.label);
    auto *label = plainLabel(name, Role::Secondary, body);
    label->setWordWrap(true);
    label->setFixedWidth(labelWidth());
    QString text = valueText(field, value, codes, {m_bench.context().language});
    const QString plain = valueText(field, value, codes, {m_bench.context().language, false});
    const bool hides = field.isMasked || text != plain; // also a note with a number in it
    grid->addWidget(label, row, 0, field.isMasked ? Qt::AlignVCenter : Qt::AlignTop);
    const QString unit = m_bench.context().word(field.unit);
    text += unit.isEmpty() ? QString() : QString(u' ' + unit);
    auto *shownValue = plainLabel(text, Role::Plain, body);
    shownValue->setObjectName(u"fact."_qs + field.id);
    shownValue->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!hides) {
        grid->addWidget(shownValue, row, 1, 1, 2, Qt::AlignTop);
        return;
    }
    shownValue->setWordWrap(!field.isMasked);
    grid->addWidget(shownValue, row, 1, field.isMasked ? Qt::AlignVCenter : Qt::AlignTop);
    QPushButton *button = link(tr("Show"), body);
    button->setObjectName(u"reveal."_qs + field.id);
    button->setAccessibleName(tr("Show %1").arg(name));
    connect(button, &QPushButton::clicked, this,
            [this, &field, plain, shownValue, button] { reveal(field, plain, shownValue, button); });
    grid->addWidget(button, row, 2, field.isMasked ? Qt::AlignVCenter : Qt::AlignTop);
}

void DetailPanel::reveal(const Field &field, const QString &plain, QLabel *label, QWidget *button)
{
    const QString name = m_bench.context().word(field.label);
    const auto purpose = m_bench.context().ask.askReason(
        tr("Show %1 of %2").arg(name, m_title), tr("What for? This is logged."),
        {tr("To contact the person"), tr("To check against documents"), tr("Asked for by the street office")});
    if (!purpose) {
        return;
    }
    const Done logged = m_bench.book().logAccess(u"show"_qs, m_spec.id, m_id, field.id, *purpose);
    if (!logged) {
        m_bench.report(logged.error()); // what cannot be logged is not shown
        return;
    }
    label->setWordWrap(true);
    label->setText(plain);
    button->hide();
}

void DetailPanel::addRelated(QVBoxLayout *column, const Record &record)
{
    QWidget *body = column->parentWidget();
    RegistryReader &reader = m_bench.book().reader();
    for (const RelatedList &related : m_spec.related) {
        const RegistrySpec *other = m_bench.book().catalog().registry(related.registry);
        if (other == nullptr) {
            continue;
        }
        Query query{related.registry,
                    m_bench.asOf(),
                    other->widestScope(), // history belongs here
                    {{related.field, FilterOp::OneOf, {m_id}}},
                    {},
                    {}};
        const auto ids = reader.ids(query);
        const bool adds = related.adds && !m_bench.book().isReadOnly();
        if (!ids || (ids->isEmpty() && !adds)) {
            continue;
        }
        column->addSpacing(6);
        const QString words = m_bench.context().word(related.term);
        QPushButton *head = link(u"%1  %2"_qs.arg(words).arg(ids->size()), body);
        head->setObjectName(u"related."_qs + related.registry);
        head->setToolTip(tr("Open the list"));
        connect(head, &QPushButton::clicked, this,
                [this, query, words] { m_bench.openList(query, QString(m_title + u" · " + words)); });
        auto *line = new QHBoxLayout;
        line->addWidget(head);
        if (adds) {
            QPushButton *add = link(tr("Add"), body);
            add->setObjectName(u"addRelated."_qs + related.registry);
            add->setAccessibleName(tr("Add: %1").arg(words));
            connect(add, &QPushButton::clicked, this, [this, other, given = presetsFor(*other, related.field, record)] {
                m_bench.newRecord(other->id, given);
            });
            line->addWidget(add);
        }
        line->addStretch(1);
        column->addLayout(line);
        const auto rows =
            reader.rows(related.registry, m_bench.asOf(), ids->mid(0, relatedRows), other->defaultColumns());
        for (const RowData &row : rows.valueOr({})) {
            QStringList texts;
            const QStringList columns = other->defaultColumns();
            for (qsizetype i = 0; i < columns.size() && texts.size() < 4; ++i) {
                const QString text = columns.at(i) == related.field
                                         ? QString()
                                         : valueText(*other->field(columns.at(i)), row.values.at(i),
                                                     m_bench.book().catalog().codes(), {m_bench.context().language});
                if (!text.isEmpty()) {
                    texts << text;
                }
            }
            column->addWidget(plainLabel(texts.join(u" · "_qs), Role::Plain, body));
        }
    }
}

// The new one belongs to this record, and to what this record belongs to itself: the grid's community, too.
QVariantMap DetailPanel::presetsFor(const RegistrySpec &other, const QString &field, const Record &record) const
{
    QVariantMap presets{{field, QVariant::fromValue(ReferenceValue{m_id, m_title})}};
    for (const Field &own : m_spec.fields) {
        const Field *there = other.field(own.id);
        if (own.type == FieldType::Reference && there != nullptr && there->isWritable() && there->id != field &&
            there->registry == own.registry) {
            presets.insert(own.id, record.values.value(own.id));
        }
    }
    return presets;
}

void DetailPanel::addTimeline(QVBoxLayout *column)
{
    QWidget *body = column->parentWidget();
    RecordHistory history(m_bench.book().reader(), {m_bench.context().language});
    const auto events = history.events(m_spec.id, m_id);
    if (!events || events->isEmpty()) {
        return;
    }
    column->addSpacing(6);
    column->addWidget(plainLabel(tr("Timeline"), Role::Strong, body));
    auto *list = new QVBoxLayout;
    list->setSpacing(0);
    const qsizetype count = qMin(timelineRows, events->size());
    for (qsizetype i = 0; i < count; ++i) {
        list->addWidget(new TimelineEntry(events->at(i), m_bench.context(), i + 1 == count, body));
    }
    column->addLayout(list);
    QPushButton *more = link(tr("More…"), body);
    more->setObjectName(u"moreHistory"_qs);
    connect(more, &QPushButton::clicked, this, [this] {
        m_bench.openPage(u"history"_qs, {{u"registry"_qs, m_spec.id}, {u"id"_qs, m_id}});
    });
    column->addWidget(more, 0, Qt::AlignLeft);
}

} // namespace gridbook::ui
