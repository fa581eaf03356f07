# Nothing in the program stands untranslated.  In the language qqx every letter
# of a translated sentence carries a mark; here all views and commands are walked
# on a file whose own texts are digits, and a word without marks is a defect.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
T=$HOME/template.noria
strict=$NORIA_SOURCE/tests/data/untranslated.txt
LANGUAGE=qqx
export LANGUAGE

# ---- a file whose texts are digits ----

# numbered REGISTER FIELD...: gives these fields of all its records digits.
numbered() {
	register=$1
	shift
	{
		printf 'ref'
		printf ',%s' "$@"
		echo
		noria list "$T" "$register" --format=tsv | cut -f 1 | tail -n +2 | awk -v count=$# '
			/^[A-Za-z0-9:.-]+$/ { printf "%s", $0; for (i = 1; i <= count; i++) printf ",%d", NR; print "" }'
	} >"$HOME/numbers.csv"
	noria import "$T" "$HOME/numbers.csv" --as="csv:$register" >/dev/null
}

fresh "$T" --organisation=1
numbered threat title title_fr description description_fr
numbered vulnerability title title_fr description description_fr
numbered control title title_fr description description_fr
numbered theme title title_fr
numbered requirement title title_fr documented documented_fr
numbered catalogue title title_fr edition publisher
numbered method title title_fr threshold_reason reason
numbered level name name_fr definition definition_fr
numbered indicator name name_fr need need_fr measure measure_fr unit unit_fr source
# Its journal still tells the texts that were there before; that of a new file does not.
noria new "$F" --organisation=1 --template="$T" >/dev/null

# What `noria help WORD` says, without the marks; each is asked once.
mkdir "$HOME/helps"
plain_help() { # WORD
	test -e "$HOME/helps/$1" || noria help "$1" 2>/dev/null | sed 's/\xcc\xa3//g' >"$HOME/helps/$1"
	cat "$HOME/helps/$1"
}
registers=$(plain_help list | sed -n '/^Registers:/,$p' | sed 's/^Registers://')
commands=$(noria help | sed -n 's/^noria \([a-z]*\) .*/\1/p')

first_choices() { # REGISTER: FIELD=KEY of the first key of each choice
	plain_help "$1" | awk '
		/^[a-z_0-9]+ +\((choice|choices)[,)]/ { field = $0 ~ /follows from|by the program/ ? "" : $1 }
		/^ +One of: / && field { sub(/^ +One of: /, ""); sub(/,.*/, ""); print field "=" $0; field = "" }'
}
add() {
	register=$1
	shift
	# shellcheck disable=SC2046
	noria add "$F" "$register" $(first_choices "$register") "$@" >/dev/null
}
noria add "$F" person name=1 >/dev/null
noria add "$F" unit name=1 manager=P-1 >/dev/null
add asset name=1 owner=P-1 confidentiality=2
add risk title=1 asset=AS-1 threat=T-1 vulnerability=V-1 owner=P-1 inherent_likelihood=4 inherent_impact=4 \
	current_likelihood=2 current_impact=3 residual_likelihood=3 residual_impact=5 controls=A.5.1 review=2026-01-01
add action title=1 owner=P-1 due=2026-01-01 risk=R-1
add incident title=1 risk=R-1 detected=2026-11-20T10:00:00Z
add audit title=1 planned=2026-01-01
add finding title=1 audit=AU-1 due=2026-01-01
add review title=1
add nonconformity title=1
add cycle title=1
for register in decision meeting mechanism issue obligation scope role responsibility policy rule objective document exception assessment; do
	add $register title=1
done
add evidence title=1 kind=referenced
add party name=1
add acknowledgement policy=PO-1 person=P-1
add acceptance risk=R-1 level=2
add threshold method=iso5x5 level=2 reason=1
noria set "$F" RS-1 responsible=RO-1 >/dev/null
add decision title=1
noria set "$F" D-2 status=decided date=2026-11-20 signatory=P-1 function=1 text=1 >/dev/null
noria set "$F" A.5.1 >/dev/null 2>&1
noria set "$F" soa:2022:A.5.1 applicable=yes reasons=law,contract,risk,business,good_practice status=planned owner=P-1 maturity=2 planned=2026-01-01 >/dev/null
noria set "$F" soa:2022:A.5.2 applicable=no >/dev/null

