#include "ui/registry/formview.h"
#include "core/registry/valuetext.h"
#include "core/text/pinyin.h"
#include "ui/registry/formsealed.h"
#include "ui/shell/theme.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/citizenideditor.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/lookupeditor.h"
#include <QFocusEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

constexpr int oneColumnBelow = 520; // device-independent pixels: two columns would cut dates and numbers
constexpr int betweenRows = 2;      // after the line of the message
constexpr int aroundField = 56;     // stays in sight above and below a field: the head of its section

LineEditor *lineOf(Editor *editor)
{
    if (auto *sealed = qobject_cast<SealedEditor *>(editor)) {
        return sealed->inner();
    }
    return qobject_cast<LineEditor *>(editor);
}

} // namespace

FormView::FormView(const RegistrySpec &spec, const EditorSources &sources, QWidget *parent)
    : QScrollArea(parent), m_spec(spec), m_reader(sources.reader), m_context(sources.context)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(0);
    QStringList names;
    for (const Field &field : spec.fields) {
        if (!field.section.zh.isEmpty() && !names.contains(field.section.zh)) {
            names << field.section.zh;
        }
    }
    // What is left over comes last, wherever the fields of a person end.
    if (const qsizetype rest = names.indexOf(u"其他"_qs); rest >= 0) {
        names.move(rest, names.size() - 1);
    }
    for (const QString &name : names) {
        Section section;
        auto *head = new QLabel(content);
        head->setTextFormat(Qt::PlainText);
        setRole(head, Role::Section);
        if (!m_sections.isEmpty()) {
            column->addSpacing(14);
        }
        column->addWidget(head);
        column->addSpacing(12);
        section.grid = new QGridLayout;
        section.grid->setHorizontalSpacing(20);
        section.grid->setVerticalSpacing(betweenRows);
        column->addLayout(section.grid);
        for (const Field &field : spec.fields) {
            if (field.section.zh == name) {
                head->setText(m_context.word(field.section));
                addField(field, sources, content);
                section.fields << field.id;
            }
        }
        m_sections << section;
    }
    column->addStretch(1); // all that is left over: rows keep their distance in short forms, too
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    arrange(2);
}

void FormView::addField(const Field &field, const EditorSources &sources, QWidget *parent)
{
    Box box;
    box.field = &field;
    box.widget = new QWidget(parent);
    auto *column = new QVBoxLayout(box.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    EditorSources own = sources;
    own.other = [this](const QString &other) {
        const Editor *at = editor(other);
        return at == nullptr ? QVariant() : at->value();
    };
    box.editor = makeEditor(field, own, box.widget);
    box.row = new FieldRow(m_context.word(field.label), box.editor, box.widget);
    box.row->setRequired(field.isRequired);
    box.row->setObjectName(field.id);
    column->addWidget(box.row);
    box.offers = new QWidget(box.row);
    auto *offers = new QHBoxLayout(box.offers);
    offers->setContentsMargins(0, 0, 0, 0);
    offers->setSpacing(16);
    box.offers->hide();
    box.row->setAside(box.offers);
    column->addStretch();
    box.span = field.type == FieldType::LongText || field.width >= 24 ? 2 : 1;
    if (!field.hint.zh.isEmpty()) {
        box.editor->field()->setToolTip(m_context.word(field.hint));
    }
    const QString id = field.id;
    connect(box.editor, &Editor::edited, this, [this, id] {
        showPinyin(id);
        rereadNumbers(id);
        Q_EMIT edited(id);
    });
    if (auto *sealed = qobject_cast<SealedEditor *>(box.editor)) {
        connect(sealed, &SealedEditor::revealRequested, this, [this, id] { Q_EMIT revealRequested(id); });
        sealed->mask()->installEventFilter(this);
    }
    if (auto *lookup = qobject_cast<LookupEditor *>(box.editor)) {
        connect(lookup, &LookupEditor::newRequested, this,
                [this, id](const QString &typed) { Q_EMIT newRequested(id, typed); });
    }
    box.editor->field()->installEventFilter(this);
    m_boxes.insert(id, box);
    m_order << id;
}

// A number is right or wrong for the document that the form names beside it.
void FormView::rereadNumbers(const QString &edited)
{
    if (edited != u"idType") {
        return;
    }
    for (const Box &box : std::as_const(m_boxes)) {
        const auto *sealed = qobject_cast<SealedEditor *>(box.editor);
        if (auto *number = sealed == nullptr ? nullptr : qobject_cast<CitizenIdEditor *>(sealed->inner())) {
            number->typeChanged();
        }
    }
}

void FormView::arrange(int columns)
{
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (const Section &section : m_sections) {
        int row = 0;
        int at = 0;
        for (const QString &id : section.fields) {
            const Box &box = m_boxes[id];
            const int span = qMin(box.span, columns);
            if (at + span > columns) {
                ++row;
                at = 0;
            }
            section.grid->removeWidget(box.widget);
            section.grid->addWidget(box.widget, row, at, 1, span);
            at += span;
        }
        section.grid->setColumnStretch(0, 1);
        section.grid->setColumnStretch(1, columns > 1 ? 1 : 0);
    }
}

void FormView::resizeEvent(QResizeEvent *event)
{
    arrange(viewport()->width() < oneColumnBelow ? 1 : 2);
    QScrollArea::resizeEvent(event);
}

bool FormView::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        for (const Box &box : std::as_const(m_boxes)) {
            if (box.widget->isAncestorOf(static_cast<QWidget *>(object)) && !m_left.contains(box.field->id)) {
                m_left.insert(box.field->id);
                Q_EMIT left(box.field->id);
            }
        }
    }
    if (event->type() == QEvent::FocusIn) {
        if (auto *field = qobject_cast<QWidget *>(object)) {
            // The whole row with its label and message, not only the line.
            for (const Box &box : std::as_const(m_boxes)) {
                if (box.widget->isAncestorOf(field)) {
                    ensureWidgetVisible(box.widget, 0, aroundField);
                }
            }
        }
    }
    return QScrollArea::eventFilter(object, event);
}

