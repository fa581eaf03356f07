/* Whether the SoA is fit to be issued: its lines, the assessment on which it rests, who approves it.  All that hinders is told at once. */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"

/* ---- lines ---- */

static bool add_ref(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

/* Lines whose reason is a risk, while no risk of the register that stands today names the control. */
static bool find_riskless(struct store *store, enum soa_part part, struct strings *refs, struct error *error)
{
	struct query *query = query_soa(store_context(store), part);
	bool ok = query_parse(
			  query, store_context(store), "applicable=yes reasons=risk risks!(standing=current)", error) &&
		  store_each(store, query, NULL, 0, add_ref, refs, error);

	query_free(query);
	return ok;
}

struct looking {
	struct soa_missing_list *list;
	struct strings riskless;
};

static bool look_at(void *user, const struct row *row)
{
	struct looking *looking = user;
	struct soa_missing_list *list = looking->list;
	const char *applicable = row->cells[0].value;
	struct soa_missing *missing;
	enum soa_gap gap;

	if (!applicable)
		gap = GAP_UNDECIDED;
	else if (strcmp(applicable, "yes") == 0 && !row->cells[1].value)
		gap = GAP_REASON;
	else if (strcmp(applicable, "no") == 0 && !row->cells[2].value)
		gap = GAP_JUSTIFICATION;
	else if (strings_contain(&looking->riskless, row->ref))
		gap = GAP_RISK;
	else
		return true;
	list->items = xreallocarray(list->items, list->count + 1, sizeof *list->items);
	missing = &list->items[list->count++];
	*missing = (struct soa_missing){ row->id, xstrdup(row->cells[3].text), xstrdup(row->cells[4].text), gap };
	return true;
}

bool issue_missing(struct store *store, struct soa_missing_list *list, struct error *error)
{
	static const char *const columns[] = { "applicable", "reasons", "justification", "control.number", "control" };
	static const enum soa_part parts[] = { SOA_REFERENCE, SOA_OWN };
	struct looking looking = { .list = list };
	bool ok = true;
	size_t i;

	memset(list, 0, sizeof *list);
	for (i = 0; ok && i < 2; i++) {
		struct query *query = query_soa(store_context(store), parts[i]);

		query_sort(query, "ref", NULL);
		ok = find_riskless(store, parts[i], &looking.riskless, error) &&
		     store_each(store, query, columns, 5, look_at, &looking, error);
		query_free(query);
		strings_free(&looking.riskless);
	}
	if (!ok)
		issue_missing_free(list);
	return ok;
}

void issue_missing_free(struct soa_missing_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		free(list->items[i].number);
		free(list->items[i].title);
	}
	free(list->items);
	memset(list, 0, sizeof *list);
}

const char *issue_gap_label(enum soa_gap gap)
{
	return gap == GAP_UNDECIDED       ? _("not decided")
	       : gap == GAP_REASON        ? _("included without a reason")
	       : gap == GAP_JUSTIFICATION ? _("excluded without a justification")
					  : _("included for a risk, and no current risk names it");
}

const char *issue_gap_field(enum soa_gap gap)
{
	return gap == GAP_UNDECIDED ? "applicable" : gap == GAP_JUSTIFICATION ? "justification" : "reasons";
}

/* "not decided: A.5.1, A.5.2; included without a reason: A.6.1" */
static void tell_lines(const struct soa_missing_list *list, struct buffer *text)
{
	enum soa_gap gap;

	for (gap = 0; gap < GAPS; gap++) {
		struct strings numbers = { 0 };
		char *joined;
		size_t i;

		for (i = 0; i < list->count; i++)
			if (list->items[i].gap == gap)
				strings_add(&numbers, list->items[i].number);
		joined = strings_join(&numbers, ", ");
		if (numbers.count && text->length)
			buffer_add(text, _("; "));
		if (numbers.count)
			buffer_printf(text, _("%s: %s"), issue_gap_label(gap), joined);
		free(joined);
		strings_free(&numbers);
	}
}

/* ---- refusals ---- */

/* Takes the sentence. */
static void add_refusal(struct issue_refusals *refusals, const char *field, char *sentence)
{
	refusals->items = xreallocarray(refusals->items, refusals->count + 1, sizeof *refusals->items);
	refusals->items[refusals->count++] = (struct issue_refusal){ field, sentence };
}

