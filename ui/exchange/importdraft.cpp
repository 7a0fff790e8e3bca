#include "ui/exchange/importdraft.h"
#include "core/exchange/importtargets.h"

namespace gridbook::ui {

using namespace exchange;

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
    const RegistrySpec &spec = *reader.catalog().registry(draft.registry);
    GRIDBOOK_ASSIGN(const std::unique_ptr<SheetReader> file, openSheets(draft.path, draft.options));
    draft.text = file->textFormat();
    bool any = false;
    for (int i = 0; i < file->sheets().size(); ++i) {
        SheetDraft sheet;
        GRIDBOOK_ASSIGN(sheet.info, file->inspect(i));
        GRIDBOOK_TRY(file->read(i, [&](const SheetRow &row) {
            sheet.firstRows.append(row);
            return sheet.firstRows.size() < previewRows;
        }));
        understandAgain(&sheet, spec, 0, 0);
        GRIDBOOK_ASSIGN(const auto memory, recallImport(reader.database(), draft.registry, sheet.layout.headings()));
        if (memory) {
            applyMemory(*memory, &sheet.layout);
            for (auto it = memory->meanings.cbegin(); it != memory->meanings.cend(); ++it) {
                draft.choices.meanings[it.key()].insert(it.value());
            }
        }
        sheet.chosen = !sheet.info.hidden && sheet.layout.columnOf(sheet.layout.options.nameField) >= 0;
        any = any || sheet.chosen;
        draft.sheets.append(std::move(sheet));
    }
    if (!any && draft.sheets.size() == 1) {
        draft.sheets.first().chosen = true; // the user will say where its head is
    }
    return draft;
}

} // namespace gridbook::ui
