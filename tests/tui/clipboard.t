# Where a text goes that is copied: tmux's own buffer, through tmux or screen, or to the terminal; and what is said of it.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra"
shell mkdir works fails hangs; printf '#!/bin/sh\necho "$@" >arguments\nexec cat >copied\n' >works/tmux; printf '#!/bin/sh\nexit 1\n' >fails/tmux; printf '#!/bin/sh\necho $$ >process\nexec sleep 60\n' >hangs/tmux; chmod +x */tmux
run env PATH="$PWD/works:$PATH" TMUX=/nowhere,1,0 noria $F
wait Zoo
key 1
wait Escape of the zebra
key Y
wait Copied to the buffer of tmux
shell cat arguments copied
contains load-buffer -w -
contains R-1 Escape of the zebra
key q q
exit 0

# A tmux that does not take it, and one that does not answer.
run env PATH="$PWD/fails:$PATH" TMUX=/nowhere,1,0 script -qefc "noria $F" bytes
wait Zoo
key 1
wait Escape of the zebra
key Y
settle
key q q
exit 0
# Some emulators write what is meant for tmux over the sentence: what the program sent tells.
shell grep -aq "Handed to the terminal around tmux" bytes
shell grep -aq "$(printf '\033Ptmux;\033\033]52;c;Ui0xIEVzY2FwZSBvZiB0aGUgemVicmE=\007\033.')" bytes
run env PATH="$PWD/hangs:$PATH" TMUX=/nowhere,1,0 script -qefc "noria $F" bytes
wait Zoo
key 1
wait Escape of the zebra
key Y
shell for i in 1 2 3 4 5 6 7 8 9; do grep -aq "Handed to the terminal around tmux" bytes && exit; sleep 0.5; done; exit 1
shell if kill -0 $(cat process) 2>/dev/null; then exit 1; fi
key q q
exit 0

run env STY=1.screen TERM=screen script -qefc "noria $F" bytes
wait Zoo
key 1
wait Escape of the zebra
key Y
wait Handed to the terminal around screen
key q q
exit 0
shell grep -aq "$(printf '\033P\033]52;c;Ui0xIEVzY2FwZSBvZiB0aGUgemVicmE=\007\033.')" bytes

term linux
start $F
wait Zoo
key 1
wait Escape of the zebra
key Y
wait has no clipboard
key q q
exit 0
