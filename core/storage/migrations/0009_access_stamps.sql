-- description: each line of the access log carries a stamp, so that what is changed or taken out of it is found
-- min_compatible: 9
-- A guard refuses changes of the log, but whoever opens the file with another tool can drop it. A stamp can only be made
-- with the key of the book (core/access/accesslog.h). An older program would write lines without one, so it must not
-- write the book any more.
CREATE TABLE access_stamp ({{id}}, stamp {{blob}} NOT NULL) {{strict}}
--;
--@ append_only access_stamp
-- The number of the last line, stamped too: without it nobody would miss lines at the end.
CREATE TABLE access_end ({{id}}, last INTEGER NOT NULL, stamp {{blob}} NOT NULL) {{strict}}
--;
-- Only the opening book has the key: it stamps the lines that are there already, and drops this table.
CREATE TABLE unstamped_access ({{id}}) {{strict}}
