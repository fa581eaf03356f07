# Order, columns and filter of a list are those of last time, for the organisation that they were chosen in;
# a filter that was kept is seen, and one key takes it off.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra" current_likelihood=5 current_impact=5
shell noria add $F risk title="Asp in the grass"
shell noria new other.noria --organisation=Circus
shell noria add other.noria risk title="Clown in the canon"

start $F
wait "Escape of the zebra"
# By title, the other way round.
type s
type Title
key Enter
settle
type S
settle
# Ref and title only.
type f
type "title~zebra"
key Enter
waitnot "Asp in the grass"
expect [title~zebra]
expect Esc shows all again.
key q
exit 0

# The other organisation is as it was: no filter, no order.
start other.noria
wait "Clown in the canon"
reject [title~zebra]
reject Esc shows all again.
expect Ref ▲
type f
type "title~clown"
key Enter
expect [title~clown]
key q
exit 0

# What was chosen comes back, under another name of the file too.
shell mv $F renamed.noria
start renamed.noria
wait [title~zebra]
expect Esc shows all again.
expect Title ▼
reject Asp in the grass
# One key takes it off, and it stays off.
key Escape
wait Asp in the grass
reject [title~zebra]
key q
exit 0
start renamed.noria
wait Asp in the grass
reject [title~zebra]
expect Title ▼
key q
exit 0
start other.noria
wait [title~clown]
key q
exit 0

# Named filters are the organisation's.
start renamed.noria
wait Asp in the grass
type f
type "title~asp"
key Enter
wait [title~asp]
type '
wait Give the present filter a name
key Enter
wait Name of the filter
key Enter
wait Without a name the filter is not kept.
expect Name of the filter
type snakes
key Enter
wait kept as "snakes"
type '
wait snakes
key Escape
wait [title~asp]
key Escape
waitnot [title~asp]
key q
exit 0
start other.noria
wait [title~clown]
type '
wait Filters
reject snakes
key Escape
key q
exit 0

# A filter that is none any more is left out in silence.
shell sed -i 's/title~clown/gone~clown/' .local/state/noria/lists
start other.noria
wait "Clown in the canon"
reject gone
reject There is no
key q
exit 0

# Who only looks sees what was kept, and leaves nothing behind.
shell cp .local/state/noria/lists before
start --read-only renamed.noria
wait Asp in the grass
expect Title ▼
type S
settle
type o
expect [open]
key q
exit 0
shell cmp .local/state/noria/lists before

# What an earlier version kept for all files holds until something is chosen here.
shell printf 'sort\trisk\t-title\n' >.local/state/noria/lists
start other.noria
wait Title ▼
type S
settle
key q
exit 0
start other.noria
wait Title ▲
key q
exit 0
start renamed.noria
wait Title ▼
key q
exit 0

# Columns: of this organisation only.
start renamed.noria
wait Title ▼
expect Owner
type c
wait Columns
type owner
key Space Enter
waitnot Owner
key q
exit 0
start renamed.noria
wait Title ▼
reject Owner
key q
exit 0
start other.noria
wait Title ▲
expect Owner
key q
exit 0

# The checklist remembers its own.
start renamed.noria
wait Title ▼
type 6
wait A.5.2
type f
type "control.number=A.5.1"
key Enter
waitnot A.5.2
key q
wait Title ▼
key q
exit 0
start renamed.noria
wait Title ▼
type 6
wait A.5.1
expect [control.number=A.5.1]
reject A.5.2
key Escape
wait A.5.2
key q q
exit 0

# What is remembered of a field by which no list can be sorted, as another version's may be, is passed over.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
shell mkdir -p $XDG_STATE_HOME/noria
shell printf 'sort\trisk\tcontrols\n' > $XDG_STATE_HOME/noria/lists
start $F
wait "Escape of the zebra"
reject "cannot be sorted"
key q
exit 0

# A column that has no room any more is not edited unseen.
size 120x30
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
start $F
wait "Escape of the zebra"
key Right*4
settle
expect ">Status"
resize 60x16
settle
reject ">Status"
key e
wait "What it is"
key Escape
settle
key q
exit 0

# A name of an earlier version, given anew for this organisation, stands once in the list, for what it is now.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
shell mkdir -p $XDG_STATE_HOME/noria
shell printf 'filter\trisk:stripes\ttitle~old\n' > $XDG_STATE_HOME/noria/lists
start $F
wait "Escape of the zebra"
type f
type title~zebra
key Enter
wait [title~zebra]
type '
wait Give the present filter a name
key Down
settle
key Enter
wait Name of the filter
type stripes
key Enter
wait kept as "stripes"
type '
wait stripes
text names
shell test $(grep -c stripes names) = 1
key Escape
wait [title~zebra]
key Escape
waitnot [title~zebra]
key q
exit 0
