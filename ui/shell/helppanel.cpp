#include "ui/shell/helppanel.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

namespace gridbook::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 344;
constexpr double lineHeight = 145; // per cent: Chinese wants air

// Markdown knows no measures: heads in the fonts of the house, air between lines and paragraphs.
void arrange(QTextDocument *document)
{
    const Theme &theme = currentTheme();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        if (const int level = format.headingLevel(); level > 0) {
            format.setTopMargin(level == 1 ? 0 : 14);
            format.setBottomMargin(6);
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat text;
            text.setFont(level == 1 ? theme.fonts.title : theme.fonts.section);
            cursor.setCharFormat(text);
        } else {
            format.setBottomMargin(6);
        }
        cursor.setBlockFormat(format);
    }
}

} // namespace

HelpPanel::HelpPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_view(new QTextBrowser(this))
    , m_keys(new QPushButton(tr("Keyboard"), this))
    , m_tour(new QPushButton(tr("Show me around"), this))
{
    setFixedWidth(panelWidth);
    setRole(m_title, Role::Section);
    m_close->setIcon(icon(Glyph::Close, Tint::Secondary));
    m_close->setAccessibleName(tr("Close the help"));
    m_close->setToolTip(tr("Close the help (F1)"));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setOpenLinks(false);
    m_view->setAccessibleName(tr("Help"));
    m_view->document()->setIndentWidth(14);
    m_view->document()->setDocumentMargin(0);
    setLinkLike(m_keys);
    setLinkLike(m_tour);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_keys);
    foot->addStretch(1);
    foot->addWidget(m_tour);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 10);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_close, &QToolButton::clicked, this, &HelpPanel::closed);
    connect(m_keys, &QPushButton::clicked, this, &HelpPanel::keysWanted);
    connect(m_tour, &QPushButton::clicked, this, &HelpPanel::tourWanted);
    hide();
}

void HelpPanel::show(const QString &title, const QString &markdown)
{
    m_title->setText(title);
    m_view->setMarkdown(markdown);
    arrange(m_view->document());
    m_view->verticalScrollBar()->setValue(0);
    setVisible(true);
}

QString HelpPanel::text() const
{
    return m_view->toPlainText();
}

void HelpPanel::setTourPossible(bool possible)
{
    m_tour->setVisible(possible);
}

void HelpPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTheme().tokens;
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

} // namespace gridbook::ui
