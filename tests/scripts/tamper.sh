# Every column of every table altered by plain SQL, rows taken away and rows added: `check`
# names the record, the entry or the table.  What is altered is found from the schema, so
# that a new column is tried by itself.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

if ! command -v sqlite3 >/dev/null; then
	skip "tampering" "there is no sqlite3 to alter files with"
	finish
	exit 0
fi

# ---- a file that has something of everything ----

S=$HOME/whole.noria
sample "$S"
echo "the restore went well" >report.txt
noria attach "$S" EV-1 report.txt >/dev/null 2>&1
may_issue "$S" 'Claire Valmont'
noria issue "$S" 1.0 approver=P-1 function=Director >/dev/null 2>&1
noria add "$S" control catalogue=own number=1 title="Our own" >/dev/null 2>&1
noria add "$S" waiver check=risk-unowned record=R-1 reason="Shared" expiry=2027-01-31 owner=P-1 >/dev/null 2>&1
noria add "$S" analysis title="What the quarter shows" by=P-2 >/dev/null 2>&1
noria add "$S" overrule requirement=2022:7.3 from=partial to=met reason="Seen on site" evidence=EV-1 by=P-3 expiry=2027-03-01 >/dev/null 2>&1
noria remove "$S" R-80 2>/dev/null
noria undo "$S" 2>/dev/null
noria remove "$S" R-79 2>/dev/null
noria set "$S" R-1 title="Theft of a laptop" 2>/dev/null
# Links to what is not there come with the SoA of another file.
noria export "$S" soa --format=xml --output=soa.xml
U=$HOME/other.noria
fresh "$U" --organisation=Other
noria import "$U" soa.xml >/dev/null 2>&1
noria undo "$U" 2>/dev/null
noria redo "$U" 2>/dev/null
# A smaller one for the tables beside the registers, each column of which is a file of its own.
B=$HOME/small.noria
noria new "$B" --organisation=Small >/dev/null 2>&1
noria add "$B" risk title="Theft of a phone" owner="Jeanne Roy" controls=A.5.1,A.5.2 >/dev/null
noria add "$B" risk title="Loss of a tape" >/dev/null
noria add "$B" risk title="Theft of a laptop" owner="Jeanne Roy" controls=A.5.1,A.8.13 >/dev/null
noria remove "$B" R-2
noria add "$B" evidence title="Restore test" control=A.8.13 >/dev/null
noria attach "$B" EV-1 report.txt
noria undo "$B" 2>/dev/null
noria redo "$B" 2>/dev/null
noria set "$B" R-3 title="Theft of a laptop in a train"
sqlite3 "$B" "INSERT INTO draft VALUES('officer', 'risk:R-1', 'host', '2026-11-24T09:30:00Z', '{}'); INSERT INTO presence VALUES('officer', 'host', 1, '2026-11-24T09:30:00Z', '2026-11-24T09:30:00Z'); INSERT INTO heading VALUES('risk', 'Owner name', 'owner')"
status 0 "the file is whole" noria check "$S"
status 0 "the small one too" noria check "$B"
status 0 "the other one too" noria check "$U"

registers=$(sqlite3 "$S" "SELECT group_concat(name, ' ') FROM sqlite_schema s WHERE type = 'table' AND EXISTS(SELECT 1 FROM pragma_table_info(s.name) WHERE name = 'ref_key')")
F=$HOME/altered.noria

# alter FILE SQL: a copy altered by plain SQL, as somebody would who knows no rules.
alter() {
	cp "$1" "$F"
	printf '%s\n' "PRAGMA foreign_keys = OFF;" "$2" | unguarded "$F" >sql 2>&1 || {
		cat sql
		return 1
	}
	! cmp -s "$1" "$F"
}
# found FILE SQL WORDS: check ends with 1 (3: not even opened) and says the words.
found() {
	alter "$1" "$2" || return 1
	noria check "$F" >said 2>&1
	status=$?
	cat said
	test $status -eq 1 || test $status -eq 3 || return 1
	grep -qE -e "$3" said
}
is_found() {
	name=$1
	shift
	part 12 || return 0
	ok "$name" found "$@"
}

