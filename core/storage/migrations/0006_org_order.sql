-- description: organisations stand in the order of the names that they have on the day
-- min_compatible: 5
-- The key of party_org stays for older steps of the journal; nothing reads it any more.
ALTER TABLE org_state ADD COLUMN sort_key TEXT
