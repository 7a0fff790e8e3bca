#include "ui/dialogs/ask.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Ask)
};

void dress(QMessageBox &box, Glyph glyph, Tint tint, const QString &text, const QString &detail)
{
    const int side = 32;
    box.setWindowTitle(QApplication::applicationDisplayName());
    box.setText(text);
    box.setInformativeText(detail);
    box.setTextFormat(Qt::PlainText); // names from the book are never markup
    // Texts and picture each make the layout anew, so the widths come last.
    box.setIconPixmap(icon(glyph, tint).pixmap(QSize(side, side), box.devicePixelRatioF()));
    // A message box is as wide as its first word needs; sentences want room to breathe.
    if (auto *grid = qobject_cast<QGridLayout *>(box.layout())) {
        int wide = 320;
        const QFontMetrics metrics(box.font());
        for (const QString &word : detail.split(QRegularExpression(u"\\s"_qs))) { // a recovery key stays in one line
            wide = qMax(wide, qMin(640, metrics.horizontalAdvance(word) + 16));
        }
        grid->setColumnMinimumWidth(grid->columnCount() - 1, wide);
    }
}

void tell(Glyph glyph, Tint tint, const QString &text, const QString &detail)
{
    QMessageBox box(QApplication::activeWindow());
    dress(box, glyph, tint, text, detail);
    auto *close = box.addButton(Texts::tr("Close"), QMessageBox::AcceptRole);
    box.setDefaultButton(close);
    box.setEscapeButton(close);
    box.exec();
}

// One line of text with a label above; the leading button waits until something is written.
std::optional<QString> askLine(const QString &title, const QString &label, const QString &accept, QWidget *field,
                               QLineEdit *line, QDialog &dialog, int least = 1)
{
    dialog.setWindowTitle(title);
    auto *column = new QVBoxLayout(&dialog);
    auto *head = new QLabel(label, &dialog);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    head->setBuddy(field);
    field->setAccessibleName(label);
    field->setMinimumWidth(380);
    column->addWidget(head);
    column->addWidget(field);
    auto *buttons = new QDialogButtonBox(&dialog);
    auto *ok = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    buttons->addButton(Texts::tr("Cancel"), QDialogButtonBox::RejectRole);
    setPrimary(ok);
    ok->setDefault(true);
    auto *missing = new QLabel(&dialog);
    setRole(missing, Role::Secondary);
    missing->setVisible(least > 1);
    column->addWidget(missing);
    column->addSpacing(8);
    column->addWidget(buttons);
    const auto refresh = [ok, missing, least](const QString &text) {
        const int lacking = qMax(0, least - int(text.trimmed().size()));
        ok->setEnabled(lacking == 0);
        missing->setText(lacking == 0 ? QString() : Texts::tr("%n more character(s)", nullptr, lacking));
    };
    refresh(line->text());
    QObject::connect(line, &QLineEdit::textChanged, ok, refresh);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted || line->text().trimmed().isEmpty()) {
        return std::nullopt;
    }
    return line->text().trimmed();
}

} // namespace

void DesktopAsk::inform(const QString &text, const QString &detail)
{
    tell(Glyph::Info, Tint::Information, text, detail);
}

void DesktopAsk::warn(const QString &text, const QString &detail)
{
    tell(Glyph::Warning, Tint::Warning, text, detail);
}

