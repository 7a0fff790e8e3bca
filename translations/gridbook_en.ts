<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>ActionMenu</name>
    <message numerus="yes">
        <source>Void %n record(s) of %1</source>
        <translation>
            <numerusform>Void %n record of %1</numerusform>
            <numerusform>Void %n records of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Voided %n record(s). Undo with Ctrl+Z.</source>
        <translation>
            <numerusform>Voided %n record. Undo with Ctrl+Z.</numerusform>
            <numerusform>Voided %n records. Undo with Ctrl+Z.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BuildingMoveDialog</name>
    <message numerus="yes">
        <source>Move %n building(s) to another grid</source>
        <translation>
            <numerusform>Move %n building to another grid</numerusform>
            <numerusform>Move %n buildings to another grid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n building(s)</source>
        <translation>
            <numerusform>Move %n building</numerusform>
            <numerusform>Move %n buildings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BuildingsDialog</name>
    <message numerus="yes">
        <source>Add up to %n building(s)</source>
        <translation>
            <numerusform>Add up to %n building</numerusform>
            <numerusform>Add up to %n buildings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkDialog</name>
    <message numerus="yes">
        <source>%n record(s) changed. One undo takes it back.</source>
        <translation>
            <numerusform>%n record changed. One undo takes it back.</numerusform>
            <numerusform>%n records changed. One undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Change %n record</numerusform>
            <numerusform>Change %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n record(s): %1</source>
        <translation>
            <numerusform>Change %n record: %1</numerusform>
            <numerusform>Change %n records: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change “%1” of %n record(s)</source>
        <translation>
            <numerusform>Change “%1” of %n record</numerusform>
            <numerusform>Change “%1” of %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check the %n marked one(s) first.</source>
        <translation>
            <numerusform>Check the %n marked one first.</numerusform>
            <numerusform>Check the %n marked ones first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ColumnStep</name>
    <message numerus="yes">
        <source>%n columns understood</source>
        <translation>
            <numerusform>%n column understood</numerusform>
            <numerusform>%n columns understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n not read</numerusform>
            <numerusform>%n not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ConflictPanel</name>
    <message numerus="yes">
        <source>%n other field(s) changed by them will be taken over.</source>
        <translation>
            <numerusform>%n other field changed by them will be taken over.</numerusform>
            <numerusform>%n other fields changed by them will be taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Desk</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Exported %Ln row(s) to %1.</source>
        <translation>
            <numerusform>Exported %Ln row to %1.</numerusform>
            <numerusform>Exported %Ln rows to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::FileStep</name>
    <message numerus="yes">
        <source>%n known columns</source>
        <translation>
            <numerusform>%n known column</numerusform>
            <numerusform>%n known columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HomePage</name>
    <message numerus="yes">
        <source>%1: the term ended %n day(s) ago</source>
        <translation>
            <numerusform>%1: the term ended %n day ago</numerusform>
            <numerusform>%1: the term ended %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the term ends in %n day(s)</source>
        <translation>
            <numerusform>%1: the term ends in %n day</numerusform>
            <numerusform>%1: the term ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) in statistics · click a bar for the names</source>
        <translation>
            <numerusform>%n member in statistics · click a bar for the names</numerusform>
            <numerusform>%n members in statistics · click a bar for the names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n entry(ies), %2</source>
        <translation>
            <numerusform>%1 · %n entry, %2</numerusform>
            <numerusform>%1 · %n entries, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the extension ends in %n day(s)</source>
        <translation>
            <numerusform>%1: the extension ends in %n day</numerusform>
            <numerusform>%1: the extension ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ListPage</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MemberActionDialog</name>
    <message numerus="yes">
        <source>%1 and others, %n member(s)</source>
        <translation>
            <numerusform>%1 and others, %n member</numerusform>
            <numerusform>%1 and others, %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::NearMissList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::OrgChangeDialog</name>
    <message numerus="yes">
        <source>%n member(s) move along: %1</source>
        <translation>
            <numerusform>%n member move along: %1</numerusform>
            <numerusform>%n members move along: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) below move along: %1</source>
        <translation>
            <numerusform>%n organisation below move along: %1</numerusform>
            <numerusform>%n organisations below move along: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PaperPage</name>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PasteDialog</name>
    <message numerus="yes">
        <source>Paste into %n record(s)</source>
        <translation>
            <numerusform>Paste into %n record</numerusform>
            <numerusform>Paste into %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copied row(s) lie below the end of the list and are left out.</source>
        <translation>
            <numerusform>%n copied row lie below the end of the list and are left out.</numerusform>
            <numerusform>%n copied rows lie below the end of the list and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PlanModel</name>
    <message numerus="yes">
        <source>%n entries change</source>
        <translation>
            <numerusform>%n entry changes</numerusform>
            <numerusform>%n entries change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PlanStep</name>
    <message numerus="yes">
        <source>%n rows are selected; a decision holds for all of them.</source>
        <translation>
            <numerusform>%n row is selected; a decision holds for it.</numerusform>
            <numerusform>%n rows are selected; a decision holds for all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::RecordPage</name>
    <message numerus="yes">
        <source>%n field(s) were changed.</source>
        <translation>
            <numerusform>%n field was changed.</numerusform>
            <numerusform>%n fields were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n warning(s)</source>
        <translation>
            <numerusform>Checked: %n warning</numerusform>
            <numerusform>Checked: %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A draft of %1 that was not saved is still here (%n field(s)).</source>
        <translation>
            <numerusform>A draft of %1 that was not saved is still here (%n field).</numerusform>
            <numerusform>A draft of %1 that was not saved is still here (%n fields).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ResultStep</name>
    <message numerus="yes">
        <source>%n new records will be made.</source>
        <translation>
            <numerusform>%n new record will be made.</numerusform>
            <numerusform>%n new records will be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records will be changed.</source>
        <translation>
            <numerusform>%n record will be changed.</numerusform>
            <numerusform>%n records will be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows say what the book says; nothing happens.</source>
        <translation>
            <numerusform>%n row says what the book says; nothing happens.</numerusform>
            <numerusform>%n rows say what the book says; nothing happens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are skipped.</source>
        <translation>
            <numerusform>%n row is skipped.</numerusform>
            <numerusform>%n rows are skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for a decision and are left out.</source>
        <translation>
            <numerusform>%n row waits for a decision and is left out.</numerusform>
            <numerusform>%n rows wait for a decision and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are wrong and are left out.</source>
        <translation>
            <numerusform>%n row is wrong and is left out.</numerusform>
            <numerusform>%n rows are wrong and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are new.</source>
        <translation>
            <numerusform>%n record is new.</numerusform>
            <numerusform>%n records are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were changed.</source>
        <translation>
            <numerusform>%n record was changed.</numerusform>
            <numerusform>%n records were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were left out. Save them marked, mend them and import them again.</source>
        <translation>
            <numerusform>%n row was left out. Save it marked, mend it and import it again.</numerusform>
            <numerusform>%n rows were left out. Save them marked, mend them and import them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::RowsChoice</name>
    <message numerus="yes">
        <source>The %Ln selected row(s)</source>
        <translation>
            <numerusform>The %Ln selected row</numerusform>
            <numerusform>The %Ln selected rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln row(s) that the filters leave</source>
        <translation>
            <numerusform>The %Ln row that the filters leave</numerusform>
            <numerusform>The %Ln rows that the filters leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln row(s) of the list</source>
        <translation>
            <numerusform>The %Ln row of the list</numerusform>
            <numerusform>The %Ln rows of the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s)</source>
        <translation>
            <numerusform>All %Ln row</numerusform>
            <numerusform>All %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::TermDialog</name>
    <message numerus="yes">
        <source>The new term lasts %n year(s), until %1.</source>
        <translation>
            <numerusform>The new term lasts %n year, until %1.</numerusform>
            <numerusform>The new term lasts %n years, until %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ValueStep</name>
    <message numerus="yes">
        <source>%n texts of the file can be understood in more than one way, or are in no list. Choose once what each of them means.</source>
        <translation>
            <numerusform>%n text of the file can be understood in more than one way, or is in no list. Choose once what it means.</numerusform>
            <numerusform>%n texts of the file can be understood in more than one way, or are in no list. Choose once what each of them means.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members come to a book that had members before. Say above how they came.</source>
        <translation>
            <numerusform>%n members come to a book that had members before. Say above how they came.</numerusform>
            <numerusform>%n members come to a book that had members before. Say above how they came.</numerusform>
        </translation>
    </message>
</context>
</TS>
