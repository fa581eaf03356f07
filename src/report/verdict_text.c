/* The words of the verdict: numbers, conditions, what to do. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/soa.h"
#include "report/verdict_parts.h"

/* The number of the clause in the edition of the SoA; NULL: that edition has none. */
const char *verdict_in_edition(const struct verdict_clause *clause, const struct model_context *context)
{
	return context->catalogue_prefix && strcmp(context->catalogue_prefix, "2013") == 0 ? clause->old
											   : clause->requirement;
}

char *verdict_number(const char *number)
{
	char *text = xstrdup(number), *dot = strrchr(text, '.');

	if (dot && dot[1] >= 'a' && dot[1] <= 'z')
		*dot = ' ';
	return text;
}

bool verdict_lacks(const struct verdict_line *line)
{
	return line->outcome == OUTCOME_FAILS || line->outcome == OUTCOME_EMPTY;
}

char *verdict_asked(const struct verdict_condition *condition, const struct model_context *context)
{
	return verdict_text(_(condition->sentence), context);
}

char *verdict_measured(double figure, const struct verdict_tolerance *tolerance, const struct model_context *context)
{
	double tenths = figure * 10, told = round(tenths) / 10, bound = verdict_tolerance(tolerance->name, context);
	char *number, *text;

	if (tolerance->at_least ? figure < bound && told >= bound : figure > bound && told <= bound)
		told = (tolerance->at_least ? floor(tenths + 1e-6) : ceil(tenths - 1e-6)) / 10;
	number = number_shown(told + 0.0);
	text = xasprintf("%s\xc2\xa0%s", number, _(tolerance->unit));
	free(number);
	return text;
}

static void add_tolerance(struct strings *parts, const struct verdict_line *line,
	const struct verdict_tolerance *tolerance, const struct model_context *context)
{
	char *bound = number_shown(verdict_tolerance(tolerance->name, context)),
	     *of_unit = xasprintf("%s\xc2\xa0%s", bound, _(tolerance->unit)),
	     *asked = xasprintf(tolerance->at_least ? _("at least %s") : _("at most %s"), of_unit),
	     *is = line->condition->figure && line->answer.known
			   ? verdict_measured(line->answer.figure, tolerance, context)
			   : NULL;

	/* TRANSLATORS: a figure of a condition and what it is to be: "91 %, asked: at least 90 %" */
	strings_take(parts, is ? xasprintf(_("%s, asked: %s"), is, asked)
			       /* TRANSLATORS: what is allowed: "asked: at most 30 days" */
			       : xasprintf(_("asked: %s"), asked));
	free(is);
	free(asked);
	free(of_unit);
	free(bound);
}

static bool has_tolerance(const struct verdict_condition *condition, const struct verdict_tolerance *tolerance)
{
	const char *const texts[] = { condition->all, condition->shows, condition->fails };
	char *word = xasprintf("{%s}", tolerance->name);
	bool has = condition->tolerance && strcmp(condition->tolerance, tolerance->name) == 0;
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		has = has || (texts[i] && strstr(texts[i], word));
	free(word);
	return has;
}

char *verdict_told(const struct verdict_line *line, const struct model_context *context)
{
	char *sentence = verdict_asked(line->condition, context), *joined, *told;
	const struct verdict_tolerance *tolerance;
	struct strings parts = { 0 };
	size_t length, stop;

	for (tolerance = verdict_tolerances; tolerance->name; tolerance++)
		if (has_tolerance(line->condition, tolerance))
			add_tolerance(&parts, line, tolerance, context);
	if (!parts.count)
		return sentence;
	joined = strings_join(&parts, "; ");
	length = strlen(sentence);
	stop = length && sentence[length - 1] == '.';
	told = xasprintf("%.*s (%s)%s", (int)(length - stop), sentence, joined, stop ? "." : "");
	free(joined);
	free(sentence);
	strings_free(&parts);
	return told;
}

char *verdict_named(const char *text, const char *ref)
{
	const char *at = strstr(text, "%s");

	return at ? xasprintf("%.*s%s%s", (int)(at - text), text, ref, at + 2) : xstrdup(text);
}

char *verdict_to_do(const struct verdict_condition *condition, const char *ref, const struct model_context *context)
{
	char *text = verdict_text(_(condition->lacks), context),
	     /* TRANSLATORS: in place of a record's ref, where no one record is meant: "Give ... an owner" */
		*whole = verdict_named(text, ref ? ref : _("each record"));

	free(text);
	return whole;
}

char *verdict_step_text(const struct verdict_step *step)
{
	if (step->others >= VERDICT_OTHERS)
		/* TRANSLATORS: what to do of one record; more others than that lack the same */
		return xasprintf(_("%s (more than %d more)"), step->text, VERDICT_OTHERS - 1);
	if (step->others > 0)
		/* TRANSLATORS: what to do of one record, and how many others lack the same */
		return xasprintf(ngettext("%s (%lld more)", "%s (%lld more)", (unsigned long)step->others), step->text,
			(long long)step->others);
	return xstrdup(step->text);
}