# ---- the registers: one column of all tables at a time, each record of its own ----

# The last record of each register; its value becomes another's where there is one, else one of the same type.
cat >columns.sql <<'END'
SELECT t.name, c.cid, c.name, CASE
	WHEN c.name = 'id' THEN '"id" + 100000'
	WHEN c.name = 'ref_key' THEN '"ref_key" || ''x'''
	WHEN f."table" IS NOT NULL THEN '(SELECT "id" FROM "' || f."table" || '" o WHERE o."id" IS NOT "' || t.name || '"."' || c.name || '" LIMIT 1)'
	WHEN c.type = 'TEXT' THEN 'COALESCE((SELECT "' || c.name || '" FROM "' || t.name || '" o WHERE o."' || c.name || '" <> "' || t.name || '"."' || c.name || '" LIMIT 1), "' || c.name || '" || ''x'', ''x'')'
	ELSE 'COALESCE((SELECT "' || c.name || '" FROM "' || t.name || '" o WHERE o."' || c.name || '" <> "' || t.name || '"."' || c.name || '" LIMIT 1), "' || c.name || '" + 1, 1)' END
FROM sqlite_schema t JOIN pragma_table_info(t.name) c LEFT JOIN pragma_foreign_key_list(t.name) f ON f."from" = c.name
WHERE t.type = 'table' AND EXISTS(SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'ref_key');
END
sqlite3 -separator '	' "$S" <columns.sql >columns
empty=$(for table in $registers; do sqlite3 "$S" "SELECT '$table' WHERE NOT EXISTS(SELECT 1 FROM \"$table\")"; done | tr '\n' ' ')
ok "every register has a record" test -z "$empty"
most=$(cut -f 2 columns | sort -n | tail -n 1)
# not_named EXPECTED SAID: which of the lines "what<tab>ref" have a ref that stands nowhere as a word of its own.
not_named() {
	awk -F '\t' '
		NR == FNR { said = said "\n" $0; next }
		{
			rest = said
			while ((place = index(rest, $2)) > 0) {
				before = substr(rest, place - 1, 1)
				rest = substr(rest, place + length($2))
				if (before !~ /[A-Za-z0-9.]/ && (rest == "" || rest ~ /^[ :\n]/))
					next
			}
			print $1 " of " $2
		}' "$2" "$1"
}
altered=0
column=0
while test "$column" -le "$most"; do
	if ! part 6; then
		altered=$((altered + $(awk -F '\t' -v column="$column" '$2 == column' columns | wc -l)))
		column=$((column + 1))
		continue
	fi
	awk -F '\t' -v column="$column" '$2 == column { printf "UPDATE \"%s\" SET \"%s\" = %s WHERE \"id\" = (SELECT max(\"id\") FROM \"%s\");\n", $1, $3, $4, $1 }' columns >alter.sql
	# What each alteration must bring: the ref of its record.
	awk -F '\t' -v column="$column" '$2 == column { printf "SELECT '\''%s.%s'\'' || char(9) || ref FROM record WHERE id = (SELECT max(id) FROM \"%s\");\n", $1, $3, $1 }' columns | sqlite3 "$S" >expected
	cp "$S" "$F"
	{ echo "PRAGMA foreign_keys = OFF;"; cat alter.sql; } | unguarded "$F" >sql 2>&1
	noria check "$F" >said 2>&1
	result=$?
	altered=$((altered + $(wc -l <expected)))
	not_named expected said >missed
	ok "column $column of every register" sh -c 'cat sql missed; test "$1" -eq 1 && ! test -s sql && ! test -s missed' - $result
	column=$((column + 1))
done
ok "all columns were tried" test "$altered" -eq "$(wc -l <columns)"

# Rows taken away, and rows put in: a copy of the last under an id of its own.
for table in $registers; do
	echo "SELECT '$table' || char(9) || ref FROM record WHERE id = (SELECT max(id) FROM \"$table\");"
