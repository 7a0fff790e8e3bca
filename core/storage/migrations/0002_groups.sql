-- description: members of a party group are found at once
-- min_compatible: 1
-- The list of organisations counts the members of each; most have no group.
CREATE INDEX affiliation_group ON affiliation (group_id) WHERE group_id IS NOT NULL
