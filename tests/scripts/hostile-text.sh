# Escape sequences, C1, bidi overrides, NUL and bytes that are no text, in every text column of every table: nothing
# of it reaches a terminal, whatever command or view shows it.  To call the file damaged is allowed; to crash is not.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

if ! command -v script >/dev/null; then
	skip "hostile text" "there is no script(1)"
	finish
	exit 0
fi
sample sound.noria
cp sound.noria "$HOME/F.noria" && F=$HOME/F.noria
noria set "$F" R-1 title="Ransom, once more" >/dev/null
noria remove "$F" R-3 >/dev/null 2>&1
cp "$F" sound.noria

# ESC ]0;HACKED BEL, ESC [31m, DEL, CR, C1 CSI, right-to-left override, isolate: all of it UTF-8.
valid=20451b5d303b4841434b4544071b5b33316d7f0d58c29b33316de280aee281a6455649
# The same behind a NUL, and with what is no UTF-8: C1 as a byte, an overlong zero, a surrogate, half a character.
whole=${valid}9bc080eda080e280ff004e554c${valid}

# Bytes of a file that no terminal should get.  CR before LF is the terminal's, and the calendar's own.
raw='[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r[^\r]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]|\xef\xbb\xbf'

# alter FILE HEX TABLE COLUMN...: these bytes behind what stands in every row.
alter() {
	alter_file=$1 alter_bytes=$2 alter_table=$3
	shift 3
	for column in "$@"; do
		echo "UPDATE OR IGNORE \"$alter_table\" SET \"$column\" = \"$column\" || CAST(x'$alter_bytes' AS TEXT) WHERE \"$column\" IS NOT NULL;"
	done
}
columns() { # TABLE
	sqlite3 sound.noria "SELECT name FROM pragma_table_info('$1') WHERE type LIKE 'TEXT%'"
}

# What is asked of each file: each line a command, NORIA... FILE in front.
cat >asked <<'END'
list risk
list risk --format=json
list risk --format=csv
list risk --format=tsv
list due
list quality
show R-1
show R-1 --format=json
history --limit=40
history R-1
check
export soa --format=text
export risks --format=html
export due --format=ics
export soa --format=xml
list risk --where=title=nothing
list risk --where=owner=Nobody
set R-1 owner=P-1 treatment=pray
set R-1 title=Another
undo
END

# shown NAME: the commands of asked on a terminal, over F.noria.
shown() {
	: >crashed
	cat >run.sh <<'END'
while read -r command rest; do
	# shellcheck disable=SC2086
	timeout 300 noria "$command" F.noria $rest </dev/null
	status=$?
	test $status -le 5 || echo "$command $rest: status $status" >>crashed
done <asked
END
	script -qec 'sh run.sh' /dev/null </dev/null >session 2>&1
	{
		cat crashed
		LC_ALL=C grep -anP "$raw" session | head -5 | LC_ALL=C sed -n l
		iconv -f UTF-8 -t UTF-8 session 2>&1 >/dev/null
	} >tap-output
	test ! -s tap-output && test -s session
	tap_result $? "$1"
}

# The check can fail: what it looks for is seen where it is.
printf 'R-1 \033]0;HACKED\007\r\n' >session
ok "an escape is seen" sh -c 'LC_ALL=C grep -qaP "$1" session' sh "$raw"
printf 'R-1 \302\233\r\n' >session
ok "C1 too" sh -c 'LC_ALL=C grep -qaP "$1" session' sh "$raw"
printf 'R-1 plain \303\251\r\n' >session
ok "and other text is not" sh -c '! LC_ALL=C grep -qaP "$1" session' sh "$raw"

cp sound.noria F.noria
shown "a sound file"

# ---- the registers: their texts, then all their columns ----

structure='meta record counter link unresolved entry change tally draft presence attachment'
registers=$(noria help list | sed -n '/^Registers: /,$p' | sed 's/^Registers: //' | tr ' ' '\n' | sort -u)
for register in $registers; do
	noria help "$register" | sed -n 's/^\([a-z_]*\) *(\(long \)\{0,1\}text[,)].*/\1/p' | while read -r field; do echo "$register $field"; done
