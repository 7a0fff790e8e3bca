#include "ui/shell/homepage.h"
#include "core/changes/drafts.h"
#include "ui/dialogs/ask.h"
#include "ui/reports/charts.h"
#include "ui/shell/icons.h"
#include "ui/shell/openfigure.h"
#include "ui/shell/recordactions.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/cardframe.h"
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;
using party::TermState;

namespace {

constexpr int cardsInRow = 6;

// One card shows one number or a pair that is read together (households and persons).
struct CardPlan
{
    Term title;
    QStringList figures;
};

const QList<CardPlan> &cardPlans()
{
    static const QList<CardPlan> all{
        {{u"社区 / 网格"_qs, u"Communities / grids"_qs}, {u"places.communities"_qs, u"places.grids"_qs}},
        {{u"常住户 / 人"_qs, u"Resident households / persons"_qs},
         {u"population.residentHouseholds"_qs, u"population.residentPersons"_qs}},
        {{u"户籍户 / 人"_qs, u"Registered households / persons"_qs},
         {u"population.registeredHouseholds"_qs, u"population.registeredPersons"_qs}},
        {{u"在册党员"_qs, u"Members"_qs}, {u"members.total"_qs}},
        {{u"党总支 / 党支部 / 党小组"_qs, u"General branches / branches / groups"_qs},
         {u"orgs.generalBranches"_qs, u"orgs.branches"_qs, u"orgs.groups"_qs}},
        {{u"居民小组"_qs, u"Resident groups"_qs}, {u"places.residentGroups"_qs}},
    };
    return all;
}

// "—" for what was never recorded.
QString number(std::optional<qint64> value)
{
    return value ? QLocale(QLocale::English).toString(*value) : numberText(value);
}

// What a record that was being added was to be called, as far as it had got.
QString draftName(const RegistrySpec &spec, const Draft &draft)
{
    const QStringList columns = spec.defaultColumns();
    for (const QString &id : columns) {
        const Field &field = *spec.field(id);
        const QString text =
            field.type == FieldType::Reference ? draft.texts.value(id) : draft.values.value(id).toString();
        if ((field.type == FieldType::Text || field.type == FieldType::Reference) && !text.isEmpty()) {
            return text;
        }
    }
    return HomePage::tr("(new)");
}

QString signedNumber(std::optional<qint64> value)
{
    return (value.value_or(0) > 0 ? u"+"_qs : QString()) + number(value);
}

Chart chartOf(const QList<ChartPoint> &points, Chart::Kind kind, const QString &language)
{
    Chart chart;
    chart.kind = kind;
    for (const ChartPoint &point : points) {
        chart.points.append({point.label.in(language), double(point.value), {point.key}});
    }
    return chart;
}

ChartPalette paletteOf(const Tokens &tokens)
{
    return {tokens.accent, tokens.information, tokens.line, tokens.text, tokens.secondary};
}

} // namespace

HomePage::HomePage(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_cancel(makeCancelFlag())
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 12, 16, 16);
    outer->setSpacing(12);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("Home"), this);
    setRole(title, Role::Title);
    m_subtitle = new QLabel(this);
    setRole(m_subtitle, Role::Secondary);
    auto *report = new QPushButton(tr("Open the quarterly report"), this);
    setPrimary(report);
    connect(report, &QPushButton::clicked, this, [this] { m_workbench.openPage(u"report"_qs, {}); });
    head->addWidget(title);
    head->addSpacing(12);
    head->addWidget(m_subtitle, 1);
    head->addWidget(report);
    outer->addLayout(head);

    // On a low screen the page scrolls; nothing on it is squashed.
    auto *all = new QScrollArea(this);
    all->setWidgetResizable(true);
    all->setFrameShape(QFrame::NoFrame);
    all->setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget(all);
    auto *rows = new QVBoxLayout(sheet);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    all->setWidget(sheet);
    all->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    outer->addWidget(all, 1);
    m_cards = new QGridLayout;
    m_cards->setSpacing(12);
    rows->addLayout(m_cards);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    auto *dueCard = new CardFrame(tr("To do"), this);
    auto *scroll = new QScrollArea(dueCard);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("To do"));
    auto *list = new QWidget(scroll);
    auto *lists = new QVBoxLayout(list);
    lists->setContentsMargins(0, 0, 8, 0);
    lists->setSpacing(0);
    m_unsaved = new QVBoxLayout;
    m_due = new QVBoxLayout;
    lists->addLayout(m_unsaved);
    lists->addLayout(m_due, 1);
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false); // the card's own ground shows
    list->setAutoFillBackground(false);
    dueCard->body()->addWidget(scroll);
    middle->addWidget(dueCard, 6);
    auto *charts = new QVBoxLayout;
    charts->setSpacing(12);
    m_ageCard = new CardFrame(tr("Members by age (years)"), this);
    m_ages = new ChartWidget(m_ageCard);
    m_ages->setAccessibleName(tr("Members by age (years)"));
    m_ageCard->body()->addWidget(m_ages);
    m_quarterCard = new CardFrame(tr("Members at the end of four quarters"), this);
    m_quarters = new ChartWidget(m_quarterCard);
    m_quarters->setAccessibleName(tr("Members at the end of four quarters"));
    m_quarterCard->body()->addWidget(m_quarters);
    charts->addWidget(m_ageCard, 3);
    charts->addWidget(m_quarterCard, 2);
    middle->addLayout(charts, 7);
    rows->addLayout(middle, 1);
    connect(m_ages, &ChartWidget::barActivated, this,
            [this](int index) { openFigure(m_workbench, this, m_agePoints.value(index).key); });
    connect(m_quarters, &ChartWidget::barActivated, this,
            [this](int index) { openFigure(m_workbench, this, m_quarterPoints.value(index).key); });
    connect(&m_workbench, &Workbench::asOfChanged, this, &HomePage::refresh);
    connect(&m_workbench.book().bus(), &ChangeBus::changed, this, &HomePage::refresh);
    refresh();
}

