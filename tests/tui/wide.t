# Wide, combining and right-to-left titles above and below: what is drawn over them is whole.
file
shell fresh $F --organisation=Zoo
shell for title in "日本語の危険" Fir "本" Elm "שלום עולם" Ash "e\314\201te\314\201" Oak "漢字 漢字 漢字 漢字 漢字 漢字 漢字 漢字" Birches; do noria add $F risk "title=$(printf "$title")" || exit 1; done
shell noria add $F risk "title=$(printf '\314\201leads')"; noria add $F action title=日本語 due=2026-12-24; noria add $F action title=Fir due=2026-12-24
start $F
wait Zoo
key 1
settle
wait "R-1  日本語の危険"
# The line at the foot is drawn over the one before.
key Down
wait "R-2  Fir  "
key Down
wait "R-3  本  "
key Down
wait "R-4  Elm  "
key Down
wait "R-5  שלום עולם"
key Down
wait "R-6  Ash  "
key Down*2
wait "R-8  Oak  "
key Down
wait "R-9  漢字"
key Down
wait "R-10  Birches  "
key Up*2
wait "R-8  Oak  "
key G
settle
key g
settle
key Down
wait "R-2  Fir  "
# What a list over wide text leaves halves of, and what comes back.
key :
settle
key Escape
settle
key s
settle
key Escape
settle
text drawn
key C-l
settle
text whole
shell cmp drawn whole
# A field that held wide text, and what is typed there.
key g
key e
wait F2 Save
key C-u
type Fi
settle
key C-u
type 本本
settle
key C-u
type Fir
wait "* Fir"
key Escape
wait Leave without saving?
type y
key /
type 本本本
settle
key C-u
type Pine
wait "─ Search ─"
wait "│ Pine"
key Escape
key 9
settle
key Down Up Down
settle
text drawn
key C-l
settle
text whole
shell cmp drawn whole
key q q
exit 0

# ---- A long text leaves the list where it would take from the title, and only its beginning has room ----
shell rm -f $F; sample $F
size 180x60
start $F
wait "Valmont"
type 6
wait "Policies for information security"
expect "Information security roles and responsibilities  "
reject "Maturity      Justification"
key q q
exit 0
