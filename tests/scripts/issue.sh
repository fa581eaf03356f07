# The SoA issued: refused while something is missing, frozen, compared with the next one.
. "$NORIA_SOURCE/tests/tap.sh"

fresh a.noria --organisation=Test
noria add a.noria person name="Jeanne Roy" >added
noria issue a.noria 1.0 approver="Jeanne Roy" function=Director >out 2>said
test $? -eq 4
tap_result $? "an SoA with undecided lines is refused"
has "which are named" 'not decided: A.5.1, A.5.2,' cat said
{
	echo ref,applicable,reasons
	noria list a.noria applicability --format=csv | sed 1d | cut -d, -f1 | sed 's/$/,yes,"law,contract"/'
} >answers.csv
noria import a.noria answers.csv --as=csv:applicability 2>said
noria set a.noria soa:2022:A.5.1 reasons=
noria set a.noria soa:2022:A.5.2 applicable=no
noria issue a.noria 1.0 approver="Jeanne Roy" function=Director 2>tap-output
test $? -eq 4 && grep -qF 'included without a reason: A.5.1; excluded without a justification: A.5.2.' tap-output
tap_result $? "an inclusion without reason and an exclusion without justification are refused"
noria set a.noria soa:2022:A.5.1 reasons=law
noria set a.noria soa:2022:A.5.2 justification="Nobody works here"

# Everything that hinders is told by one refusal: a risk that nobody wrote down, no assessment, no general management, an answer that is none.
noria set a.noria soa:2022:A.5.3 reasons=risk
noria issue a.noria 1.0 approver="Jeanne Roy" date=soon 2>tap-output
test $? -eq 4
tap_result $? "refused"
says() { # NAME SENTENCE
	grep -qF -e "$2" tap-output
	tap_result $? "$1"
}
says "a reason \"risk\" without a risk" 'included for a risk, and no current risk names it: A.5.3.'
says "an answer that is missing" 'Function must not be empty.'
says "one that is none" 'Issued on must be a date'
says "no assessment, and the way out" 'No assessment of the risks is closed: close one, or give the reason for which the SoA is issued without one.'
says "and its option" 'The reason is given by --without-assessment=REASON.'
says "an approver who is not management" 'Jeanne Roy held no role of general management on 2026-11-24, and cannot approve the SoA. No role has the mark'
R=$(noria add a.noria risk title=Theft controls=2022:A.5.3)
gap() { # NAME: whether the line still lacks its risk
	noria issue a.noria 1.0 approver="Jeanne Roy" 2>&1 | grep -qF 'no current risk names it: A.5.3'
}
! gap
tap_result $? "the risk that names the control bears it out"
noria set a.noria "$R" status=closed
gap
tap_result $? "one that has left the register does not"
noria undo a.noria >undone
GM=$(noria add a.noria role title="General management" management=yes holders="Jeanne Roy" assigned=2026-11-21)
noria add a.noria assessment title=Open date=2026-11-02 >added
noria issue a.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20 2>tap-output
says "the role must have been held on that day" "Of general management is: $GM General management, held by Jeanne Roy since 2026-11-21."
says "an assessment that is open is none" 'No assessment of the risks is closed'
noria set a.noria "$GM" assigned=2026-11-20
noria add a.noria person name="Jeanne Autre" >added
noria issue a.noria 1.0 approver="Somebody New" function=Director date=2026-11-20 2>tap-output
says "a name that adds a person is not management" 'Somebody New held no role'
has "and adds nobody" 0 sh -c 'noria list a.noria person --where="name=\"Somebody New\"" --format=tsv | tail -n +2 | wc -l'
cp a.noria without.noria
status 4 "a reason that says nothing" noria issue without.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20 --without-assessment=
has "with its reason it is issued" SO-1 noria issue without.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20 --without-assessment="The first is under way"
has "which is printed on it" 'Issued without an assessment' noria export without.noria soa:SO-1 --format=text
has "in its words" 'The first is under way' noria export without.noria soa:SO-1 --format=text
noria add a.noria assessment title=Later date=2026-11-23 status=closed >added
status 4 "an assessment of a later day than the issue has not been" noria issue a.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20
noria add a.noria assessment title=First date=2026-11-02 status=closed >added
noria issue a.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20 --without-assessment=x 2>tap-output
says "no reason is taken where there is an assessment" 'is closed and new: leave the reason out'
cp a.noria before.noria
status 4 "without an approver" noria issue a.noria 1.0 function=Director
status 4 "without a function" noria issue a.noria 1.0 approver="Jeanne Roy"
status 4 "with a date that is none" noria issue a.noria 1.0 approver="Jeanne Roy" function=Director date=soon
status 2 "with a word that is none" noria issue a.noria 1.0 approver="Jeanne Roy" function=Director colour=red
cmp a.noria before.noria >tap-output
tap_result $? "refusals change nothing"

