# The completion of bash, in a bash that a person types into: what the line
# holds after Tab.  '=' and ':' break words there.
. "$NORIA_SOURCE/tests/tap.sh"

noria new S.noria --sample --catalogue=iso27001-2022 --catalogue=iso27001-2013 >/dev/null
mkdir -p docs && : >docs/tables.csv

if ! command -v bash >/dev/null || ! command -v script >/dev/null; then
	skip "completion" "there is no bash, or no script(1)"
	finish
	exit 0
fi

cat >rc <<END
PS1='> '
shopt -u progcomp_alias
. "$NORIA_SOURCE/data/noria.bash-completion"
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
completes 'noria export S.noria nonc' 'noria export S.noria nonconformity '
completes 'noria export S.noria due --format=i' 'noria export S.noria due --format=ics '
completes 'noria export S.noria dashboard --format=x' 'noria export S.noria dashboard --format=xlsx '
completes 'noria export S.noria policy:PO-1 --format=h' 'noria export S.noria policy:PO-1 --format=html '
completes 'noria export S.noria risk --format=j' 'noria export S.noria risk --format=json '
completes 'noria export S.noria catalogue:iso27001-2013 --format=' 'noria export S.noria catalogue:iso27001-2013 --format=xml '
completes 'noria export S.noria soa --output=do' 'noria export S.noria soa --output=docs/'
completes 'noria help nonc' 'noria help nonconformity '
finish