HomePage::~HomePage()
{
    m_cancel->store(true);
}

void HomePage::refresh()
{
    const QDate day = m_workbench.asOf();
    m_subtitle->setText(tr("%1 · as of %2")
                            .arg(m_workbench.context().language.startsWith(u"zh") ? Quarter::of(day).toChinese()
                                                                                  : Quarter::of(day).toString(),
                                 day.toString(Qt::ISODate)));
    m_cancel->store(true); // an older reading is of no use any more
    m_cancel = makeCancelFlag();
    const quint64 run = ++m_run;
    runInBackground(
        this,
        [book = &m_workbench.book(), day, cancel = m_cancel]() -> Result<HomeFigures> {
            GRIDBOOK_ASSIGN(auto reader, book->openReader());
            GRIDBOOK_ASSIGN(auto figures,
                            Figures::open(reader->registries(),
                                          {[cancel](qint64, qint64, const QString &) { return !cancel->load(); }}));
            return homeFigures(*figures, day);
        },
        [this, run](const Result<HomeFigures> &figures) {
            if (run != m_run) {
                return;
            }
            if (figures) {
                fill(*figures);
            } else {
                m_workbench.report(figures.error());
            }
        });
}

void HomePage::fill(const HomeFigures &figures)
{
    fillCards(figures.headline);
    fillDue(figures);
    fillCharts(figures);
    Q_EMIT filled();
}

void HomePage::fillCards(const QList<FigureLine> &lines)
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto lineOf = [&](const QString &id) {
        const auto it =
            std::find_if(lines.begin(), lines.end(), [&](const FigureLine &line) { return line.rule.id == id; });
        return it == lines.end() ? FigureLine{} : *it;
    };
    m_cardsInOrder.clear();
    m_cardColumns = 0;
    for (const CardPlan &plan : cardPlans()) {
        auto *card = new CardFrame(this);
        auto *body = card->body();
        body->setContentsMargins(14, 10, 14, 10);
        body->setSpacing(2);
        auto *title = new QLabel(m_workbench.context().word(plan.title), card);
        setRole(title, Role::Secondary);
        body->addWidget(title);
        auto *numbers = new QHBoxLayout;
        numbers->setSpacing(4);
        QStringList changes;
        for (const QString &id : plan.figures) {
            const FigureLine line = lineOf(id);
            if (numbers->count() > 0) {
                auto *slash = new QLabel(u"/"_qs, card);
                setRole(slash, Role::Figure);
                numbers->addWidget(slash);
            }
            auto *value = new QPushButton(number(line.now), card);
            setLinkLike(value);
            value->setFont(currentTheme().fonts.figure);
            value->setProperty("figure", true);
            QPalette palette = value->palette();
            palette.setColor(QPalette::Link, currentTheme().tokens.text);
            palette.setColor(QPalette::ButtonText, currentTheme().tokens.text);
            value->setPalette(palette);
            value->setCursor(Qt::PointingHandCursor);
            value->setAccessibleName(m_workbench.context().word(line.rule.term) + u' ' + number(line.now));
            value->setToolTip(m_workbench.context().word(line.rule.rule));
            connect(value, &QPushButton::clicked, this,
                    [this, key = line.keyNow] { openFigure(m_workbench, this, key); });
            numbers->addWidget(value);
            changes << signedNumber(line.change());
        }
        numbers->addStretch(1);
        body->addLayout(numbers);
        const bool known = std::any_of(plan.figures.begin(), plan.figures.end(),
                                       [&](const QString &id) { return lineOf(id).now.has_value(); });
        auto *change =
            new QLabel(known ? tr("against last quarter %1").arg(changes.join(u" / "_qs)) : tr("never recorded"), card);
        setRole(change, Role::Small);
        body->addWidget(change);
        m_cards->addWidget(card);
        m_cardsInOrder << card;
        const QList<QWidget *> parts = card->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            part->ensurePolished(); // the style gives the fonts, and so the widths
        }
    }
    arrangeCards();
}