# ---- the command line ----

# Names of registers, fields and choices are identifiers there.
identifiers() {
	for register in $registers; do
		echo "$register"
		plain_help "$register" | awk '
			/^[a-z_0-9]+ +\(/ { print $1; listing = 0 }
			/^ +One of: / { listing = 1; sub(/^ +One of: /, "") }
			listing { gsub(/,/, ""); for (i = 1; i <= NF; i++) print $i }'
	done | grep -E '^[a-z_0-9]+$' | sort -u
	printf '%s\n' $commands
	# The words that an option takes.
	for command in $(printf '%s\n' $commands | sort -u); do
		plain_help "$command"
	done | grep -oE -- '--[a-z-]*(\[=|=)[a-z0-9|-]*' | sed 's/.*=//' | tr '|' '\n'
	sed -n 's/^\t{ \.name = "\([a-z-]*\)".*/\1/p' "$NORIA_SOURCE/src/model/quality.c"
	cat <<-'WORDS'
		--[a-z-]+(=.*)?
		[A-Z_]+(=[A-Z]+)?
		[a-z_]+=[A-Za-z0-9-]*
		date-time
		ids
		yes/no
		integer
		percentage
		controls
		references
		choices
		choice
		date
		long
		text
		csv:.*
		tsv
		json
		/.*
		[0-9a-f]*[0-9][0-9a-f]*
	WORDS
}
identifiers >"$HOME/identifiers"
cat "$strict" "$HOME/identifiers" >"$HOME/loose.txt"

said() { # LIST NAME COMMAND...
	list=$1
	name=$2
	shift 2
	"$@" >"$HOME/out" 2>&1
	if ! test -s "$HOME/out"; then
		echo "nothing was said" >"$HOME/tap-output"
		tap_result 1 "$name"
		return
	fi
	LC_ALL=C awk -f "$NORIA_SOURCE/tests/scripts/untranslated.awk" "$list" "$HOME/out" >"$HOME/tap-output"
	test ! -s "$HOME/tap-output"
	tap_result $? "$name"
}
loose() {
	said "$HOME/loose.txt" "$@"
}

echo "one two" >"$HOME/out"
LC_ALL=C awk -f "$NORIA_SOURCE/tests/scripts/untranslated.awk" "$strict" "$HOME/out" >"$HOME/found"
has "a word without marks is found" "one" cat "$HOME/found"

# Names of reports and of formats stand in a column, and in lists.
plain_help export | awk '
	/^  [A-Za-z]/ { print $1 }
	/^   +[a-z]+(, [a-z]+)*$/ { gsub(/,/, ""); for (i = 1; i <= NF; i++) print $i }' | cat "$HOME/loose.txt" - >"$HOME/reports.txt"

loose "help" noria help
for command in $commands; do
	case $command in
	export | print) said "$HOME/reports.txt" "help $command" noria help "$command" ;;
	*) loose "help $command" noria help "$command" ;;
	esac
done
for register in $registers; do
	part 6 || continue
	loose "help $register" noria help "$register"
	loose "list $register" noria list "$F" "$register"
done
for ref in R-1 AC-1 I-1 AU-1 F-1 RV-1 NC-1 AS-1 P-1 U-1 T-1 V-1 A.5.1 soa:2022:A.5.1 soa:2022:A.5.2 2022:6.1.3 iso5x5 L-1; do
	noria show "$F" $ref >/dev/null 2>&1 && loose "show $ref" noria show "$F" $ref
done
loose "what is due" noria list "$F" due
loose "the quality of the records" noria list "$F" quality
loose "history" noria history "$F" --limit=12
loose "history of a record" noria history "$F" R-1
loose "undo" noria undo "$F"
loose "redo" noria redo "$F"
loose "check" noria check "$F"
ok "set" noria set "$F" R-1 title=2
ok "remove" noria remove "$F" NC-1
noria undo "$F" >/dev/null 2>&1
for what in soa risks actions dashboard due quality; do
	loose "export $what" noria export "$F" $what --format=text
