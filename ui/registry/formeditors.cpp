#include "ui/registry/formeditors.h"
#include "core/base/partialdate.h"
#include "core/registry/valuetext.h"
#include "core/text/citizenid.h"
#include "core/text/pinyin.h"
#include "ui/registry/formsealed.h"
#include "ui/shell/uicontext.h"
#include "ui/widgets/citizenideditor.h"
#include "ui/widgets/codeeditor.h"
#include "ui/widgets/dateeditor.h"
#include "ui/widgets/lookupeditor.h"
#include "ui/widgets/phoneeditor.h"
#include "ui/widgets/quantityeditors.h"
#include "ui/widgets/texteditors.h"
#include "ui/widgets/yesnoeditor.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gridbook::ui {

namespace {

// Entries with the tag are reached by actions only, and left by actions only.
QString kindOf(const Field &field, const gridbook::CodeItem *item)
{
    return !field.stepTag.isEmpty() && item != nullptr && item->hasTag(field.stepTag) ? field.stepTag : QString();
}

// What the names in a lookup's condition stand for.
QVariantMap namedIn(const QString &choice, const EditorSources &sources)
{
    static const QRegularExpression name(u":([A-Za-z]+)"_qs);
    QVariantMap named;
    for (auto it = name.globalMatch(choice); it.hasNext();) {
        const QString field = it.next().captured(1);
        if (field != u"asof") {
            const QVariant held = sources.other ? storedValue(sources.other(field)) : QVariant();
            named.insert(u':' + field, held.toString().isEmpty() ? QVariant() : held);
        }
    }
    return named;
}

CodeEditor *codeEditor(const Field &field, const EditorSources &sources, QWidget *parent)
{
    auto *editor = new CodeEditor(parent);
    const CodeTable *table = sources.reader.catalog().codes().find(field.codeTable);
    if (table == nullptr) {
        return editor;
    }
    // Codes of the national standards are known by heart and typed; the two of a short table are not.
    bool numbers = table->items.size() > 8;
    QList<CodeChoice> items;
    for (const gridbook::CodeItem &item : table->items) {
        const text::NameKey key = text::textKey(item.term.zh);
        QStringList keys{key.initials};
        keys << key.pinyins;
        for (const QString &synonym : item.synonyms) {
            keys << synonym.toLower();
        }
        items.append({item.code, sources.context.word(item.term), keys, false, kindOf(field, &item)});
        numbers = numbers && item.code.size() <= 2 &&
                  std::all_of(item.code.begin(), item.code.end(), [](QChar each) { return each.isDigit(); });
    }
    editor->setShowCode(numbers);
    editor->setItems(items);
    if (!field.stepTag.isEmpty()) {
        editor->offerKind({}, sources.context.word(field.stepHint));
    }
    return editor;
}

LookupEditor *lookupEditor(const Field &field, const EditorSources &sources, QWidget *parent)
{
    auto *editor = new LookupEditor(parent);
    RegistryReader *reader = &sources.reader;
    const UiContext *context = &sources.context;
    const QString registry = field.registry;
    const QString choice = field.choice;
    const QDate asOf = sources.asOf;
    editor->setProvider([=](const QString &words, const LookupEditor::Answer &answer) {
        const auto found = reader->lookUp(registry, asOf, words, 20, choice, namedIn(choice, sources));
        QList<LookupItem> items;
        if (found) {
            const auto second = distinctions(*reader, *context, registry, asOf, *found);
            for (const ReferenceValue &each : *found) {
                items.append({each.id, each.title, second.value(each.id)});
            }
        }
        answer(items);
    });
    editor->setResolver([=](qint64 id) { return LookupItem{id, reader->title(registry, asOf, id).valueOr({}), {}}; });
    editor->setAllowNew(true);
    return editor;
}

CitizenIdEditor *numberEditor(const EditorSources &sources, QWidget *parent)
{
    auto *editor = new CitizenIdEditor(sources.context.clock, parent);
    if (sources.other) {
        editor->setTypeSource([other = sources.other] { return text::idTypeOf(other(u"idType"_qs).toString()); });
    }
    return editor;
}

LineEditor *plainSealed(const Field &field, const EditorSources &sources, QWidget *parent)
{
    switch (field.type) {
    case FieldType::CitizenId:
        return numberEditor(sources, parent);
    case FieldType::Phone:
        return new PhoneEditor(parent);
    default:
        return new TextEditor(parent);
    }
}

Editor *dateEditor(const Field &field, const EditorSources &sources, QWidget *parent)
{
    auto *editor = new DateEditor(sources.context.clock, parent);
    // A period begins and ends on a day; only biographical dates may be known to the month or year.
    if (field.column == u"valid_from" || field.column == u"valid_until") {
        editor->setCoarsest(DatePrecision::Day);
    }
    if (field.column == u"birth") {
        editor->setAgeOn(sources.asOf);
    }
    return editor;
}

} // namespace