// All in one row if no number is cut off there, else in two.
void HomePage::arrangeCards()
{
    int needed = 32; // margins of the page
    for (const QWidget *card : std::as_const(m_cardsInOrder)) {
        needed += card->minimumSizeHint().width() + m_cards->spacing();
    }
    const int columns = needed <= width() ? cardsInRow : cardsInRow / 2;
    if (columns == m_cardColumns) {
        return;
    }
    m_cardColumns = columns;
    for (int at = 0; at < m_cardsInOrder.size(); ++at) {
        m_cards->removeWidget(m_cardsInOrder.at(at));
        m_cards->addWidget(m_cardsInOrder.at(at), at / columns, at % columns);
    }
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCards();
}

void HomePage::clear(QVBoxLayout *list)
{
    while (QLayoutItem *item = list->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was clicked
        }
        delete item;
    }
}

void HomePage::addHead(QVBoxLayout *list, const QString &text, int role)
{
    auto *label = new QLabel(text, this);
    label->setContentsMargins(0, 10, 0, 4);
    setRole(label, Role(role));
    list->addWidget(label);
}

void HomePage::addLine(QVBoxLayout *list, const QString &text, const QList<Verb> &verbs)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 4);
    auto *label = new QLabel(text, line);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    row->addWidget(label, 1);
    for (const Verb &verb : verbs) {
        auto *link = new QPushButton(verb.text, line);
        setLinkLike(link);
        link->setAccessibleName(verb.text + u' ' + text);
        connect(link, &QPushButton::clicked, this, verb.run);
        row->addWidget(link);
    }
    list->addWidget(line);
}

// A step of a domain's room by its name: home knows that it exists, not what it asks.
void HomePage::runAction(const QString &action, RowId record)
{
    for (const RecordAction &each : recordActions()) {
        if (each.id == action) {
            each.run(m_workbench, {record});
        }
    }
}

void HomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showUnsaved(); // a form may have been left with a draft since
}

// Forms that were open when the program or the machine stopped.
void HomePage::showUnsaved()
{
    clear(m_unsaved);
    Book &book = m_workbench.book();
    if (book.isReadOnly()) {
        return; // there is nothing to go on with
    }
    for (const Draft &draft : Drafts(book.path(), book.sealer()).all()) {
        const RegistrySpec *spec = book.catalog().registry(draft.registry);
        if (spec == nullptr) {
            continue; // of another version of the program
        }
        const auto title = book.reader().title(draft.registry, m_workbench.asOf(), draft.record);
        const bool gone = draft.record != 0 && (!title || title->isEmpty());
        const QString name = draft.record != 0 ? title.valueOr({}) : draftName(*spec, draft);
        const QString what = m_workbench.context().word(spec->term) + u' ' + name;
        QString text = tr("%1 · %n entry(ies), %2", nullptr, int(draft.values.size()))
                           .arg(what.trimmed(), draft.savedAt.toString(u"yyyy-MM-dd HH:mm"_qs));
        if (gone) {
            text += u" · "_qs + tr("the record is no longer there on this day");
        }
        if (m_unsaved->count() == 0) {
            addHead(m_unsaved, tr("Not saved"), int(Role::Warning));
        }
        QList<Verb> verbs;
        if (!gone) {
            verbs.append({tr("Continue"), [this, registry = draft.registry, record = draft.record] {
                              m_workbench.openPage(
                                  u"record"_qs, {{u"registry"_qs, registry}, {u"id"_qs, record}, {u"draft"_qs, true}});
                          }});
        }
        verbs.append({tr("Discard"), [this, registry = draft.registry, record = draft.record, what] {
                          discard(registry, record, what);
                      }});
        addLine(m_unsaved, text, verbs);
    }
}

