# What no Noria file can hold: NULL where the schema has none, values of another type, text that
# is no UTF-8 or goes on behind a NUL, registers that do not exist, ids of another register,
# references in circles.  A part of the columns here, all of them by `make check-damage`.  The answer is that the file is damaged, or the right one; never a crash.
. "$NORIA_SOURCE/tests/tap.sh"

sample whole.noria
may_issue whole.noria 'Claire Valmont'
noria issue whole.noria 1.0 approver=P-1 function=Director >/dev/null 2>&1

# alter SQL: what the next walk does to a copy of the file.
alter() {
	sql=$1
}

# A copy of the file in which it was done, whatever the schema forbids.
altered() {
	cp whole.noria f.noria
	unguarded f.noria >altering 2>&1 <<SQL
PRAGMA foreign_keys = OFF;
CREATE TEMP TABLE kept AS SELECT "name" AS "of", "sql" AS "text" FROM sqlite_schema WHERE "type" = 'table';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET "sql" = replace(replace("sql", ' NOT NULL', ''), ') STRICT', ')') WHERE "type" = 'table' AND "name" NOT LIKE 'search%';
PRAGMA writable_schema = RESET;
$sql;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET "sql" = (SELECT "text" FROM kept WHERE "of" = "name") WHERE "type" = 'table';
PRAGMA writable_schema = RESET;
SQL
	# What was not done would prove nothing.
	if grep -q . altering || cmp -s f.noria whole.noria; then
		echo "$sql: $(cat altering)"
	fi
}

# answers COMMAND...: with the right answer or the sentence of a damaged file; each other way is told.
answers() {
	noria "$@" >said 2>complained
	answered=$?
	case $answered in
	0) ;;
	1) test "$1" = check || echo "$what: $* ends with 1" ;;
	3)
		grep -q . complained || echo "$what: $* says nothing"
		;;
	4) case $1 in add | show | history | undo) ;; *) echo "$what: $* ends with 4: $(head -n 1 complained)" ;; esac ;;
	*) echo "$what: $* ends with $answered: $(head -n 1 complained)" ;;
	esac
}

tried=0 column_count=0 least=40
test -z "${NORIA_TEST_SLOW-}" || least=6

# every COMMAND on the altered file
walk() {
	what=$1
	few 4 || return 0
	part 6 || return 0
	tried=$((tried + 1))
	altered
	answers check f.noria
	answers list f.noria "$2"
	answers list f.noria risk --format=json
	answers show f.noria R-1
	answers history f.noria --limit=30
	if test "${3-}" = all; then
		answers list f.noria due
		answers list f.noria quality
		answers list f.noria applicability --format=csv
		answers export f.noria soa --format=html --output=-
		answers export f.noria soa --format=xml --output=-
		answers export f.noria dashboard --format=text --output=-
		answers export f.noria risks --format=text --output=-
		answers add f.noria risk "title=One more" "owner=Somebody New"
		answers undo f.noria
	fi
}

