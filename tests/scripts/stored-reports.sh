# Every report of the sample as text, in both languages, as tests/reports holds it: what changes on paper is read before it is
# accepted (make update-reports).
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
NORIA_SEED=1
export NORIA_SEED
stored=$NORIA_SOURCE/tests/reports

# All that comes as text: by itself, or of the records that an auditor asks for first.
noria help export | awk '/^Reports, and/ { on = 1; next } !on { next } /^$/ { exit }
	/^  [A-Za-z]/ { if (name) print name, last; name = $1 } { last = $0 } END { print name, last }' |
	grep -w text | cut -d' ' -f1 >names
records() { # NAME
	case $1 in
	REGISTER) ;; # the list that it is on the screen
	history:REF) echo history:R-4 ;;
	soa:REF) echo soa:SO-2 ;;
	assessment:REF) echo assessment:RA-1 assessment:RA-3 ;;
	policy:REF) echo policy:PO-1 policy:PO-2 policy:PO-3 ;;
	acceptance:REF) echo acceptance:RC-1 acceptance:RC-5 acceptance:RC-6 acceptance:RC-7 acceptance:RC-8 ;;
	review:REF) echo review:RV-2 ;;
	nonconformity:REF) echo nonconformity:NC-7 ;;
	acceptance-letter:REF) echo acceptance-letter:P-5 ;;
	audit:REF) echo audit:AU-2 audit:AU-4 ;;
	audit-plan:REF) echo audit-plan:AP-1 ;;
	incident:REF) echo incident:I-1 incident:I-10 ;;
	*:*) echo "$1 has no record here" >>unknown ;;
	*) echo "$1" ;;
	esac
}
: >unknown
for name in $(cat names); do
	records "$name"
done | tr ' ' '\n' | sed '/^$/d' >reports
ok "there are reports" test "$(wc -l <reports)" -gt 20
ok "each report that is about a record has one" sh -c 'cat unknown; ! test -s unknown'

same() { # FILE REPORT STORED
	noria export "$1" "$2" --format=text >said 2>&1 || { cat said; return 1; }
	# Digests follow from every byte of the file: they would change in all reports at once.
	sed -E '/(^|[^0-9a-z])[0-9a-f]{16,64}$/ { :a; s/[0-9a-f](#*)$/#\1/; ta }; /^ {20,}[0-9a-f]{8,}$/ { :b; s/[0-9a-f](#*)$/#\1/; tb }' said >made
	if test -n "${NORIA_TEST_UPDATE-}"; then
		cmp -s made "$3" || { cp made "$3" && echo "# changed: ${3##*/}" >&3; }
		return 0
	fi
	test -f "$3" || { echo "${3##*/} is not stored: make update-reports, and read it"; return 1; }
	diff -u "$3" made | head -60
	cmp -s made "$3"
}

exec 3>&1
for language in en fr; do
	# Under sanitizers one language is enough: the other is the same program.
	test "$language" = en || test -z "${NORIA_TEST_SLOW-}" || continue
	LC_ALL=$(test $language = en && echo C.UTF-8 || echo fr_FR.UTF-8)
	export LC_ALL
	F=$HOME/$language.noria
	noria new "$F" --sample >/dev/null 2>&1
	for report in $(cat reports); do
		name=$language-$(echo "$report" | tr ':' '-').txt
		ok "$language: $report" same "$F" "$report" "$stored/$name"
		echo "$name" >>names-stored
	done
done
# What is stored belongs to a report that there is.
if test -z "${NORIA_TEST_SLOW-}"; then
	ok "nothing else is stored" sh -c 'ls "$1" | grep "\.txt$" | sort >there; sort names-stored | comm -23 there - >left; cat left; ! test -s left' sh "$stored"
fi
finish