done | sqlite3 "$S" >expected
lost() { # SQL
	cp "$S" "$F"
	for table in $registers; do
		printf "$1\n" "$table" "$table"
	done | { echo "PRAGMA foreign_keys = OFF;"; cat; } | unguarded "$F" >sql 2>&1
	noria check "$F" >said 2>&1
	awk -F '\t' 'NR == FNR { said = said "\n" $0; next } !index(said, $2 " of the journal is missing") { print $1 }' said expected >missed
	cat sql missed
	! test -s sql && ! test -s missed
}
# An organisation is looked for when a file is opened.
registers=$(printf '%s' "$registers" | sed 's/organisation //; s/ organisation//')
sed -i '/^organisation/d' expected
ok "a record taken away from each register" lost 'DELETE FROM "%s" WHERE id = (SELECT max(id) FROM "%s");'
is_found "the organisation taken away" "$S" "DELETE FROM organisation" "ORG-1 of the journal is missing"
cp "$S" "$F"
for table in $registers; do
	echo "CREATE TEMP TABLE t AS SELECT * FROM \"$table\" ORDER BY id DESC LIMIT 1; UPDATE t SET id = 900000, ref_key = 'forged'; INSERT INTO \"$table\" SELECT * FROM t; DROP TABLE t;"
done | { echo "PRAGMA foreign_keys = OFF;"; cat; } | unguarded "$F" >sql 2>&1
noria check "$F" >said 2>&1
ok "a record put into each register" sh -c 'cat sql said; ! test -s sql && for table in $1; do grep -q "Row 900000 of $table " said || { echo "not $table"; exit 1; }; done' - "$registers"
is_found "a record put in with a name of its own" "$S" "INSERT INTO record VALUES(900000, 'unit', '11111111-1111-4111-8111-111111111111', 'U-900');
	CREATE TEMP TABLE t AS SELECT * FROM unit LIMIT 1; UPDATE t SET id = 900000, ref_key = 'u-3900'; INSERT INTO unit SELECT * FROM t" "U-900 is not in the journal"
is_found "the row of a record of another register" "$S" "CREATE TEMP TABLE t AS SELECT * FROM unit LIMIT 1; UPDATE t SET id = (SELECT max(id) FROM risk), ref_key = 'x'; INSERT INTO unit SELECT * FROM t" "R-.* is in a register that is not its own"

# ---- the tables beside ----

last_risk="(SELECT max(id) FROM risk)"
is_found "record.id" "$B" "UPDATE record SET id = id + 100000 WHERE id = $last_risk" "R-[0-9]+ of the journal has lost its name"
is_found "record.register" "$B" "UPDATE record SET register = 'unit' WHERE id = $last_risk" "R-[0-9]+: its register is not"
is_found "record.uuid" "$B" "UPDATE record SET uuid = '11111111-1111-4111-8111-111111111111' WHERE id = $last_risk" "R-[0-9]+: its uuid is not"
is_found "record.uuid of a line of the SoA" "$B" "UPDATE record SET uuid = '11111111-1111-4111-8111-111111111111' WHERE ref = 'soa:2022:A.5.1'" "soa:2022:A.5.1: its uuid is not"
is_found "record.uuid of a line whose organisation got another" "$U" "UPDATE record SET uuid = '11111111-1111-4111-8111-111111111111' WHERE ref = 'soa:2022:A.5.1'" "soa:2022:A.5.1: its uuid is not"
is_found "record.uuid of the organisation" "$U" "UPDATE record SET uuid = '11111111-1111-4111-8111-111111111111' WHERE ref = 'ORG-1'" "ORG-1: its uuid is not"
is_found "record.ref" "$B" "UPDATE record SET ref = 'R-900' WHERE id = $last_risk" "R-[0-9]+ is called R-900"
is_found "the case of record.ref" "$B" "UPDATE record SET ref = lower(ref) WHERE id = $last_risk" "R-[0-9]+ is called r-"
is_found "the ref of a deleted record" "$B" "UPDATE record SET ref = 'R-900' WHERE ref = 'R-2'" "R-2 is called R-900"
is_found "the uuid of a deleted record" "$B" "UPDATE record SET uuid = '11111111-1111-4111-8111-111111111111' WHERE ref = 'R-2'" "R-2: its uuid"
is_found "the name of a deleted record taken away" "$B" "DELETE FROM record WHERE ref = 'R-2'" "R-2 of the journal has lost its name"
is_found "a name put in" "$B" "INSERT INTO record VALUES(900000, 'risk', '11111111-1111-4111-8111-111111111111', 'R-900')" "R-900 is not in the journal"
is_found "counter.prefix" "$B" "UPDATE counter SET prefix = 'ZZ' WHERE prefix = 'R'" "counter of refs (ZZ is of no register|R is missing)"
is_found "counter.next further on" "$B" "UPDATE counter SET next = next + 1 WHERE prefix = 'R'" "counter of refs R does not follow"
is_found "counter.next back" "$B" "UPDATE counter SET next = next - 1 WHERE prefix = 'R'" "counter of refs R does not follow"
is_found "a counter taken away" "$B" "DELETE FROM counter WHERE prefix = 'R'" "counter of refs R is missing"
is_found "a counter put in" "$B" "INSERT INTO counter VALUES('ZZ', 5)" "counter of refs ZZ"

