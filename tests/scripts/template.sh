# `new --template` takes what is prepared once, and nothing of the organisation that prepared it.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
S=$HOME/sample.noria N=$HOME/new.noria
sample "$S"
ok "the template has an own control" noria add "$S" control catalogue=own number=X.1 title="Seals on the racks"
ok "and an answer to a clause" noria set "$S" 2022:6.1.3 conformity=met answer="As our method says" owner=P-1

rows() {
	noria list "$1" "$2" --where="$3" --format=tsv | tail -n +2 | wc -l
}
none_of() {
	rows "$N" "$1" "$2" >tap-output
	test "$(rows "$S" "$1" "$2")" -gt 0 && test "$(rows "$N" "$1" "$2")" = 0
}
as_many() {
	rows "$S" "$1" "" >first
	rows "$N" "$1" "" >second
	paste first second >tap-output
	test "$(cat first)" -gt 0 && cmp -s first second
}
ok "a file is made from a template" noria new "$N" --organisation=Other --template="$S"
for register in catalogue theme control requirement method level threat vulnerability role objective responsibility; do
	ok "its $register records come along" as_many $register
done
for register in person unit asset risk action incident evidence decision acceptance assessment threshold finding meeting; do
	ok "no $register does" none_of $register ""
done
ok "each control has its line" test "$(rows "$N" applicability "")" = "$(rows "$N" control "")"
ok "on which nothing is decided" none_of applicability "applicable!="
ok "how far a clause is met is not taken over" none_of requirement "conformity!="
ok "nor how" none_of requirement "answer!="
ok "nor by whom" none_of requirement "owner!="
ok "nor who holds a role" none_of role "holders!="
ok "policies that are in force or prepared come along" test "$(rows "$S" policy "status!=superseded status!=withdrawn")" = "$(rows "$N" policy "")"
ok "as drafts" test "$(rows "$N" policy "status=draft signatory= function= signed= effective= review= seal=")" = "$(rows "$N" policy "")"
ok "with their texts" test "$(rows "$S" policy "status!=superseded status!=withdrawn text!=")" = "$(rows "$N" policy "text!=")"
ok "rules come with their policies" test "$(rows "$N" rule "policy!=")" -gt 5
ok "of which none is carried out" none_of rule "status=implemented"
ok "documents come along" test "$(rows "$N" document "")" -gt 5
ok "none of which is approved" none_of document "status=approved"
ok "nor confidential" none_of document "classification=confidential"
ok "nor of nobody's approval" none_of document "approved!="
ok "how controls are carried out comes along" test "$(rows "$S" applicability "implementation!=")" = "$(rows "$N" applicability "implementation!=")"
ok "not how far" none_of applicability "status!="
ok "no result of an objective" none_of objective "result!="
# None of what is confidential stands anywhere in the file, the journal included.
noria list "$S" person --format=tsv | cut -f2 | tail -n +2 >"$HOME/names"
noria list "$S" incident --format=tsv | cut -f2 | tail -n +2 >>"$HOME/names"
noria list "$S" risk --format=tsv | cut -f2 | tail -n +2 >>"$HOME/names"
noria list "$S" asset --where="type=hardware" --format=tsv | cut -f2 | tail -n +2 >>"$HOME/names"
ok "there are names to look for" test "$(wc -l <"$HOME/names")" -gt 100
sqlite3 "$N" .dump >"$HOME/dump" 2>/dev/null || strings "$N" >"$HOME/dump"
ok "no person, incident or risk of the other organisation is named" sh -c '! grep -F -f "$HOME/names" "$HOME/dump"'
has "no damage" "No damage" noria check "$N"
finish