Editor *makeEditor(const Field &field, const EditorSources &sources, QWidget *parent)
{
    if (field.isMasked) {
        return new SealedEditor(plainSealed(field, sources, parent), parent);
    }
    switch (field.type) {
    case FieldType::LongText:
        return new LongTextEditor(parent);
    case FieldType::Integer:
    case FieldType::Decimal: {
        auto *editor = new NumberEditor(parent);
        editor->setDecimals(field.type == FieldType::Decimal ? 2 : 0);
        editor->setUnit(sources.context.word(field.unit));
        return editor;
    }
    case FieldType::Money:
        return new MoneyEditor(parent);
    case FieldType::Date:
        return dateEditor(field, sources, parent);
    case FieldType::Code:
        return codeEditor(field, sources, parent);
    case FieldType::YesNo:
        return new YesNoEditor(parent);
    case FieldType::Reference:
        return lookupEditor(field, sources, parent);
    case FieldType::CitizenId:
        return numberEditor(sources, parent);
    case FieldType::Phone:
        return new PhoneEditor(parent);
    case FieldType::Text:
        break;
    }
    return new TextEditor(parent);
}

void showValue(const Field &field, Editor &editor, const QVariant &value)
{
    if (field.type == FieldType::Reference) {
        const auto reference = value.value<ReferenceValue>();
        if (auto *lookup = qobject_cast<LookupEditor *>(&editor)) {
            if (reference.id > 0 && !reference.title.isEmpty()) {
                lookup->setItem({reference.id, reference.title, {}});
            } else {
                lookup->setValue(reference.id);
            }
            return;
        }
    }
    editor.setValue(field.type == FieldType::Date ? storedValue(value) : value);
    // A record in a state that an action led to is corrected among those states.
    if (auto *code = qobject_cast<CodeEditor *>(&editor); code != nullptr && !field.stepTag.isEmpty()) {
        code->offerPresentKind();
    }
}

QVariant editedValue(const Field &field, const Editor &editor)
{
    const QVariant value = editor.value();
    if (!value.isValid()) {
        return {};
    }
    switch (field.type) {
    case FieldType::Date:
        return QVariant::fromValue(PartialDate::fromIso(value.toString()));
    case FieldType::Reference: {
        const auto *lookup = qobject_cast<const LookupEditor *>(&editor);
        return QVariant::fromValue(
            ReferenceValue{value.toLongLong(), lookup == nullptr ? QString() : lookup->item().title});
    }
    default:
        return value;
    }
}

bool sameValue(const QVariant &a, const QVariant &b)
{
    return storedValue(a).toString() == storedValue(b).toString();
}

QHash<RowId, QString> distinctions(RegistryReader &reader, const UiContext &context, const QString &registry,
                                   QDate asOf, const QList<ReferenceValue> &records)
{
    const RegistrySpec *spec = reader.catalog().registry(registry);
    if (spec == nullptr || records.isEmpty()) {
        return {};
    }
    QList<RowId> ids;
    QHash<RowId, QString> titles;
    for (const ReferenceValue &each : records) {
        ids << each.id;
        titles.insert(each.id, each.title);
    }
    QStringList fields;
    const auto add = [&](auto &&fits) {
        for (const Field &field : spec->fields) {
            if (fits(field) && !fields.contains(field.id)) {
                fields << field.id;
                return;
            }
        }
    };
    add([](const Field &field) { return field.column == u"birth"; });
    add([](const Field &field) { return field.type == FieldType::Reference && field.isListed; });
    add([](const Field &field) { return field.type == FieldType::Phone && field.isListed; });
    if (fields.size() < 2) {
        add([](const Field &field) { return field.type == FieldType::Code && field.isListed; });
    }
    QHash<RowId, QString> result;
    const auto rows = reader.rows(registry, asOf, ids, fields);
    if (!rows) {
        return {};
    }
    for (const RowData &row : *rows) {
        QStringList parts;
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const Field &field = *spec->field(fields.at(i));
            const QVariant &value = row.values.at(i);
            QString text = valueText(field, value, reader.catalog().codes(), {.language = context.language});
            if (field.type == FieldType::Date) {
                text = text.left(4);
            } else if (field.type == FieldType::Phone && !value.toString().isEmpty()) {
                text = u"…"_qs + value.toString().right(4);
            }
            if (!text.isEmpty() && !titles.value(row.id).contains(text)) {
                parts << text;
            }
        }
        result.insert(row.id, parts.join(u" · "_qs));
    }
    return result;
}

} // namespace gridbook::ui
