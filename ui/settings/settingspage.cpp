#include "ui/settings/settingspage.h"
#include "core/settings/settings.h"
#include "ui/dialogs/ask.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/shell/workbench.h"
#include "ui/widgets/cardframe.h"
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
constexpr int leastPassphrase = 8;

QLabel *words(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    setRole(label, Role::Secondary);
    return label;
}

QFormLayout *formIn(CardFrame *card)
{
    auto *form = new QFormLayout;
    card->body()->setSpacing(12);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft);
    card->body()->addLayout(form);
    return form;
}

template <typename Widget>
void addRow(QFormLayout *form, const QString &label, Widget *widget)
{
    widget->setAccessibleName(label);
    form->addRow(label, widget);
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
    for (QWidget *card : {lookCard(), officeCard(), protectionCard(), backupCard()}) {
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

QWidget *SettingsPage::officeCard()
{
    auto *card = new CardFrame(tr("Who works here"), this);
    auto *form = formIn(card);
    auto *who = new QLabel(m_workbench.book().session().user, card);
    addRow(form, tr("Name in the journal"), who);
    auto *change = new QPushButton(tr("Change…"), card);
    connect(change, &QPushButton::clicked, this, [this, who] {
        if (const auto name = m_workbench.context().ask.askText(
                tr("Name in the journal"), tr("Your name, as it shall stand beside every change"), who->text())) {
            m_settings.set(setting::userName, *name);
            who->setText(*name);
            m_workbench.tell(tr("The new name is used from the next start on."));
        }
    });
    form->addRow(QString(), change);
    auto *rules =
        new QPushButton(icon(glyphNamed(u"gear")), tr("Rules of this place (grid size, terms, report day)…"), card);
    connect(rules, &QPushButton::clicked, this, [this] { m_workbench.openPage(u"list:rule"_qs, {}); });
    form->addRow(QString(), rules);
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
    card->body()->addWidget(m_protection);
    auto *row = new QHBoxLayout;
    m_protect = new QPushButton(icon(glyphNamed(u"lock")), {}, card);
    m_unprotect = new QPushButton(tr("Remove the passphrase…"), card);
    row->addWidget(m_protect);
    row->addWidget(m_unprotect);
    row->addStretch(1);
    card->body()->addLayout(row);
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
    const auto phrase = ask.askSecret(
        tr("Passphrase"), tr("At least %1 characters; a short sentence is best.").arg(leastPassphrase), true);
    if (!phrase) {
        return;
    }
    if (phrase->size() < leastPassphrase) {
        ask.warn(tr("The passphrase is too short. Nothing was changed."));
        return;
    }
    const auto protection = m_workbench.book().protect(*phrase);
    if (!protection) {
        m_workbench.report(protection.error());
        return;
    }
    ask.inform(tr("The book is protected. Write this recovery key down and lock it away:"),
               protection->recoveryKey + u"\n\n"_qs +
                   tr("It opens the book if the passphrase is forgotten. It is shown only now. Older backups still "
                      "open without the passphrase: delete them if need be."));
    refreshProtection();
}

void SettingsPage::unprotect()
{
    Question question;
    question.text = tr("Remove the passphrase?");
    question.detail = tr("Anybody who copies the file can then read it.");
    question.yes = tr("Remove");
    question.dangerous = true;
    if (!m_workbench.context().ask.confirm(question)) {
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
    auto *row = new QHBoxLayout;
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
    row->addWidget(now);
    row->addWidget(folder);
    row->addStretch(1);
    card->body()->addLayout(row);
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
    for (const BackupFile &file : files.mid(0, 6)) {
        auto *line = new QLabel(u"%1 · %2 · %3"_qs.arg(QLocale().toString(file.made, u"yyyy-MM-dd HH:mm"_qs),
                                                       reasons.value(file.reason, file.reason),
                                                       QLocale().formattedDataSize(QFileInfo(file.path).size())),
                                this);
        line->setToolTip(QDir::toNativeSeparators(file.path));
        m_backups->addWidget(line);
    }
    if (files.isEmpty()) {
        m_backups->addWidget(words(tr("No backup yet."), this));
    }
}

} // namespace gridbook::ui
