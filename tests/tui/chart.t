# Lines of an indicator that fall into one row share it, with their numbers; none moves to the row of another value.
file
shell sample $F
shell noria set $F IN-36 target=98 amber=97 red=20
start $F
wait "Valmont"
type V
wait "Indicators (clause 9.1)"
key Down*30
key Up*1
key Enter
wait "98 target, 97 watched"
expect "20 "
expect "alert"
shell noria set $F IN-36 target=98 amber=97 red=
key q
wait "Indicators (clause 9.1)"
key Enter
wait "IN-36"
# The lower end of the axis carries its number.
expect "94.8 "
type :qa
key Enter
exit 0
