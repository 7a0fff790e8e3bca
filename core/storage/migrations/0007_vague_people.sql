-- description: people of whom the number or the birth date is not known are found at once
-- min_compatible: 5
-- An import asks for them: only they can be meant by a row that says both and fits nobody.
CREATE INDEX person_vague ON person (id) WHERE voided_at IS NULL AND (id_number_index IS NULL OR birth IS NULL)
--;
-- Without it the planner does not know how few they are.
ANALYZE person
