/* Sentence A: whether it is time to begin, and why; and the sentences of the verdict. */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

/* The conditions of a part of the sentence: its reasons, the decision, the study. */
static bool is_of(const struct verdict_line *line, const char *part)
{
	return strcmp(line->condition->clause, part) == 0;
}

/* ---- the reasons to begin, in the order of the table: the strongest first ---- */

#define REASONS_TOLD 3

static void find_reasons(struct store *store, struct verdict *verdict)
{
	size_t i;

	strings_free(&verdict->begin_reasons);
	for (i = verdict->extra; i < verdict->line_count && verdict->begin_reasons.count < REASONS_TOLD; i++) {
		const struct verdict_line *line = &verdict->lines[i];
		int64_t count = line->answer.counts[line->condition->shows ? COUNT_SHOWS : COUNT_ALL];
		char *sentence;
		size_t length;

		if (!is_of(line, "A.reasons") || line->outcome != OUTCOME_MET)
			continue;
		sentence = verdict_asked(line->condition, store_context(store));
		length = strlen(sentence);
		if (length && sentence[length - 1] == '.')
			sentence[length - 1] = '\0';
		/* TRANSLATORS: a reason to begin, and how many records give it: "Risks are above the threshold (7)." */
		strings_take(&verdict->begin_reasons, xasprintf(_("%s (%lld)."), sentence, (long long)count));
		free(sentence);
	}
}

/* ---- the decision ---- */

static bool take_decision(void *user, const struct row *row)
{
	struct verdict *verdict = user;

	verdict->begun_on = xstrdup(row->cells[0].value);
	verdict->begun_by = xstrdup(row->cells[1].text);
	return false;
}

/* The first of those that hold. */
static bool find_decision(
	struct store *store, struct verdict *verdict, const struct verdict_condition *condition, struct error *error)
{
	static const char *const columns[] = { "date", "signatory" };
	struct query *query = verdict_query(condition, COUNT_SHOWS, store_context(store));
	bool ok;

	free(verdict->begun_on);
	free(verdict->begun_by);
	verdict->begun_on = verdict->begun_by = NULL;
	if (!query)
		return true;
	ok = query_sort(query, "date", error) && store_each(store, query, columns, 2, take_decision, verdict, error);
	query_free(query);
	return ok;
}

static bool take_ref(void *user, const struct row *row)
{
	*(char **)user = xstrdup(row->ref);
	return false;
}

/* One that was decided, and why it does not count: who decides is told what lacks, and not that nobody decided. */
static bool find_uncounted(
	struct store *store, struct verdict *verdict, const struct verdict_condition *condition, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = verdict_query(condition, COUNT_ALL, store_context(store));
	struct record *record = NULL;
	bool ok = !query || (query_parse(query, store_context(store), "status=decided", error) &&
				    query_sort(query, "date", error) &&
				    store_each(store, query, columns, 1, take_ref, &verdict->uncounted, error));

	query_free(query);
	if (ok && verdict->uncounted)
		ok = (record = store_record_by_ref(store, verdict->uncounted, error)) != NULL &&
		     store_validity(store, record, &verdict->uncounted_why, error);
	record_free(record);
	return ok;
}

bool verdict_judge_begin(struct store *store, struct verdict *verdict, struct error *error)
{
	size_t i;

	find_reasons(store, verdict);
	strings_free(&verdict->begin_lacks);
	strings_free(&verdict->uncounted_why);
	free(verdict->uncounted);
	verdict->uncounted = NULL;
	for (i = verdict->extra; i < verdict->line_count; i++) {
		const struct verdict_line *line = &verdict->lines[i];

		if (is_of(line, "A.decision") && !find_decision(store, verdict, line->condition, error))
			return false;
		if (is_of(line, "A.decision") && !verdict->begun_on &&
			!find_uncounted(store, verdict, line->condition, error))
			return false;
		if (is_of(line, "A.study") && verdict_lacks(line))
			strings_take(&verdict->begin_lacks, verdict_to_do(line->condition, NULL, store_context(store)));
	}
	if (!verdict->begun_on && verdict->uncounted)
		verdict->begin = BEGIN_NOT_COUNTED;
	else if (!verdict->begun_on)
		verdict->begin = verdict->begin_reasons.count ? BEGIN_NOT_DECIDED : BEGIN_NOBODY_ASKED;
	else
		verdict->begin = verdict->begin_lacks.count ? BEGIN_STUDY_MISSING : BEGIN_BEGUN;
	return true;
}

