# Completion: what the program answers to a word being typed, and what the line holds after Tab
# in a bash, a zsh and a fish that a person types into.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

fresh S.noria --sample --catalogue=iso27001-2022 --catalogue=iso27001-2013
mkdir -p docs && : >docs/tables.csv

# answers TYPED... EXPECTED: the answers to the last of the words, with blanks between them.
answers() {
	tap_name="answers to: $1"
	# shellcheck disable=SC2086
	noria --complete $1 2>&1 | cut -f 1 | tr '\n' ' ' >tap-output
	echo >>tap-output
	test "$(cat tap-output)" = "$2"
	tap_result $? "$tap_name"
}
all_answers() { noria --complete "$@" | cut -f 1 | sort; }

# Every command, option, register and report that the tables know.
ok "every command is an answer, and what it is for" sh -c 'noria --complete "" >answered && noria --help | sed -n "s/^noria \([a-z][a-z]*\)  *\(.*\)/\1\t\2/p" >lines && test -s lines && while IFS= read -r line; do grep -qxF -e "$line" answered || { echo "$line"; exit 1; }; done <lines'
options_of() { noria help "$1" | sed -n 's/^  \(--[a-z-]*=*\).*/\1/p'; }
unanswered_options() {
	for command in $(noria --help | sed -n 's/^noria \([a-z][a-z]*\) .*/\1/p'); do
		part 3 || continue
		all_answers "$command" -- >found
		options_of "$command" | while read -r option; do grep -qxF -e "$option" found || echo "$command $option"; done
	done
}
says_nothing() { "$@" >said; cat said; ! test -s said; }
ok "every option of every command" says_nothing unanswered_options
noria help list | sed -n '/^Registers:/,$p' | sed 's/^Registers://' | tr -s ' ' '\n' | grep . | sort >registers
echo "due quality" | tr ' ' '\n' | sort - registers >expected
ok "every register" sh -c 'noria --complete list S.noria "" | cut -f 1 | sort | diff - expected'
unanswered_fields() {
	while read -r register; do
		case $register in issue | check) continue ;; esac # `noria help issue` and `help check` are about the commands
		part 4 || continue
		noria help "$register" | awk '/^[a-z0-9_]+ +\(/ && index($0, "(") == 24 { print $1 "=" }' | sort >expected
		all_answers list S.noria "$register" --where= | sed 's/^--where=//' | diff - expected
	done <registers
}
ok "every field of every register in a filter" says_nothing unanswered_fields
formats_refused() {
	for what in $(all_answers export S.noria "" | grep -v ':$'); do
		part 4 || continue
		for format in $(all_answers export S.noria "$what" --format= | sed 's/^--format=//'); do
			case $format in pdf | xlsx) continue ;; esac
			noria export S.noria "$what" --format="$format" >/dev/null 2>err || echo "$what $format: $(cat err)"
		done
		test -n "$(all_answers export S.noria "$what" --format=)" || echo "$what: no format"
	done
}
ok "every report and register has its formats" says_nothing formats_refused

# What is read from the file.
answers "help key" "keys "
answers "help conf" "config "
answers "show S.noria AS-6" "AS-6 AS-60 "
answers "show S.noria soa:2022:A.8.3" "soa:2022:A.8.3 soa:2022:A.8.30 soa:2022:A.8.31 soa:2022:A.8.32 soa:2022:A.8.33 soa:2022:A.8.34 "
answers "show S.noria R" "RO- RS- RU- RA- R- RC- RV- "
answers "add S.noria risk owner=P-18" "owner=P-18 "
answers "set S.noria R-1 owner=P-1,P-18" "owner=P-1,P-18 "
answers "add S.noria risk inherent_impact=" "inherent_impact=1 inherent_impact=2 inherent_impact=3 inherent_impact=4 inherent_impact=5 "
answers "export S.noria policy:PO-5" "policy:PO-5 "
answers "export S.noria history:AS-60" "history:AS-60 "
answers "list S.noria risk --sort -residual_le" "-residual_level "
answers "list S.noria risk --where owner=P-18" "owner=P-18 "
answers "list S.noria due --where=da" "--where=date= "
has "each with what it is called" "$(printf 'R-2\tBackups')" noria --complete show S.noria R-2
answers "show missing.noria R-" ""
answers "nothing S.noria " ""
ok "nothing is written beside the file" sh -c 'ls -A | grep -x "S.noria-.*" ; test $? = 1'
cp S.noria locked.noria
chmod a-w locked.noria
answers "show locked.noria AS-60" "AS-60 "

