/* The clauses that are judged, in the order of the standard, and what an organisation may tighten. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/verdict.h"

/*
 * The order: scope, assets, method, threshold, assessment, treatment, SoA, plan, acceptance; policy,
 * objectives, indicators, analysis; programme, audit, findings, nonconformities; all of it before the review.
 */
const struct verdict_clause verdict_clauses[] = {
	{ "4.1", "4.1", "4.1", 1, 1 },
	{ "4.2", "4.2", "4.2", 1, 2 },
	{ "4.3", "4.3", "4.3", 1, 3 },
	{ "4.4", "4.4", "4.4", 1, 9 },
	{ "5.1", "5.1", "5.1", 0, 5 },
	{ "5.2", "5.2", "5.2", 1, 6 },
	{ "5.3", "5.3", "5.3", 1, 4 },
	{ "6.1.1", "6.1.1", "6.1.1", 0, 8 },
	{ "6.1.2", "6.1.2", "6.1.2", 1, 7 },
	{ "6.1.3.a-c", "6.1.3", "6.1.3", 1, 10 },
	{ "6.1.3.d", "6.1.3.d", "6.1.3.d", 1, 11 },
	{ "6.1.3.e", "6.1.3.e", "6.1.3.e", 1, 12 },
	{ "6.1.3.f", "6.1.3.f", "6.1.3.f", 1, 13 },
	{ "6.2", "6.2", "6.2", 1, 14 },
	{ "6.3", "6.3", NULL, 0, 22 },
	{ "7.1", "7.1", "7.1", 0, 15 },
	{ "7.2", "7.2", "7.2", 0, 16 },
	{ "7.3", "7.3", "7.3", 0, 17 },
	{ "7.4", "7.4", "7.4", 0, 18 },
	{ "7.5.1", "7.5.1", "7.5.1", 1, 19 },
	{ "7.5.2", "7.5.2", "7.5.2", 1, 20 },
	{ "7.5.3", "7.5.3", "7.5.3", 1, 21 },
	{ "8.1", "8.1", "8.1", 0, 23 },
	{ "8.2", "8.2", "8.2", 0, 24 },
	{ "8.3", "8.3", "8.3", 0, 25 },
	{ "9.1", "9.1", "9.1", 0, 26 },
	{ "9.2.1", "9.2.1", "9.2", 0, 28 },
	{ "9.2.2", "9.2.2", "9.2", 0, 27 },
	{ "9.3.1", "9.3.1", "9.3", 0, 31 },
	{ "9.3.2", "9.3.2", "9.3", 0, 32 },
	{ "9.3.3", "9.3.3", "9.3", 0, 33 },
	{ "10.1", "10.1", "10.2", 0, 30 },
	{ "10.2", "10.2", "10.1", 0, 29 },
	{ .requirement = NULL },
};

const struct verdict_tolerance verdict_tolerances[] = {
	{ "party_kinds", N_("Kinds of interested parties looked at"), N_("kinds"), 3, true },
	{ "processes_checked", N_("Processes of the ISMS that a check follows"), "%", 50, true },
	{ "acknowledged", N_("People who acknowledged the policy in force"), "%", 80, true },
	{ "awareness", N_("People reached by awareness within the months that count"), "%", 90, true },
	{ "newcomers", N_("Days in which a newcomer is briefed"), N_("days"), 30, false },
	{ "overdue_documents", N_("Days that a document may stand past its review"), N_("days"), 60, false },
	{ "executed", N_("Checks carried out of those that were due"), "%", 90, true },
	{ "passed", N_("Checks passed of those carried out"), "%", 80, true },
	{ "late_treatment", N_("Days that an action of treatment may be late"), N_("days"), 90, false },
	{ "treatment_done", N_("Actions of treatment done of those that were due"), "%", 75, true },
	{ "reassessed", N_("Days within which a change or a grave incident is followed by an assessment of risks"),
		N_("days"), 30, false },
	{ "rerated", N_("Days within which a risk is rated again once its actions are done"), N_("days"), 30, false },
	{ "change_recorded",
		N_("Days between what became another in the ISMS and the recorded change that it belongs to"),
		N_("days"), 30, false },
	{ "measured", N_("Indicators measured in their period"), "%", 90, true },
	{ "audit_reported", N_("Days in which an audit is reported"), N_("days"), 30, false },
	{ "answered_nonconformity", N_("Days in which a nonconformity has its correction, its cause and its actions"),
		N_("days"), 30, false },
	{ "open_nonconformity", N_("Days that a nonconformity may stay open"), N_("days"), 180, false },
	{ "shared_exclusions", N_("Controls that one text of exclusion may serve"), N_("controls"), 3, false },
	{ "budget_planned", N_("Budget of open actions of the budget of the year"), "%", 100, false },
	{ "proven", N_("Months of operation shown before certification"), N_("months"), 3, true },
	{ "review_after_audit", N_("Days by which the review may lie before the audit"), N_("days"), 0, false },
	{ .label = NULL },
};