noria add a.noria scope title=Laboratory included=yes >added
noria add a.noria scope title=Canteen included=no justification="no data" >added
has "issued" SO-1 noria issue a.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20
noria export a.noria soa >first.xml
noria export a.noria soa:SO-1 --format=xml | cmp - first.xml >tap-output 2>&1
tap_result $? "the frozen document is what was exported"
value() { noria show a.noria "$1" --format=json | sed 's/, "/\n"/g' | sed -n "s/^\"$2\": //p" | tail -1; }
is() { # NAME REF FIELD VALUE
	value "$2" "$3" >tap-output
	test "$(cat tap-output)" = "$4"
	tap_result $? "$1"
}
is "how many controls" SO-1 total 93
is "how many apply" SO-1 applicable 92
is "the scope is composed" SO-1 scope '"In the scope:\n- Laboratory (activity)\nLeft out, with the reason:\n- Canteen (activity): no data"'
is "the first version changes nothing" SO-1 changes '"First version."'
is "the day that was said" SO-1 date '"2026-11-20"'
value SO-1 seal >tap-output
grep -qE '^"[0-9a-f]{64}"$' tap-output
tap_result $? "sealed by the journal's head"
noria undo a.noria >tap-output 2>&1
test $? -eq 4
tap_result $? "never undone"

noria set a.noria soa:2022:A.5.1 status=planned implementation="A policy"
noria add a.noria control catalogue=own number=X.1 title="Guard dogs" >added
noria issue a.noria 1.1 approver="Jeanne Roy" function=Director 2>tap-output
test $? -eq 4 && grep -qF 'not decided: X.1.' tap-output
tap_result $? "own controls are decided too"
noria set a.noria soa:own:X.1 applicable=yes reasons=law
noria issue a.noria 1.1 approver="Jeanne Roy" function=Director date=2026-11-22 2>tap-output
says "the next one needs a new assessment" 'No assessment of the risks was closed since version 1.0 of the SoA was issued'
noria add a.noria assessment title=Second date=2026-11-19 status=closed >added
status 4 "a version only once" noria issue a.noria 1.0 approver="Jeanne Roy" function=Director
status 4 "not before the version before" noria issue a.noria 1.1 approver="Jeanne Roy" function=Director date=2026-11-19
has "the next one" SO-2 noria issue a.noria 1.1 approver="Jeanne Roy" function=Director
is "what changed, line by line" SO-2 changes '"A.5.1 Policies for information security\n  Status: (empty), now planned\n  How it is done: written\nown:X.1 Guard dogs: new"'
is "own controls are not in the total" SO-2 total 93
is "the one before is superseded" SO-1 status '"superseded"'
noria export a.noria soa:SO-1 | cmp - first.xml >tap-output 2>&1
tap_result $? "and stands as it was"
noria export a.noria soa:SO-2 >second.xml
noria new b.noria
ok "an issued document is read again, own controls and all" noria import b.noria second.xml
noria export b.noria soa >again.xml
# The owner of a file's answers is its organisation; links of the other file stay.
diff second.xml again.xml >tap-output
tap_result $? "and written as it was"
status 4 "no such statement" noria export a.noria soa:SO-9
ok "the file is whole" noria check a.noria

# Own controls of the same number that are others.
noria new c.noria
noria add c.noria control catalogue=own number=X.1 title="Night watch" >added
has "another own control of that number is not overwritten" 'own:X.1 is another own control in this file, "Night watch"' noria import c.noria second.xml
finish