# Columns of the tables that everything rests on, in each wrong way, with all commands.
base() {
	for column in record.register record.uuid record.ref entry.hash entry.parent entry.time entry.login entry.action entry.names \
		change.record change.text change.digest meta.value counter.next tally.n; do
		table=${column%.*} name=${column#*.}
		# Where a column is unique the same text fits one row.
		some="rowid % 3 = 0" one="rowid = 12"
		case $table in
		change) some="seq % 3 = 1" one=$some ;;
		tally) some="length(k1) % 3 = 0" one=$some ;;
		meta | counter) some=1 one=1 ;;
		entry) some=1 one="rowid = 2" ;;
		esac
		alter "UPDATE \"$table\" SET \"$name\" = NULL WHERE $some"
		walk "$column NULL" risk all
		alter "UPDATE \"$table\" SET \"$name\" = NULL"
		walk "$column NULL everywhere" risk all
		alter "UPDATE \"$table\" SET \"$name\" = CAST(x'41ff00fe42' AS TEXT) WHERE $one"
		walk "$column no UTF-8" risk all
	done
	alter "UPDATE change SET text = NULL; UPDATE change SET digest = 7, salt = 'x'"
	walk "change of other types" risk all
	alter "UPDATE record SET register = 'nonsense' WHERE register = 'person'"
	walk "a register that does not exist" person all
	alter "UPDATE record SET register = 'asset' WHERE register = 'person'"
	walk "records of another register" person all
	alter "UPDATE change SET record = (SELECT id FROM record WHERE ref = 'R-1') WHERE record IN (SELECT id FROM record WHERE register IN ('person', 'asset', 'applicability'))"
	walk "rows of several registers for one record" risk all
	alter "UPDATE risk SET owner = (SELECT id FROM asset LIMIT 1), asset = (SELECT id FROM person LIMIT 1)"
	walk "ids of another register" risk all
	alter "UPDATE risk SET owner = 123456789"
	walk "ids of nothing" risk all
	alter "UPDATE applicability SET control = (SELECT id FROM person LIMIT 1)"
	walk "lines of no control" applicability all
	alter "UPDATE OR REPLACE link SET target = (SELECT id FROM person LIMIT 1) WHERE field = 'controls'"
	walk "sets of another register" risk all
	alter "UPDATE unit SET parent = id"
	walk "a unit within itself" unit all
	alter "UPDATE unit SET parent = (SELECT max(id) FROM unit WHERE id <> u.id) FROM unit AS u WHERE u.id = unit.id"
	walk "units in a circle" unit all
	alter "UPDATE entry SET names = hash, action = 'undo'"
	walk "an undo of itself" risk all
	alter "DELETE FROM organisation"
	walk "no organisation" risk all
	alter "UPDATE organisation SET time_zone = '/etc/passwd', method = 1, catalogue = 1"
	walk "an organisation of nonsense" risk all
	alter "UPDATE method SET grid = '999999999999,x', likelihoods = 99999999999, impacts = -5, levels = 4611686018427387904"
	walk "a method of nonsense" method all
	alter "UPDATE level SET number = 9223372036854775807"
	walk "levels of nonsense" level all
	alter "UPDATE tally SET n = -9223372036854775807"
	walk "counts of nonsense" risk all
	alter "DELETE FROM search; INSERT INTO search(rowid, text) VALUES(999999, 'ghost')"
	walk "a forged search index" risk all
}

# Each column of each register: text where a number stands, a number where text stands, nothing.
registers() {
	sqlite3 whole.noria "SELECT m.name || ' ' || c.name || ' ' || c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND EXISTS(SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'ref_key') AND c.name <> 'id' ORDER BY 1" >columns
	while read -r table name type; do
		column_count=$((column_count + 1))
		if test "${NORIA_TEST_DAMAGE-}" != long && test $((column_count % 24)) != 0; then
			continue
		fi
		part 6 || continue
		case $type in
		TEXT) value="x'ff' || rowid" ;;
		*) value="'text'" ;;
		esac
		# One of the two for each column, both over the columns of a table.
		tried=$((tried + 1))
		test $((tried % 3)) = 0 && value=NULL
		alter "UPDATE \"$table\" SET \"$name\" = $value"
		altered
		what="$table.$name = $value"
		# The register change has the table changes (register_def.table).
		answers list f.noria "$(echo "$table" | sed "s/^changes$/change/")" --format=json
		answers check f.noria
		test "$answered" != 0 || sqlite3 f.noria "SELECT count(*) FROM \"$table\"" | grep -qx 0 || cmp -s f.noria whole.noria || same_table "$table" || echo "$what: check finds nothing"
	done <columns
}

same_table() {
	sqlite3 f.noria "SELECT * FROM \"$1\"" >now
	sqlite3 whole.noria "SELECT * FROM \"$1\"" >then
	cmp -s now then
}

no_faults() {
	"$1" >faults
	cat faults
	! test -s faults
}

ok "tables that everything rests on" no_faults base
ok "columns of the registers" no_faults registers
ok "files were altered" test $tried -gt "$least"
echo "# $tried altered files"
finish
