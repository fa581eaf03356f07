/* Rules over several fields of one record, register by register: what a state asks for before it is true. */
#include <string.h>

#include "model/field_type.h"
#include "model/rules.h"

static bool is(const struct record *record, const char *field, const char *value)
{
	const char *held = record_get(record, field);

	return held && strcmp(held, value) == 0;
}

/* The first of the named fields that is empty; NULL: all are filled. */
static const char *first_empty(const struct record *record, const char *const *fields)
{
	for (; *fields; fields++)
		if (!record_get(record, *fields))
			return *fields;
	return NULL;
}

const char *scope_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (is(record, "included", "no") && !record_get(record, "justification")) {
		*field = "justification";
		return _("What is left out of the scope needs a justification.");
	}
	return NULL;
}

const char *issue_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (is(record, "topic", "climate") && record_get(record, "relevant") && !record_get(record, "reason")) {
		*field = "reason";
		return _("Whether climate change matters is determined with its reason.");
	}
	return NULL;
}

const char *decision_check(const struct record *record, const struct model_context *context, const char **field)
{
	static const char *const needed[] = { "date", "signatory", "function", "text", NULL };

	(void)context;
	if (is(record, "status", "decided") && (*field = first_empty(record, needed)))
		return _("A decision has its text, its day, and who took it in which function.");
	if (is(record, "status", "withdrawn") && !record_get(record, "withdrawal")) {
		*field = "withdrawal";
		return _("What is withdrawn needs the reason.");
	}
	return NULL;
}

const char *policy_check(const struct record *record, const struct model_context *context, const char **field)
{
	static const char *const needed[] = { "text", "signatory", "function", "signed", NULL };

	(void)context;
	if ((is(record, "status", "signed") || is(record, "status", "force")) && (*field = first_empty(record, needed)))
		return _("A signed policy has its text, who signed it in which function, and the day.");
	if (is(record, "status", "withdrawn") && !record_get(record, "withdrawal")) {
		*field = "withdrawal";
		return _("What is withdrawn needs the reason.");
	}
	return NULL;
}

const char *acceptance_check(const struct record *record, const struct model_context *context, const char **field)
{
	static const char *const needed[] = { "level", "owner", "date", "expiry", NULL };
	const char *date = record_get(record, "date"), *expiry = record_get(record, "expiry");

	(void)context;
	if (is(record, "status", "accepted") && is(record, "kind", "residual") && (*field = first_empty(record, needed)))
		return _("An acceptance has the level, who accepts, the day and the day on which it expires.");
	if (is(record, "status", "accepted") && (*field = first_empty(record, needed + 1)) && strcmp(*field, "expiry") != 0)
		return _("An approval has who approves and the day.");
	*field = NULL;
	if (date && expiry && strcmp(expiry, date) <= 0) {
		*field = "expiry";
		return _("It cannot expire before it was given.");
	}
	if (is(record, "status", "withdrawn") && !record_get(record, "withdrawal")) {
		*field = "withdrawal";
		return _("What is withdrawn needs the reason.");
	}
	return NULL;
}

const char *exception_check(const struct record *record, const struct model_context *context, const char **field)
{
	static const char *const needed[] = { "reason", "compensation", "approver", "approved", "expiry", NULL };
	const char *approved = record_get(record, "approved"), *expiry = record_get(record, "expiry");

	(void)context;
	if (is(record, "status", "approved") && (*field = first_empty(record, needed)))
		return _("An approved exception has its reason, what compensates, who approved it, the day and the day on which it expires.");
	*field = NULL;
	if (approved && expiry && strcmp(expiry, approved) <= 0) {
		*field = "expiry";
		return _("It cannot expire before it was given.");
	}
	return NULL;
}

const char *evidence_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *date = record_get(record, "date"), *until = record_get(record, "until");

	(void)context;
	if (date && until && strcmp(until, date) < 0) {
		*field = "until";
		return _("Evidence cannot end before the fact that it shows.");
	}
	return NULL;
}

/* The headings of both editions of ISO/IEC 27001; 9.2 and 9.3 have sub-clauses since 2022. */
void requirement_derive(struct record *record, const struct model_context *context)
{
	static const char *const headings[] = { "4", "5", "6", "7", "8", "9", "10", "6.1", "7.5", "9.2", "9.3" };
	const char *number = record_get(record, "number"), *catalogue = record_get(record, "catalogue"), *last;
	bool older = catalogue && strstr(catalogue, "2013");
	const char *rank = "clause";
	size_t i;

	(void)context;
	if (!number)
		return;
	last = strrchr(number, '.');
	if (last && last[1] >= 'a' && last[1] <= 'z')
		rank = "item";
	for (i = 0; i < sizeof headings / sizeof headings[0] - (older ? 2 : 0); i++)
		if (strcmp(headings[i], number) == 0)
			rank = "heading";
	record_set(record, "rank", rank);
}
