# What the tests of other tools' files share; after tap.sh.
D=$NORIA_SOURCE/tests/data/tools
F=$HOME/test.noria
begin() {
	rm -f "$F"
	noria new "$F" --organisation=Test --catalogue=iso27001-2022
}
# REGISTER FILTER FIELD VALUE: the value as JSON has it.
field() {
	noria list "$F" "$1" --where="$2" --format=json | sed -n 's/.*"'"$3"'": \("\([^"\\]\|\\.\)*"\|\[[^]]*\]\|[^,}]*\).*/\1/p' >tap-output
	test "$(cat tap-output)" = "$4"
	tap_result $? "$1 $2: $3"
}
# FILE TOOL COUNT WORDS: read, then read again.
twice() {
	has "$1 is known as one of $2" "$1 was read as a file of $2: $3." noria import "$F" "$1"
	noria import "$F" "$1" >tap-output 2>&1
	grep -q "^noria: 0 added, 0 changed, [1-9][0-9]* left" tap-output
	tap_result $? "$1 read again changes nothing"
}