/* ---- sentences ---- */

char *verdict_sentence_begin(const struct verdict *verdict)
{
	struct date day;
	char *joined, *text, *date;

	switch (verdict->begin) {
	case BEGIN_NOBODY_ASKED:
		return xstrdup(
			_("Is it time to begin? Nobody asked yet: no reason is recorded and nothing is decided."));
	case BEGIN_NOT_DECIDED:
		joined = strings_join(&verdict->begin_reasons, " ");
		/* TRANSLATORS: %s are the reasons, sentences */
		text = xasprintf(
			_("Is it time to begin? There are reasons, and management has not decided. %s"), joined);
		free(joined);
		return text;
	case BEGIN_NOT_COUNTED:
		joined = strings_join(&verdict->uncounted_why, " ");
		/* TRANSLATORS: the ref of a decision; why it does not count, sentences */
		text = xasprintf(_("Is it time to begin? Decided (%s), but that decision does not count yet. %s"),
			verdict->uncounted, joined);
		free(joined);
		return text;
	default:
		break;
	}
	date = date_parse(verdict->begun_on, &day) ? date_format_long(&day) : xstrdup(verdict->begun_on);
	if (verdict->begin == BEGIN_STUDY_MISSING)
		/* TRANSLATORS: a day, a person */
		text = xasprintf(
			_("Is it time to begin? Decided on %s by %s; the preliminary study is missing or not validated."),
			date, verdict->begun_by);
	else
		/* TRANSLATORS: a day, a person */
		text = xasprintf(_("Is it time to begin? Yes: begun on %s by %s."), date, verdict->begun_by);
	free(date);
	return text;
}

char *verdict_sentence_implemented(const struct verdict *verdict)
{
	size_t met = verdict->results[VERDICT_MET];

	if (verdict->results[VERDICT_NOT_ASSESSED] == verdict->clause_count)
		return xasprintf(
			ngettext("Is it implemented? Not assessed: nothing is recorded yet for the %zu clause.",
				"Is it implemented? Not assessed: nothing is recorded yet for any of the %zu clauses.",
				verdict->clause_count),
			verdict->clause_count);
	if (verdict_yes(verdict))
		return xasprintf(_("Is it implemented? Yes: %zu of %zu clauses are met."), met, verdict->clause_count);
	if (verdict->overruled)
		return xasprintf(
			ngettext("Is it implemented? Not yet: %zu of %zu clauses is met, but %zu by overrule only.",
				"Is it implemented? Not yet: %zu of %zu clauses are met, but %zu by overrule only.",
				met),
			met, verdict->clause_count, verdict->overruled);
	return xasprintf(ngettext("Is it implemented? Not yet: %zu of %zu clauses is met.",
				 "Is it implemented? Not yet: %zu of %zu clauses are met.", met),
		met, verdict->clause_count);
}

char *verdict_sentence_certification(const struct verdict *verdict)
{
	if (!verdict->certificate)
		return NULL;
	if (verdict->stage1.count)
		return xasprintf(
			ngettext(
				"Is it ready to be certified? Not for stage 1 yet: %zu point is missing, and %zu for stage 2.",
				"Is it ready to be certified? Not for stage 1 yet: %zu points are missing, and %zu for stage 2.",
				verdict->stage1.count),
			verdict->stage1.count, verdict->stage2.count);
	if (verdict->stage2.count)
		return xasprintf(
			ngettext("Is it ready to be certified? For stage 1, yes; for stage 2 %zu point is missing.",
				"Is it ready to be certified? For stage 1, yes; for stage 2 %zu points are missing.",
				verdict->stage2.count),
			verdict->stage2.count);
	return xstrdup(_("Is it ready to be certified? Yes, for stage 1 and stage 2."));
}

const char *verdict_disclaimer(void)
{
	return _("Self-assessment by Noria's rules; not a certification and not an audit");
}