void FormView::showField(const Field &field, Editor &editor, const QVariant &value)
{
    if (auto *sealed = qobject_cast<SealedEditor *>(&editor); sealed != nullptr && !value.toString().isEmpty()) {
        sealed->setMasked(value, valueText(field, value, m_reader.catalog().codes(), {}));
        return;
    }
    showValue(field, editor, value);
}

void FormView::show(const QVariantMap &values)
{
    m_shown = values;
    m_left.clear();
    for (const QString &id : m_order) {
        const Box &box = m_boxes[id];
        showField(*box.field, *box.editor, values.value(id));
        m_shownTexts.insert(id, typedText(id));
        showPinyin(id);
        box.editor->setNote({});
        setOffers(id, {});
    }
    setReadOnly(m_readOnly);
}

QVariantMap FormView::values() const
{
    QVariantMap values = m_shown;
    for (const QString &id : m_order) {
        const Box &box = m_boxes[id];
        const bool untouched = !box.editor->value().isValid() && typedText(id) == m_shownTexts.value(id);
        if (box.field->isWritable() && !(untouched && !box.editor->isEmpty())) {
            values.insert(id, editedValue(*box.field, *box.editor));
        }
    }
    return values;
}

bool FormView::isUnreadable(const QString &field) const
{
    const Box box = m_boxes.value(field);
    return box.editor != nullptr && !box.editor->isEmpty() && !box.editor->value().isValid() &&
           typedText(field) != m_shownTexts.value(field);
}

QStringList FormView::changedFields() const
{
    const QVariantMap now = values();
    QStringList changed;
    for (const QString &id : m_order) {
        const Box &box = m_boxes[id];
        if (box.field->isWritable() && (isUnreadable(id) || !sameValue(now.value(id), m_shown.value(id)))) {
            changed << id;
        }
    }
    return changed;
}

void FormView::enter(const QString &field, const QVariant &value)
{
    const Box box = m_boxes.value(field);
    if (box.editor != nullptr) {
        showValue(*box.field, *box.editor, value);
        Q_EMIT edited(field);
    }
}

QString FormView::typedText(const QString &field) const
{
    LineEditor *line = lineOf(editor(field));
    return line == nullptr ? QString() : line->text();
}

void FormView::type(const QString &field, const QString &text)
{
    if (LineEditor *line = lineOf(editor(field))) {
        if (auto *sealed = qobject_cast<SealedEditor *>(editor(field))) {
            sealed->setValue({});
        }
        line->line()->setText(text);
        line->settle();
        Q_EMIT edited(field);
    }
}

// What is sorted by pinyin shows how it will be read: 单 is shan in a name.
void FormView::showPinyin(const QString &field)
{
    const Field &what = *m_boxes[field].field;
    if (what.type == FieldType::Text && !what.isSealed && what.sortExpr.endsWith(u".pinyin")) {
        setHint(field, text::nameKey(typedText(field)).pinyin);
    }
}

void FormView::setHint(const QString &field, const QString &hint)
{
    if (LineEditor *line = lineOf(editor(field))) {
        line->setHint(hint);
    }
}

void FormView::setNote(const QString &field, const Validation &note)
{
    if (Editor *which = editor(field)) {
        which->setNote(note);
    }
}

void FormView::setOffers(const QString &field, const QList<FieldOffer> &offers)
{
    const Box box = m_boxes.value(field);
    if (box.offers == nullptr) {
        return;
    }
    const auto buttons = box.offers->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    QStringList now;
    for (const QPushButton *button : buttons) {
        now << button->text();
    }
    QStringList wanted;
    for (const FieldOffer &offer : offers) {
        wanted << offer.text;
    }
    if (now == wanted && !box.offers->isHidden()) {
        return; // the same offer stays where the pointer or focus may be
    }
    for (QPushButton *button : buttons) {
        button->setParent(nullptr);
        button->deleteLater(); // it may be the one being clicked
    }
    QLayout *row = box.offers->layout();
    while (QLayoutItem *item = row->takeAt(0)) {
        delete item;
    }
    QWidget *before = box.editor->field();
    for (const FieldOffer &offer : offers) {
        auto *button = new QPushButton(offer.text, box.offers);
        setLinkLike(button);
        button->setFixedHeight(FieldRow::lineHeight());
        connect(button, &QPushButton::clicked, this, [run = offer.run] { run(); });
        row->addWidget(button);
        QWidget::setTabOrder(before, button);
        before = button;
    }
    static_cast<QHBoxLayout *>(row)->addStretch();
    box.offers->setVisible(!offers.isEmpty());
}

void FormView::settleAll()
{
    for (const QString &id : m_order) {
        m_boxes[id].editor->settle();
    }
}

void FormView::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const QString &id : m_order) {
        const Box &box = m_boxes[id];
        box.editor->setReadOnly(readOnly || !box.field->isWritable());
    }
}

QStringList FormView::fieldsAt(Level level) const
{
    QStringList found;
    for (const QString &id : m_order) {
        if (m_boxes[id].editor->validation().level == level) {
            found << id;
        }
    }
    return found;
}

void FormView::focusField(const QString &field)
{
    const Box box = m_boxes.value(field);
    if (box.editor != nullptr) {
        ensureWidgetVisible(box.widget, 0, aroundField);
        box.editor->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace gridbook::ui
