/*
 * Issuing the SoA.  What is issued is the document that export gives, kept
 * whole: it can be read, compared and exported again as it was, whatever the file
 * becomes.
 */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"

/* ---- what is missing ---- */

static bool look_at(void *user, const struct row *row)
{
	struct soa_missing_list *list = user;
	const char *applicable = row->cells[0].value;
	struct soa_missing *missing;
	enum soa_gap gap;

	if (!applicable)
		gap = GAP_UNDECIDED;
	else if (strcmp(applicable, "yes") == 0 && !row->cells[1].value)
		gap = GAP_REASON;
	else if (strcmp(applicable, "no") == 0 && !row->cells[2].value)
		gap = GAP_JUSTIFICATION;
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
	bool ok = true;
	size_t i;

	memset(list, 0, sizeof *list);
	for (i = 0; ok && i < 2; i++) {
		struct query *query = query_soa(store_context(store), parts[i]);

		query_sort(query, "ref", NULL);
		ok = store_each(store, query, columns, 5, look_at, list, error);
		query_free(query);
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
	return gap == GAP_UNDECIDED ? _("not decided")
	       : gap == GAP_REASON  ? _("included without a reason")
				    : _("excluded without a justification");
}

const char *issue_gap_field(enum soa_gap gap)
{
	return gap == GAP_UNDECIDED ? "applicable" : gap == GAP_REASON ? "reasons" : "justification";
}

static bool is_whole(struct store *store, struct error *error)
{
	struct soa_missing_list list;
	struct buffer sentence = { 0 };
	enum soa_gap gap;
	bool ok;

	if (!issue_missing(store, &list, error))
		return false;
	ok = list.count == 0;
	for (gap = GAP_UNDECIDED; gap <= GAP_JUSTIFICATION; gap++) {
		struct strings numbers = { 0 };
		char *joined;
		size_t i;

		for (i = 0; i < list.count; i++)
			if (list.items[i].gap == gap)
				strings_add(&numbers, list.items[i].number);
		joined = strings_join(&numbers, ", ");
		if (numbers.count && sentence.length)
			buffer_add(&sentence, "; ");
		if (numbers.count)
			buffer_printf(&sentence, _("%s: %s"), issue_gap_label(gap), joined);
		free(joined);
		strings_free(&numbers);
	}
	if (!ok)
		/* TRANSLATORS: what is missing, and on which lines: "not decided: A.5.1, A.5.2; included without a reason: A.6.1" */
		error_set(error, ERROR_INVALID, _("The SoA cannot be issued yet: %s."), sentence.data);
	buffer_free(&sentence);
	issue_missing_free(&list);
	return ok;
}

/* ---- the scope in words ---- */

struct scope_text {
	struct buffer in, out;
};

static bool add_part(void *user, const struct row *row)
{
	struct scope_text *scope = user;
	bool out = row->cells[2].value && strcmp(row->cells[2].value, "no") == 0;
	struct buffer *text = out ? &scope->out : &scope->in;

	buffer_printf(text, "\n- %s (%s)", row->cells[0].text, row->cells[1].text);
	if (out && row->cells[3].value)
		buffer_printf(text, ": %s", row->cells[3].value);
	return true;
}

/* What the organisation says of its scope, and the parts of the register `scope`.  False: error. */
static bool set_scope(struct store *store, struct record *statement, struct error *error)
{
	static const char *const columns[] = { "title", "kind", "included", "justification" };
	struct record *organisation = store_organisation(store, error);
	struct query *query = query_new(register_find("scope"));
	struct scope_text parts = { 0 };
	struct buffer text = { 0 };
	const char *said = organisation ? record_get(organisation, "scope") : NULL,
		   *left_out = organisation ? record_get(organisation, "exclusions") : NULL;
	bool ok = organisation && store_each(store, query, columns, 4, add_part, &parts, error);

	query_free(query);
	if (said)
		buffer_add(&text, said);
	if (parts.in.length)
		buffer_printf(&text, "%s%s%s", text.length ? "\n" : "", _("In the scope:"), parts.in.data);
	if (left_out)
		buffer_printf(&text, "%s%s %s", text.length ? "\n" : "", _("Exclusions:"), left_out);
	if (parts.out.length)
		buffer_printf(
			&text, "%s%s%s", text.length ? "\n" : "", _("Left out, with the reason:"), parts.out.data);
	buffer_free(&parts.in);
	buffer_free(&parts.out);
	record_free(organisation);
	record_set(statement, "scope", text.data);
	buffer_free(&text);
	return ok;
}

/* ---- versions ---- */

struct record *issue_last(struct store *store)
{
	struct record *last;

	soa_last_issued(store, &last, NULL);
	return last;
}

char *issue_next_version(struct store *store)
{
	struct record *last = issue_last(store);
	const char *version = last ? record_get(last, "version") : NULL,
		   *digits = version ? version + strlen(version) : NULL;
	char *next = NULL;
	int64_t number;

	while (digits && digits > version && digits[-1] >= '0' && digits[-1] <= '9')
		digits--;
	if (digits && *digits && number_parse_integer(digits, &number))
		next = xasprintf("%.*s%lld", (int)(digits - version), version, (long long)number + 1);
	record_free(last);
	return next ? next : xstrdup(version ? "" : "1.0");
}

static bool version_is_new(struct store *store, const char *version, struct error *error)
{
	struct query *query = query_new(register_find("statement"));
	int64_t count;

	query_add(query, "version", OP_EQUAL, version);
	count = store_count(store, query, error);
	query_free(query);
	return count == 0 || (count > 0 && error_set_field(error, ERROR_INVALID, "version",
						   _("Version %s was issued already."), version));
}

/* ---- what changed ---- */

struct changes {
	struct buffer text;
	const struct model_context *context;
	const char *control; /* the one told of last */
};

/* "status: planned, now implemented"; of long texts only that they changed. */
static void add_difference(
	void *user, const struct soa_document_line *line, const char *name, const char *was, const char *is, char kind)
{
	struct changes *changes = user;
	const struct register_def *def = register_find("applicability");
	const struct field_def *field = NULL;
	const char *title = line->title_fr && strcmp(changes->context->language, "fr") == 0 ? line->title_fr
											    : line->title,
		   *colon = strchr(line->control, ':');
	bool plain;
	char *before, *now;

	if (!changes->control || strcmp(changes->control, line->control) != 0)
		buffer_printf(&changes->text, "%s%s %s", changes->text.length ? "\n" : "",
			strncmp(line->control, "own:", 4) == 0 || !colon ? line->control : colon + 1,
			title ? title : "");
	changes->control = line->control;
	if (kind != '~') {
		buffer_printf(&changes->text, ": %s", kind == '+' ? _("new") : _("no longer there"));
		return;
	}
	field = register_field(def, strcmp(name, "risk") == 0     ? "risks"
				    : strcmp(name, "action") == 0 ? "actions"
								  : name);
	buffer_printf(&changes->text, "\n  %s: ", _(field->label));
	plain = !field_is_reference(field) && strcmp(name, "reasons") != 0;
	if (field->type->editor == EDIT_TEXT) {
		buffer_add(&changes->text, !was ? _("written") : !is ? _("taken away") : _("changed"));
		return;
	}
	before = !was ? xstrdup(_("(empty)")) : plain ? field_format(field, changes->context, was) : xstrdup(was);
	now = !is ? xstrdup(_("(empty)")) : plain ? field_format(field, changes->context, is) : xstrdup(is);
	/* TRANSLATORS: what a field held in the version before, what it holds now */
	buffer_printf(&changes->text, _("%s, now %s"), before, now);
	free(before);
	free(now);
}

int64_t issue_changes(struct store *store, const struct record *statement, char **text, struct error *error)
{
	struct changes changes = { .context = store_context(store) };
	int64_t count = soa_changed_since(store, statement, text ? add_difference : NULL, &changes, error);

	if (text)
		*text = count >= 0 ? buffer_take(&changes.text) : NULL;
	buffer_free(&changes.text);
	return count;
}

/* ---- issuing ---- */

static bool set_count(
	struct store *store, struct record *statement, const char *field, const char *filter, struct error *error)
{
	struct query *query = query_soa(store_context(store), SOA_REFERENCE);
	int64_t count = query_parse(query, store_context(store), filter, error) ? store_count(store, query, error) : -1;
	char *text = xasprintf("%lld", (long long)count);

	record_set(statement, field, text);
	free(text);
	query_free(query);
	return count >= 0;
}

static bool fill(struct store *store, struct action *action, const struct issue_options *options,
	struct record *statement, struct error *error)
{
	const struct {
		const char *field, *text;
		bool needed;
	} given[] = {
		{ "version", options->version, true },
		{ "date", options->date, false },
		{ "approver", options->approver, true },
		{ "function", options->function, true },
		{ "copy", options->copy, false },
	};
	size_t i;

	for (i = 0; i < sizeof given / sizeof given[0]; i++) {
		const struct field_def *field = register_field(statement->def, given[i].field);
		char *value = NULL;
		bool ok = !given[i].text || app_parse_value(store, action, field, given[i].text, &value, error);

		if (ok && value)
			record_set(statement, field->name, value);
		free(value);
		if (!ok)
			return false;
		if (given[i].needed && !record_get(statement, field->name))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must not be empty."), _(field->label));
	}
	return version_is_new(store, record_get(statement, "version"), error);
}

static bool supersede(struct action *action, struct record *before, const char *date, struct error *error)
{
	const char *earlier = record_get(before, "date");

	if (earlier && strcmp(date, earlier) < 0)
		return error_set_field(error, ERROR_INVALID, "date",
			_("The version before was issued on %s; a later one cannot bear an earlier date."), earlier);
	record_set(before, "status", "superseded");
	return action_set(action, NULL, before, error);
}

bool app_issue_soa(struct store *store, const struct issue_options *options, char **ref, struct error *error)
{
	const struct register_def *def = register_find("statement");
	struct record *before = NULL, *statement;
	struct buffer document = { 0 };
	struct action *action;
	struct date today = environment_today(store_context(store)->time_zone);
	char day[11], *text = NULL;
	bool ok;

	*ref = NULL;
	if (!store_context(store)->catalogue_ref)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	action = action_begin(store, "issue", error);
	if (!action)
		return false;
	statement = record_new(def, store_context(store)->time_zone);
	date_format(&today, day);
	record_set(statement, "date", day);
	record_set(statement, "status", "issued");
	record_set(statement, "catalogue", store_context(store)->catalogue_ref);
	ok = is_whole(store, error) && fill(store, action, options, statement, error) &&
	     soa_document_now(store, &document, error) && soa_last_issued(store, &before, error);
	if (ok && before)
		ok = issue_changes(store, before, &text, error) >= 0 &&
		     supersede(action, before, record_get(statement, "date"), error);
	if (ok) {
		/* TRANSLATORS: the title of an issued statement; its version */
		char *title = xasprintf(_("Statement of Applicability, version %s"), record_get(statement, "version"));

		record_set(statement, "title", title);
		record_set(statement, "content", document.data);
		record_set(statement, "changes", before ? *text ? text : _("nothing changed") : _("first version"));
		record_set(statement, "seal", store_head(store));
		free(title);
		ok = set_scope(store, statement, error) && set_count(store, statement, "total", "", error) &&
		     set_count(store, statement, "applicable", "applicable=yes", error) &&
		     set_count(store, statement, "implemented", "applicable=yes status=implemented", error) &&
		     action_add(action, statement, error);
	}
	if (ok) {
		*ref = xstrdup(statement->ref);
		ok = action_commit(action, error);
	} else {
		action_rollback(action);
	}
	if (!ok) {
		free(*ref);
		*ref = NULL;
	}
	free(text);
	buffer_free(&document);
	record_free(before);
	record_free(statement);
	return ok;
}