# The file that NORIA_FILE names.
export NORIA_FILE=S.noria
answers "list nonc" " nonconformity "
answers "show AS-60" " AS-60 "
answers "list risk --where=treatment=m" "--where=treatment=modify "
answers "set R-1 owner=P-18" "owner=P-18 "
unset NORIA_FILE

if command -v fish >/dev/null; then
	fished() { fish --no-config -c 'source "$argv[1]"; complete -C "$argv[2]"' "$NORIA_SOURCE/data/completions/noria.fish" "$1" 2>&1 | cut -f 1 | tr '\n' ' '; }
	fishes() {
		fished "$1" >tap-output
		test "$(cat tap-output)" = "$2"
		tap_result $? "fish: $1"
	}
	fishes 'noria his' 'history '
	fishes 'noria list S.noria ris' 'risk '
	fishes 'noria list S.noria risk --where=treatment=m' '--where=treatment=modify '
	fishes 'noria show S.noria AS-6' 'AS-6 AS-60 '
	fishes 'noria export S.noria soa --output=do' '--output=docs/ '
	fishes 'noria import S.noria docs/ta' 'docs/tables.csv '
else
	skip "fish" "there is no fish"
fi

# In a zsh that a person types into: what the line holds after Tab.
if command -v zsh >/dev/null && command -v script >/dev/null; then
	mkdir -p zdot
	cat >zdot/.zshrc <<END
PS1='> '
unsetopt beep
fpath=("$NORIA_SOURCE/data/completions" \$fpath)
autoload -Uz compinit && compinit -u -D
told() { print -r -- "\$BUFFER" >>lines; BUFFER=; }
zle -N told
bindkey '^T' told
END
	zshes() {
		rm -f lines
		printf '%s\t\024exit\r' "$1" >typed
		{
			sleep 1.5
			cat typed
			sleep 1
		} | ZDOTDIR=$HOME/zdot TERM=dumb script -qec 'zsh -d -i' /dev/null >session 2>&1
		{
			cat lines 2>/dev/null
			cat session
		} >tap-output
		test "$(sed 's/$/|/' lines 2>/dev/null)" = "$2|"
		tap_result $? "zsh: $1"
	}
	zshes 'noria his' 'noria history '
	zshes 'noria list S.noria risk --form' 'noria list S.noria risk --format='
	zshes 'noria list S.noria risk --where=treatment=m' 'noria list S.noria risk --where=treatment=modify '
	zshes 'noria show S.noria AS-6' 'noria show S.noria AS-6'
	zshes 'noria export S.noria catalogue:iso27001-201' 'noria export S.noria catalogue:iso27001-2013 '
	zshes 'noria export S.noria soa --output=do' 'noria export S.noria soa --output=docs/'
else
	skip "zsh" "there is no zsh, or no script(1)"
fi

# The same in a bash, where '=' and ':' break words.
if ! command -v bash >/dev/null || ! command -v script >/dev/null; then
	skip "completion" "there is no bash, or no script(1)"
	finish
	exit 0
fi

cat >rc <<END
PS1='> '
shopt -u progcomp_alias
. "$NORIA_SOURCE/data/completions/noria.bash"
bind 'set bell-style none' 'set enable-bracketed-paste off' 'set page-completions off' 'set completion-query-items 0'
# Ctrl-T writes the line as it stands to a file and empties it.
told() { printf '%s' "\$READLINE_LINE" >>lines; echo >>lines; READLINE_LINE=; READLINE_POINT=0; }
bind -x '"\C-t": told'
END

