# A closed assessment's report is made of what it kept, whatever the file says later.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/whole.noria
export SOURCE_DATE_EPOCH=1790000000
noria new "$F" --organisation='Laboratoire Saint-Clair' >/dev/null 2>&1
noria add "$F" person name='Claire Valmont' >/dev/null
noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" asset name='Laptops of the field team' >/dev/null
noria add "$F" risk title='Theft of laptops' owner=P-2 asset=AS-1 threat=T-1 vulnerability=V-1 controls=2022:A.7.9,2022:A.8.1 \
	scenario='A bag is left in a car.' notes='Said in confidence.' treatment=modify treatment_reason='Cheap enough.' status=treated \
	inherent_likelihood=5 inherent_impact_c=4 inherent_impact_i=1 inherent_impact_a=2 inherent_impact_t=3 \
	current_likelihood=4 current_impact_c=3 current_impact_i=2 current_impact_a=1 current_impact_t=2 \
	residual_likelihood=2 residual_impact_c=3 residual_impact_t=1 >/dev/null
noria add "$F" risk title='Fire in the server room' owner=P-1 current_likelihood=1 current_impact=5 treatment=retain status=accepted >/dev/null
noria add "$F" risk title='Old tapes' current_likelihood=5 current_impact=5 treatment=avoid status=closed >/dev/null
noria add "$F" risk title='A risk of its own' current_likelihood=2 current_impact=2 >/dev/null
noria add "$F" action title='Encrypt all disks' risk=R-1 kind=treatment >/dev/null
noria add "$F" threshold method=iso5x5 level=1 date=2025-01-01 reason=Begin >/dev/null
noria add "$F" threshold method=iso5x5 level=3 date=2026-06-01 reason=Young >/dev/null
noria add "$F" threshold method=iso5x5 level=2 date=2026-12-01 reason=Later >/dev/null
noria add "$F" assessment title='First round' date=2026-09-01 participants=P-1,P-2 method=iso5x5 reason='It suits us.' conclusion='Few surprises.' >/dev/null
noria add "$F" assessment title='A part of it' date=2025-06-01 risk=R-4,R-2 >/dev/null
noria add "$F" assessment title='Before all' date=2024-06-01 risk=R-2 >/dev/null
has "open, it says so" 'The assessment is open' noria export "$F" assessment:RA-1 --format=text
for i in 1 2 3; do noria set "$F" RA-$i status=closed >/dev/null; done

reports() { # FOLDER: each form of each, in both languages
	mkdir -p "$1"
	for ra in RA-1 RA-2; do
		for form in text html pdf csv xlsx; do
			noria export "$F" assessment:$ra --format=$form --output="$1/$ra.$form" >/dev/null 2>&1
			LANGUAGE=fr noria export "$F" assessment:$ra --format=$form --output="$1/$ra.fr.$form" >/dev/null 2>&1
		done
	done
}
reports before
in_text() { grep -Eq -e "$1" before/RA-1.text; }
ok "all forms were made" sh -c 'test $(ls before | wc -l) -ge 12 && test -s before/RA-1.pdf && test -s before/RA-1.fr.html'
ok "closed, it says so" in_text 'The assessment is closed'
ok "in French too" grep -q 'Vraisemblance' before/RA-1.fr.text
ok "whom it names" in_text 'Jeanne Roy'
ok "who took part" in_text 'Claire Valmont'
ok "what the risk is about" in_text 'Laptops of the field team'
ok "what is done about it" in_text 'Encrypt all disks'
ok "each of C, I, A and T in all three states" sh -c 'grep -Eq "^ *Inherent .* 4 +1 +2 +3 " before/RA-1.text && grep -Eq "^ *Current .* 3 +2 +1 +2 " before/RA-1.text && grep -Eq "^ *Residual .* 3 +1 " before/RA-1.text'
ok "the threshold in force on its day" in_text 'risks up to H'
ok "and not the one of another day" sh -c 'grep -q "risks up to L" before/RA-2.text'
has "nor one decided later, where none was yet" 'risks up to M' noria export "$F" assessment:RA-3 --format=text
ok "only the risks that it names" sh -c 'grep -q "A risk of its own" before/RA-2.text && ! grep -q Theft before/RA-2.text'
ok "what had left the register stands in no matrix" sh -c '! sed -n "/Current risks/,/^Ref/p" before/RA-1.text | grep -q "R-3"'
ok "but in the table" in_text 'Old tapes'
ok "nobody reads the officer's notes" sh -c '! grep -q confidence before/*'

