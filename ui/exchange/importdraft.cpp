#include "ui/exchange/importdraft.h"
#include "core/exchange/importplanner.h"
#include "core/exchange/importtargets.h"

namespace gridbook::ui {

using namespace exchange;

namespace {

// Understands the sheets as lists of draft->registry. True: the office has taught what the columns of one of them mean.
Result<bool> understandSheets(RegistryReader &reader, const QList<SheetStart> &starts, ImportDraft *draft)
{
    const RegistrySpec &spec = *reader.catalog().registry(draft->registry);
    bool isTaught = false;
    for (const SheetStart &start : starts) {
        SheetDraft sheet;
        sheet.info = start.info;
        sheet.firstRows = start.rows;
        understandAgain(&sheet, spec, 0, 0);
        GRIDBOOK_ASSIGN(const auto memory, recallImport(reader.database(), draft->registry, sheet.layout.headings()));
        if (memory) {
            isTaught = true;
            applyMemory(*memory, &sheet.layout);
            for (auto it = memory->meanings.cbegin(); it != memory->meanings.cend(); ++it) {
                draft->choices.meanings[it.key()].insert(it.value());
            }
        }
        sheet.chosen = !sheet.info.hidden && sheet.layout.columnOf(sheet.layout.options.nameField) >= 0;
        draft->sheets.append(std::move(sheet));
    }
    return isTaught;
}

bool anyChosen(const ImportDraft &draft)
{
    return std::any_of(draft.sheets.begin(), draft.sheets.end(), [](const SheetDraft &sheet) { return sheet.chosen; });
}

// What the user or the office has said before goes first, then the list that the wizard was opened from, if the file
// is one of it; else the headings say what the file is.
Done recogniseRegistry(RegistryReader &reader, const QList<SheetStart> &starts, ImportDraft *draft)
{
    const ImportDraft unread = *draft;
    GRIDBOOK_ASSIGN(const bool isTaught, understandSheets(reader, starts, draft));
    const bool isExpected = !draft->listed.isEmpty() && anyChosen(*draft);
    if (draft->isChosen || isTaught || isExpected) {
        return {};
    }
    const auto proposed = proposeRegistry(draft->path, starts, reader.catalog());
    if (!proposed) {
        draft->obstacle = proposed.error().kind == ErrorKind::Refused ? proposed.error().message : QString();
        return {};
    }
    if (*proposed != draft->registry) {
        *draft = unread;
        draft->registry = *proposed;
        draft->isRecognised = true;
        GRIDBOOK_TRY(understandSheets(reader, starts, draft));
    }
    return {};
}

} // namespace

void understandAgain(SheetDraft *sheet, const RegistrySpec &spec, int firstHeadRow, int lastHeadRow)
{
    LayoutOptions options = layoutOptions(spec);
    options.firstHeadRow = firstHeadRow;
    options.lastHeadRow = qMax(firstHeadRow, lastHeadRow);
    sheet->layout = understandSheet(sheet->firstRows, sheet->info, columnTargets(importTargets(spec)), options);
}

Result<ImportDraft> readDraft(RegistryReader &reader, const ImportDraft &wanted)
{
    ImportDraft draft = wanted;
    draft.sheets.clear();
    draft.plan.reset();
    draft.isRecognised = false;
    draft.obstacle.clear();
    if (!draft.isChosen) {
        draft.registry = draft.listed.isEmpty() ? importableRegistries().first() : draft.listed;
    }
    GRIDBOOK_ASSIGN(const std::unique_ptr<SheetReader> file, openSheets(draft.path, draft.options));
    draft.text = file->textFormat();
    GRIDBOOK_ASSIGN(const QList<SheetStart> starts, readStarts(*file));
    GRIDBOOK_TRY(recogniseRegistry(reader, starts, &draft));
    if (!anyChosen(draft) && draft.sheets.size() == 1) {
        draft.sheets.first().chosen = true; // the user will say where its head is
    }
    return draft;
}

bool ImportDraft::planHasTheseRows() const
{
    const ImportSource now = source();
    return plan && plan->registry == registry && plan->source.path == now.path &&
           std::equal(now.sheets.begin(), now.sheets.end(), plan->source.sheets.begin(), plan->source.sheets.end(),
                      [](const ImportSource::Sheet &a, const ImportSource::Sheet &b) {
                          return a.index == b.index && a.layout.columns == b.layout.columns &&
                                 a.layout.lastHeadRow == b.layout.lastHeadRow;
                      });
}

} // namespace gridbook::ui
