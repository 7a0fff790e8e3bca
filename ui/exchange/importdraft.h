#pragma once
// What the user has chosen so far: one object that all steps of the wizard share, so that going back loses nothing.
#include "core/exchange/importmemory.h"
#include "core/exchange/importplan.h"
#include <memory>

namespace gridbook::ui {

struct SheetDraft
{
    exchange::SheetInfo info;
    exchange::SheetLayout layout;
    QList<exchange::SheetRow> firstRows; // as they look
    bool chosen = false;
};

struct ImportDraft
{
    QString registry;
    QString listed;            // the registry from whose list the wizard was opened; empty: none, the file says it
    bool isChosen = false;     // registry: by the user, whatever the headings say
    bool isRecognised = false; // registry: by the headings, where another one was expected
    QString obstacle;          // the file is a list that cannot be imported: which one; else empty
    QString path;
    exchange::OpenOptions options;
    std::optional<exchange::TextFormat> text; // how a text table was read
    QList<SheetDraft> sheets;
    exchange::ImportChoices choices;
    std::shared_ptr<exchange::ImportPlan> plan; // null: not computed, or out of date
    bool hasFile() const { return !sheets.isEmpty(); }
    // The plan was made of the rows that are chosen now: mended cells and decisions about them hold.
    [[nodiscard]] bool planHasTheseRows() const;

    [[nodiscard]] exchange::ImportSource source() const
    {
        exchange::ImportSource source{path, options, {}};
        for (int i = 0; i < sheets.size(); ++i) {
            if (sheets.at(i).chosen) {
                source.sheets.append({i, sheets.at(i).info.name, sheets.at(i).layout});
            }
        }
        return source;
    }
};

constexpr int previewRows = 60; // as many as readStarts() reads

// Reads the first rows of all sheets, finds out what they are, and understands their heads; what the office taught
// before is applied.
Result<ImportDraft> readDraft(RegistryReader &reader, const ImportDraft &wanted);
// Understands one sheet anew: another registry, or head rows chosen by the user.
void understandAgain(SheetDraft *sheet, const RegistrySpec &spec, int firstHeadRow, int lastHeadRow);

} // namespace gridbook::ui