const struct verdict_tolerance *verdict_tolerance_find(const char *name)
{
	const struct verdict_tolerance *tolerance;

	for (tolerance = verdict_tolerances; tolerance->name; tolerance++)
		if (strcmp(tolerance->name, name) == 0)
			return tolerance;
	return NULL;
}

bool verdict_stricter(const struct verdict_tolerance *tolerance, double value)
{
	return tolerance->at_least ? value >= tolerance->value : value <= tolerance->value;
}

static char *trimmed(const char *text, size_t length)
{
	while (length && strchr(" \t", *text)) {
		text++;
		length--;
	}
	while (length && strchr(" \t", text[length - 1]))
		length--;
	return xstrndup(text, length);
}

/* The next line of the organisation's own, NAME=VALUE; both to be freed.  False: the text is at its end. */
static bool next_line(const char **text, char **name, char **value)
{
	const char *line, *sign;
	size_t length;

	*text += strspn(*text, " \t\r\n");
	if (!**text)
		return false;
	line = *text;
	length = strcspn(line, "\r\n");
	*text += length;
	sign = memchr(line, '=', length);
	*name = trimmed(line, sign ? (size_t)(sign - line) : length);
	*value = sign ? trimmed(sign + 1, (size_t)(line + length - sign - 1)) : xstrdup("");
	return true;
}

double verdict_tolerance(const char *name, const struct model_context *context)
{
	const struct verdict_tolerance *tolerance = verdict_tolerance_find(name);
	const char *text = context && context->tolerances ? context->tolerances : "";
	double result = tolerance ? tolerance->value : 0, asked;
	char *other, *value;

	while (tolerance && next_line(&text, &other, &value)) {
		if (strcmp(other, name) == 0 && number_parse_real(value, &asked) && verdict_stricter(tolerance, asked))
			result = asked;
		free(other);
		free(value);
	}
	if (context && strcmp(name, "proven") == 0 && context->proven > result)
		result = context->proven;
	return result;
}

const char *verdict_tolerances_wrong(const char *text)
{
	static char sentence[400];
	const struct verdict_tolerance *tolerance;
	char *name, *value;
	double asked;

	*sentence = 0;
	while (text && !*sentence && next_line(&text, &name, &value)) {
		tolerance = verdict_tolerance_find(name);
		if (!tolerance)
			snprintf(sentence, sizeof sentence,
				_("The verdict knows no tolerance %.40s; write lines such as awareness=95."), name);
		else if (!number_parse_real(value, &asked) || asked < 0)
			snprintf(sentence, sizeof sentence, _("%s is followed by = and a number, as %s=%g."), name,
				name, tolerance->value);
		else if (!verdict_stricter(tolerance, asked))
			snprintf(sentence, sizeof sentence,
				tolerance->at_least ? _("%s may be made stricter only: %g or more.")
						    : _("%s may be made stricter only: %g or less."),
				name, tolerance->value);
		free(name);
		free(value);
	}
	return *sentence ? sentence : NULL;
}
