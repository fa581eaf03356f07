/*
 * Issuing the SoA.  What is issued is the document that export gives, kept
 * whole: it can be read, compared and exported again as it was, whatever the file
 * becomes.
 */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "app/snapshot.h"

/* ---- the scope in words ---- */

struct scope_text {
	struct buffer in, out;
};

static bool add_part(void *user, const struct row *row)
{
	struct scope_text *scope = user;
	bool out = row->cells[2].value && strcmp(row->cells[2].value, "no") == 0;
	struct buffer *text = out ? &scope->out : &scope->in;

	buffer_add(text, "\n- ");
	if (out && row->cells[3].value)
		/* TRANSLATORS: a part of the scope, its kind, why it is in or out */
		buffer_printf(text, _("%s (%s): %s"), row->cells[0].text, row->cells[1].text, row->cells[3].value);
	else
		buffer_printf(text, "%s (%s)", row->cells[0].text, row->cells[1].text);
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

static bool date_follows(const struct record *statement, const struct record *before, struct error *error)
{
	const char *earlier = before ? record_get(before, "date") : NULL;

	return !earlier || strcmp(record_get(statement, "date"), earlier) >= 0 ||
	       error_set_field(error, ERROR_INVALID, "date",
		       _("The version before was issued on %s; a later one cannot bear an earlier date."), earlier);
}

/* ---- what changed ---- */

struct changes {
	struct buffer text;
	const struct model_context *context;
	const char *control; /* the one told of last */
};

/* As paper has it, since it will be printed; a link as it stands.  The caller frees. */
static char *changed_value(const struct changes *changes, const struct field_def *field, const char *value)
{
	struct date day;
	char *keys, *text, *blank;

	if (!value)
		return xstrdup(_("(empty)"));
	if (field->type == &type_date && date_parse(value, &day))
		return date_format_paper(&day);
	if (field_is_reference(field))
		return xstrdup(value);
	/* The document has a blank between the keys of several. */
	keys = xstrdup(value);
	for (blank = keys; field_is_list(field) && (blank = strchr(blank, ' ')); blank++)
		*blank = ',';
	text = field_format(field, changes->context, keys);
	free(keys);
	return text;
}

/* Of long texts only that they changed; the caller frees. */
static char *difference(const struct changes *changes, const struct field_def *field, const char *was, const char *is)
{
	char *before, *now, *text;

	if (field->type->editor == EDIT_TEXT)
		return xstrdup(!was ? _("written") : !is ? _("taken away") : _("changed"));
	before = changed_value(changes, field, was);
	now = changed_value(changes, field, is);
	/* TRANSLATORS: what a field held in the version before, what it holds now */
	text = xasprintf(_("%s, now %s"), before, now);
	free(before);
	free(now);
	return text;
}

/* "Status: planned, now implemented", below the control. */
static void add_difference(
	void *user, const struct soa_document_line *line, const char *name, const char *was, const char *is, char kind)
{
	struct changes *changes = user;
	const struct register_def *def = register_find("applicability");
	const struct field_def *field;
	const char *title = line->title_fr && strcmp(changes->context->language, "fr") == 0 ? line->title_fr
											    : line->title,
		   *colon = strchr(line->control, ':');
	char *control = xasprintf("%s %s", strncmp(line->control, "own:", 4) == 0 || !colon ? line->control : colon + 1,
		     title ? title : ""),
	     *told;

	if (!changes->control || strcmp(changes->control, line->control) != 0) {
		buffer_add(&changes->text, changes->text.length ? "\n" : "");
		if (kind == '~')
			buffer_add(&changes->text, control);
		else
			buffer_printf(
				&changes->text, _("%s: %s"), control, kind == '+' ? _("new") : _("no longer there"));
	}
	free(control);
	changes->control = line->control;
	if (kind != '~')
		return;
	field = register_field(def, strcmp(name, "risk") == 0     ? "risks"
				    : strcmp(name, "action") == 0 ? "actions"
								  : name);
	told = difference(changes, field, was, is);
	buffer_add(&changes->text, "\n  ");
	buffer_printf(&changes->text, _("%s: %s"), _(field->label), told);
	free(told);
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

char *issue_since(struct store *store, const struct record *record)
{
	int64_t count;

	if (strcmp(record->def->name, "statement") != 0 || !record_get(record, "status") ||
		strcmp(record_get(record, "status"), "issued") != 0)
		return NULL;
	count = issue_changes(store, record, NULL, NULL);
	if (count < 0)
		return NULL;
	return !count ? xstrdup(_("no line changed since"))
		      : xasprintf(ngettext("%lld line was changed since; these changes are not issued",
					  "%lld lines were changed since; these changes are not issued",
					  (unsigned long)count),
				(long long)count);
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

/* One answer, put into the record; false: it is none, error says why. */
static bool take_answer(struct store *store, struct action *action, struct record *statement, const char *name,
	const char *text, struct error *error)
{
	const struct field_def *field = register_field(statement->def, name);
	char *value = NULL;
	bool ok = app_parse_value(store, action, field, text, &value, error);

	if (ok && value)
		record_set(statement, field->name, value);
	free(value);
	return ok;
}

/* All answers that are none are told. */
static bool fill(struct store *store, struct action *action, const struct issue_options *options,
	struct record *statement, const struct record *before, struct issue_refusals *refusals, struct error *error)
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
		{ "without_assessment", options->without, false },
	};
	struct error why = { 0 };
	size_t i;

	for (i = 0; i < sizeof given / sizeof given[0]; i++) {
		const char *label = _(register_field(statement->def, given[i].field)->label);

		if (given[i].text && !take_answer(store, action, statement, given[i].field, given[i].text, &why)) {
			if (!issue_refuse(refusals, given[i].field, &why, error))
				return false;
		} else if (!record_get(statement, given[i].field) && (given[i].needed || given[i].text)) {
			error_set(&why, ERROR_INVALID, _("%s must not be empty."), label);
			if (!issue_refuse(refusals, given[i].field, &why, error))
				return false;
		}
	}
	if (record_get(statement, "version") && !version_is_new(store, record_get(statement, "version"), &why) &&
		!issue_refuse(refusals, "version", &why, error))
		return false;
	return date_follows(statement, before, &why) || issue_refuse(refusals, "date", &why, error);
}

static struct record *begin_statement(struct store *store)
{
	struct record *statement = record_new(register_find("statement"), store_context(store)->time_zone);
	struct date today = environment_today(store_context(store)->time_zone);
	char day[11];

	date_format(&today, day);
	record_set(statement, "date", day);
	record_set(statement, "status", "issued");
	record_set(statement, "catalogue", store_context(store)->catalogue_ref);
	return statement;
}

static bool supersede(struct action *action, struct record *before, struct error *error)
{
	record_set(before, "status", "superseded");
	return action_set(action, NULL, before, error);
}

/* What is frozen, and the record that holds it. */
static bool write_statement(struct store *store, struct action *action, struct record *statement, struct record *before,
	struct error *error)
{
	struct buffer document = { 0 };
	char *changed = NULL, *title;
	bool ok = soa_document_now(store, &document, error);

	if (ok && before)
		ok = issue_changes(store, before, &changed, error) >= 0 && supersede(action, before, error);
	if (ok) {
		/* TRANSLATORS: the title of an issued statement; its version */
		title = xasprintf(_("Statement of Applicability, version %s"), record_get(statement, "version"));
		record_set(statement, "title", title);
		free(title);
		record_set(statement, "content", document.data);
		record_set(statement, "changes",
			!before               ? _("First version.")
			: changed && *changed ? changed
					      : _("Nothing changed."));
		record_set(statement, "seal", store_head(store));
		ok = set_scope(store, statement, error) && set_count(store, statement, "total", "", error) &&
		     set_count(store, statement, "applicable", "applicable=yes", error) &&
		     set_count(store, statement, "implemented", "applicable=yes status=implemented", error) &&
		     action_add(action, statement, error);
	}
	free(changed);
	buffer_free(&document);
	return ok;
}

/* With ref NULL it is only tried. */
static bool issue(struct store *store, const struct issue_options *options, struct issue_refusals *refusals, char **ref,
	struct error *error)
{
	struct record *before = NULL, *statement;
	struct action *action;
	bool ok;

	memset(refusals, 0, sizeof *refusals);
	if (!store_context(store)->catalogue_ref)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	action = action_begin(store, "issue", error);
	if (!action)
		return false;
	statement = begin_statement(store);
	ok = issue_missing(store, &refusals->lines, error) && soa_last_issued(store, &before, error) &&
	     fill(store, action, options, statement, before, refusals, error) &&
	     issue_judge(store, statement, before, refusals, error) && !issue_refused(refusals, error) &&
	     (!ref || (write_statement(store, action, statement, before, error) &&
			      snapshot_take(store, action, "issue", NULL, error)));
	if (ok && ref) {
		*ref = xstrdup(statement->ref);
		ok = action_commit(action, error);
		if (!ok) {
			free(*ref);
			*ref = NULL;
		}
	} else {
		action_rollback(action);
	}
	record_free(before);
	record_free(statement);
	return ok;
}

bool app_issue_try(
	struct store *store, const struct issue_options *options, struct issue_refusals *refusals, struct error *error)
{
	return issue(store, options, refusals, NULL, error);
}

bool app_issue_soa(struct store *store, const struct issue_options *options, char **ref, struct error *error)
{
	struct issue_refusals refusals;
	bool ok;

	*ref = NULL;
	ok = issue(store, options, &refusals, ref, error);
	issue_refusals_free(&refusals);
	return ok;
}
