# In the list of every register, at 80 columns and in both languages: the title has its columns, what
# does not fit is left out whole, and the pane of the registers is one line that says where one is.
file
env LC_ALL=C.UTF-8
shell sample $F
size 80x24
start $F
wait "Valmont"
key 1
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 2
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 3
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 4
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
# Those of no panel.
shell test "$(sort -u seen | wc -l)" = 56
key :
type Catalogues
wait Catalogues
include columns-other.inc
key :
type Themes and
wait Themes and
include columns-other.inc
key :
type Controls
wait Controls
include columns-other.inc
key :
type Requirements
wait Requirements
include columns-other.inc
key :
type Risk methods
wait Risk methods
include columns-other.inc
key :
type Levels of the
wait Levels of the
include columns-other.inc
key q
exit 0


env LC_ALL=fr_FR.UTF-8
shell rm -f $F seen; sample $F fr
size 80x24
start $F
wait "Valmont"
key 1
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 2
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 3
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
include columns.inc
key 4
settle
key Tab g Enter
include columns.inc
include columns.inc
include columns.inc
include columns.inc
# Those of no panel.
shell test "$(sort -u seen | wc -l)" = 56
key :
type Catalogues
wait Catalogues
include columns-other.inc
key :
type Thèmes
wait Thèmes
include columns-other.inc
key :
type Mesures
wait Mesures
include columns-other.inc
key :
type Exigences
wait Exigences
include columns-other.inc
key :
type Méthodes de risque
wait Méthodes de risque
include columns-other.inc
key :
type Niveaux
wait Niveaux
include columns-other.inc
key q
exit 0