bool issue_refuse(struct issue_refusals *refusals, const char *field, struct error *why, struct error *error)
{
	if (why->kind != ERROR_INVALID) {
		error_move(error, why);
		return false;
	}
	add_refusal(refusals, field, error_text(why));
	error_clear(why);
	return true;
}

bool issue_refused(const struct issue_refusals *refusals, struct error *error)
{
	const char *field = refusals->count ? refusals->items[0].field : NULL;
	struct buffer lines = { 0 }, text = { 0 };
	size_t i;

	if (!refusals->lines.count && !refusals->count)
		return false;
	if (refusals->lines.count) {
		tell_lines(&refusals->lines, &lines);
		/* TRANSLATORS: what is missing, and on which lines: "not decided: A.5.1, A.5.2; included without a reason: A.6.1" */
		buffer_printf(&text, _("The SoA cannot be issued yet: %s."), lines.data);
		field = NULL;
	}
	for (i = 0; i < refusals->count; i++)
		buffer_printf(&text, "%s%s", text.length ? " " : "", refusals->items[i].sentence);
	if (field)
		error_set_field(error, ERROR_INVALID, field, "%s", text.data);
	else
		error_set(error, ERROR_INVALID, "%s", text.data);
	buffer_free(&lines);
	buffer_free(&text);
	return true;
}

void issue_refusals_free(struct issue_refusals *refusals)
{
	size_t i;

	issue_missing_free(&refusals->lines);
	for (i = 0; i < refusals->count; i++)
		free(refusals->items[i].sentence);
	free(refusals->items);
	memset(refusals, 0, sizeof *refusals);
}

/* ---- the assessment ---- */

struct closed {
	struct store *store;
	const char *day;            /* of the issue: what is dated later has not been */
	const struct record *since; /* the version before; NULL: none */
	char *ref;                  /* of the one that was found */
};

/* Closed later by the journal, or dated later: a file is often begun with what happened before it. */
static bool look_at_closed(void *user, const struct row *row)
{
	struct closed *closed = user;
	const char *date = row->cells[0].value, *seal = row->cells[1].value;
	const char *issued = closed->since ? record_get(closed->since, "date") : NULL,
		   *head = closed->since ? record_get(closed->since, "seal") : NULL;
	bool later = date && issued && strcmp(date, issued) > 0,
	     closed_later = seal && head && store_head_after(closed->store, seal, head);

	if (!date || strcmp(date, closed->day) > 0 || (closed->since && !later && !closed_later))
		return true;
	free(closed->ref);
	closed->ref = xstrdup(row->ref);
	return true;
}

/* The last assessment that was closed since that version; *ref is NULL where none was.  False: error. */
static bool find_closed(
	struct store *store, const char *day, const struct record *since, char **ref, struct error *error)
{
	static const char *const columns[] = { "date", "seal" };
	struct query *query = query_new(register_find("assessment"));
	struct closed closed = { store, day, since, NULL };
	bool ok;

	query_add(query, "status", OP_EQUAL, "closed");
	query_sort(query, "ref", NULL);
	ok = store_each(store, query, columns, 2, look_at_closed, &closed, error);
	query_free(query);
	*ref = closed.ref;
	return ok;
}

static bool judge_assessment(struct store *store, const struct record *statement, const struct record *before,
	struct issue_refusals *refusals, struct error *error)
{
	const char *without = record_get(statement, "without_assessment");
	char *ref = NULL;

	if (!find_closed(store, record_get(statement, "date"), before, &ref, error))
		return false;
	if (ref && without)
		add_refusal(refusals, "without_assessment",
			xasprintf(
				_("The assessment %s is closed and new: leave the reason out for which the SoA would be issued without one."),
				ref));
	else if (!ref && !without && before)
		add_refusal(refusals, "without_assessment",
			xasprintf(
				_("No assessment of the risks was closed since version %s of the SoA was issued: close one, or give the reason for which it is issued without one."),
				record_get(before, "version")));
	else if (!ref && !without)
		add_refusal(refusals, "without_assessment",
			xstrdup(_(
				"No assessment of the risks is closed: close one, or give the reason for which the SoA is issued without one.")));
	free(ref);
	return true;
}

/* ---- the approver ---- */

struct told {
	struct store *store;
	struct buffer text;
};

