#include "ui/shell/welcomepage.h"
#include "core/book/newbook.h"
#include "core/places/places.h"
#include "core/rules/rules.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/texteditors.h"
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 560;

QPushButton *bigButton(const QString &text, Glyph glyph, bool primary, QWidget *parent)
{
    auto *button = new QPushButton(icon(glyph, primary ? Tint::OnAccent : Tint::Text), text, parent);
    button->setMinimumHeight(40);
    if (primary) {
        setPrimary(button);
    }
    return button;
}

} // namespace

WelcomePage::WelcomePage(UiContext &context, const Settings &settings, QWidget *parent)
    : QWidget(parent), m_context(context), m_settings(settings)
{
    setAcceptDrops(true);
    auto *centre = new QVBoxLayout(this);
    centre->addStretch(2);
    auto *card = new CardFrame(this);
    card->setFixedWidth(cardWidth);
    auto *body = card->body();
    body->setContentsMargins(32, 28, 32, 28);
    body->setSpacing(12);
    auto *title = new QLabel(tr("Gridbook"), card);
    setRole(title, Role::Title);
    auto *words = new QLabel(tr("The book of a community: grids, organisations, members and the quarterly report. "
                                "Everything stays in one file on this computer."),
                             card);
    words->setWordWrap(true);
    setRole(words, Role::Secondary);
    body->addWidget(title);
    body->addWidget(words);
    body->addSpacing(8);

    m_make = bigButton(tr("New book…"), glyphNamed(u"add"), true, card);
    auto *open = bigButton(tr("Open a book…"), glyphNamed(u"folder"), false, card);
    auto *demo = bigButton(tr("Look at the demonstration book"), glyphNamed(u"eye"), false, card);
    connect(m_make, &QPushButton::clicked, this, &WelcomePage::showNewBook);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted({}); });
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demonstrationWanted);
    body->addWidget(m_make);
    m_form = makeNewBookForm();
    m_form->hide();
    body->addWidget(m_form);
    body->addWidget(open);
    body->addWidget(demo);
    auto *demoWords = new QLabel(tr("Four communities with made-up people; changes in it harm nobody."), card);
    setRole(demoWords, Role::Small);
    body->addWidget(demoWords);

    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    body->addSpacing(8);
    body->addLayout(m_recent);
    centre->addWidget(card, 0, Qt::AlignHCenter);
    centre->addStretch(3);
    refresh();
}

QWidget *WelcomePage::makeNewBookForm()
{
    auto *form = new QWidget(this);
    auto *rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 4, 0, 8);
    m_name = new FieldRow(tr("Name of the community"), new TextEditor(form), form);
    m_name->setRequired(true);
    m_code = new FieldRow(tr("Division code (12 digits)"), new TextEditor(form), form);
    auto *preset = new CodeEditor(form);
    QList<CodeChoice> options;
    for (const rules::Preset &each : rules::presets()) {
        options.append({each.id, m_context.word(each.term), {}});
    }
    preset->setItems(options);
    preset->setValue(options.first().code);
    m_preset = new FieldRow(tr("Local rules"), preset, form);
    auto *go = new QPushButton(tr("Choose the place and create"), form);
    setPrimary(go);
    connect(go, &QPushButton::clicked, this, &WelcomePage::create);
    rows->addWidget(m_name);
    rows->addWidget(m_code);
    rows->addWidget(m_preset);
    rows->addWidget(go, 0, Qt::AlignLeft);
    return form;
}

void WelcomePage::showNewBook()
{
    m_form->show();
    setPrimary(m_make, false); // the button of the form leads on
    m_name->editor()->field()->setFocus();
}

void WelcomePage::create()
{
    const QString name = m_name->editor()->value().toString().trimmed();
    const QString code = m_code->editor()->value().toString().trimmed();
    m_name->editor()->settle();
    const Done usable = checkCommunityCode(code);
    const QString fault = usable ? places::divisionCodeFault(code, {}) : usable.error().message;
    m_code->editor()->setNote(fault.isEmpty() ? Validation{} : Validation{Level::Error, fault});
    if (name.isEmpty() || !fault.isEmpty()) {
        (name.isEmpty() ? m_name : m_code)->editor()->field()->setFocus();
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_context.ask.saveFile({tr("Where the book shall lie"),
                                                 {tr("Gridbook books (*.gridbook)")},
                                                 folder + u'/' + name + u".gridbook"_qs,
                                                 u"book"_qs});
    if (!path.isEmpty()) {
        Q_EMIT createWanted({path, name, code, m_preset->editor()->value().toString()});
    }
}

void WelcomePage::refresh()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList books = m_settings.get(setting::recentBooks);
    books.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (books.isEmpty()) {
        return;
    }
    auto *head = new QLabel(tr("Recent books"), this);
    setRole(head, Role::Section);
    m_recent->addWidget(head);
    for (const QString &path : books.mid(0, 5)) {
        auto *link = new QPushButton(QFileInfo(path).completeBaseName(), this);
        setLinkLike(link);
        link->setToolTip(QDir::toNativeSeparators(path));
        link->setAccessibleDescription(QDir::toNativeSeparators(path));
        connect(link, &QPushButton::clicked, this, [this, path] { Q_EMIT openWanted(path); });
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    }
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme().tokens.window);
}

void WelcomePage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().toLocalFile().endsWith(u".gridbook")) {
        event->acceptProposedAction();
    }
}

void WelcomePage::dropEvent(QDropEvent *event)
{
    Q_EMIT openWanted(event->mimeData()->urls().first().toLocalFile());
}

} // namespace gridbook::ui