link="(SELECT record FROM link WHERE field = 'controls' ORDER BY record DESC LIMIT 1)"
is_found "link.record" "$B" "UPDATE OR REPLACE link SET record = (SELECT max(record) FROM link WHERE field = 'controls' AND record < $link) WHERE record = $link" "R-[0-9]+: .* is not what the journal says"
is_found "link.field" "$B" "UPDATE link SET field = 'nothing' WHERE record = $link" "R-[0-9]+: a link is not in the journal"
is_found "link.target" "$B" "UPDATE OR REPLACE link SET target = (SELECT min(id) FROM control) + 40 WHERE record = $link" "R-[0-9]+: .* is not what the journal says"
is_found "link.target of another register" "$B" "UPDATE OR REPLACE link SET target = (SELECT min(id) FROM person) WHERE record = $link AND field = 'controls'" "R-[0-9]+"
is_found "a link taken away" "$B" "DELETE FROM link WHERE record = $link" "R-[0-9]+: .* is not what the journal says"
is_found "a link put in" "$B" "INSERT OR IGNORE INTO link SELECT $link, 'controls', id FROM control" "R-[0-9]+: .* is not what the journal says"
is_found "a link of a deleted record" "$B" "INSERT INTO link SELECT id, 'controls', (SELECT min(id) FROM control) FROM record WHERE ref = 'R-2'" "R-2 was deleted, but"

absent="(SELECT record FROM unresolved WHERE field = 'risks' LIMIT 1)"
for column in register ref title; do
	is_found "unresolved.$column" "$U" "UPDATE unresolved SET $column = 'action' WHERE record = $absent" "soa:2022:.*: .* is not what the journal says"
done
is_found "unresolved.uuid" "$U" "UPDATE unresolved SET uuid = '11111111-1111-4111-8111-1111111111' || substr(uuid, -2) WHERE record = $absent" "soa:2022:.*: .* is not what the journal says"
is_found "unresolved.record" "$U" "UPDATE OR REPLACE unresolved SET record = (SELECT max(id) FROM applicability) WHERE record = $absent" "soa:2022:.*: .* is not what the journal says"
is_found "unresolved.field" "$U" "UPDATE OR REPLACE unresolved SET field = 'nothing' WHERE record = $absent" "soa:2022:.*: a link to a record of another file is not in the journal"
is_found "an absent record taken away" "$U" "DELETE FROM unresolved WHERE record = $absent" "soa:2022:.*: .* is not what the journal says"
is_found "an absent record put in" "$U" "INSERT INTO unresolved SELECT $absent, 'owner', 'person', '11111111-1111-4111-8111-111111111111', 'P-1', 'Somebody'" "soa:2022:.*"
is_found "an absent record behind a present one" "$B" "INSERT INTO unresolved SELECT id, 'owner', 'person', '11111111-1111-4111-8111-111111111111', 'P-99', 'Somebody' FROM risk WHERE owner IS NOT NULL LIMIT 1" "R-[0-9]+: a link to a record of another file"