done
loose "a dry run" noria import "$F" "$HOME/numbers.csv" --as=csv:level --dry-run
ok "a backup" noria backup "$F" "$HOME/copy.noria"
# What goes wrong.
loose "no such command" noria 99
loose "no such file" noria list /nowhere.noria risk
loose "no such register" noria list "$F" 99
loose "no such field" noria set "$F" R-1 t99=1
loose "no such record" noria show "$F" R-99
loose "a value out of range" noria set "$F" R-1 inherent_impact=9
loose "no date" noria set "$F" R-1 review=2026-02-30
loose "no choice" noria set "$F" R-1 treatment=1
loose "a reference to nothing" noria set "$F" R-1 asset=AS-99

loose "a filter that is none" noria list "$F" risk --where='t99=1'
loose "a file that exists" noria new "$F"
loose "no terminal" env -u TERM noria "$F"
echo '<a/>' >"$HOME/1.xml"
loose "another XML" noria import "$F" "$HOME/1.xml"

# ---- the screens ----

# The fields of a register at which the cursor stops, and whether Enter opens something.
fields() {
	plain_help "$1" | awk '
		/^[a-z_0-9]+ +\(/ {
			if (/by the program/ || /follows from others/) next
			# What opens the same view for every register is looked at once, elsewhere.
			print /^[a-z_0-9]+ +\((choice|choices|level|yes\/no)[,)]/ ? "opens" : "line"
		}'
}

script=$HOME/walk.t
put() {
	printf '%s\n' "$@" >>"$script"
}
look() {
	put "text $HOME/screen" "shell { echo '-- $1'; cat $HOME/screen; } >>$HOME/screens"
}
walk_form() { # REGISTER, in its list
	put 'type e'
	look "form $1"
	for kind in $(fields "$1"); do
		if test "$kind" != line; then
			put 'key Enter'
			look "a field of $1"
			put 'key Escape'
		fi
		put 'key Down'
		look "form $1"
	done
	put 'key F5' 'key Escape' settle 'key Enter' settle
}
walk_list() { # REGISTER
	# What was decided stands first, and its form is only read.
	test "$1" = decision && put 'type G'
	look "list $1"
	put 'key Enter'
	look "record $1"
	put 'type q' settle
	walk_form "$1"
	put 'type q' settle 'type H'
	look "history $1"
	put 'type q' settle
}

cat >"$script" <<E
size 120x40
env LANGUAGE=qqx
start $F
wait R-1
E
cat >>"$script" <<'E'
E
for panel in 1 2 3 4; do
	put "type $panel" settle 'key Tab' 'type g'
	look "panel $panel"
	for entry in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26; do
		test $panel -gt 1 && test $entry -gt 17 && break
		put 'key Down'
		look "panel $panel, register $entry"
	done
done
for register in decision meeting mechanism issue party obligation scope role responsibility policy rule objective \
	assessment threshold acceptance exception acknowledgement document evidence statement unit person asset threat vulnerability risk action incident requirement audit finding review waiver \
	nonconformity cycle control catalogue theme method level applicability; do
	part 6 || continue
	put "type :" settle "type $register" settle
	# A command has that name, too, and stands before it.
	test $register = issue && put 'key Down'
	put 'key Enter' settle
	walk_list "$register"
	put 'type s' settle "key Escape" 'type c' settle 'key Escape' 'type a'
	look "a new $register"
	put 'key C-s'
	look "a new $register refused"
	put 'key Escape' settle 'key Down' 'key Enter' settle 'type 1' settle
done
for key in 0 9 A R D Q; do
	put "type $key"
	look "view $key"
	put 'key Down' 'type ?'
	look "help of view $key"
	put 'type q' 'key Escape' settle
done
put 'type D'
look "what is due"
put 'type f'
look "owners of what is due"
put 'key Escape' settle 'key Enter'
look "what is due, opened"
put 'type q' settle 'type 1' settle 'type Q'
look "quality"
put 'key Enter'
look "what a check finds"
put 'type ?'
look "help of what a check finds"
put 'type q' settle 'type m'
look "what mends"
put 'key Escape' settle 'type q' settle 'type q' settle
put 'type 1' 'type b'
look "count by"
put 'key Down*3' 'key Enter'
look "counted"
put 'key Escape' "type '"
look "named filters"
put 'key Escape' 'type C'
look "change a field"
put 'key Escape' 'type : ' 'type asset' settle 'key Enter' settle 'type r'
look "suggestions"
put 'key Escape' 'type 1' settle
put 'type 5'
look "matrix"
put 'type v'
look "matrix, arrows"
put 'type f'
look "matrix filters"
put 'key Escape' 'key Tab'
look "matrix, residual"
put 'key Tab' settle 'type U'
look "not rated"
put 'type q' settle 'type ?'
look "help of the matrix"
put 'key PgDn'
look "help of the matrix"
put 'type q' 'type 6'
look "checklist"
for key in Space t u C-r r Escape w Escape J; do
	case $key in
	?) put "type $key" ;;
	*) put "key $key" ;;
	esac
	look "checklist, after $key"