char *verdict_title(const struct verdict_of_clause *of)
{
	const char *title = of->title ? of->title : "";

	if (of->said == VERDICT_NOT_ASSESSED || of->said >= of->computed || of->result != of->said)
		return xstrdup(title);
	/* TRANSLATORS: what a human says of a clause ("partly met") though the records show more; its title */
	return xasprintf(_("said %s: %s"), verdict_result_label(of->said), title);
}

char *verdict_said_text(const struct verdict_of_clause *of)
{
	const char *computed = verdict_result_label(of->computed),
		   *said = of->said == VERDICT_NOT_ASSESSED ? _("nothing") : verdict_result_label(of->said);
	char *part, *text;

	if (of->overrule)
		/* TRANSLATORS: how a clause stands: by the records, by what a person says, by judgement */
		return xasprintf(
			_("The records say: %s. Said: %s. An overrule that holds today lifts it to: %s; it is counted apart."),
			computed, said, verdict_result_label(of->result));
	if (of->carrier) {
		part = verdict_number(of->carrier->number);
		/* TRANSLATORS: how the first part of a clause stands by the records; what a person says of the whole clause; another part of it, and how that stands */
		text = xasprintf(
			_("The records say: %s. Said of the whole clause: %s, which %s carries: it is %s. Here the records count."),
			computed, said, part, verdict_result_label(of->carried));
		free(part);
		return text;
	}
	if (of->said == VERDICT_NOT_ASSESSED || of->said == of->computed)
		/* TRANSLATORS: how a clause stands: by the records, by what a person says */
		return xasprintf(_("The records say: %s. Said: %s."), computed, said);
	/* TRANSLATORS: how a clause stands: by the records, by what a person says */
	return xasprintf(_("The records say: %s. Said: %s. The lower of the two counts."), computed, said);
}

char *verdict_share(const struct verdict *verdict, const struct verdict_of_clause *of)
{
	size_t met = 0, asked = 0, i;

	for (i = of->first; i < of->first + of->count; i++) {
		met += verdict->lines[i].outcome == OUTCOME_MET;
		asked += verdict->lines[i].outcome != OUTCOME_NOT_ASKED;
	}
	/* Where nothing is recorded, what holds of nothing is no part of the way. */
	return asked && of->computed != VERDICT_NOT_ASSESSED ? xasprintf("%zu/%zu", met, asked) : xstrdup("-");
}

const char *verdict_ref_name(const char *ref)
{
	const char *colon = strncmp(ref, "soa:", 4) == 0 ? strrchr(ref, ':') : NULL;

	return colon ? colon + 1 : ref;
}

int64_t verdict_shown(const struct verdict_line *line)
{
	const int64_t *counts = line->answer.counts;
	enum verdict_count by = verdict_shown_by(line);

	if (line->condition->shows || by == COUNT_UNLESS)
		return counts[by] > 0 && !(line->answer.some & 1U << by) ? counts[by] : 0;
	if (counts[COUNT_ALL] < 0 || line->answer.some)
		return 0;
	return counts[COUNT_ALL] - (counts[COUNT_FAILS] > 0 ? counts[COUNT_FAILS] : 0);
}

bool verdict_whole(const struct verdict *verdict)
{
	return verdict->judged;
}

bool verdict_yes(const struct verdict *verdict)
{
	return verdict->judged && verdict->clause_count && !verdict->overruled &&
	       verdict->results[VERDICT_MET] == verdict->clause_count;
}

char *verdict_soa_text(struct store *store, int64_t *id, struct error *error)
{
	struct record *statement = NULL;
	struct strings otherwise = { 0 };
	struct date day;
	char *date, *reasons, *text = NULL;

	if (!soa_last_issued(store, &statement, error))
		return NULL;
	if (id)
		*id = statement ? statement->id : 0;
	if (!statement)
		return xstrdup(_("No Statement of Applicability is issued."));
	date = date_parse(record_get(statement, "date"), &day) ? date_format_long(&day) : xstrdup("-");
	reasons = store_validity(store, statement, &otherwise, error) ? strings_join(&otherwise, " ") : NULL;
	if (reasons && !otherwise.count)
		/* TRANSLATORS: the version of an issued SoA, its ref, its day */
		text = xasprintf(_("Version %s (%s), issued on %s: valid."), record_get(statement, "version"),
			statement->ref, date);
	else if (reasons)
		/* TRANSLATORS: the version of an issued SoA, its ref, its day; sentences that say why */
		text = xasprintf(_("Version %s (%s), issued on %s: not valid. %s"), record_get(statement, "version"),
			statement->ref, date, reasons);
	free(reasons);
	free(date);
	strings_free(&otherwise);
	record_free(statement);
	return text;
}