static bool add_role(void *user, const struct row *row)
{
	struct told *told = user;
	struct buffer *text = &told->text;
	char *holders =
		row->cells[1].value ? store_references(told->store, row->cells[1].value, REFERENCE_READ, ", ") : NULL;
	struct date day;
	char *since = row->cells[2].value && date_parse(row->cells[2].value, &day) ? date_format_locale(&day) : NULL;

	buffer_add(text, text->length ? _("; ") : "");
	if (holders && since)
		/* TRANSLATORS: a role, its ref and title; the people who hold it; the day since which they do */
		buffer_printf(text, _("%s %s, held by %s since %s"), row->ref, row->cells[0].text, holders, since);
	else if (holders)
		buffer_printf(
			text, _("%s %s, held by %s, it is not said since when"), row->ref, row->cells[0].text, holders);
	else
		buffer_printf(text, _("%s %s, held by nobody"), row->ref, row->cells[0].text);
	free(holders);
	free(since);
	return true;
}

/* Which roles are general management, and what such a role has; the caller frees.  NULL: error. */
static char *management_told(struct store *store, struct error *error)
{
	static const char *const columns[] = { "title", "holders", "assigned" };
	struct query *query = query_new(register_find("role"));
	struct told roles = { .store = store };
	char *text = NULL;

	query_add(query, "management", OP_EQUAL, "yes");
	query_sort(query, "ref", NULL);
	if (store_each(store, query, columns, 3, add_role, &roles, error))
		text = roles.text.length
			       ? xasprintf(
					 _("Of general management is: %s. Such a role has its mark (management), its people (holders) and the day from which they hold it (assigned)."),
					 roles.text.data)
			       : xstrdup(_(
					 "No role has the mark of general management yet: the approver's role gets it (management), with its people (holders) and the day from which they hold it (assigned)."));
	query_free(query);
	buffer_free(&roles.text);
	return text;
}

static bool judge_approver(
	struct store *store, const struct record *statement, struct issue_refusals *refusals, struct error *error)
{
	const struct field_def *field = register_field(statement->def, "management");
	const char *approver = record_get(statement, "approver");
	char *told, *name, *shown;
	struct date day;
	bool yes;

	if (!approver)
		return true;
	if (!store_answers(store, statement, field, &yes, error))
		return false;
	if (yes)
		return true;
	told = management_told(store, error);
	if (!told)
		return false;
	name = store_title(store, approver);
	shown = date_parse(record_get(statement, "date"), &day) ? date_format_locale(&day) : xstrdup("");
	/* TRANSLATORS: the approver, the day of the issue, and which roles are general management */
	add_refusal(refusals, "approver",
		xasprintf(_("%s held no role of general management on %s, and cannot approve the SoA. %s"), name, shown,
			told));
	free(name);
	free(shown);
	free(told);
	return true;
}

bool issue_judge(struct store *store, const struct record *statement, const struct record *before,
	struct issue_refusals *refusals, struct error *error)
{
	return judge_assessment(store, statement, before, refusals, error) &&
	       judge_approver(store, statement, refusals, error);
}

/* ---- before anybody answers ---- */

/* Whether somebody could approve it today. */
static bool judge_anybody(struct store *store, struct issue_refusals *refusals, struct error *error)
{
	struct query *query = query_new(register_find("person"));
	int64_t count = -1;
	char *told = NULL;

	if (query_parse(
		    query, store_context(store), "roles(management=yes assigned<=today ended= or ended>=today)", error))
		count = store_count(store, query, error);
	query_free(query);
	if (count == 0) {
		told = management_told(store, error);
		if (told)
			add_refusal(refusals, "approver", told);
	}
	return count > 0 || told;
}

bool issue_hindered(struct store *store, struct issue_refusals *refusals, struct error *error)
{
	struct record *statement = record_new(register_find("statement"), store_context(store)->time_zone),
		      *before = NULL;
	struct date today = environment_today(store_context(store)->time_zone);
	char day[11];
	bool ok;

	memset(refusals, 0, sizeof *refusals);
	date_format(&today, day);
	record_set(statement, "date", day);
	ok = issue_missing(store, &refusals->lines, error) && soa_last_issued(store, &before, error) &&
	     judge_assessment(store, statement, before, refusals, error) && judge_anybody(store, refusals, error);
	record_free(before);
	record_free(statement);
	if (!ok)
		issue_refusals_free(refusals);
	return ok;
}
