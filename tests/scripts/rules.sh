# Rules over several fields, several records and several actions.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" risk title="Theft of laptops" >/dev/null

# The impact follows from C, I, A and T while one of them is set.
status 0 "the impact by hand" noria set "$F" R-1 inherent_impact=2 inherent_likelihood=3
status 0 "the impact by its parts" noria set "$F" R-1 inherent_impact_c=4 inherent_impact_a=2
status 4 "then not by hand" noria set "$F" R-1 inherent_impact=3
has "with a sentence" "not set by hand" noria set "$F" R-1 inherent_impact=3
has "the greatest counts" '"inherent_impact": 4' noria show "$F" R-1 --format=json
status 0 "the parts emptied" noria set "$F" R-1 inherent_impact_c= inherent_impact_a=
has "leave the impact unrated" '"inherent_impact": null' noria show "$F" R-1 --format=json
has "and the level" '"inherent_level": null' noria show "$F" R-1 --format=json
status 4 "a new risk with two impacts" noria add "$F" risk title=x current_impact=1 current_impact_i=2

# Undo of an addition to which others refer.
noria add "$F" asset name=Laptop >/dev/null
NORIA_LOGIN=other noria set "$F" R-1 asset=AS-1
before=$(cksum <"$F")
status 4 "an addition that others refer to" noria undo "$F"
has "is not taken back, and who refers is told" "R-1 refers to it" noria undo "$F"
ok "nothing was changed" test "$before" = "$(cksum <"$F")"
NORIA_LOGIN=other noria undo "$F" >/dev/null 2>&1
status 0 "afterwards it is" noria undo "$F"
has "as history tells for the deleted too" "AS-1 was deleted" noria history "$F" AS-1

# Summaries name what was done.
noria set "$F" R-1 treatment=modify
has "one field" "changed Treatment of R-1 Theft of laptops" noria history "$F" --limit=1
noria set "$F" R-1 treatment=avoid status=assessed scenario=Lost
has "several fields" "changed 3 fields of R-1 Theft of laptops" noria history "$F" --limit=1
has "undo tells it" "Undone: changed 3 fields of R-1" noria undo "$F"
has "redo too" "Done again: changed 3 fields of R-1" noria redo "$F"
has "history tells a first value" 'Treatment: set to' noria history "$F" R-1
noria set "$F" R-1 treatment=
has "and a last one" 'was removed' noria history "$F" R-1
noria add "$F" risk title="Fire" owner="Ada Byron" >/dev/null
has "the record that was asked for is named" "added R-2 Fire" noria history "$F" --limit=1
noria add "$F" action title=Locks risk=R-1,R-2 >/dev/null
noria remove "$F" R-1 R-2 r-1
has "a deletion counts what was named" "deleted 2 records" noria history "$F" --limit=1
has "and so does its undo" "Undone: deleted 2 records" noria undo "$F"
noria import "$F" "$NORIA_SOURCE/data/catalogues/iso27001-2013.xml" >said 2>&1
added=$(sed -n 's/^noria: \([0-9]*\) added.*/\1/p' said)
has "an import is counted once" "imported $added records" noria history "$F" --limit=1
ok "a line of the SoA is told with its control" sh -c 'noria history "$1" --limit=1 | grep "soa:2013:A.5.1.1 added: ."' sh "$F"

# What must stay, and what cannot be.
status 4 "a published control" noria remove "$F" 2022:A.5.1
status 4 "a published theme" noria remove "$F" 2022:A.5
status 4 "the method in use" noria remove "$F" iso5x5
status 4 "a level in use" noria remove "$F" L-1
noria add "$F" unit name=Top >/dev/null
noria add "$F" unit name=Middle parent=U-1 >/dev/null
noria add "$F" unit name=Bottom parent=U-2 >/dev/null
status 4 "a unit below itself" noria set "$F" U-1 parent=U-3
status 4 "a unit that is its own parent" noria set "$F" U-1 parent=U-1
noria add "$F" asset name=Server >/dev/null
noria add "$F" asset name=Service supports=AS-2 >/dev/null
status 4 "assets that support each other" noria set "$F" AS-2 supports=AS-3
status 4 "a cycle that ends first" noria add "$F" cycle title=One start=2026-05-01 end=2026-04-01
status 4 "an action due before its start" noria add "$F" action title=One start=2026-05-01 due=2026-04-01
noria add "$F" person name=One login=same >/dev/null
status 4 "two people with one login" noria add "$F" person name=Two login=same
status 4 "a mail address without @" noria add "$F" person name=Three mail=three.example
for zone in Europe/Atlantis Europe ../Europe/Paris; do
	status 4 "a time zone that is none: $zone" noria set "$F" ORG-1 time_zone=$zone
done
status 0 "not applicable without a text is possible" noria set "$F" soa:2022:A.7.1 applicable=no
has "and warned of" "justification" noria set "$F" soa:2022:A.7.1 applicable=no status=none
has "a residual level above the current one is too" "residual" noria set "$F" R-2 current_likelihood=1 current_impact=1 residual_likelihood=5 residual_impact=5
status 2 "a field given twice" noria set "$F" R-2 title=One title=Two
ok "the file is sound after all this" noria check "$F"
finish
