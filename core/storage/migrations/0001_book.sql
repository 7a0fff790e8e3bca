-- description: the book: journal, keys, places, people, party
-- min_compatible: 1
CREATE TABLE schema_step (version INTEGER PRIMARY KEY, min_compatible INTEGER NOT NULL, description TEXT NOT NULL) {{strict}}
--;
CREATE TABLE book_info (name TEXT PRIMARY KEY, value TEXT) {{strict}}
--;
-- Each slot wraps the one data key of the book: an open slot, a passphrase, a recovery key.
CREATE TABLE key_slot ({{id}}, kind TEXT NOT NULL, salt {{blob}}, ops INTEGER, memory INTEGER, wrapped {{blob}} NOT NULL) {{strict}}
--;
-- The journal: a batch is one unit of work; root is the batch that an undo or redo takes back or applies again.
CREATE TABLE batch ({{id}}, kind TEXT NOT NULL, title TEXT NOT NULL, who TEXT NOT NULL, machine TEXT NOT NULL, made_at TEXT NOT NULL,
    root INTEGER, reason TEXT, hash {{blob}} NOT NULL) {{strict}}
--;
CREATE TABLE change ({{id}}, batch_id INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED, tbl TEXT NOT NULL, row_id INTEGER NOT NULL,
    op TEXT NOT NULL, before_json TEXT, after_json TEXT) {{strict}}
--;
CREATE INDEX change_row ON change (tbl, row_id)
--;
CREATE INDEX change_batch ON change (batch_id)
--;
--@ append_only batch
--@ append_only change
CREATE TABLE access_log ({{id}}, made_at TEXT NOT NULL, who TEXT NOT NULL, machine TEXT NOT NULL, action TEXT NOT NULL,
    registry TEXT NOT NULL, record_id INTEGER, field TEXT, purpose TEXT) {{strict}}
--;
--@ append_only access_log
-- What the office has taught the program: column mappings of spreadsheets by their headings, named filters.
CREATE TABLE import_mapping (headings TEXT PRIMARY KEY, registry TEXT NOT NULL, mapping TEXT NOT NULL) {{strict}}
--;
CREATE TABLE saved_filter (registry TEXT NOT NULL, name TEXT NOT NULL, spec TEXT NOT NULL, PRIMARY KEY (registry, name)) {{strict}}
--;
-- Rules are data: a value valid from a date, with its source.
CREATE TABLE rule ({{id}}, {{record}}, code TEXT NOT NULL, value TEXT NOT NULL, source TEXT, valid_from TEXT NOT NULL, valid_until TEXT) {{strict}}
--;
--@ no_overlap rule code

-- Places
CREATE TABLE division ({{id}}, {{record}}, code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, parent_id INTEGER REFERENCES division (id),
    urban_rural TEXT, address TEXT, phone TEXT, floor_area_m2 REAL, valid_from TEXT, valid_until TEXT, successor_code TEXT, note TEXT) {{strict}}
--;
CREATE UNIQUE INDEX division_code ON division (code) WHERE voided_at IS NULL
--;
CREATE TABLE grid ({{id}}, {{record}}, code TEXT NOT NULL, name TEXT NOT NULL, division_id INTEGER NOT NULL REFERENCES division (id),
    kind TEXT NOT NULL, area_kind TEXT, party_form TEXT, boundary TEXT, valid_from TEXT NOT NULL, valid_until TEXT, sort_key TEXT, note TEXT) {{strict}}
--;
-- A code is never used again, not even after its grid was closed.
CREATE UNIQUE INDEX grid_code ON grid (code) WHERE voided_at IS NULL
--;
CREATE INDEX grid_division ON grid (division_id)
--;
-- Population as counted on a day, of a community or of one grid; reports read these, never live counts.
CREATE TABLE population_snapshot ({{id}}, {{record}}, division_id INTEGER NOT NULL REFERENCES division (id), grid_id INTEGER REFERENCES grid (id),
    on_date TEXT NOT NULL, registered_households INTEGER, registered_persons INTEGER, resident_households INTEGER, resident_persons INTEGER,
    source TEXT) {{strict}}
--;
CREATE INDEX population_snapshot_grid ON population_snapshot (grid_id, on_date)
--;
CREATE INDEX population_snapshot_division ON population_snapshot (division_id, on_date)
--;
CREATE TABLE resident_group ({{id}}, {{record}}, division_id INTEGER NOT NULL REFERENCES division (id), name TEXT NOT NULL,
    leader_id INTEGER REFERENCES person (id), valid_from TEXT NOT NULL, valid_until TEXT, sort_key TEXT, note TEXT) {{strict}}
