-- description: notes, and whatever else may hold a number or an address of a person, are sealed
-- min_compatible: 5
-- Only the opening book has the key: it seals the texts of these columns, in the older journal too, and drops this list
-- (core/changes/sealing.h).
CREATE TABLE clear_column (tbl TEXT NOT NULL, col TEXT NOT NULL) {{strict}}
--;
INSERT INTO clear_column (tbl, col) VALUES ('person', 'note'), ('person', 'registered_place'), ('member', 'note'),
    ('committee_member', 'note'), ('party_org', 'phone'), ('party_org', 'address'), ('party_org', 'note'),
    ('org_term', 'note'), ('division', 'note'), ('grid', 'note'), ('resident_group', 'note'), ('estate', 'note'),
    ('building', 'note'), ('grid_post', 'note')
--@ to_blob person note registered_place
--@ to_blob member note
--@ to_blob committee_member note
--@ to_blob party_org phone address note
--@ to_blob org_term note
--@ to_blob division note
--@ to_blob grid note
--@ to_blob resident_group note
--@ to_blob estate note
--@ to_blob building note
--@ to_blob grid_post note