bool DesktopAsk::confirm(const Question &question)
{
    QMessageBox box(QApplication::activeWindow());
    dress(box, question.dangerous ? Glyph::Warning : Glyph::Help,
          question.dangerous ? Tint::Warning : Tint::Information, question.text, question.detail);
    auto *yes = box.addButton(question.yes, QMessageBox::AcceptRole);
    auto *no = box.addButton(question.no.isEmpty() ? Texts::tr("Cancel") : question.no, QMessageBox::RejectRole);
    setPrimary(yes);
    box.setDefaultButton(question.dangerous ? no : yes);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

std::optional<int> DesktopAsk::choose(const Choice &choice)
{
    QMessageBox box(QApplication::activeWindow());
    dress(box, Glyph::Help, Tint::Information, choice.text, choice.detail);
    QList<QPushButton *> buttons;
    for (const QString &option : choice.options) {
        buttons.append(box.addButton(option, buttons.isEmpty() ? QMessageBox::AcceptRole : QMessageBox::ActionRole));
    }
    setPrimary(buttons.first());
    box.setDefaultButton(buttons.first());
    box.setEscapeButton(box.addButton(choice.no.isEmpty() ? Texts::tr("Cancel") : choice.no, QMessageBox::RejectRole));
    box.exec();
    const qsizetype chosen = buttons.indexOf(qobject_cast<QPushButton *>(box.clickedButton()));
    return chosen < 0 ? std::nullopt : std::optional(int(chosen));
}

std::optional<QString> DesktopAsk::askReason(const QString &title, const QString &label, const QStringList &suggestions)
{
    QDialog dialog(QApplication::activeWindow());
    auto *box = new QComboBox(&dialog);
    box->setEditable(true);
    box->addItems(suggestions);
    box->setCurrentIndex(-1);
    box->lineEdit()->setMaxLength(200);
    return askLine(title, label, Texts::tr("Confirm"), box, box->lineEdit(), dialog);
}

std::optional<QString> DesktopAsk::askText(const QString &title, const QString &label, const QString &start)
{
    QDialog dialog(QApplication::activeWindow());
    auto *line = new QLineEdit(start, &dialog);
    line->setMaxLength(200);
    line->selectAll();
    return askLine(title, label, Texts::tr("OK"), line, line, dialog);
}

std::optional<QString> DesktopAsk::askSecret(const QString &title, const QString &label, int least)
{
    const auto once = [&](const QString &text) {
        QDialog dialog(QApplication::activeWindow());
        auto *line = new QLineEdit(&dialog);
        line->setEchoMode(QLineEdit::Password);
        return askLine(title, text, Texts::tr("OK"), line, line, dialog, qMax(1, least));
    };
    QString text = label;
    for (;;) {
        const auto first = once(text);
        if (!first || least == 0) {
            return first;
        }
        const auto second = once(Texts::tr("Type it once more, to be sure."));
        if (!second || *second == *first) {
            return second;
        }
        text = Texts::tr("The two were not the same. Type it again.");
    }
}

QString DesktopAsk::startFolder(const FileQuestion &question) const
{
    if (QFileInfo(question.suggestion).isAbsolute()) {
        return question.suggestion;
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(m_folders.value(question.purpose, documents)).filePath(question.suggestion);
}

void DesktopAsk::remember(const FileQuestion &question, const QString &path)
{
    if (!path.isEmpty()) {
        m_folders.insert(question.purpose, QFileInfo(path).absolutePath());
    }
}

QString DesktopAsk::openFile(const FileQuestion &question)
{
    QString path = QFileDialog::getOpenFileName(QApplication::activeWindow(), question.title, startFolder(question),
                                                question.filters.join(u";;"));
    remember(question, path);
    return path;
}

QStringList DesktopAsk::openFiles(const FileQuestion &question)
{
    QStringList paths = QFileDialog::getOpenFileNames(QApplication::activeWindow(), question.title,
                                                      startFolder(question), question.filters.join(u";;"));
    remember(question, paths.value(0));
    return paths;
}

QString DesktopAsk::saveFile(const FileQuestion &question)
{
    QString path = QFileDialog::getSaveFileName(QApplication::activeWindow(), question.title, startFolder(question),
                                                question.filters.join(u";;"));
    remember(question, path);
    return path;
}

QString DesktopAsk::chooseFolder(const QString &title)
{
    return QFileDialog::getExistingDirectory(QApplication::activeWindow(), title);
}

} // namespace gridbook::ui