entries=$(sqlite3 "$B" "SELECT max(id) FROM entry")
for column in hash parent other_parent time login host action names; do
	is_found "entry.$column" "$B" "UPDATE entry SET $column = $column || 'x' WHERE id = $entries - 2" "Journal entry $((entries - 2)) "
done
is_found "entry.time" "$B" "UPDATE entry SET time = '2026-11-20T09:30:00Z' WHERE id = $entries" "Journal entry $entries does not match"
is_found "entry.id" "$B" "UPDATE entry SET id = id + 5 WHERE id = $entries" "Journal entry $entries is missing"
is_found "the newest entry taken away" "$B" "DELETE FROM entry WHERE id = $entries" "(head of the journal is not its newest|belongs? to no entry)"
is_found "an entry taken away" "$B" "DELETE FROM entry WHERE id = 3" "Journal entry 3 is missing"
is_found "an entry put in" "$B" "INSERT INTO entry SELECT id + 1, hash || 'x', hash, '', time, login, host, action, '' FROM entry WHERE id = $entries" "Journal entry $((entries + 1)) does not match"

row="entry = $entries AND seq = 1"
is_found "change.entry" "$B" "UPDATE change SET entry = entry - 1, seq = 500 WHERE $row" "ntry $entries"
is_found "change.entry of no entry" "$B" "UPDATE change SET entry = entry + 100 WHERE $row" "belong"
is_found "change.seq" "$B" "UPDATE change SET seq = 2 WHERE $row" "Row 1 of journal entry $entries is missing"
is_found "the order of changes" "$B" "UPDATE change SET seq = -seq WHERE entry = 3; UPDATE change SET seq = seq + (SELECT count(*) + 1 FROM change WHERE entry = 3) WHERE entry = 3" "Journal entry 3 does not match"
is_found "change.record" "$B" "UPDATE change SET record = record - 1 WHERE $row" "entry $entries is of another record"
is_found "change.record of another register" "$B" "UPDATE change SET record = (SELECT id FROM organisation) WHERE $row" "entry $entries is of another record than ORG-1"
is_found "all changes of one register with a record of another" "$B" "UPDATE change SET record = (SELECT id FROM organisation) WHERE record IN (SELECT id FROM risk)" "is of another record than ORG-1"
is_found "change.text" "$B" "UPDATE change SET text = replace(text, 'train', 'plane') WHERE $row" "A row of journal entry $entries was changed"
is_found "change.text behind a NUL" "$B" "UPDATE change SET text = text || char(0) || 'more' WHERE $row" "A row of journal entry $entries was changed"
is_found "change.text that is no JSON" "$B" "UPDATE change SET text = 'x' WHERE $row" "cannot be understood"
is_found "change.salt" "$B" "UPDATE change SET salt = randomblob(16) WHERE $row" "A row of journal entry $entries was changed"
is_found "no change.salt" "$B" "UPDATE change SET salt = NULL WHERE $row" "A row of journal entry $entries was changed"
is_found "change.digest" "$B" "UPDATE change SET digest = randomblob(32) WHERE $row" "A row of journal entry $entries was changed"
is_found "a change taken away" "$B" "DELETE FROM change WHERE $row" "Journal entry $entries does not match"
is_found "a change put in" "$B" "INSERT INTO change SELECT entry, seq + 1, record, text, salt, digest FROM change WHERE $row" "Journal entry $entries does not match"
is_found "no text of a record any more, and the record changed" "$B" "UPDATE change SET text = NULL WHERE record = $last_risk; UPDATE risk SET notes = 'forged' WHERE id = $last_risk" "A row of journal entry [0-9]+ has lost its text"

is_found "meta.value" "$B" "UPDATE meta SET value = (SELECT parent FROM entry WHERE id = $entries) WHERE key = 'head'" "The head of the journal is not its newest entry"
is_found "meta.key" "$B" "UPDATE meta SET key = 'tail'" "head of the journal|meta holds tail"
is_found "a head taken away" "$B" "DELETE FROM meta" "The head of the journal"
is_found "a word put into meta" "$B" "INSERT INTO meta VALUES('tail', 'x')" "meta holds tail"

