#include "ui/settings/settingspage.h"
#include "core/book/book.h"
#include "core/reports/recoverypaper.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/busycursor.h"
#include "ui/reports/fonts.h"
#include "ui/reports/layoutengine.h"
#include "ui/reports/output.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/paragraph.h"
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 640;
constexpr int labelWidth = 120;
constexpr int fieldWidth = 240;
constexpr int backupsShown = 6;
constexpr int leastPassphrase = 8;

QLabel *words(const QString &text, QWidget *parent)
{
    auto *label = new Paragraph(text, parent);
    setRole(label, Role::Secondary);
    return label;
}

QFormLayout *formIn(CardFrame *card)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    card->body()->addLayout(form);
    return form;
}

void addRow(QFormLayout *form, const QString &label, QWidget *widget)
{
    widget->setAccessibleName(label);
    widget->setMinimumWidth(fieldWidth);
    auto *name = new QLabel(label, widget->parentWidget());
    name->setMinimumWidth(labelWidth); // the fields of all cards stand under each other
    name->setBuddy(widget);
    form->addRow(name, widget);
}

// Buttons at the left, as wide as their words.
QHBoxLayout *buttonRow(CardFrame *card, const QList<QPushButton *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (QPushButton *button : buttons) {
        row->addWidget(button);
    }
    row->addStretch(1);
    card->body()->addLayout(row);
    return row;
}

} // namespace

SettingsPage::SettingsPage(Workbench &workbench, Settings &settings, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_settings(settings)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Settings"));
    outer->addWidget(scroll);
    auto *sheet = new QWidget(scroll);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(16);
    auto *title = new QLabel(tr("Settings"), sheet);
    setRole(title, Role::Title);
    column->addWidget(title);
    // A column of its own of one width: paragraphs in it then get the height that they need.
    auto *cards = new QWidget(sheet);
    cards->setFixedWidth(cardWidth);
    auto *inside = new QVBoxLayout(cards);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(16);
    for (QWidget *card : {lookCard(), workerCard(), rulesCard(), protectionCard(), backupCard()}) {
        inside->addWidget(card);
    }
    column->addWidget(cards);
    column->addStretch(1);
    scroll->setWidget(sheet);
    refreshProtection();
    refreshBackups();
}

QWidget *SettingsPage::lookCard()
{
    auto *card = new CardFrame(tr("Display"), this);
    auto *form = formIn(card);
    auto *language = new QComboBox(card);
    language->addItem(u"中文"_qs, u"zh"_qs);
    language->addItem(u"English"_qs, u"en"_qs);
    language->setCurrentIndex(language->findData(m_workbench.context().language));
    connect(language, &QComboBox::activated, this, [this, language] {
        m_settings.set(setting::language, language->currentData().toString());
        Q_EMIT languageChosen(language->currentData().toString());
    });
    addRow(form, tr("Language"), language);

    auto *theme = new QComboBox(card);
    theme->addItem(tr("Light"), u"light"_qs);
    theme->addItem(tr("Dark"), u"dark"_qs);
    theme->setCurrentIndex(theme->findData(m_settings.get(setting::theme)));
    connect(theme, &QComboBox::activated, this, [this, theme] {
        m_settings.set(setting::theme, theme->currentData().toString());
        applyLook();
    });
    addRow(form, tr("Colours"), theme);

    auto *size = new QSpinBox(card);
    size->setRange(9, 14);
    size->setSuffix(tr(" pt"));
    size->setValue(m_settings.get(setting::fontSize));
    connect(size, &QSpinBox::valueChanged, this, [this](int points) {
        m_settings.set(setting::fontSize, points);
        applyLook();
    });
    addRow(form, tr("Font size"), size);
    return card;
}

void SettingsPage::applyLook()
{
    const ThemeMode mode = m_settings.get(setting::theme) == u"dark" ? ThemeMode::Dark : ThemeMode::Light;
    m_workbench.context().theme = makeTheme(mode, m_settings.get(setting::fontSize));
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), m_workbench.context().theme);
}

QWidget *SettingsPage::workerCard()
{
    auto *card = new CardFrame(tr("Who works here"), this);
    auto *form = formIn(card);
    auto *who = new QLabel(m_workbench.book().session().user, card);
    addRow(form, tr("Name in the journal"), who);
    auto *change = new QPushButton(tr("Change…"), card);
    change->setObjectName(u"changeName"_qs);
    connect(change, &QPushButton::clicked, this, [this, who] {
        if (const auto name = m_workbench.context().ask.askText(
                tr("Name in the journal"), tr("Your name, as it shall stand beside every change"), who->text())) {
            m_settings.set(setting::userName, *name);
            who->setText(*name);
            m_workbench.note(tr("The new name is used from the next start on."));
        }
    });
    card->body()->setSpacing(12);
    buttonRow(card, {change});
    return card;
}

