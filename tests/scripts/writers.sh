# Twenty writers on a loaded machine: nobody is refused, nothing is lost, and who
# reads meanwhile comes through.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test

# Under sanitizers it is about the memory, not about who waits how long: fewer, and nothing else at work.
writers= busy=
if test -n "${NORIA_TEST_SLOW-}"; then
	count=10
else
	count=20
	for i in 1 2; do
		while :; do :; done &
		busy="$busy $!"
	done
fi
i=0
while test $i -lt $count; do
	i=$((i + 1))
	(
		j=0
		while test $j -lt 6; do
			j=$((j + 1))
			noria add "$F" risk title="Risk $j of $i" >>"refs-$i" 2>>"said-$i" || echo "status $?" >>"said-$i"
		done
	) &
	writers="$writers $!"
done
read=0
while test $read -lt 10; do
	read=$((read + 1))
	noria list "$F" risk >/dev/null 2>>said-reader || echo "status $?" >>said-reader
done
wait $writers
test -z "$busy" || kill $busy
wait

cat said-* >said
ok "nobody was refused" sh -c 'cat said; ! test -s said'
ok "every addition has a ref of its own" test "$(cat refs-* | sort -u | wc -l)" = $((count * 6))
ok "and is there" test "$(noria list "$F" risk --format=tsv | grep -c 'Risk [0-9]* of')" = $((count * 6))
ok "the file is whole" noria check "$F"
finish
