-- description: whether a member is away from home or out of contact, from day to day
-- min_compatible: 3
CREATE TABLE whereabouts ({{id}}, {{record}}, member_id INTEGER NOT NULL REFERENCES member (id), mobile INTEGER, mobile_to TEXT,
    mobile_since TEXT, lost INTEGER, lost_since TEXT, lost_reason TEXT, valid_from TEXT NOT NULL, valid_until TEXT) {{strict}}
--;
-- Counts ask every member for both marks: the index holds all that they ask for.
CREATE INDEX whereabouts_member ON whereabouts (member_id, voided_at, valid_from, valid_until, lost, mobile)
--;
--@ no_overlap whereabouts member_id
-- What an older book says without a day. Rows need a journal entry, which the opening book writes (core/party/
-- whereabouts.h); it then drops this table.
CREATE TABLE undated_whereabouts (member_id INTEGER PRIMARY KEY, mobile INTEGER, mobile_to TEXT, mobile_since TEXT, lost INTEGER,
    lost_since TEXT, lost_reason TEXT) {{strict}}
--;
INSERT INTO undated_whereabouts SELECT id, mobile, mobile_to, mobile_since, lost, lost_since, lost_reason FROM member
    WHERE COALESCE(mobile, mobile_to, mobile_since, lost, lost_since, lost_reason) IS NOT NULL
--;
ALTER TABLE member DROP COLUMN mobile
--;
ALTER TABLE member DROP COLUMN mobile_to
--;
ALTER TABLE member DROP COLUMN mobile_since
--;
ALTER TABLE member DROP COLUMN lost
--;
ALTER TABLE member DROP COLUMN lost_since
--;
ALTER TABLE member DROP COLUMN lost_reason
