# Whoever knows nothing but what the verdict says: takes its next steps, each by its line of the command line, and puts in
# place of "..." what the kind of the field asks for.
#
#     walk FILE MOST              until it is a yes, for so many days at most; the number of days is in $walked, what was done
#                                 in the file `steps`, what was refused in `stuck`

walk_day() { # DAYS: from today on
	date -u -d "${NORIA_CLOCK%T*} $1 days" +%F
}
walk_help() { # REGISTER
	test -s "help.$1" || noria help "$1" >"help.$1"
}
walk_first() { # REGISTER [FILTER]: a ref
	noria list "$walk_file" "$1" --where="${2-}" --format=tsv | sed -n '2s/	.*//p'
}
# A field by its name, where the kind alone does not say what is meant; else by its kind.
walk_value() { # REGISTER FIELD
	case $1.$2 in
	threshold.owner | *.signatory | *.approver | *.chair | *.reported_to | attendance.person) echo "Maren Winter" ;;
	competence.person) echo "$walk_competent" ;;
	*.auditor) test "$walk_condition" = audit-of-audits && echo "Piet Visser" || echo "Ines Falk" ;;
	*.checker | *.officer) echo "Tomas Lindgren" ;;
	role.holders)
		case $walk_condition in
		role-management) echo "Maren Winter" ;;
		role-auditor) echo "Ines Falk" ;;
		*) echo "Tomas Lindgren" ;;
		esac ;;
	risk.current_likelihood) test $walk_command = add && echo 3 || echo 2 ;;
	audit.requirements) test "$walk_condition" = audit-of-audits && echo "2022:9.2.1,2022:9.2.2" || echo "$CLAUSES" ;;
	audit.controls) echo "$CONTROLS" ;;
	check.control) echo "2022:A.8.13,2022:A.7.5,2022:A.8.5,2022:A.5.15,2022:A.5.23" ;;
	*.participants) echo "Maren Winter,Tomas Lindgren" ;;
	analysis.indicators) noria list "$walk_file" indicator --where=status=active --format=tsv | sed -n '2,$s/	.*//p' | tr '\n' ',' | sed 's/,$//' ;;
	acceptance.level) echo 3 ;;
	organisation.budget) echo 30000 ;;
	*.frequency | check.every) echo month ;;
	evidence.kind) echo referenced ;;
	policy.version) echo 1 ;;
	competence.held | competence.required) echo 3 ;;
	party.kind) noria help party | sed -n '/^kind /,/^[a-z]/s/.*One of: //p' | cut -d , -f "$(noria list "$walk_file" party --format=tsv | wc -l)" | tr -d ' ' ;;
	action.budget) echo 100 ;;
	*.before) walk_first "$1" status=closed ;;
	*.policy) walk_first policy valid ;;
	*.programme) walk_first programme valid ;;
	review.decided) noria add "$walk_file" decision title="What the review decided" kind=other date="${NORIA_CLOCK%T*}" status=decided text=Yes \
		signatory="Maren Winter" function=Owner no_action=None ;;
	indicator.start | check.start) echo "${NORIA_CLOCK%T*}" ;;
	nonconformity.detected | *.held | *.reported | *.done | *.closed) echo "${NORIA_CLOCK%T*}" ;;
	*)
		walk_help "$1"
		walk_kind=$(sed -n "s/^$2  *(\([^,)]*\).*/\1/p" "help.$1")
		case $walk_kind in
		date) case $2 in due | review | expiry | planned | next | end | until | effect_*) walk_day 200 ;; *) echo "${NORIA_CLOCK%T*}" ;; esac ;;
		choice | choices) sed -n "/^$2 /,/^[a-z]/s/.*One of: \([a-z0-9_]*\).*/\1/p" "help.$1" ;;
		person) echo "Ada Okoye" ;;
		yes/no) echo yes ;;
		integer | number | amount | percentage | level) echo 3 ;;
		text | "long text") echo "What there is to say of $2" ;;
		*) walk_first "$walk_kind" ;;
		esac ;;
	esac
}
walk_step() { # noria COMMAND FILE ...: the words of a step
	walk_command=$2 walk_about=$4
	shift 3
	test "$walk_command" != add || walk_register=$1
	test "$walk_command" != set || walk_register=$(sqlite3 "$walk_file" "SELECT register FROM record WHERE ref = '$1'")
	test "$walk_command" != issue || walk_register=statement
	walk_words=$#
	while test $walk_words -gt 0; do
		walk_word=$1
		shift
		case $walk_word in
		...) case $walk_about in CK-*) walk_word=pass ;; *) walk_word=5 ;; esac ;;
		*=...) walk_word=${walk_word%%=*}=$(walk_value "$walk_register" "${walk_word%%=*}") ;;
		VERSION) walk_word=$walked.0 ;;
		esac
		set -- "$@" "$walk_word"
		walk_words=$((walk_words - 1))
	done
	case "$*" in
	soa:*\ applicable=*) noria import "$walk_file" "$YEAR/soa.csv" --as=applicability ;; # each of the others is such a step
	*) noria "$walk_command" "$walk_file" "$@" ;;
	esac
}
walk() { # FILE MOST
	walk_file=$1 walk_most=$2 walked=0 walk_days=1
	: >lines
	: >steps
	: >stuck
	while test $walked -lt "$walk_most"; do
		walked=$((walked + 1))
		on "$(walk_day "$walk_days")" tlindgren
		noria verdict "$walk_file" --format=json >walk.json && return
		cp lines earlier
		sed -n '/^  "steps"/,/^  "clauses"/s/.*"condition": "\([^"]*\)".*"command": "\(.*\)"}.*/\1	\2/p' walk.json | sed 's/\\"/"/g' >lines
		test -s lines || break
		# What is left waits for its day.
		walk_days=1
		! cmp -s lines earlier || walk_days=9
		while IFS='	' read -r walk_condition walk_line; do
			case $walk_condition in competence-auditor) walk_competent="Ines Falk" ;; *) walk_competent="Tomas Lindgren" ;; esac
			eval "set -- $walk_line"
			echo "$NORIA_CLOCK $walk_condition: $walk_line" >>steps
			(walk_step "$@") >said 2>&1 </dev/null || {
				echo "$NORIA_CLOCK $walk_condition: $walk_line"
				cat said
			} >>stuck
		done <lines
		test ! -s stuck || return
	done
}
