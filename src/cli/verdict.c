/* verdict FILE: when can we say that we have an ISMS, and what is still missing. */
#include <stdlib.h>
#include <string.h>

#include "app/snapshot.h"
#include "cli/lib.h"
#include "report/verdict.h"

#define WIDTH 78

/* ---- which clauses ---- */

/* "6.1.3" stands for 6.1.3 a-c to f too; a blank before a letter is a point. */
static bool wants(void *user, const struct verdict_of_clause *of)
{
	const char *asked = user, *number = of->clause->number;
	size_t length = strlen(asked);

	return strncmp(number, asked, length) == 0 && (!number[length] || number[length] == '.');
}

static char *asked_clause(const struct cli_words *words, const struct verdict *verdict, struct error *error)
{
	char *asked = xstrdup(cli_option(words, "clause")), *blank;
	size_t i;

	for (blank = asked; blank && *blank; blank++)
		if (*blank == ' ')
			*blank = '.';
	for (i = 0; asked && i < verdict->clause_count; i++)
		if (wants(asked, &verdict->clauses[i]))
			return asked;
	if (asked)
		error_set(error, ERROR_INVALID,
			_("There is no clause %s in the verdict; it has those of 4 to 10, as 6.1.3 or 6.1.3.d."),
			asked);
	free(asked);
	return NULL;
}

/* ---- for people ---- */

static void print_text(const char *indent, const char *text)
{
	struct strings lines = { 0 };
	char *behind = text_pad("", text_columns(indent), false);
	size_t i;

	text_wrap(text, WIDTH - text_columns(indent), &lines);
	for (i = 0; i < lines.count; i++)
		cli_line("%s%s\n", i ? behind : indent, lines.items[i]);
	strings_free(&lines);
	free(behind);
}

static void print_heading(const char *heading)
{
	cli_line("\n");
	cli_line("%s\n", heading);
}

/* Where the first word of the line ends, what stands in quotes being one. */
static size_t word_length(const char *line)
{
	size_t i;
	bool quoted = false;

	for (i = 0; line[i] && (quoted || line[i] != ' '); i++)
		quoted = quoted != (line[i] == '"');
	return i;
}

/* A line for the shell over as many as it needs, so that they can be copied as they stand. */
static void print_command(const char *indent, const char *line)
{
	struct buffer text = { 0 };

	while (*line) {
		size_t length = word_length(line);
		char *word = xstrndup(line, length);

		if (text.length &&
			text_columns(text.data) + 1 + text_columns(word) > WIDTH - text_columns(indent) - 2) {
			cli_line("%s%s \\\n", indent, text.data);
			buffer_free(&text);
			buffer_add(&text, "  ");
		} else if (text.length) {
			buffer_add(&text, " ");
		}
		buffer_add(&text, word);
		free(word);
		line += length + strspn(line + length, " ");
	}
	if (text.length)
		cli_line("%s%s\n", indent, text.data);
	buffer_free(&text);
}

static void print_steps(const struct verdict *verdict)
{
	size_t i;

	if (verdict->step_count)
		print_heading(_("Next steps"));
	for (i = 0; i < verdict->step_count; i++) {
		const struct verdict_step *step = &verdict->steps[i];
		char *text = verdict_step_text(step);

		print_text("  - ", text);
		if (*step->words)
			print_command("    ", step->words);
		free(text);
	}
}

static void print_clause(const struct verdict *verdict, const struct verdict_of_clause *of, int columns)
{
	char *number = verdict_number(of->clause->number), *share = verdict_share(verdict, of),
	     *title = verdict_title(of), *result = text_pad(verdict_result_label(of->result), columns, false), *line,
	     *cut;

	line = xasprintf("%-9s %s%s %6s  %s", number, result, of->overrule ? "*" : " ", share, title);
	cut = text_cut(line, WIDTH);
	cli_line("%s\n", cut);
	free(cut);
	free(line);
	free(title);
	free(result);
	free(share);
	free(number);
}

