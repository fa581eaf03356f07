# For tests of Perfect Ltd (tests/scripts/perfect*.sh): what breaks one piece of the file F, and what falls by it.
#
# A row is WHAT|STEPS|CLAUSES; a step, parted by " ; ", is one of
#     set REF FIELD=VALUE...      by the program
#     remove REF                  by the program
#     db REF|REGISTER FIELD=VALUE in the file itself, where the program would not: what is frozen, days that pass
#     unlink REF FIELD            the same for links
#     sql STATEMENT
# CLAUSES are those that fall: "5.2!" is not met, "5.2~" partly met, "5.2?" not assessed.

fallen() { # FILE
	noria verdict "$1" | sed -n 's/^\([0-9][0-9.]*\) \([a-f][-a-f]*\)  */\1.\2 /; s/^\([0-9][0-9.]*[-a-f]*\)  *partly met .*/\1~/p; s/^\([0-9][0-9.]*[-a-f]*\)  *not met .*/\1!/p; s/^\([0-9][0-9.]*[-a-f]*\)  *not assessed .*/\1?/p' | tr '\n' ' ' | sed 's/ $//'
}
value() { # VALUE: as SQL; a ref is the record's
	case $1 in
	'') echo NULL ;;
	P-[0-9]*) echo "(SELECT id FROM record WHERE ref = '$1')" ;;
	*) echo "'$1'" ;;
	esac
}
step() { # FILE WORD REST...
	step_file=$1 step_word=$2
	shift 2
	case $step_word in
	set) noria set "$step_file" "$@" ;;
	remove) noria remove "$step_file" "$@" ;;
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
	echo "$2" | sed 's/ ; /\n/g' | while read -r word rest; do
		case $word in
		sql) step "$1" sql "$rest" ;;
		*) step "$1" "$word" $rest ;;
		esac || exit 1
	done
}