QWidget *SettingsPage::rulesCard()
{
    auto *card = new CardFrame(tr("Rules of this place"), this);
    card->body()->setSpacing(12);
    card->body()->addWidget(words(
        tr("The size of grids, the terms of committees and the day of the report differ from place to place. Each rule "
           "has a day from which it holds, so that past quarters keep theirs."),
        card));
    auto *rules = new QPushButton(icon(glyphNamed(u"gear")), tr("Open the rules…"), card);
    connect(rules, &QPushButton::clicked, this, [this] { m_workbench.openPage(u"list:rule"_qs, {}); });
    buttonRow(card, {rules});
    return card;
}

QWidget *SettingsPage::protectionCard()
{
    auto *card = new CardFrame(tr("Protection of personal data"), this);
    card->body()->addWidget(words(
        tr("ID numbers, telephones and addresses are always stored sealed. A passphrase keeps the key from anybody who "
           "copies the file; without it the key lies in the book."),
        card));
    m_protection = new QLabel(card);
    m_protection->setWordWrap(true);
    card->body()->setSpacing(12);
    card->body()->addWidget(m_protection);
    m_protect = new QPushButton(icon(glyphNamed(u"lock")), {}, card);
    m_protect->setObjectName(u"protect"_qs);
    m_unprotect = new QPushButton(tr("Remove the passphrase…"), card);
    buttonRow(card, {m_protect, m_unprotect});
    connect(m_protect, &QPushButton::clicked, this, &SettingsPage::protect);
    connect(m_unprotect, &QPushButton::clicked, this, &SettingsPage::unprotect);
    return card;
}

void SettingsPage::refreshProtection()
{
    const bool on = m_workbench.book().isProtected().valueOr(false);
    m_protection->setText(on ? tr("A passphrase is set.") : tr("No passphrase is set."));
    setRole(m_protection, on ? Role::Success : Role::Warning);
    m_protect->setText(on ? tr("Change the passphrase…") : tr("Set a passphrase…"));
    m_unprotect->setVisible(on);
    m_protect->setEnabled(!m_workbench.book().isReadOnly());
    m_unprotect->setEnabled(!m_workbench.book().isReadOnly());
}

void SettingsPage::protect()
{
    Ask &ask = m_workbench.context().ask;
    if (!knowsPassphrase()) {
        return;
    }
    const auto phrase =
        ask.askSecret(tr("Passphrase"), tr("At least %1 characters; a short sentence is best.").arg(leastPassphrase),
                      leastPassphrase);
    if (!phrase) {
        return;
    }
    if (phrase->size() < leastPassphrase) {
        ask.warn(tr("The passphrase is too short. Nothing was changed."));
        return;
    }
    const auto protection = [&] {
        const BusyCursor busy;
        return m_workbench.book().protect(*phrase);
    }();
    if (!protection) {
        m_workbench.report(protection.error());
        return;
    }
    handOver(protection->recoveryKey);
    refreshProtection();
}

// The key is shown only now, so it is asked for until it is printed or said to be written down; going away is neither.
void SettingsPage::handOver(const QString &recoveryKey)
{
    Ask &ask = m_workbench.context().ask;
    const QString detail = recoveryKey + u"\n\n"_qs +
                           tr("It opens the book if the passphrase is forgotten. It is shown only now. Older backups "
                              "still open without the passphrase: delete them if need be.");
    Question leave;
    leave.text = tr("Go on without the recovery key?");
    leave.detail = tr("It is never shown again. If the passphrase is forgotten, nobody can open the book.");
    leave.yes = tr("Go on without it");
    leave.dangerous = true;
    constexpr int print = 0;
    for (bool isHandedOver = false; !isHandedOver;) {
        const auto answer = ask.choose({tr("The book is protected. Print the recovery key for the safe?"),
                                        detail,
                                        {tr("Print…"), tr("I have written it down")},
                                        tr("Go on without it…")});
        if (!answer) {
            isHandedOver = ask.confirm(leave);
        } else if (*answer != print) {
            isHandedOver = true;
        } else {
            const Document paper =
                recoveryPaper(m_workbench.book().name(), recoveryKey, m_workbench.context().clock.today());
            const auto printed = askAndPrint(this, paper.title, paginate(paper, FontChoice()));
            isHandedOver = printed && *printed;
            if (!printed) {
                m_workbench.report(printed.error());
            }
        }
    }
}

