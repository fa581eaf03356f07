# The checks of the records, and what the program proposes by itself: incidents, training, suppliers, changes, indicators.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
add person name="Jeanne Roy" >/dev/null

# An incident of which nobody was told in time; told late, or by an earlier program's day, it is content.
O=$(add obligation title="Data protection" hours=72)
I=$(add incident title=Leak detected=2026-11-20T09:00:00Z personal=yes)
finds incident-late "$I"
finds incident-unbound "$I"
change "$I" obligation="$O"
content incident-unbound
finds incident-late "$I"
change "$I" detected=2026-11-21T10:00:00Z
content incident-late
change "$I" detected=2026-11-20T09:00:00Z notified=2026-11-23
content incident-late
change "$I" notified=
finds incident-late "$I"
change "$I" informed=2026-11-24T08:00:00Z
content incident-late

# A grave one is carried upwards, its risks are assessed again, what failed is a nonconformity.
R=$(add risk title=Theft)
content incident-untold
change "$I" severity=high
finds incident-untold "$I"
change "$I" escalated=2026-11-24T08:00:00Z told="Odile Valmont, director, by telephone"
content incident-untold
content incident-unreassessed
change "$I" risk="$R"
finds incident-unreassessed "$I"
A=$(add assessment title=Again trigger=incident)
finds incident-unreassessed "$I"
change "$A" incident="$I"
content incident-unreassessed
content incident-unraised
change "$I" control=A.5.1
finds incident-unraised "$I"
add nonconformity title=Failed incident="$I" >/dev/null
content incident-unraised
change "$I" status=closed cause=Haste
finds incident-unlearned "$I"
finds incident-unproven "$I"
E=$(add evidence title=Image date=2026-11-20)
change "$I" response="Two people look before it is sent" evidence="$E"
content incident-unlearned
content incident-unproven

# A change of the ISMS or the organisation that was approved; of a system it is none.
C=$(add change title=Move about=organisation status=requested)
content change-unassessed
change "$C" purpose=p consequences=c approver="Jeanne Roy" approved=2026-11-20 status=approved
finds change-unassessed "$C"
add assessment title=Moved trigger=change change="$C" >/dev/null
content change-unassessed
D=$(add change title=Again about=isms purpose=p consequences=c integrity=i resources=r approver="Jeanne Roy" approved=2026-11-20 status=approved)
finds change-unassessed "$D"
change "$D" assessment="$A"
content change-unassessed
add change title=Patch about=system purpose=p consequences=c approver="Jeanne Roy" approved=2026-11-20 status=approved >/dev/null
content change-unassessed

# Advice that was asked for, and a project that goes live without.
P=$(add project title=Portal asked=2026-11-14)
content project-unadvised
change "$P" asked=2026-11-13
finds project-unadvised "$P"
content project-near
change "$P" golive=2026-12-25
content project-near
change "$P" golive=2026-12-24
finds project-near "$P"
change "$P" given=2026-11-24
content project-unadvised
content project-near

# Suppliers.
S=$(add supplier name=Host review=2026-11-24)
content supplier-unreviewed
change "$S" review=2026-11-23
finds supplier-unreviewed "$S"
content supplier-unassessed
change "$S" critical=4
finds supplier-unassessed "$S"
change "$S" assessed=2025-11-23 assessment=audit
finds supplier-unassessed "$S"
change "$S" assessed=2025-11-24
content supplier-unassessed
change "$S" assessment=none
finds supplier-unassessed "$S"
change "$S" critical=1
content supplier-unassessed
change "$S" data=personal
finds supplier-unassessed "$S"
change "$S" status=ended
content supplier-unassessed
content supplier-unreviewed

# Competence: what lacks, and what has expired.
K=$(add competence skill=Law person="Jeanne Roy" required=3 held=3)
content competence-gap
change "$K" held=1
finds competence-gap "$K"
T=$(add training title=Law planned=2026-11-24)
change "$K" training="$T"
content competence-gap
change "$K" training= action="$(add action title=Learn)"
content competence-gap
change "$K" until=2026-11-24
content competence-expired
change "$K" until=2026-11-23
finds competence-expired "$K"

# Training and communication whose day is past.
content training-unheld
change "$T" planned=2026-11-23
finds training-unheld "$T"
change "$T" held=2026-11-23 status=held
content training-unheld
M=$(add communication subject=News next=2026-11-24)
content communication-late
change "$M" next=2026-11-23
finds communication-late "$M"

# Newcomers, within thirty days; who was invited and did not come was not briefed, and who has left needs it no more.
N=$(add person name="New One" joined=2026-10-25)
content person-unbriefed
change "$N" joined=2026-10-24
finds person-unbriefed "$N"
add attendance training="$T" person="$N" present=no >/dev/null
finds person-unbriefed "$N"
change "$N" left=2026-11-01
content person-unbriefed
change "$N" left=
add attendance training="$(add training title=Welcome kind=newcomer)" person="$N" present=yes >/dev/null
content person-unbriefed

# An indicator at alert twice running.
X=$(add indicator name=Patched unit=% target=95 amber=90 red=80 better=higher frequency=month start=2026-08-01 owner="Jeanne Roy" need=n measure=m status=active)
content indicator-red
noria add "$F" measurement indicator="$X" value=70 at=2026-10-20T09:00:00Z >/dev/null
# (The state of an indicator follows from its measurements.)
if test "$(noria list "$F" indicator --format=json | grep -c '"state": "red"')" -gt 0; then
	content indicator-red
	noria add "$F" measurement indicator="$X" value=75 at=2026-11-20T09:00:00Z >/dev/null
	finds indicator-red "$X"
	add action title=Patch indicator="$X" status=planned >/dev/null
	content indicator-red
fi
finish