tally="name = 'risk' AND n > 0"
is_found "tally.name" "$B" "UPDATE tally SET name = 'nothing' WHERE $tally" "counts (nothing|of Risks)"
for column in k1 k2 k3; do
	is_found "tally.$column" "$B" "UPDATE tally SET $column = 'x' WHERE $tally" "The counts of Risks"
done
is_found "tally.n" "$B" "UPDATE tally SET n = n + 1 WHERE $tally" "The counts of Risks"
is_found "counts that make up for each other" "$B" "UPDATE tally SET n = n + CASE name WHEN 'risk' THEN 1 ELSE -1 END WHERE name IN ('risk', 'person')" "The counts of Risks"
is_found "a count taken away" "$B" "DELETE FROM tally WHERE $tally" "The counts of Risks"
is_found "a count put in" "$B" "INSERT INTO tally VALUES('risk', 'x', '', '', 1)" "The counts of Risks"

is_found "attachment.sha256" "$B" "UPDATE attachment SET sha256 = replace(sha256, '1', '2')" "attached file"
is_found "attachment.bytes" "$B" "UPDATE attachment SET bytes = CAST('the restore went badly' AS BLOB)" "The attached file [0-9a-f]+ is not what was attached"
is_found "an attached file taken away" "$B" "DELETE FROM attachment" "The attached file of EV-1 is missing"
is_found "a file put in" "$B" "INSERT INTO attachment VALUES('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'')" "The attached file e3b0c44298fc is not in the journal"

# The index of words, in whose tables no rule of SQLite looks.
words="search index"
is_found "search_content.id" "$B" "UPDATE search_content SET id = id + 100000 WHERE id = $last_risk" "$words"
is_found "search_content.c0" "$B" "UPDATE search_content SET c0 = c0 || ' forged' WHERE id = $last_risk" "R-[0-9]+ is not what the search index holds"
is_found "a text of it taken away" "$B" "DELETE FROM search_content WHERE id = $last_risk" "R-[0-9]+ is not what the search index holds"
is_found "a text of it put in" "$B" "INSERT INTO search_content VALUES(900000, 'forged')" "The search index holds 1 text of no record"
is_found "a text of it put in as FTS5 does" "$B" "INSERT INTO search(rowid, text) VALUES(900000, 'forged')" "The search index holds 1 text of no record"
is_found "search_docsize.id" "$B" "UPDATE search_docsize SET id = id + 100000 WHERE id = $last_risk" "$words"
is_found "search_docsize.sz" "$B" "UPDATE search_docsize SET sz = x'01' WHERE id = $last_risk" "$words"
is_found "a size taken away" "$B" "DELETE FROM search_docsize WHERE id = $last_risk" "$words"
is_found "a size put in" "$B" "INSERT INTO search_docsize VALUES(900000, x'01')" "$words"
leaf="(SELECT max(id) FROM search_data)"
is_found "search_data.id" "$B" "UPDATE search_data SET id = id + 1 WHERE id = $leaf" "$words"
is_found "search_data.block of a leaf" "$B" "UPDATE search_data SET block = (SELECT block FROM search_data WHERE id = (SELECT max(id) FROM search_data WHERE id < $leaf)) WHERE id = $leaf" "$words"
is_found "search_data.block of the counts" "$B" "UPDATE search_data SET block = x'0101' WHERE id = 1" "$words"
is_found "search_data.block of the structure" "$B" "UPDATE search_data SET block = substr(block, 1, 7) WHERE id = 10" "$words"
is_found "a leaf taken away" "$B" "DELETE FROM search_data WHERE id = $leaf" "$words"
is_found "a leaf put in" "$B" "INSERT INTO search_data SELECT id + 5, block FROM search_data WHERE id = $leaf" "$words"
is_found "search_idx.segid" "$B" "UPDATE search_idx SET segid = segid + 1000" "$words"
is_found "search_idx.term" "$B" "UPDATE OR REPLACE search_idx SET term = x'30ff' || term WHERE term = (SELECT max(term) FROM search_idx)" "$words"
is_found "search_idx.pgno" "$B" "UPDATE search_idx SET pgno = pgno + 2 WHERE term = (SELECT max(term) FROM search_idx)" "$words"
is_found "a row of search_idx taken away" "$B" "DELETE FROM search_idx WHERE term = (SELECT max(term) FROM search_idx)" "$words"
is_found "search_config.k" "$B" "UPDATE search_config SET k = 'x'" "$words|damaged|database"
is_found "search_config.v" "$B" "UPDATE search_config SET v = 5" "$words|damaged|database"
is_found "a row of search_config taken away" "$B" "DELETE FROM search_config" "$words|damaged|database"
is_found "a row of search_config put in" "$B" "INSERT INTO search_config VALUES('pgsz', 100)" "$words"
is_found "a text of it replaced as FTS5 does" "$B" "UPDATE search SET text = 'forged' WHERE rowid = $last_risk" "R-[0-9]+ is not what the search index holds"