done
put 'key Escape' settle 'type ?'
look "help of the checklist"
put 'key PgDn'
look "help of the checklist"
put 'type q' 'type 7'
look "dashboard"
put 'type ?'
look "help of the dashboard"
put 'type q' 'type x'
look "export"
put 'type Statement' 'key Enter'
look "export, selection"
put 'key Enter'
look "export, formats"
put 'type text' 'key Enter'
look "export, place"
put 'key C-u' "type $HOME/soa.txt" 'key Enter'
look "exported"
put 'type x' settle 'type Statement' 'key Enter' settle 'key Enter' settle 'type text' 'key Enter' settle 'key C-u' "type $HOME/soa.txt" 'key Enter'
look "export over a file"
put 'key Escape' 'key Escape' 'key Escape' settle 'type m'
look "menu"
put 'key PgDn'
look "menu"
put 'key Escape' 'type :'
look "palette"
put 'key PgDn'
look "palette"
put 'key Escape' 'type F' settle 'type 1'
look "search of the file"
put 'key Escape' 'type 1' settle 'type /' settle 'type 99' 'key Enter'
look "nothing found"
put 'type f' settle 'type t99=1' 'key Enter'
look "a filter that is none"
put 'type f' settle 'key C-u' 'type title=99' 'key Enter'
look "nothing passes"
put 'type L'
look "history of the file"
put 'type q' settle 'type O'
look "organisation"
put 'key Down' 'type 7' 'key Escape'
look "leave without saving"
put 'type y' settle
put "shell noria set $F R-1 title=3" settle 'pause 0.8'
look "somebody else"
put 'resize 59x15'
look "too small"
put 'resize 80x24' settle 'type q' settle 'exit 0'
put 'start'
look "start"
put 'key Enter'
look "start, first line"
put 'key Escape' settle 'type q' 'exit 0'

"$NORIA_BUILD/tests/tui/driver" "$script" >"$HOME/walked"
echo "the driver ended with $?" >>"$HOME/walked"
# Without a plan it broke off, whatever it had said until then.
ok "the walk went through" sh -c "! grep -A 30 '^not ok' '$HOME/walked' && grep -q '^1\.\.[1-9]' '$HOME/walked' && grep -qx 'the driver ended with 0' '$HOME/walked' || { tail -n 5 '$HOME/walked'; false; }"
least=300
test -z "${NORIA_TEST_SLOW-}" || least=120
ok "it saw the views" test "$(grep -c '^-- ' "$HOME/screens")" -gt $least
# A screen without a translated word is no screen of the program.
dead() {
	LC_ALL=C awk '/^-- / { if (name && !alive) print name; name = $0; alive = 0; next } /\314\243/ { alive = 1 } END { if (!alive) print name }' "$HOME/screens"
}
ok "the program was there at every look" sh -c "test -z '$(dead)' || { echo '$(dead)'; false; }"
# A path that is being typed is no word either.
grep -av '^-- ' "$HOME/screens" | sed "s|${HOME%.*}\.[A-Za-z0-9]*||g" | sort -u >"$HOME/seen"
said "$strict" "no word on the screens is untranslated" cat "$HOME/seen"
finish
