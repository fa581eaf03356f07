# A key that is none of a view's says so; one that is at its end, text and the answers of a terminal do not.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F risk title="Risk number 1"
start $F
wait "Zoo"
type 1
wait "> R-1 "
type ~
wait "~ does nothing here; ? shows the keys."
key F12
wait "F12 does nothing here; ? shows the keys."
key k
waitnot "does nothing here"
key Up Up Down Down PgUp Home
settle
reject "does nothing here"
resize 100x30
mouse click 20 40
settle
reject "does nothing here"
resize 80x24
# What is of another view alone, in this one.
key Enter
wait "Follow-up"
type J
wait "J does nothing here; ? shows the keys."
# What is typed where text is taken is no key.
type q
wait "> R-1 "
type /
settle
type z~
settle
reject "does nothing here"
key Escape
settle
type e
wait "F2 Save"
key F12
wait "F12 does nothing here; F1 shows the keys."
key C-g
wait "^G does nothing here; F1 shows the keys."
type z
settle
reject "does nothing here"
key Escape
wait "Leave without saving?"
# A question says so itself.
reject "That key is no answer."
type x
wait "That key is no answer."
type y
wait "> R-1 "
# What has nothing to do says why.
type M
wait "Nothing is marked."
type 5
wait "up: likelihood"
type z
wait "z does nothing here; ? shows the keys."
type qqq
exit 0

# What the letters of the responsibilities write, they say.
shell noria add $F role title="Keeper"
shell noria add $F role title="Vet"
shell noria add $F responsibility title="Feeding"
start $F
wait "Zoo"
type A
wait "Feeding"
type R
wait "Keeper does \"Feeding\" now; u takes it back."
type A
wait "Keeper answers for \"Feeding\" now; u takes it back."
key Right
type A
wait "Vet answers for \"Feeding\" now instead of Keeper; u takes it back."
type A
wait "Vet no longer answers for \"Feeding\"; u takes it back."
type C
wait "Vet is asked about \"Feeding\" now; u takes it back."
type I
wait "Vet is told of \"Feeding\" now; u takes it back."
type I
wait "Vet is no longer told of \"Feeding\"; u takes it back."
type qq
exit 0
# Where no help can be had, the keys of the place stand below.
start
wait "Noria"
type z
wait "z does nothing here; the keys stand below."
type q
exit 0