# All of it changes.
noria set "$F" P-2 name='Jeanne Durand' >/dev/null
noria set "$F" P-1 name='Claire Petit' >/dev/null
noria set "$F" AS-1 name='Tablets' >/dev/null
noria set "$F" T-1 title=Other title_fr=Autre >/dev/null
noria set "$F" AC-1 title='Decrypt them' status=done >/dev/null
noria set "$F" R-1 title='Loss of tablets' owner=P-1 status=closed treatment=avoid treatment_reason= scenario=None controls= current_likelihood=1 residual_likelihood= inherent_impact_c=5 >/dev/null
noria set "$F" R-2 title='Water' owner= >/dev/null
noria remove "$F" R-3 >/dev/null
noria remove "$F" AC-1 >/dev/null
noria add "$F" risk title='A new one' current_likelihood=5 current_impact=5 >/dev/null
noria add "$F" threshold method=iso5x5 level=4 date=2026-08-31 reason=Backdated >/dev/null
noria set "$F" iso5x5 threshold=1 title='Another method' title_fr='Une autre' grid='4 4 4 4 4
4 4 4 4 4
4 4 4 4 4
4 4 4 4 4
4 4 4 4 4' >/dev/null 2>&1
for level in $(noria list "$F" level --format=tsv | cut -f 1 | sed 1d); do
	noria set "$F" $level name="Changed $level" name_fr="Change $level" definition=x definition_fr=y >/dev/null
done
organisation=$(noria list "$F" organisation --format=tsv | sed -n 2p | cut -f 1)
noria set "$F" "$organisation" name='Somebody else' activity='Something else' >/dev/null
ok "the file says another thing now" sh -c 'noria list "$1" level --format=tsv | grep -q "Changed L-" && noria show "$1" R-1 | grep -q "Loss of tablets"' sh "$F"
reports after
for file in before/*; do
	case $file in
	*.xlsx) ok "the same cells: ${file#before/}" sh -c 'unzip -p $1 "xl/*" >a && unzip -p after/${1#before/} "xl/*" >b && cmp a b' sh "$file" ;;
	*) ok "the same bytes: ${file#before/}" cmp "$file" "after/${file#before/}" ;;
	esac
done

# A copy that somebody damaged is refused, not replaced by what stands today.
for break in "replace(content, '[\"copy\",1', '[\"copy\",9')" "replace(content, '\"row\"', '\"raw\"')" \
	"substr(content, 1, length(content) - 40)" "'['" "content || char(10) || '[\"level\",\"risk\",99]'" \
	"replace(content, 'Theft of', char(27) || '[2J')" "content || char(10) || replace(content, 'RA-1', 'RA-2')"; do
	cp "$F" broken.noria
	sqlite3 broken.noria "UPDATE assessment SET content = $break WHERE rowid = (SELECT min(rowid) FROM assessment)" 2>/dev/null
	case $break in *'copy",9'*) why='a later version of Noria' ;; *) why='cannot be read' ;; esac
	has "a copy with $(echo "$break" | cut -c 1-40) says so" "$why" noria export broken.noria assessment:RA-1 --format=text
	status 3 "a copy with $(echo "$break" | cut -c 1-40) is refused" noria export broken.noria assessment:RA-1 --format=text
done
# Of an earlier version, which kept the ratings only.
cp "$F" earlier.noria
sqlite3 earlier.noria 'UPDATE assessment SET content = NULL'
has "what an earlier version closed prints its ratings" 'Theft of laptops' noria export earlier.noria assessment:RA-1 --format=text
has "and says what is of today" 'are those of today' noria export earlier.noria assessment:RA-1 --format=text
ok "the file is whole" noria check "$F"
finish
