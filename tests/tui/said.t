# What a key did, or why it did nothing, is said.
size 100x30
file
env NORIA_CLOCK=2026-11-24T09:30:00Z
shell fresh $F --organisation=Zoo --catalogue=iso27001-2022
shell noria add $F asset name="Aviary" type=site
shell noria add $F asset name="Basin" type=site
shell noria add $F action title="Mend the net"
start $F
wait "Zoo"

# The checklist's keys say what they did.
key 6
wait "Organizational controls"
key Space
wait "Applicable of A.5.1: yes; u takes it back."
key t
wait "Status of A.5.1: not started; u takes it back."
key T
wait "Status of A.5.1: (empty); u takes it back."
key q
waitnot "Organizational controls"

# A filter that is none stays in the line.
type :
settle
type actions
settle
key Enter
wait "Mend the net"
key f
wait "─ Filter ─"
type due<<3
key Enter
wait "Due must be a date"
expect "─ Filter ─"
expect "│ due<<3"
key Escape
waitnot "─ Filter ─"

# A value that is refused stays in its line too, with the reason.
key C
wait "Change a field of this record"
type prog
settle
key Enter
wait "─ Progress of AC-1"
key C-u
type 150
key Enter
wait "Progress must be"
expect "─ Progress of AC-1"
expect "│ 150"
key Backspace Enter
wait "Progress of AC-1: 15"

# A day that was typed is taken by Enter, and the calendar is for one that was not; one that is none is told, each time.
key a
wait "F2 Save"
type Third
key Tab*5
settle
expect "> Due"
type +30
key Enter
wait "2026-12-24"
reject "Mo  Tu"
key Up
settle
key C-u
type xy
key Enter
wait "Due must be a date"
expect "> Due"
key Tab
wait "Due must be a date"
expect "> Due"
key C-u
key Enter
wait "Mo  Tu  We"
key Escape
waitnot "Mo  Tu"
key Escape
wait "Leave without saving?"
type y
wait "Mend the net"

# Risks are proposed for one asset, and not for the one below two that are marked.
type :
settle
type assets
settle
key Enter
wait "> AS-1 "
key Space Space
wait "2 marked"
type r
wait "Risks are proposed for one asset at a time; M takes the marks away."
