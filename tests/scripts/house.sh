# The rules of the house that a machine can check.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$NORIA_SOURCE" || exit 99

# What a folder may include; the arrows run one way.  The terminal is one command among those of the command line.
arrows_run_back() {
	grep -rn '^#include "' src --include='*.[ch]' | awk '
		BEGIN {
			allowed["base"] = " base "
			allowed["model"] = allowed["base"] "model "
			allowed["store"] = allowed["model"] "store "
			allowed["exchange"] = allowed["report"] = allowed["store"] "exchange report "
			allowed["app"] = allowed["report"] "app "
			allowed["tui"] = allowed["app"] "tui "
			allowed["cli"] = allowed["tui"] "cli "
		}
		{ split($0, part, "[/\"]"); from = part[2] }
		match($0, /#include "[a-z]+\//) {
			to = substr($0, RSTART + 10, RLENGTH - 11)
			if (from in allowed && to in allowed && !index(allowed[from], " " to " "))
				print
		}'
}

# FOLDER HEADERS: the header is included nowhere else.
only_in() {
	grep -rlE "#include <($2)" src --include='*.[ch]' | grep -v "^src/$1/"
}

# What the compiler made of the sources of a folder; the programs below report/ and store/schema are programs of their own.
circles() {
	for folder in base model store exchange report app cli tui; do
		find "src/$folder" -name '*.c' ! -path 'src/report/*/*' ! -path 'src/store/schema/*' | sed "s,^,$NORIA_BUILD/,; s,c\$,o," |
			xargs nm -A -g | awk -v folder="$folder" -f tests/circles.awk tests/circles.txt -
	done
}

not_listed() {
	grep -oE 'src/[a-z0-9_/-]+\.c' src/local.mk | sort -u >"$HOME/sources"
	find src -name '*.c' | sort | comm -23 - "$HOME/sources"
}

