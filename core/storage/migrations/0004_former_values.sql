-- description: what a value was before it changed, so that figures of an earlier day stay as they were
-- min_compatible: 4
-- "Until this day (exclusive) the column of that row held this value; null: nothing." Only of values without a day of
-- their own by which figures count (core/changes/formervalues.h). An older program would change them without a word
-- here, so it must not write the book any more.
CREATE TABLE former_value ({{id}}, {{record}}, tbl TEXT NOT NULL, row_id INTEGER NOT NULL, col TEXT NOT NULL, value TEXT,
    valid_until TEXT NOT NULL) {{strict}}
--;
-- The value of one row on a day.
CREATE INDEX former_value_row ON former_value (tbl, row_id, col, valid_until)
--;
-- Whether anything has changed since a day, and in which rows: nearly always nothing, and that is found at once.
CREATE INDEX former_value_since ON former_value (tbl, col, valid_until, row_id) WHERE voided_at IS NULL