done >texts
ok "there are texts" test "$(wc -l <texts)" -gt 100
while read -r register field; do alter F "$valid" "$register" "$field"; done <texts >valid.sql
while read -r register field; do alter F "$whole" "$register" "$field"; done <texts >whole.sql
for table in $(sqlite3 sound.noria "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"); do
	case " $structure " in
	*" $table "*) ;;
	# shellcheck disable=SC2046
	*) alter F "$whole" "$table" $(columns "$table") ;;
	esac
done >columns.sql

cp asked asked.some
for register in $registers; do
	ref=$(noria list sound.noria "$register" --format=tsv 2>/dev/null | sed -n '2s/\t.*//p')
	echo "list $register"
	test -z "$ref" || echo "show $ref"
done >asked.lists
while read -r line; do
	part 16 && echo "$line"
done <asked.lists >asked.all
for sql in valid whole columns; do
	cp sound.noria F.noria
	sqlite3 F.noria <$sql.sql
	cp F.noria $sql.noria
	cat asked.some asked.all >asked
	case $sql in
	valid) shown "texts with controls" ;;
	whole) shown "texts with bytes that are none" ;;
	columns) shown "all columns of the registers" ;;
	esac
done
sed -n '/^UPDATE OR IGNORE "\(organisation\|method\|level\|catalogue\|cycle\)"/!p' columns.sql >rest.sql
cp sound.noria F.noria
sqlite3 F.noria <rest.sql
shown "all columns but those that are read when a file is opened"

# ---- what holds the file together: each column ----

# Most of it is not shown by every command.
grep -vE -- '--format=(csv|tsv|html|ics)|list quality|title=nothing' asked.some >asked
for table in $structure; do
	for column in $(columns $table); do
		for bytes in $valid $whole; do
			# Three tables of them are walked through below.
			case $table.$column in
			record.ref | entry.login | change.text) ;;
			*) few 3 || continue; part 12 || continue ;;
			esac
			cp sound.noria F.noria
			alter F $bytes $table $column | sqlite3 F.noria
			shown "$table.$column$(test $bytes = $valid || echo ", bytes that are no text")"
			case $table.$column in
			record.ref | entry.login | change.text) test $bytes = $valid && mv F.noria $table.noria ;;
			esac
		done
	done
done

# ---- the views ----

# What the screen itself sends is escape sequences of ASCII, and one title of the terminal, its own, without any control.
seen='\x1b\](?!2;Noria(: [^\x00-\x1f\x7f]*)?\x07)|\x1b\[31m|[\x00\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]|\xef\xbb\xbf'
walk() { # FILE
	mkdir -p "walk.$1"
	cp "$1.noria" "walk.$1/F.noria"
	{
		sleep 2
		for key in 1 2 3 4 1 '\r' q e '\033' 5 w '\033' 6 J '\033' r '\033' 7 9 0 A '\033' R '\033' '?' q m '\033' ':incid' '\033' 'Flaptop' '\033' x '\033' H q L q D q Q q 1 q q q y; do
			# shellcheck disable=SC2059
			printf "$key"
			sleep 0.4
		done
		sleep 1
	} | (cd "walk.$1" && script -qec 'stty rows 40 cols 120; timeout --foreground 90 noria F.noria; echo "$?" >status' /dev/null >session 2>&1)
}
for file in valid whole columns record entry change; do
	walk $file &
done
wait
for file in valid whole columns record entry change; do
	{
		status=$(cat walk.$file/status)
		test "${status:-99}" -le 5 || echo "status $status"
		# What is no text is damage: then the views say so in place of their lists.
		test "$status" != 0 || test "$(wc -c <walk.$file/session)" -gt 20000 || grep -q damaged walk.$file/session || echo "little was shown"
		LC_ALL=C grep -anP "$seen" walk.$file/session | head -5 | LC_ALL=C sed -n l
		iconv -f UTF-8 -t UTF-8 walk.$file/session 2>&1 >/dev/null
	} >tap-output
	test ! -s tap-output && test -s walk.$file/session
	tap_result $? "the views: $file"
done
finish