# A function is one screen.
long_functions() {
	find src -name '*.c' | sort | xargs awk '
		FNR == 1 { inside = 0 }
		/^[a-z].*[^;]$/ && !inside { head = $0; start = FNR }
		/^\{/ { inside = 1 }
		/^\}/ && inside {
			inside = 0
			if (FNR - start >= 80) {
				match(head, /[a-z_0-9]+\(/)
				print FILENAME ": " substr(head, RSTART, RLENGTH - 1)
			}
		}'
}
ok "functions are one screen" none long_functions

not_for_translators() {
	sort po/POTFILES.in >"$HOME/for-translators"
	grep -rlE '(^|[^A-Za-z_])(_|N_|ngettext) ?\("' --include='*.c' --include='*.h' src | sort | comm -23 - "$HOME/for-translators"
}

ok "no include runs back up the layers" none arrows_run_back
ok "no files of a folder stand on each other in a circle" none circles
# What reaches a terminal passes the functions that neutralise: cli_line and cli_message, draw_text, struct output.
prints_by_itself() {
	grep -nE '(^|[^a-z_])(v?f?printf|f?puts|f?putchar|putc|fputc|fwrite|perror) ?\(' src/cli/*.c src/app/*.c src/main.c | grep -vE '^src/cli/words.c:|^src/app/(preferences|recent).c:'
	grep -nE '(^|[^a-z_])(mv)?w?(addn?w?str|addch|add_wch|addn?wstr|printw|insn?str)(_set)? ?\(' src/tui/*.c | grep -v '^src/tui/draw.c:'
}
ok "text reaches a terminal by the functions that neutralise it" none prints_by_itself
ok "curses only in tui" none only_in tui 'curses|ncurses|panel|term\.h'
ok "SQLite only in store" none only_in store 'sqlite3'
# A statement that ends with anything but DONE is a failure: one function steps and tells so.
steps_elsewhere() {
	grep -n 'sqlite3_step *(' -r src | grep -v '^src/store/statements\.c:' |
		# Before a file is known to be ours there is no store that could keep a failure; the digest of a schema not read to its end is false.
		grep -v '^src/store/schema\.c:'
}
ok "statements are stepped in one place" none steps_elsewhere
# What is particular to a report stands in its entry of the table, not where reports are asked for.
asks_for_a_report() {
	grep -nE '(cmp|str|chr) ?\([a-z_.>-]*(what|report->name|choice\.def->name), "' -r src --include='*.[ch]'
}
ok "no report is asked for by its name but in its table" none asks_for_a_report
# What is open, due and late is answered with the rows (store/lib.h: struct row, struct cell), by the one rule of the word `late`.
asks_by_itself() {
	grep -nE 'FIELD_DUE|->open\[|status_is_open' -r src --include='*.[ch]' | grep -vE '^src/(model|store)/'
}
ok "what is late is asked of the store alone" none asks_by_itself
# For which records a key is meant, those marked or that of the line, is decided once; a view gets them (view.h: struct meant).
asks_for_marks() {
	grep -nE '(->|\.)(marks|mark_count)([^a-z_]|$)' src/tui/*.c | grep -vE '^src/tui/(rows|meant|view_export|export_order)\.c:'
}
ok "for which records a key is meant is decided once" none asks_for_marks
# A command that changes records of a list does it to those that are meant, or says here that it makes new ones.
changes_by_itself() {
	awk '/^const struct command commands/ { inside = 1 } /^};/ { inside = 0 }
		inside { text = text $0 } inside && /},$/ {
			if (text ~ /COMMAND_WRITES/ && text ~ /LISTS|RECORDS|"[a-z ]*(browse|list|mend|checklist)[ "]/ &&
				text !~ /^[^"]*"(add|own-control|copy|suggest|prepare|issue)"/)
				print text
			text = ""
		}' src/tui/command_table.c
}
ok "what changes the records of a list is done to those that are meant" none changes_by_itself
# What a user can do stands once, in app/ (an import is exchange's own door to the store): no face writes by itself.
writes_by_itself() {
	grep -nE '(^|[^a-z_])(action_(begin|add|set|remove|commit|rollback|attach|bulk|unresolved|resolved|adopt_organisation)|store_(add|set)) ?\(' -r src --include='*.[ch]' |
		grep -vE '^src/(store|exchange|app)/'
}
ok "writes only in app" none writes_by_itself
# Bars, sparklines and Gantt lines are made in one place, in both of their forms: no view draws its own.
figures_elsewhere() { # TREE
	# Blocks, heavy lines and the marks of the wheel, as they are written or by their bytes.
	grep -rnE '█|▉|▊|▋|▌|▍|▎|▏|▁|▂|▃|▄|░|━|╍|○|●|\\xe2\\x96\\x[89]|\\xe2\\x94\\x81|\\xe2\\x95\\x8d|\\xe2\\x97\\x8[bf]' "$1" --include='*.c'
	# '#' that is added to a text or drawn, alone or as one of two, and runs of it.
	grep -rnE "(buffer_add(_char|_bytes)?|draw_text) ?\(.*[\"']#+[\"']|[?:] *['\"]#['\"]|\"##" "$1" --include='*.c'
}
figures_in_src() {
	figures_elsewhere src | grep -vE '^src/(base/(figure|codeset)|model/query_text)\.c:' # the last: a sign of the filter language
}
ok "figures are drawn in one place" none figures_in_src
mkdir -p "$HOME/figures"
cat >"$HOME/figures/view.c" <<'CODE'
	draw_text(row, left, 1, STYLE_GOOD, "#", false);
	buffer_add_char(out, '#');
	draw_text(row, left, 2, STYLE_GOOD, "\xe2\x96\x88", false);
	scale[k] = k < full ? '#' : '-';
	draw_text(row, left, 2, STYLE_GOOD, "██", false);
CODE
ok "one that a view draws is seen" test "$(figures_elsewhere "$HOME/figures" | cut -d: -f2 | sort -u | tr -d '\n')" = 12345
ok "libxml2 only in exchange" none only_in exchange 'libxml'
ok "libzip only in exchange" none only_in exchange 'zip\.h>'
ok "every source is listed (make update-sources)" none not_listed
ok "every file with sentences is in POTFILES.in (make update-po)" none not_for_translators

# What the program knows of a register stands in the dictionary: its fields, flags and operations (src/model/register.h).
# Above the model a register is named only where something is made of that one register, or where the same word is
# another thing; each such file is listed with its registers and why.  FILE REGISTERS REASON
named_above() {
	cat <<'LIST'
src/app/audit_finding.c audit,control,evidence,finding,requirement,unit findings of an audit's points, and the audit of what none looked at
src/app/audit_prepare.c audit,auditpoint,control,finding,indicator,requirement,unit the points of an audit
src/app/edit.c method,threshold what is to be said of a threshold
src/app/catch_up_checks.c check,execution what was missed
src/app/edition_clauses.c requirement moving to another edition: its clauses
src/app/edition_links.c control,requirement moving to another edition: links to what it replaces
src/app/edition_text.c decision moving to another edition: a column of its table
src/app/edition_write.c catalogue,control,evidence moving to another edition: its controls, and a field of the answers
src/app/indicator_use.c indicator drafts that are taken into use
src/app/indicators.c indicator,measurement what is counted by itself
src/app/issue.c action,applicability,issue,scope,statement the statement that is issued, and the words of its document
src/app/new.c catalogue,indicator,level,method,requirement,threat,vulnerability what a new file is made of, by options
src/app/record.c check,execution,indicator,measurement what values are recorded for
src/app/record_check.c execution what a check gave
src/app/record_indicator.c measurement a value of an indicator
src/app/own.c control the numbers of own controls
src/app/earlier.c check a column of the quality
src/app/quality.c waiver what is set aside, and is to be
src/app/review.c review,unit the review that is prepared; the unit of a value is a field
src/app/scale.c level,risk the scales, and the risks rated by them
src/app/sample_series.c execution,measurement what recurs in a sample
src/app/suggest.c document,organisation,risk,threat,vulnerability risks proposed for an asset; kinds of assets
src/app/issue_ready.c assessment,control,person,role,statement what the issue of the SoA rests on
src/app/template.c control whose wording a template gives
src/cli/inspect.c check the subcommand
src/cli/issue.c issue the subcommand
src/app/overrule.c overrule what the records say is written into a judgement otherwise
src/app/snapshot.c cycle,review,risk,snapshot how the verdict stood is kept, and when
src/app/verify.c evidence when attached files were compared with their hashes
src/cli/record.c evidence an option
src/cli/new.c catalogue,method,organisation options
src/exchange/catalogue.c catalogue,control,requirement,theme the format of catalogues
src/exchange/correspondence.c control an element of the format of correspondences
src/exchange/import.c catalogue the word of a kind of input
src/exchange/own.c catalogue the catalogue of own controls
src/exchange/soa.c action,applicability,control,evidence,exception,organisation,risk,theme the format of the SoA
src/exchange/soa_compare.c action,evidence,risk,statement the format of the SoA
src/exchange/soa_document.c catalogue,organisation,scope,theme the format of the SoA
src/exchange/soa_write.c action,control,exception,risk the format of the SoA
src/exchange/tools/ciso_assistant.c action,asset,evidence,finding,mechanism,organisation,policy,risk,threat,vulnerability,control what CISO Assistant's tables are made
src/exchange/tools/deming.c control,evidence,review,risk,vulnerability what Deming's tables are made
src/exchange/tools/monarc.c action,asset,evidence,method,risk,threat,vulnerability what MONARC's analysis is made
src/exchange/tools/monarc_assets.c asset what MONARC's instances are made
src/exchange/tools/monarc_risks.c action,asset,risk,threat,vulnerability what MONARC's risks are made
src/exchange/tools/simplerisk.c asset,review,risk what SimpleRisk's table is made
src/exchange/tools/tool.c asset,person,threat,vulnerability what names in other tools' files make records of
src/exchange/tools/tool_values.c applicability,control,requirement the answers to what has a number in a catalogue
src/exchange/tools/verinice_fill.c asset,control,feedback,person,risk,threat,vulnerability what verinice's objects are made
src/exchange/xml_read.c catalogue the root of a document
src/exchange/quality.c check a column of the quality
src/report/audit_coverage.c audit,auditpoint,control,requirement,unit what the audits of a programme looked at
src/report/audit_independence.c action,applicability,asset,audit,document,requirement,risk,role,unit what an auditor may own of what is audited
src/report/audit_seen.c auditpoint,control,finding,requirement,unit what an audit looked at, and what it came to
src/report/audits.c audit,auditpoint,control,evidence,finding,programme,requirement,risk,statement,unit the audit programme, the report of an audit
src/report/calendar.c check the calendar of checks
src/report/build.c level a part of the table of ratings
src/report/awareness.c action,attendance,competence,person,role,training,unit the report of awareness and competence
src/report/incident.c action,incident,nonconformity the report of an incident
src/report/catalogue.c catalogue the report of a catalogue
src/report/dashboard.c applicability,cycle,risk,statement the period, the matrix, and the SoA then and now
src/report/figures.c acceptance,action,applicability,audit,change,competence,finding,incident,nonconformity,person,project,requirement,review,risk,rule,supplier,theme,training the figures of the dashboard
src/report/governance.c acknowledgement,person,policy,rule the policy, who has read it
src/report/indicators.c indicator,unit the report of the indicators, and a field of theirs
src/report/matrix.c risk a scale
src/report/overall.c waiver what is set aside
src/report/acceptance.c acceptance,level,person,risk the letters by which owners accept their risks; a field
src/report/nonconformity.c action,control,finding,incident,method,nonconformity,requirement,risk the sheet of a nonconformity
src/report/review.c action,review the file of a management review
src/report/risks.c assessment,risk the reports of risks and of their assessment
src/report/study.c decision,incident,issue,mechanism,objective,obligation,party,risk,scope the preliminary study
src/report/treatment.c acceptance,action,risk the treatment plan, with actions and approvals
src/report/scope.c scope,unit the report of the scope, and its column of units
src/report/soa.c applicability,evidence the SoA as a document
src/report/soa_issued.c action,exception,risk,statement the SoA as a document
src/report/soa_live.c applicability,control,evidence the SoA as a document
src/report/work.c action the dates of actions
src/report/verdict.c cycle,snapshot how it stood
src/report/verdict_json.c overrule a key of it
src/report/verdict_deed.c review a field
src/report/verdict_words.c statement the command of the screen
src/report/verdict_judge.c certificate,overrule,requirement the clauses, what people say of them, and whether a certificate is planned
src/store/check.c evidence what is attached, and to what
src/store/compile.c assessment,organisation,scope,statement,waiver words of the filter language: the last issue of the SoA, the last assessment, the last scope, what is set aside
src/store/compile_number.c unit a number of the filter language: a part of the headcount
src/store/context.c catalogue,level,method,organisation struct model_context is read from them
src/store/file.c organisation a file without one is not whole
src/store/frozen.c level,method,organisation,threshold what a closed record keeps of the method, and of whom it is
src/store/history.c issue,snapshot words of the journal
src/store/identity.c catalogue prefix and uuid of what stands in a catalogue
src/store/quality.c waiver what is set aside
src/store/remember.c organisation whose file it is, before anything else is known
src/store/indicator_points.c measurement the series of an indicator
src/store/level.c level the levels of a scale
src/store/rescale.c level a scale's levels move together
src/store/rescale_undo.c level,method,threshold what a change of scale means for undo
src/store/evaluate.c indicator the value of another indicator in a formula
src/store/threshold.c method whose threshold it is
src/store/version.c method,organisation,threshold the threshold of a method, on a day of the organisation
src/store/undo.c issue,snapshot words of the journal
src/tui/checklist.c control the checklist
src/tui/command_table.c attendance,audit,change,check,indicator,issue,level,method,organisation,review,threshold commands
src/tui/configuration.c theme a word of the configuration
src/tui/indicator_analyses.c analysis,watch the analyses of an indicator, and what one of them concludes
src/tui/indicator_keys.c person who answers for a level of indicators
src/tui/list_commands.c change a command
src/tui/list_suggest.c asset risks are proposed for one
src/tui/loop.c risk whether the guide comes first
src/tui/method_scale.c level the editor of the method
src/tui/top.c cycle the top line
src/cli/prepare.c audit points of audits, beside inputs of reviews
src/tui/prepare.c audit,programme,review what a key prepares
src/tui/ui.c risk the top line
src/tui/view_audit.c audit,auditpoint,control,evidence,finding,nonconformity,requirement an audit worked through
src/tui/view_checks.c check the calendar of checks
src/report/calendar.c execution what lacks an answer
src/report/check_days.c check,execution the calendar of checks
src/tui/view_checklist.c applicability,control the checklist
src/tui/view_export.c asset of which asset a report is
src/tui/view_gantt.c action the picture of the actions
src/tui/view_indicator.c indicator the picture of one
src/tui/view_indicators.c indicator,level,unit the picture of the indicators
src/tui/view_issue.c applicability,assessment,role,statement the statement that is issued
src/tui/matrix_draw.c risk the picture of the risks
src/tui/matrix_read.c risk the picture of the risks
src/tui/view_matrix.c risk the picture of the risks
src/tui/view_method.c level,method,threshold the editor of the method
src/tui/reading.c audit,programme who audits, and what was covered
src/tui/view_review.c action,attendance,review the file of a management review
src/tui/view_raci.c responsibility,role the picture of responsibilities
LIST
}

# TREE: "FILE REGISTER", each once.  A literal that is a register's name, or a table of SQL; not where a field is named,
# nor the journal's table change: that of the register is called otherwise.
names_registers() {
	(
		cd "$1" && find src/store src/exchange src/report src/app src/cli src/tui -name '*.[ch]' | sort |
			xargs awk '{ print FILENAME "\t" $0 }' |
			sed -E -e 's,/\*.*\*/,,; s,/\*.*,,; /\t[[:space:]]*\*([[:space:]]|$)/d; s,"csv:,",g' \
				-e 's/\\"change\\"//g' \
				-e 's/((record_(get|set|set_number)|query_(add|sort)|register_field(_index)?|sheet_(get|has)|has_text|report_value|context_scale|xml_(start|end|leaf|attribute))\([^"]*)"[a-z]+"/\1/g'
	) | awk -F '\t' '
		NR == FNR { register[$0]; next }
		{
			rest = substr($0, length($1) + 2)
			while (match(rest, /"[a-z]+"|(FROM|JOIN|INTO|UPDATE) \\"[a-z]+\\"/)) {
				name = substr(rest, RSTART, RLENGTH)
				gsub(/[^a-z]/, "", name)
				if (name in register)
					print $1 " " name
				rest = substr(rest, RSTART + RLENGTH)
			}
		}' "$HOME/registers" - | sort -u
}
listed() {
	named_above | awk '{
		if (NF < 3)
			print $1 " " $2 ": it does not say why"
		count = split($2, names, ",")
		for (i = 1; i <= count; i++)
			print $1 " " names[i]
	}' | sort
}
sed -n 's/^const struct register_def register_\([a-z]*\) = {.*/\1/p' src/model/registers/*.c >"$HOME/registers"
listed >"$HOME/listed"
names_registers . >"$HOME/named"
ok "the registers' names are found" test "$(wc -l <"$HOME/registers")" -gt 40
ok "a register is named above the model only where the list says why" none comm -23 "$HOME/named" "$HOME/listed"
ok "and the list names nothing that is not there any more" none comm -13 "$HOME/named" "$HOME/listed"
mkdir -p "$HOME/other/src/store" "$HOME/other/src/exchange" "$HOME/other/src/report" "$HOME/other/src/app" "$HOME/other/src/cli" "$HOME/other/src/tui"
cat >"$HOME/other/src/tui/rows.c" <<'CODE'
/* "risk" in a comment, record_get(record, "owner") and record_get(record, "control") name no register. */
	if (record_get(record, "control") && strcmp(def->name, "person") == 0)
