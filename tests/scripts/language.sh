# The language of the sentences where the machine has no locale of it: as over
# SSH to a server on which none was generated.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

unset LC_ALL LANG LANGUAGE
mkdir none
LOCPATH=$HOME/none
export LOCPATH

french='Il n’y a pas de fichier'
english='There is no file'

# asks LANGUAGE-OR-LOCALE SENTENCE: with these variables the sentence is that one.
asks() {
	name=$1
	shift
	sentence=$1
	shift
	has "$name" "$sentence" env "$@" noria list ./nowhere risk
}
asks "a locale that is not there" "$french" LANG=fr_FR.UTF-8
asks "one of another country" "$french" LANG=fr_CA.UTF-8
asks "one that is not UTF-8" "$french" LANG=fr_FR@euro
asks "by LC_MESSAGES" "$french" LC_MESSAGES=fr LANG=en_GB.UTF-8
asks "by LC_ALL before LANG" "$french" LC_ALL=fr_FR.UTF-8 LANG=de_DE.UTF-8
asks "by LANGUAGE in C.UTF-8" "$french" LC_ALL=C.UTF-8 LANGUAGE=fr
asks "by LANGUAGE where no locale is asked for" "$french" LANGUAGE=fr
asks "the second language where the first has no translation" "$french" LANG=de_DE.UTF-8 LANGUAGE=de:fr
asks "English before French" "$english" LANG=fr_FR.UTF-8 LANGUAGE=en:fr
asks "who says C means it" "$english" LC_ALL=C LANGUAGE=fr LANG=fr_FR.UTF-8
asks "who says C.UTF-8 and no more" "$english" LC_ALL=C.UTF-8 LANG=fr_FR.UTF-8
asks "a language that nobody speaks" "$english" LANG=tlh
asks "no path is a language" "$english" LANG=de LANGUAGE=../locale/fr:./fr

# Columns of wide and accented text need the characters of UTF-8 besides.
LANG=fr_FR.UTF-8
export LANG
fresh F.noria --organisation=Été
noria add F.noria risk title="本日" owner="Éléonore Łukasz" >/dev/null
noria add F.noria risk title="Incendie" owner="Éléonore Łukasz" >/dev/null
ok "columns stand below each other" sh -c '
	noria list F.noria risk >table && cat table &&
	test "$(sed "s/本日/four/" table | awk "/uk/ { print index(\$0, \"l\") }" | sort -u | wc -l)" = 1 && grep -q Réf table'
ok "so are the types of fields" sh -c '
	noria help risk >said && cat said && grep -q "(texte, obligatoire)" said && grep -q "(texte long)" said && grep -q "(choix)" said && grep -q "(date)" said && ! grep -qE "\((long text|choice|level|number|yes/no)[,)]" said'
ok "words of the command line stay" sh -c 'noria help risk | grep -q "(vulnerability)"'
ok "the colon of a formula's fault has its blank" sh -c 'said=$(noria set F.noria IN-1 formula="1 + IN-999" 2>&1); echo "$said"; echo "$said" | grep -qE "Formule, caractère 5[^:]+: Il n’y a pas"'
ok "documents are in French" sh -c 'noria export F.noria risks --format=html | grep -q "lang=\"fr\""'

# ---- another catalogue: more forms, the other order of bytes, and damage ----

mkdir -p locale/xx/LC_MESSAGES
cat >xx.po <<'END'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;\n"

msgid "There is no file %s; `noria new %s` makes one."
msgstr "nix %s %s"

msgid "%zu decision is open: %s."
msgid_plural "%zu decisions are open: %s."
msgstr[0] "eine: %zu %s"
msgstr[1] "einige: %zu %s"
msgstr[2] "viele: %zu %s"
END
NORIA_LOCALE_DIR=$HOME/locale
LANG=xx
export NORIA_LOCALE_DIR
for order in little big; do
	ok "a catalogue, $order end first" msgfmt --endianness=$order -o locale/xx/LC_MESSAGES/noria.mo xx.po
	has "is read" "nix ./nowhere" noria list ./nowhere risk
done
ok "a sentence without translation stays" sh -c 'noria help list | grep -q "^ *noria list"'

# Cut anywhere, or a byte of it changed: the sentences of the sources, or what is legible, and no crash.
whole=locale/xx/LC_MESSAGES/noria.mo
cp $whole good.mo
size=$(wc -c <good.mo)
survives() {
	at=0
	while test $at -lt "$size"; do
		head -c $at good.mo >$whole
		noria list ./nowhere risk >said 2>&1
		test $? -eq 3 || { echo "cut at $at: status $?"; cat said; return 1; }
		{ head -c $at good.mo; printf '\377'; tail -c +$((at + 2)) good.mo; } >$whole
		noria list ./nowhere risk >said 2>&1
		test $? -eq 3 || { echo "changed at $at"; cat said; return 1; }
		at=$((at + 3))
	done
}
ok "damaged catalogues" survives
finish
