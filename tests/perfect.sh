# For tests of Perfect Ltd (tests/scripts/perfect*.sh): what breaks one piece of the file F, and what falls by it.
#
# A row is WHAT|STEPS|CLAUSES; a step, parted by " ; ", is one of
#     set REF FIELD=VALUE...      by the program
#     add REGISTER FIELD=VALUE... by the program
#     remove REF                  by the program
#     grid REF                    another grid of a method of 5 by 5, by the program
#     db REF|REGISTER FIELD=VALUE in the file itself, where the program would not: what is frozen, days that pass
#     unlink REF FIELD            the same for links
#     sql STATEMENT
# CLAUSES are those that fall: "5.2!" is not met, "5.2~" partly met, "5.2?" not assessed.  A choice in a `db` step
# stands with its key (status=open status_key=00), since filters ask for the key; what is counted by tallies is `set`.

judge() { # FILE: its verdict as verdict.out, from which the two below read
	noria verdict "$1" --format=json >verdict.out
}
clauses_fallen() {
	awk '
		/^    \{"clause": / && match($0, /"result": "(not_met|partly|not_assessed)"/) {
			result = substr($0, RSTART + 11, RLENGTH - 12)
			split($0, part, "\"")
			all = all (all == "" ? "" : " ") part[4] (result == "not_met" ? "!" : result == "partly" ? "~" : "?")
		}
		END { print all }' verdict.out
}
outcomes() { # NAME OUTCOME, a line for each condition
	sed -n 's/^ *{"name": "\([^"]*\)".*"outcome": "\([^"]*\)".*/\1 \2/p' verdict.out
}
fallen() { # FILE
	judge "$1"
	clauses_fallen
}
value() { # VALUE: as SQL; a ref is the record's
	case $1 in
	'') echo NULL ;;
	[A-Z][A-Z]-[0-9]* | [A-Z]-[0-9]*) echo "(SELECT id FROM record WHERE ref = '$1')" ;;
	*) echo "'$1'" ;;
	esac
}
step() { # FILE WORD REST...
	step_file=$1 step_word=$2
	shift 2
	case $step_word in
	set) noria set "$step_file" "$@" ;;
	add) noria add "$step_file" "$@" ;;
	remove) noria remove "$step_file" "$@" ;;
	grid)
		noria set "$step_file" "$1" "grid=1 1 1 2 2
1 1 2 2 3
1 2 2 3 3
1 2 3 3 4
2 3 3 4 3" ;;
	sql) echo "$*;" | sqlite3 "$step_file" ;;
	unlink) echo "DELETE FROM link WHERE field = '$2' AND record = (SELECT id FROM record WHERE ref = '$1');" | sqlite3 "$step_file" ;;
	db)
		step_of=$1
		shift
		case $step_of in
		*-[0-9]* | *:*)
			step_table=$(sqlite3 "$step_file" "SELECT register FROM record WHERE ref = '$step_of'")
			step_where="WHERE id = (SELECT id FROM record WHERE ref = '$step_of')" ;;
		*) step_table=$step_of step_where= ;;
		esac
		test "$step_table" = change && step_table=changes
		for step_change; do
			echo "UPDATE \"$step_table\" SET \"${step_change%%=*}\" = $(value "${step_change#*=}") $step_where;"
		done | sqlite3 "$step_file" ;;
	esac
}
break_piece() { # FILE STEPS
	break_rest=$2
	while test "$break_rest"; do
		break_step=${break_rest%%" ; "*}
		case $break_rest in
		*" ; "*) break_rest=${break_rest#*" ; "} ;;
		*) break_rest= ;;
		esac
		break_word=${break_step%% *}
		case $break_word in
		sql) step "$1" sql "${break_step#* }" ;;
		*) step "$1" "$break_word" ${break_step#* } ;;
		esac || return 1
	done
}
