# `new --template` takes what is prepared once, and nothing of the organisation that prepared it.
. "$NORIA_SOURCE/tests/tap.sh"
S=$HOME/sample.noria N=$HOME/new.noria
noria new "$S" --sample
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
for register in catalogue theme control requirement method level threat vulnerability role; do
	ok "its $register records come along" as_many $register
done
for register in person unit asset risk action incident evidence policy meeting; do
	ok "no $register does" none_of $register ""
done
ok "each control has its line" test "$(rows "$N" applicability "")" = "$(rows "$N" control "")"
ok "on which nothing is decided" none_of applicability "applicable!="
ok "how far a clause is met is not taken over" none_of requirement "conformity!="
ok "nor how" none_of requirement "answer!="
ok "nor by whom" none_of requirement "owner!="
ok "nor who holds a role" none_of role "holders!="
has "no damage" "No damage" noria check "$N"
finish