// Whoever sits down at an unattended screen must not be able to lock the office out, or the book open.
bool SettingsPage::knowsPassphrase()
{
    if (!m_workbench.book().isProtected().valueOr(true)) {
        return true;
    }
    Ask &ask = m_workbench.context().ask;
    const auto phrase = ask.askSecret(tr("Passphrase"), tr("The present passphrase of this book"), 1);
    if (!phrase) {
        return false;
    }
    const Done known = [&] {
        const BusyCursor busy;
        return m_workbench.book().verifyPassphrase(*phrase);
    }();
    if (!known) {
        ask.warn(known.error().message);
        return false;
    }
    return true;
}

void SettingsPage::unprotect()
{
    Question question;
    question.text = tr("Remove the passphrase?");
    question.detail = tr("Anybody who copies the file can then read it.");
    question.yes = tr("Remove");
    question.dangerous = true;
    if (!m_workbench.context().ask.confirm(question) || !knowsPassphrase()) {
        return;
    }
    if (const auto done = m_workbench.book().unprotect(); !done) {
        m_workbench.report(done.error());
    }
    refreshProtection();
}

QWidget *SettingsPage::backupCard()
{
    auto *card = new CardFrame(tr("Backups"), this);
    card->body()->setSpacing(12);
    card->body()->addWidget(words(tr("Made once a day and before every import, merge and upgrade, checked after "
                                     "writing, thinned out by day, week and month."),
                                  card));
    m_backups = new QVBoxLayout;
    card->body()->addLayout(m_backups);
    auto *now = new QPushButton(icon(glyphNamed(u"save")), tr("Back up now"), card);
    connect(now, &QPushButton::clicked, this, [this] {
        if (const auto made = m_workbench.book().backUp(u"manual"_qs); !made) {
            m_workbench.report(made.error());
        }
        refreshBackups();
    });
    auto *folder = new QPushButton(icon(glyphNamed(u"folder")), tr("Another folder…"), card);
    connect(folder, &QPushButton::clicked, this, [this] {
        const QString chosen = m_workbench.context().ask.chooseFolder(tr("Folder for backups"));
        if (!chosen.isEmpty()) {
            m_settings.set(setting::backupFolder, chosen);
            m_workbench.tell(
                tr("Backups go to %1 from the next opening of the book on.").arg(QDir::toNativeSeparators(chosen)));
        }
    });
    buttonRow(card, {now, folder});
    return card;
}

void SettingsPage::refreshBackups()
{
    while (QLayoutItem *item = m_backups->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QHash<QString, QString> reasons{{u"daily"_qs, tr("daily")},
                                          {u"import"_qs, tr("before an import")},
                                          {u"merge"_qs, tr("before a merge")},
                                          {u"migration"_qs, tr("before an upgrade")},
                                          {u"manual"_qs, tr("by hand")}};
    const QList<BackupFile> files = m_workbench.book().backups();
    for (const BackupFile &file : files.mid(0, backupsShown)) {
        const QString when = QLocale().toString(file.made, u"yyyy-MM-dd HH:mm"_qs);
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *text = new QLabel(u"%1 · %2 · %3"_qs.arg(when, reasons.value(file.reason, file.reason),
                                                       QLocale().formattedDataSize(QFileInfo(file.path).size())),
                                line);
        text->setToolTip(QDir::toNativeSeparators(file.path));
        auto *open = new QPushButton(tr("Open a copy…"), line);
        open->setAccessibleName(tr("Open a copy of the backup of %1").arg(when));
        connect(open, &QPushButton::clicked, this, [this, file] { openCopy(file); });
        row->addWidget(text, 1);
        row->addWidget(open);
        m_backups->addWidget(line);
    }
    if (files.isEmpty()) {
        m_backups->addWidget(words(tr("No backup yet."), this));
    }
}

// The way back: the backup stays what it is, the book too, and the copy is looked at or worked on instead.
void SettingsPage::openCopy(const BackupFile &backup)
{
    const QString name = u"%1 %2.gridbook"_qs.arg(m_workbench.book().name(), backup.made.toString(u"yyyyMMdd-HHmm"_qs));
    const QString target = m_workbench.context().ask.saveFile(
        {tr("Save the copy of the backup"), {tr("Books (*.gridbook)")}, name, u"book"_qs});
    if (target.isEmpty()) {
        return;
    }
    if (QFileInfo(target) == QFileInfo(m_workbench.book().path()) || QFileInfo(target) == QFileInfo(backup.path)) {
        m_workbench.context().ask.warn(tr("Choose another name: this one is the book or the backup itself."));
        return;
    }
    QFile::remove(target); // the file dialog has asked already
    if (!QFile::copy(backup.path, target)) {
        m_workbench.context().ask.warn(
            tr("The copy cannot be written to %1. Choose another folder.").arg(QDir::toNativeSeparators(target)));
        return;
    }
    Q_EMIT bookWanted(target);
}

} // namespace gridbook::ui