CODE
echo '	statement(store, "SELECT 1 FROM \"evidence\"", NULL);' >"$HOME/other/src/store/rows.c"
names_registers "$HOME/other" | tr '\n' ' ' >"$HOME/found"
ok "a new one is seen, in C and in SQL, and a field is none" test "$(cat "$HOME/found")" = "src/store/rows.c evidence src/tui/rows.c person "
# Nor are the declarations themselves reached around the dictionary.
declarations() {
	grep -rn 'model/registers/' src --include='*.[ch]' | grep -v '^src/model/'
}
ok "registers are asked of the dictionary" none declarations

# Memory that lacks ends the program with its sentence: nobody goes on with less.
lacks_memory() {
	grep -rnE '(^|[^a-z_])(malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf|vasprintf|getline|open_memstream)\(' src --include='*.c' |
		grep -v '^src/base/memory.c:'
}
ok "memory is asked for in one file" none lacks_memory

# The translations are complete.
complete() {
	command -v xgettext >/dev/null || { echo "there is no xgettext"; return 1; }
	grep -v '^#' po/POTFILES.in >"$HOME/files"
	xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
		-f "$HOME/files" -o "$HOME/noria.pot" 2>/dev/null || return 1
	msgmerge -q -N po/fr.po "$HOME/noria.pot" -o "$HOME/fr.po" || return 1
	msgattrib --no-obsolete --untranslated --no-wrap "$HOME/fr.po" | grep '^msgid' | grep -v 'msgid ""$'
	! msgattrib --no-obsolete --untranslated "$HOME/fr.po" | grep -q '^msgid' &&
		! msgattrib --only-fuzzy --no-obsolete "$HOME/fr.po" | grep -q '^msgid'
}
ok "the French translation is complete" complete
finish
