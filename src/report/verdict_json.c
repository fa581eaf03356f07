/* The verdict as JSON: for scripts, and for the snapshots that keep how it stood on a day. */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

#define REFS_MOST 200 /* that one condition names; its counts tell of all */

static const char *const begin_keys[] = { "nobody_asked", "not_decided", "not_counted", "study_missing", "begun" };
static const char *const outcome_keys[] = { "unknown", "empty", "fails", "met", "not_asked" };
static const char *const count_keys[VERDICT_COUNTS] = { "all", "shows", "fails", "unless", "when", "ground", "sure",
	"known", "unknown" };

static void add_member(struct buffer *json, const char *name, const char *text)
{
	buffer_printf(json, "\"%s\": ", name);
	json_add_string(json, text);
}

static void add_strings(struct buffer *json, const char *name, const struct strings *strings)
{
	size_t i;

	buffer_printf(json, "\"%s\": [", name);
	for (i = 0; i < strings->count; i++) {
		buffer_add(json, i ? ", " : "");
		json_add_string(json, strings->items[i]);
	}
	buffer_add(json, "]");
}

struct refs {
	struct buffer *json;
	bool any;
};

static bool add_ref(void *user, const struct verdict_ref *ref)
{
	struct refs *refs = user;

	buffer_add(refs->json, refs->any ? ", " : "");
	json_add_string(refs->json, ref->ref);
	refs->any = true;
	return true;
}

static bool add_refs(struct store *store, const struct verdict_line *line, enum verdict_count which, const char *name,
	struct buffer *json, struct error *error)
{
	struct refs refs = { json, false };
	bool ok;

	buffer_printf(json, ", \"%s\": [", name);
	ok = line->outcome == OUTCOME_NOT_ASKED || (which == COUNT_FAILS && !verdict_lacks(line)) ||
	     verdict_each(store, line->condition, which, REFS_MOST, add_ref, &refs, error);
	buffer_add(json, "]");
	return ok;
}

static bool add_line(
	struct store *store, const struct verdict_line *line, bool refs, struct buffer *json, struct error *error)
{
	const struct verdict_condition *condition = line->condition;
	/* What is kept or read by programs is counted to the end. */
	struct verdict_line whole = *line;
	bool any = false;
	size_t i;

	if (!verdict_look(store, &whole, error))
		return false;
	buffer_add(json, "{");
	add_member(json, "name", condition->name);
	buffer_add(json, ", ");
	add_member(json, "letters", condition->letters);
	buffer_printf(json, ", \"need\": \"%s\", \"outcome\": \"%s\", \"counts\": {",
		condition->need == NEED_KEY ? "key" : "full", outcome_keys[line->outcome]);
	for (i = 0; i < VERDICT_COUNTS; i++)
		if (whole.answer.counts[i] >= 0) {
			buffer_printf(json, "%s\"%s\": %lld", any ? ", " : "", count_keys[i],
				(long long)whole.answer.counts[i]);
			any = true;
		}
	buffer_add(json, "}");
	if (condition->figure) {
		char *figure = line->answer.known ? number_format_real(line->answer.figure) : NULL,
		     *bound = number_format_real(verdict_tolerance(condition->tolerance, store_context(store)));

		buffer_printf(json, ", \"figure\": %s, \"tolerance\": %s", figure ? figure : "null", bound);
		free(figure);
		free(bound);
	}
	if (refs) {
		char *sentence = verdict_asked(condition, store_context(store));

		buffer_add(json, ", ");
		add_member(json, "sentence", sentence);
		free(sentence);
		if (!add_refs(store, line, verdict_shown_by(line), "shows", json, error) ||
			!add_refs(store, line, COUNT_FAILS, "lacks", json, error))
			return false;
	}
	buffer_add(json, "}");
	return true;
}

static bool add_lines(struct store *store, const struct verdict *verdict, size_t first, size_t count, bool refs,
	struct buffer *json, struct error *error)
{
	size_t i;

	buffer_add(json, "[");
	for (i = first; i < first + count; i++) {
		buffer_add(json, i > first ? ",\n      " : "\n      ");
		if (!add_line(store, &verdict->lines[i], refs, json, error))
			return false;
	}
	buffer_add(json, "]");
	return true;
}