struct refs {
	struct buffer text;
	size_t count;
};
#define REFS_TOLD 8

static bool add_ref(void *user, const struct verdict_ref *ref)
{
	struct refs *refs = user;
	struct date day;
	char *date = ref->day && date_parse(ref->day, &day) ? date_format_locale(&day) : NULL;

	if (++refs->count > REFS_TOLD)
		return false;
	buffer_printf(&refs->text, date ? "%s%s (%s)" : "%s%s", refs->text.length ? ", " : "",
		verdict_ref_name(ref->ref), date);
	free(date);
	return true;
}

static bool print_refs(struct store *store, const struct verdict_line *line, enum verdict_count which,
	const char *label, int64_t count, struct error *error)
{
	struct refs refs = { 0 };
	bool ok = verdict_each(store, line->condition, which, REFS_TOLD + 1, add_ref, &refs, error);

	if (refs.text.length) {
		/* TRANSLATORS: "shown by 12: R-1, R-2" */
		char *text = count > 0 ? xasprintf(_("%s %lld: %s"), label, (long long)count, refs.text.data)
				       /* TRANSLATORS: a name, then what is said of it */
				       : xasprintf(_("%s: %s"), label, refs.text.data);

		if (refs.count > REFS_TOLD) {
			char *more = xasprintf("%s ...", text);

			free(text);
			text = more;
		}
		print_text("      ", text);
		free(text);
	}
	buffer_free(&refs.text);
	return ok;
}

static bool print_condition(struct store *store, const struct verdict_line *line, struct error *error)
{
	const char *mark = line->outcome == OUTCOME_MET         ? "[x]"
			   : line->outcome == OUTCOME_NOT_ASKED ? "[.]"
			   : line->outcome == OUTCOME_FAILS     ? "[!]"
								: "[ ]";
	char *sentence = verdict_told(line, store_context(store)),
	     *text = xasprintf("%s%s%s%s", line->condition->letters ? line->condition->letters : "",
		     line->condition->letters ? " " : "", line->condition->need == NEED_KEY ? "" : _("(full) "),
		     sentence),
	     *head = xasprintf("  %s ", mark);
	struct verdict_line whole = *line;
	bool ok = verdict_look(store, &whole, error);

	print_text(head, text);
	if (ok && line->outcome != OUTCOME_NOT_ASKED)
		ok = print_refs(store, line, verdict_shown_by(line), _("Shown by"), verdict_shown(&whole), error) &&
		     (!verdict_lacks(line) || print_refs(store, line, COUNT_FAILS, _("Lacking"),
						      whole.answer.counts[COUNT_FAILS], error));
	free(head);
	free(text);
	free(sentence);
	return ok;
}

/* As people of the language write it; "-" where there is none.  The caller frees. */
static char *day_told(const char *iso)
{
	struct date day;

	return iso && date_parse(iso, &day) ? date_format_locale(&day) : xstrdup(iso ? iso : "-");
}

static bool print_overrules(struct store *store, const struct verdict *verdict, char *only, struct error *error)
{
	bool any = false;
	size_t i;

	for (i = 0; i < verdict->clause_count; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		struct record *record;
		char *number, *text, *expiry;

		if (!of->overrule || (only && !wants(only, of)))
			continue;
		record = store_record(store, of->overrule, error);
		if (!record)
			return false;
		if (!any)
			print_heading(_("* by overrule: the records say less"));
		any = true;
		number = verdict_number(of->clause->number);
		expiry = day_told(record_get(record, "expiry"));
		/* TRANSLATORS: a clause, the ref of the overrule, what the records say, until when, why */
		text = xasprintf(_("%s, %s: the records say %s; until %s: %s"), number, record->ref,
			verdict_result_label(of->computed), expiry,
			record_get(record, "reason") ? record_get(record, "reason") : "-");
		free(expiry);
		print_text("  ", text);
		free(text);
		free(number);
		record_free(record);
	}
	return true;
}

