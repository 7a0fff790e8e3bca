-- description: lists, exports and counts read what is true of a member on a day from the index alone
-- min_compatible: 5
-- Nearly every question asks each member for the branch, the group, the grid, the category and the state on a day. The
-- index that finds the row of that day holds these too, so that the row itself, which may lie anywhere in a large file,
-- need not be fetched.
DROP INDEX affiliation_member
--;
CREATE INDEX affiliation_member ON affiliation (member_id, voided_at, valid_from, valid_until, org_id, group_id, grid_id)
--;
DROP INDEX standing_member
--;
CREATE INDEX standing_member ON standing (member_id, voided_at, valid_from, valid_until, category, state)
--;
ANALYZE affiliation
--;
ANALYZE standing
