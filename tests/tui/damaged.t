# A file that is damaged while the program has it open: what cannot be read is said, in the list's place or below it; nothing of it looks like nothing.
file
shell fresh $F --organisation=Zoo
shell awk 'BEGIN { print "title,scenario"; for (i = 1; i <= 3000; i++) printf "Escape number %d of the zebra,%s\n", i, "Somebody leaves the gate of the enclosure open at night and nobody looks after it." }' >risks.csv; noria import $F risks.csv --as=csv:risk >/dev/null
shell noria add $F action title=Mend due=2026-12-24
shell noria add $F role "title=Keeper"
start $F
wait Zoo
key 1
wait Escape number 1 of
wait 1/3000
# All but the first pages, where the schema is, are lost from now on; what the program has read already it still has.
shell size=$(($(stat -c %s $F) / 4096)); dd if=/dev/zero of=$F bs=4096 seek=60 count=$((size - 60)) conv=notrunc 2>/dev/null
key PgDn*9
key PgDn*9
key PgDn*9
settle
expect damaged
expect Escape number
# Another order cannot be read, and the rows of the one before are not shown for it.
key s
wait Sort by
type title
key Enter
wait damaged
wait reads it again
reject Nothing is here yet
reject Escape number
key f
type open
key Enter
wait reads it again
reject Nothing passes
key Escape
settle
key /
type zebra
key Enter
settle
expect damaged
reject Nothing here holds
# The file changes, so that nothing of it is remembered: each view in turn.
shell printf '\377\377\377\376' | dd of=$F bs=1 seek=24 conv=notrunc 2>/dev/null
pause 1
settle
key 5
wait reads it again
reject There is no risk yet
key q
settle
key 7
wait reads it again
key q
settle
key 0
wait reads it again
reject steps done
key q
settle
key D
wait reads it again
reject No record has such a date
key q
settle
key 9
wait reads it again
reject No action yet
key q
settle
key A
wait reads it again
reject No role yet
key q
settle
key 6
wait damaged
key q
settle
key F
type zebra
wait damaged
reject Nothing fits
key Escape
settle
key Q
wait damaged
key q
settle
key R
wait damaged
reject no risk method
signal TERM
exit 143
restored