static int result_columns(void)
{
	int i, columns = 0;

	for (i = 0; i < VERDICT_RESULTS; i++) {
		int width = text_columns(verdict_result_label((enum verdict_result)i));

		columns = width > columns ? width : columns;
	}
	return columns;
}

/* How the result comes of what the records show and of what a human says. */
static void print_said(const struct verdict_of_clause *of)
{
	char *text = verdict_said_text(of);

	print_text("  ", text);
	free(text);
}

static bool print_clauses(struct store *store, const struct verdict *verdict, char *only, struct error *error)
{
	int columns = result_columns();
	size_t i, j;

	for (i = 0; i < verdict->clause_count; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];

		if (only && !wants(only, of))
			continue;
		print_clause(verdict, of, columns);
		if (only && of->said != VERDICT_NOT_ASSESSED)
			print_said(of);
		for (j = of->first; only && j < of->first + of->count; j++)
			if (!print_condition(store, &verdict->lines[j], error))
				return false;
	}
	return true;
}

static void print_list(const char *title, const struct strings *lines)
{
	size_t i;

	if (lines->count)
		print_heading(title);
	for (i = 0; i < lines->count; i++)
		print_text("  - ", lines->items[i]);
}

static bool print_soa(struct store *store, struct error *error)
{
	char *text = verdict_soa_text(store, NULL, error);

	if (text) {
		print_heading(_("Statement of Applicability"));
		print_text("  ", text);
	}
	free(text);
	return text != NULL;
}

static bool print_whole(struct store *store, const struct verdict *verdict, char *only, struct error *error)
{
	char *sentences[] = { verdict_sentence_begin(verdict), verdict_sentence_implemented(verdict),
		verdict_sentence_certification(verdict) };
	size_t i;
	bool ok;

	for (i = 0; i < 3; i++) {
		if (sentences[i] && !only)
			print_text("", sentences[i]);
		free(sentences[i]);
	}
	if (!only) {
		print_steps(verdict);
		print_heading(_("Clause by clause"));
	}
	ok = print_clauses(store, verdict, only, error);
	if (ok && only) {
		print_heading(_("[x] met   [!] not met   [ ] nothing is recorded yet   [.] not asked here"));
		print_text("", _("...: there are more records; --format=json tells all of them."));
	}
	ok = ok && (only || print_soa(store, error)) && print_overrules(store, verdict, only, error);
	if (ok && !only && verdict->certificate) {
		print_list(_("Missing for stage 1"), &verdict->stage1);
		print_list(_("Missing for stage 2"), &verdict->stage2);
	}
	print_heading(verdict_disclaimer());
	return ok;
}

/* ---- the command ---- */

static bool print_verdict(struct store *store, const struct cli_words *words, bool json, struct error *error)
{
	struct verdict *verdict = verdict_begin(store, error);
	char *only = NULL;
	struct buffer text = { 0 };
	bool ok = verdict && verdict_go_on(store, verdict, -1, error);

	if (ok && cli_has(words, "clause"))
		ok = (only = asked_clause(words, verdict, error)) != NULL;
	if (ok && json)
		ok = verdict_json(store, verdict, only ? wants : NULL, only, true, &text, error);
	else if (ok)
		ok = print_whole(store, verdict, only, error);
	if (ok && json) {
		struct output *output = output_open("-", false, error);

		ok = output != NULL;
		if (output) {
			output_text(output, text.data);
			ok = output_end(output, error);
		}
	}
	ok = ok && cli_flush(error);
	if (ok && !verdict_yes(verdict)) {
		/* The answer, which stands above, and no failure that is to be told. */
		error->kind = ERROR_NEGATIVE;
		ok = false;
	}
	buffer_free(&text);
	free(only);
	verdict_free(verdict);
	return ok;
}

/* ---- how it stood ---- */