--;
CREATE TABLE estate ({{id}}, {{record}}, division_id INTEGER NOT NULL REFERENCES division (id), name TEXT NOT NULL, land_mu REAL,
    floor_area_m2 REAL, households INTEGER, property_mode TEXT, property_company TEXT, owners_committee INTEGER,
    owners_committee_until TEXT, pinyin TEXT, note TEXT) {{strict}}
--;
CREATE TABLE building ({{id}}, {{record}}, estate_id INTEGER NOT NULL REFERENCES estate (id), no TEXT NOT NULL, entrances INTEGER,
    floors INTEGER, households INTEGER, persons INTEGER, head_id INTEGER REFERENCES person (id), theme TEXT, sort_key TEXT, note TEXT) {{strict}}
--;
CREATE UNIQUE INDEX building_no ON building (estate_id, no) WHERE voided_at IS NULL
--;
-- A building lies in one grid at a time.
CREATE TABLE building_grid ({{id}}, {{record}}, building_id INTEGER NOT NULL REFERENCES building (id), grid_id INTEGER NOT NULL REFERENCES grid (id),
    valid_from TEXT NOT NULL, valid_until TEXT) {{strict}}
--;
CREATE INDEX building_grid_building ON building_grid (building_id)
--;
CREATE INDEX building_grid_grid ON building_grid (grid_id)
--;
--@ no_overlap building_grid building_id

-- People: one row per human being, whatever the roles. id_number, phone, landline and address are sealed.
CREATE TABLE person ({{id}}, {{record}}, name TEXT NOT NULL, pinyin TEXT, initials TEXT, readings TEXT, pinyin_given TEXT,
    sex TEXT, ethnic TEXT, id_type TEXT, id_number {{blob}}, id_number_index {{blob}}, birth TEXT, education TEXT, degree TEXT,
    political_status TEXT, marital TEXT, phone {{blob}}, phone_index {{blob}}, landline {{blob}}, address {{blob}}, native_place TEXT,
    registered_place TEXT, work_unit TEXT, work_since TEXT, merged_into INTEGER REFERENCES person (id), note TEXT) {{strict}}
--;
CREATE UNIQUE INDEX person_id_number ON person (id_number_index) WHERE voided_at IS NULL
--;
CREATE INDEX person_phone ON person (phone_index)
--;
-- Lists are ordered by name; partial, so that the planner takes it for nothing else.
CREATE INDEX person_pinyin ON person (pinyin) WHERE voided_at IS NULL
--;
CREATE INDEX person_name ON person (name, birth)
--;
-- Two people whom somebody has looked at and found to be two.
CREATE TABLE person_distinct ({{id}}, {{record}}, person_a INTEGER NOT NULL REFERENCES person (id), person_b INTEGER NOT NULL REFERENCES person (id),
    reason TEXT) {{strict}}
--;
CREATE TABLE grid_post ({{id}}, {{record}}, grid_id INTEGER NOT NULL REFERENCES grid (id), role TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id), valid_from TEXT NOT NULL, valid_until TEXT, note TEXT) {{strict}}
--;
CREATE INDEX grid_post_grid ON grid_post (grid_id)
--;
CREATE INDEX grid_post_person ON grid_post (person_id)
--;
-- One leader at a time; of the other posts a grid may have several.
--@ no_overlap grid_post grid_id role where NEW.role = 'leader'

-- Party
CREATE TABLE party_org ({{id}}, {{record}}, code TEXT, basis TEXT, category TEXT, unit_situation TEXT, division_id INTEGER REFERENCES division (id),
    grid_id INTEGER REFERENCES grid (id), building_id INTEGER REFERENCES building (id), founded TEXT, founded_doc TEXT, contact TEXT, phone TEXT,
    address TEXT, brand TEXT, valid_from TEXT NOT NULL, valid_until TEXT, sort_key TEXT, note TEXT) {{strict}}
--;
-- What change events change: renaming, upgrading, another superior. One row at a time.
CREATE TABLE org_state ({{id}}, {{record}}, org_id INTEGER NOT NULL REFERENCES party_org (id), type TEXT NOT NULL, full_name TEXT NOT NULL,
    short_name TEXT NOT NULL, parent_id INTEGER REFERENCES party_org (id), valid_from TEXT NOT NULL, valid_until TEXT) {{strict}}
