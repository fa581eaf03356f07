# kill -9 at random in the middle of writes: every confirmed edit is there, no
# half one is, and check is content.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test >/dev/null 2>&1
: >confirmed
# How long one edit takes here decides when to kill.
began=$(date +%s%N)
for i in 1 2 3 4 5; do
	noria add "$F" risk title="Warm-up $i" owner="Person $i" >/dev/null
done
took=$((($(date +%s%N) - began) / 5000))

kills=0 rounds=200
test -z "${NORIA_TEST_SLOW-}" || rounds=80
i=0
while test $i -lt "$rounds"; do
	i=$((i + 1))
	# The shell opens it in the child: one killed before that would leave the last one's answer.
	: >ref
	noria add "$F" risk title="Risk number $i" owner="Owner $i" treatment=modify >ref 2>said &
	writer=$!
	sleep "$(awk -v seed="$i" -v took="$took" 'BEGIN { srand(seed * 7919); printf "%.4f", rand() * took * 1.1 / 1e6 }')"
	kill -9 $writer 2>/dev/null && kills=$((kills + 1))
	wait $writer 2>/dev/null
	if test -s ref; then
		printf '%s\t%s\n' "$(cat ref)" "Risk number $i" >>confirmed
	fi
done
echo "# $kills killed, $(wc -l <confirmed) confirmed"

noria list "$F" risk --format=json >risks.json 2>tap-output
noria list "$F" risk --format=tsv >risks.tsv 2>>tap-output
lost() {
	while IFS="$(printf '\t')" read -r ref title; do
		grep -q "^$ref	.*$title" risks.tsv || echo "lost: $ref $title"
	done <confirmed >lost
	cat lost
	! test -s lost
}
half() {
	# A whole one has its owner and its treatment.
	grep 'Risk number' risks.tsv | grep -v 'Owner\|P-[0-9]' >half
	cat half
	! test -s half
}
ok "every confirmed edit is there" lost
ok "no edit is there by half" half
ok "check is content" noria check "$F"
ok "some were killed" test $kills -gt $((rounds / 4))
finish