static void print_snapshot(const struct snapshot *snapshot, char *only)
{
	const struct verdict_clause *clause;
	char *at = xstrndup(snapshot->at, 10),
	     *day = day_told(at),
	     /* TRANSLATORS: the day of a snapshot, its ref, its occasion; numbers of clauses */
		     *text = xasprintf(_("As it stood on %s (%s, %s): clauses met: %lld of %lld; by overrule: %lld."),
			     day, snapshot->ref, snapshot->kind, (long long)snapshot_count(snapshot, "met"),
			     (long long)snapshot_count(snapshot, NULL),
			     (long long)snapshot_count(snapshot, "by_overrule"));

	print_text("", text);
	cli_line("\n");
	for (clause = verdict_clauses; clause->number; clause++) {
		const char *key = snapshot_result(snapshot, clause->number);
		size_t length = only ? strlen(only) : 0;
		char *number = verdict_number(clause->number);
		int i;

		for (i = 0; i < VERDICT_RESULTS && key; i++)
			if (strcmp(key, verdict_result_key((enum verdict_result)i)) == 0 &&
				(!only || (strncmp(clause->number, only, length) == 0 &&
						  (!clause->number[length] || clause->number[length] == '.')))) {
				cli_line("%-9s %s\n", number, verdict_result_label((enum verdict_result)i));
			}
		free(number);
	}
	print_heading(verdict_disclaimer());
	free(text);
	free(day);
	free(at);
}

static bool print_earlier(struct store *store, const struct cli_words *words, bool json, struct error *error)
{
	const char *day = cli_option(words, "on");
	char *only = cli_option(words, "clause") ? xstrdup(cli_option(words, "clause")) : NULL;
	struct snapshot snapshot = { 0 };
	struct date date;
	bool ok = date_parse(day, &date) ||
		  error_set(error, ERROR_INVALID, _("%s is no day; write it as 2026-12-31."), day);

	ok = ok && snapshot_on(store, day, &snapshot, error);
	if (ok && !snapshot.verdict)
		ok = error_set(error, ERROR_INVALID,
			_("No snapshot was taken up to %s; one is taken at the end of each month, when a review is signed and when the SoA is issued."),
			day);
	if (ok && json) {
		struct output *output = output_open("-", false, error);

		ok = output != NULL;
		if (output) {
			output_text(output, snapshot.figures);
			ok = output_end(output, error);
		}
	} else if (ok) {
		print_snapshot(&snapshot, only);
	}
	ok = ok && cli_flush(error);
	if (ok) {
		const struct json *answer = json_member(snapshot.verdict, "verdict");

		ok = answer && answer->text && strcmp(answer->text, "yes") == 0;
		error->kind = ok ? error->kind : ERROR_NEGATIVE;
	}
	free(only);
	snapshot_free(&snapshot);
	return ok;
}

static bool run(const struct cli_words *words, struct error *error)
{
	const char *format = cli_option(words, "format");
	struct store *store;

	if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return error_set(error, ERROR_USAGE, _("There is no format %s; it is one of text, json."), format);
	store = cli_open_to_list(words, error);
	if (!store)
		return false;
	return cli_close(store,
		(cli_has(words, "on") ? print_earlier : print_verdict)(
			store, words, format && strcmp(format, "json") == 0, error),
		error);
}

static const struct cli_option options[] = {
	{ "format", "text|json", N_("text for people (default), or JSON with every condition and its records") },
	{ "clause", "TEXT", N_("only that clause, with its conditions: 6.1.3, 6.1.3.d") },
	{ "on", "TEXT", N_("as it stood on that day (2026-12-31): by the last snapshot taken up to it") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_verdict = {
	.name = "verdict",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = options,
	.run = run,
	.summary = N_("when can we say that we have an ISMS, and what is still missing"),
	.help = N_(
		"Judges each clause of ISO/IEC 27001 from 4 to 10 by what the records show and by what a human says of it: the lower of the two counts. What nothing is recorded of is not assessed. An overrule lifts a clause to what was said and is counted apart.\n\nThe exit status is 0 where every clause is met and none of them by overrule, else 1.\n\nIt is a self-assessment by Noria's rules; not a certification and not an audit."),
};