# completes TYPED EXPECTED: what stands on the line after typing and Tab (| marks its end).
completes() {
	rm -f lines
	printf '%s\t\024exit\r' "$1" >typed
	{
		sleep 0.3
		cat typed
		sleep 0.1
	} | TERM=dumb script -qec 'bash --noprofile --rcfile rc -i' /dev/null >session 2>&1
	{
		printf '%s|\n' "$(cat lines 2>/dev/null; printf .)"
		cat session
	} >tap-output
	test "$(sed 's/$/|/' lines 2>/dev/null)" = "$2|"
	tap_result $? "$1"
}

completes 'noria his' 'noria history '
completes 'noria --read' 'noria --read-only '
completes 'noria --read-only his' 'noria --read-only history '
completes 'noria check --rea' 'noria check --read-only '
completes 'noria list S.nor' 'noria list S.noria '
completes 'noria list S.noria ris' 'noria list S.noria risk '
completes 'noria list S.noria risk --form' 'noria list S.noria risk --format='
completes 'noria list S.noria risk --format=j' 'noria list S.noria risk --format=json '
completes 'noria list S.noria risk --sort=residual_le' 'noria list S.noria risk --sort=residual_level '
completes 'noria list S.noria risk --where=treat' 'noria list S.noria risk --where=treatment'
completes 'noria list S.noria risk --where=treatment=m' 'noria list S.noria risk --where=treatment=modify '
completes 'noria add S.noria risk tit' 'noria add S.noria risk title='
completes 'noria add S.noria risk title=x treatment=m' 'noria add S.noria risk title=x treatment=modify '
completes 'noria show S.noria AS-60' 'noria show S.noria AS-60 '
completes 'noria show S.noria PO' 'noria show S.noria PO-'
completes 'noria add S.noria risk owner=P-18' 'noria add S.noria risk owner=P-18 '
completes 'noria export S.noria polic' 'noria export S.noria policy'
completes 'noria set S.noria R-1 stat' 'noria set S.noria R-1 status='
completes 'noria set S.noria R-1 status=tr' 'noria set S.noria R-1 status=treated '
completes 'noria set S.noria soa:2022:A.5.1 reasons=law,bus' 'noria set S.noria soa:2022:A.5.1 reasons=law,business '
completes 'noria set S.noria soa:2022:A.5.1 applicable=y' 'noria set S.noria soa:2022:A.5.1 applicable=yes '
completes 'noria set S.noria R-1 inherent_lev' 'noria set S.noria R-1 inherent_lev'
completes 'noria new x.noria --method=s' 'noria new x.noria --method=simple3x3 '
completes 'noria new x.noria --cat' 'noria new x.noria --catalogue='
completes 'noria import S.noria docs/ta' 'noria import S.noria docs/tables.csv '
completes 'noria import S.noria docs/tables.csv --as=cs' 'noria import S.noria docs/tables.csv --as=csv:'
completes 'noria import S.noria docs/tables.csv --as=csv:ris' 'noria import S.noria docs/tables.csv --as=csv:risk '
completes 'noria export S.noria catalogue:iso27001-2013 --form' 'noria export S.noria catalogue:iso27001-2013 --format='
completes 'noria export S.noria catalogue:iso27001-201' 'noria export S.noria catalogue:iso27001-2013 '
completes 'noria export S.noria catalogue:' 'noria export S.noria catalogue:iso27001-20'
# Reports and their formats are those of the program's table.
completes 'noria export S.noria soa-' 'noria export S.noria soa-extract '
completes 'noria export S.noria nonc' 'noria export S.noria nonconformity'
completes 'noria export S.noria vulne' 'noria export S.noria vulnerability '
completes 'noria export S.noria due --format=i' 'noria export S.noria due --format=ics '
completes 'noria export S.noria dashboard --format=x' 'noria export S.noria dashboard --format=xlsx '
completes 'noria export S.noria policy:PO-1 --format=h' 'noria export S.noria policy:PO-1 --format=html '
completes 'noria export S.noria risk --format=j' 'noria export S.noria risk --format=json '
completes 'noria export S.noria catalogue:iso27001-2013 --format=' 'noria export S.noria catalogue:iso27001-2013 --format=xml '
completes 'noria export S.noria soa --output=do' 'noria export S.noria soa --output=docs/'
completes 'noria help nonc' 'noria help nonconformity '
finish