static bool add_clause(struct store *store, const struct verdict *verdict, const struct verdict_of_clause *of,
	bool refs, struct buffer *json, struct error *error)
{
	struct record *overrule = of->overrule ? store_record(store, of->overrule, error) : NULL;

	if (of->overrule && !overrule)
		return false;
	buffer_add(json, "    {");
	add_member(json, "clause", of->clause->number);
	if (refs) {
		buffer_add(json, ", ");
		add_member(json, "title", of->title);
	}
	buffer_printf(json, ", \"result\": \"%s\", \"computed\": \"%s\", \"said\": ", verdict_result_key(of->result),
		verdict_result_key(of->computed));
	json_add_string(json, of->said == VERDICT_NOT_ASSESSED ? NULL : verdict_result_key(of->said));
	buffer_add(json, ", ");
	add_member(json, "overrule", overrule ? overrule->ref : NULL);
	record_free(overrule);
	buffer_add(json, ", \"conditions\": ");
	if (!add_lines(store, verdict, of->first, of->count, refs, json, error))
		return false;
	buffer_add(json, "}");
	return true;
}

static void add_steps(const struct verdict *verdict, struct buffer *json)
{
	size_t i;

	buffer_add(json, "  \"steps\": [");
	for (i = 0; i < verdict->step_count; i++) {
		const struct verdict_step *step = &verdict->steps[i];

		buffer_add(json, i ? ",\n    {" : "\n    {");
		add_member(json, "condition", step->condition->name);
		buffer_add(json, ", ");
		add_member(json, "clause", step->condition->clause);
		buffer_add(json, ", ");
		add_member(json, "text", step->text);
		buffer_add(json, ", ");
		add_member(json, "ref", step->ref);
		buffer_add(json, ", ");
		add_member(json, "due", step->due);
		buffer_add(json, ", ");
		add_member(json, "command", step->words);
		buffer_add(json, "}");
	}
	buffer_add(json, "],\n");
}

static void add_head(struct store *store, const struct verdict *verdict, bool refs, struct buffer *json)
{
	char *begin = verdict_sentence_begin(verdict), *implemented = verdict_sentence_implemented(verdict),
	     *certification = verdict_sentence_certification(verdict), day[11];
	struct date today = date_from_days((int)verdict->day);
	int i;

	date_format(&today, day);
	buffer_printf(json, "{\n  \"day\": \"%s\",\n  ", day);
	add_member(json, "journal", store_head(store));
	buffer_printf(json, ",\n  \"verdict\": \"%s\",\n  \"begin\": \"%s\",\n", verdict_yes(verdict) ? "yes" : "no",
		begin_keys[verdict->begin]);
	if (refs) {
		buffer_add(json, "  \"sentences\": [");
		json_add_string(json, begin);
		buffer_add(json, ",\n    ");
		json_add_string(json, implemented);
		buffer_add(json, certification ? ",\n    " : "");
		if (certification)
			json_add_string(json, certification);
		buffer_add(json, "],\n  ");
		add_member(json, "disclaimer", verdict_disclaimer());
		buffer_add(json, ",\n");
	}
	buffer_printf(json, "  \"clauses_total\": %zu,\n  \"counts\": {", verdict->clause_count);
	for (i = VERDICT_RESULTS - 1; i >= 0; i--)
		buffer_printf(json, "\"%s\": %zu, ", verdict_result_key((enum verdict_result)i), verdict->results[i]);
	buffer_printf(json, "\"by_overrule\": %zu},\n  \"stage1\": \"%s\",\n  \"stage2\": \"%s\",\n  ",
		verdict->overruled, verdict->stage1.count ? "no" : "yes", verdict->stage2.count ? "no" : "yes");
	add_strings(json, "stage1_lacks", &verdict->stage1);
	buffer_add(json, ",\n  ");
	add_strings(json, "stage2_lacks", &verdict->stage2);
	buffer_add(json, ",\n");
	free(begin);
	free(implemented);
	free(certification);
}

bool verdict_json(struct store *store, const struct verdict *verdict,
	bool (*wants)(void *user, const struct verdict_of_clause *of), void *user, bool refs, struct buffer *json,
	struct error *error)
{
	bool any = false;
	size_t i;

	add_head(store, verdict, refs, json);
	if (refs)
		add_steps(verdict, json);
	buffer_add(json, "  \"clauses\": [\n");
	for (i = 0; i < verdict->clause_count; i++) {
		if (wants && !wants(user, &verdict->clauses[i]))
			continue;
		buffer_add(json, any ? ",\n" : "");
		any = true;
		if (!add_clause(store, verdict, &verdict->clauses[i], refs, json, error))
			return false;
	}
	buffer_add(json, "\n  ],\n  \"beyond\": ");
	if (!add_lines(store, verdict, verdict->extra, wants ? 0 : verdict->line_count - verdict->extra, refs, json,
		    error))
		return false;
	buffer_add(json, "\n}\n");
	return true;
}
