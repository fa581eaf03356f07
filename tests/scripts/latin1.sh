# A locale in another character set than UTF-8: what people read is in it, data and files are not.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/l.noria
noria new "$F" --organisation="Société Générale d’Étanchéité"
noria add "$F" risk title="Dégât des eaux — 漢字 → œuvre" owner="Jérôme Çelik" notes="naïve" >/dev/null
noria add "$F" risk title="ﬁn ≥ ①, ş" >/dev/null
noria list "$F" risk >utf8
latin() { LC_ALL=fr_FR.ISO-8859-1 LANGUAGE=C noria "$@"; }
if test "$(LC_ALL=fr_FR.ISO-8859-1 locale charmap 2>/dev/null)" != ISO-8859-1; then
	echo "not ok 1 - the locale of the tests is there"
	echo 1..1
	exit 0
fi

in_latin() { # NAME FILE TEXT: the file holds the text, in Latin-1, and is no UTF-8
	{
		iconv -f ISO-8859-1 -t UTF-8 "$2" | grep -F -e "$3"
		! iconv -f UTF-8 -t UTF-8 "$2" 2>&1
	} >tap-output
	tap_result $? "$1"
}
latin list "$F" risk >out
in_latin "a table" out "Dégât des eaux - ???? -> oeuvre"
in_latin "a person" out "Jérôme Çelik"
ok "what has a plain form takes it" sh -c 'iconv -f ISO-8859-1 -t UTF-8 out | grep -F "fin >= 1, s"'
ok "columns stand where they stood" sh -c '
	at() { awk -v file="$1" "NR == 1 { print index(\$0, \"Owner\") }" "$1"; }
	test "$(at utf8)" = "$(iconv -f ISO-8859-1 -t UTF-8 out >table; at table)"'
latin show "$F" R-1 >out
in_latin "a record" out "Dégât"
latin history "$F" >out
in_latin "the history" out "Générale d'Étanchéité"
latin export "$F" risks >out --format=text
in_latin "a report as text" out "Dégât"
LC_ALL=fr_FR.ISO-8859-1 noria list Été.noria risk >out 2>&1
in_latin "a message" out "Été.noria"
LC_ALL=fr_FR.ISO-8859-1 noria help list >out
in_latin "help in French" out "é"

utf8() { # NAME FILE TEXT
	iconv -f UTF-8 -t UTF-8 "$2" >tap-output 2>&1 && grep -qF -e "$3" "$2"
	tap_result $? "$1"
}
for format in csv tsv json; do
	latin list "$F" risk --format=$format >out
	utf8 "$format is data: UTF-8" out "Dégât des eaux — 漢字"
done
latin export "$F" risks --format=html >out
utf8 "HTML says itself what it is in" out "Dégât"
latin export "$F" soa --format=xml >out
utf8 "so does XML" out "Générale d’Étanchéité"
latin export "$F" risks --format=text --output=risks.txt
utf8 "a file that is written is UTF-8" risks.txt "Dégât des eaux — 漢字"
LC_ALL=C noria list "$F" risk >out
ok "the C locale is no character set to convert to" cmp utf8 out

# On a terminal everything is text.
if command -v script >/dev/null; then
	LC_ALL=fr_FR.ISO-8859-1 LANGUAGE=C script -qec "noria list '$F' risk --format=csv" /dev/null </dev/null >out
	in_latin "data too, on a terminal" out "Dégât"
	LC_ALL=fr_FR.ISO-8859-1 LANGUAGE=C script -qec "stty cols 40; noria list '$F' risk" /dev/null </dev/null >out
	in_latin "what is cut ends with one column" out "~"
else
	skip "terminal" "there is no script(1)"
fi
finish