# Drafts and who is there are nobody's word and are not journaled: only their form is looked at.
is_found "heading.register" "$B" "UPDATE heading SET register = 'x'" "column Owner name"
is_found "heading.field" "$B" "UPDATE heading SET field = 'x'" "column Owner name"
is_found "heading.heading" "$B" "UPDATE heading SET heading = ''" "column"
is_found "draft.time" "$B" "UPDATE draft SET time = 'x'" "draft"
is_found "draft.content" "$B" "UPDATE draft SET content = 'x'" "draft risk:R-1"
is_found "presence.since" "$B" "UPDATE presence SET since = 'x'" "presence of officer"
is_found "presence.seen" "$B" "UPDATE presence SET seen = 'x'" "presence of officer"

# Nothing of the schema is left out.
cat >looked_at <<'END'
attachment: bytes sha256
change: digest entry record salt seq text
counter: next prefix
draft: content host key login time
entry: action hash host id login names other_parent parent time
heading: field heading register
link: field record target
meta: key value
presence: host login process seen since
record: id ref register uuid
search: text
search_config: k v
search_content: c0 id
search_data: block id
search_docsize: id sz
search_idx: pgno segid term
tally: k1 k2 k3 n name
unresolved: field record ref register title uuid
END
sqlite3 "$B" "SELECT t.name || ': ' || (SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_info(t.name) ORDER BY name)) FROM sqlite_schema t WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT EXISTS(SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'ref_key') ORDER BY t.name" >tables
ok "no other table and column is in the schema" diff looked_at tables

# ---- with the journal altered alike, as far as one comes ----

# The text of an issued SoA, of a signed acceptance: the row of the journal and its digest go along.
with_journal() { # REF FIELD: its value becomes "forged" everywhere
	printf '%s\n' "UPDATE change SET text = replace(text, '\"$2\":\"', '\"$2\":\"forged ') WHERE record = (SELECT id FROM record WHERE ref = '$1') AND text LIKE '[\"+record%';"
}
is_found "an issued SoA altered with its journal" "$S" "UPDATE statement SET content = 'forged ' || content WHERE id = (SELECT id FROM record WHERE ref = 'SO-1'); $(with_journal SO-1 content)" "A row of journal entry [0-9]+ was changed"
is_found "and with the digest of that" "$S" "UPDATE statement SET content = 'forged ' || content WHERE id = (SELECT id FROM record WHERE ref = 'SO-1'); $(with_journal SO-1 content) UPDATE change SET digest = randomblob(32) WHERE record = (SELECT id FROM record WHERE ref = 'SO-1')" "Journal entry [0-9]+ does not match its hash"
is_found "an acceptance altered with its journal" "$S" "UPDATE acceptance SET reason = 'forged ' || reason WHERE id = (SELECT id FROM record WHERE ref = 'RC-1'); $(with_journal RC-1 reason)" "A row of journal entry [0-9]+ was changed"
is_found "a seal" "$S" "UPDATE acceptance SET seal = (SELECT hash FROM entry WHERE id = $entries) WHERE id = (SELECT id FROM record WHERE ref = 'RC-1')" "RC-1: "

finish