void HomePage::discard(const QString &registry, RowId record, const QString &what)
{
    if (!m_workbench.context().ask.confirm(
            {tr("Discard what was not saved of “%1”?").arg(what.trimmed()),
             tr("The entries of the draft are gone then; the book itself stays as it is."),
             tr("Discard"),
             {},
             true})) {
        return;
    }
    Drafts(m_workbench.book().path(), m_workbench.book().sealer()).drop(registry, record);
    showUnsaved();
}

// A book without members: what its papers are made of comes first.
void HomePage::fillBeginning(const HomeFigures &figures)
{
    const auto members = std::find_if(figures.headline.begin(), figures.headline.end(),
                                      [](const FigureLine &line) { return line.rule.id == u"members.total"; });
    if (members == figures.headline.end() || members->now.value_or(0) > 0 || m_workbench.book().isReadOnly()) {
        return;
    }
    addHead(m_due, tr("Begin here"), int(Role::Strong));
    addLine(m_due, tr("Take in the rosters of members that the office has, as they are"),
            {{tr("Import…"), [this] { m_workbench.openImport(u"member"_qs, {}); }}});
    addLine(m_due, tr("Communities, their grids and households"),
            {{tr("Open"), [this] { m_workbench.openPage(u"list:grid"_qs, {}); }}});
    addLine(m_due, tr("Party organizations and their terms"),
            {{tr("Open"), [this] { m_workbench.openPage(u"list:partyOrg"_qs, {}); }}});
}

void HomePage::fillDue(const HomeFigures &figures)
{
    clear(m_due);
    fillBeginning(figures);
    const auto section = [&](TermState state, const QString &head, Role role, const auto &words) {
        bool first = true;
        for (const OrgLine &line : figures.due) {
            if (line.state != state) {
                continue;
            }
            if (first) {
                addHead(m_due, head, int(role));
                first = false;
            }
            QList<Verb> verbs{{tr("Open"), [this, id = line.org.org] { m_workbench.openRecord(u"partyOrg"_qs, id); }}};
            if (!m_workbench.book().isReadOnly()) {
                verbs.prepend(
                    {tr("Re-election"), [this, id = line.org.org] { runAction(u"partyOrg.beginTerm"_qs, id); }});
            }
            addLine(m_due, words(line), verbs);
        }
    };
    section(TermState::Overdue, tr("Overdue"), Role::Danger, [](const OrgLine &line) {
        return tr("%1: the term ended %n day(s) ago", nullptr, -line.days).arg(line.org.name);
    });
    section(TermState::Due, tr("Within six months"), Role::Warning, [](const OrgLine &line) {
        return tr("%1: the term ends in %n day(s)", nullptr, line.days).arg(line.org.name);
    });
    section(TermState::Extended, tr("Extended by approval"), Role::Warning, [](const OrgLine &line) {
        return tr("%1: the extension ends in %n day(s)", nullptr, line.days).arg(line.org.name);
    });
    bool first = true;
    for (const Finding &finding : figures.findings) {
        if (first) {
            addHead(m_due, tr("Checks before the report"), int(Role::Warning));
            first = false;
        }
        addLine(m_due, m_workbench.context().word(finding.result),
                finding.key.isEmpty()
                    ? QList<Verb>()
                    : QList<Verb>{{tr("Look"), [this, key = finding.key] { openFigure(m_workbench, this, key); }}});
    }
    section(TermState::Missing, tr("Cannot be computed"), Role::Secondary,
            [](const OrgLine &line) { return tr("%1: no election is recorded").arg(line.org.name); });
    if (m_due->count() == 0) {
        addHead(m_due, tr("Nothing is due. All checks hold."), int(Role::Success));
    }
    m_due->addStretch(1);
}

void HomePage::fillCharts(const HomeFigures &figures)
{
    const QString &language = m_workbench.context().language;
    m_agePoints = figures.ageBands;
    m_quarterPoints = figures.quarters;
    const ChartPalette palette = paletteOf(currentTheme().tokens);
    m_ages->setPalette(palette);
    m_quarters->setPalette(palette);
    m_ages->setChart(chartOf(figures.ageBands, Chart::Kind::Bars, language));
    m_quarters->setChart(chartOf(figures.quarters, Chart::Kind::HorizontalBars, language));
    qint64 all = 0;
    for (const ChartPoint &point : figures.ageBands) {
        all += point.value;
    }
    m_ageCard->setNote(tr("%n member(s) in statistics · click a bar for the names", nullptr, int(all)));
    m_quarterCard->setNote(tr("on the register"));
}

} // namespace gridbook::ui