--;
CREATE INDEX org_state_org ON org_state (org_id, valid_from)
--;
CREATE INDEX org_state_parent ON org_state (parent_id)
--;
--@ no_overlap org_state org_id
CREATE TABLE org_change ({{id}}, {{record}}, org_id INTEGER NOT NULL REFERENCES party_org (id), kind TEXT NOT NULL, on_date TEXT NOT NULL,
    doc_no TEXT, reason TEXT, before_text TEXT, after_text TEXT, other_org_id INTEGER REFERENCES party_org (id)) {{strict}}
--;
CREATE INDEX org_change_org ON org_change (org_id)
--;
CREATE TABLE org_term ({{id}}, {{record}}, org_id INTEGER NOT NULL REFERENCES party_org (id), session INTEGER NOT NULL, elected_on TEXT NOT NULL,
    term_years INTEGER NOT NULL, method TEXT, direct INTEGER, due_count INTEGER, present_count INTEGER, ballots_issued INTEGER,
    ballots_returned INTEGER, ballots_valid INTEGER, approval_doc TEXT, shifted_until TEXT, shift_doc TEXT, ended_on TEXT, note TEXT) {{strict}}
--;
CREATE UNIQUE INDEX org_term_session ON org_term (org_id, session) WHERE voided_at IS NULL
--;
CREATE TABLE committee_member ({{id}}, {{record}}, org_id INTEGER NOT NULL REFERENCES party_org (id), term_id INTEGER REFERENCES org_term (id),
    person_id INTEGER NOT NULL REFERENCES person (id), post TEXT NOT NULL, votes INTEGER, valid_from TEXT NOT NULL, valid_until TEXT, note TEXT) {{strict}}
--;
CREATE INDEX committee_member_org ON committee_member (org_id)
--;
CREATE INDEX committee_member_person ON committee_member (person_id)
--;
CREATE TABLE member ({{id}}, {{record}}, person_id INTEGER NOT NULL REFERENCES person (id), join_date TEXT, full_date TEXT, join_branch TEXT,
    join_kind TEXT, work_post TEXT, kind TEXT, social_stratum TEXT, professional_title TEXT, taiwan_native INTEGER, migrant_worker INTEGER,
    frontline TEXT, mobile INTEGER, mobile_to TEXT, mobile_since TEXT, lost INTEGER, lost_since TEXT, lost_reason TEXT, hardship INTEGER,
    hardship_kind TEXT, party_post TEXT, dues_monthly INTEGER, archive_unit TEXT, archive_no TEXT, specialty TEXT, note TEXT) {{strict}}
--;
CREATE UNIQUE INDEX member_person ON member (person_id) WHERE voided_at IS NULL
--;
-- Lists walk from people to memberships to periods a million times: these indexes hold all that the walk asks for.
CREATE INDEX member_people ON member (person_id, voided_at)
--;
-- Where the relation of a member lies: branch, group and grid, from a day on. The first row of a spell says how the
-- member came, the last one how the member left; a move between branches of the book has neither.
CREATE TABLE affiliation ({{id}}, {{record}}, member_id INTEGER NOT NULL REFERENCES member (id), org_id INTEGER NOT NULL REFERENCES party_org (id),
    group_id INTEGER REFERENCES party_org (id), grid_id INTEGER REFERENCES grid (id), increase_kind TEXT, decrease_kind TEXT,
    other_org TEXT, doc_no TEXT, reason TEXT, left_to TEXT, left_doc TEXT, left_reason TEXT, valid_from TEXT NOT NULL,
    valid_until TEXT) {{strict}}
--;
CREATE INDEX affiliation_member ON affiliation (member_id, voided_at, valid_from, valid_until)
--;
CREATE INDEX affiliation_org ON affiliation (org_id)
--;
CREATE INDEX affiliation_grid ON affiliation (grid_id)
--;
--@ no_overlap affiliation member_id
-- Probationary or full, and the state of the membership, from a day on. event: the step that led here (standing machine).
CREATE TABLE standing ({{id}}, {{record}}, member_id INTEGER NOT NULL REFERENCES member (id), category TEXT NOT NULL, state TEXT NOT NULL,
    event TEXT, decision_doc TEXT, reason TEXT, valid_from TEXT NOT NULL, valid_until TEXT) {{strict}}
--;
CREATE INDEX standing_member ON standing (member_id, voided_at, valid_from, valid_until)
--;
--@ no_overlap standing member_id
