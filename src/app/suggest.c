/*
 * Risks proposed for an asset: the vulnerabilities that its type may have, each
 * with the threats that typically use it, as far as no risk of the asset says so
 * already (ISO/IEC 27005: asset-based identification).  And the needs that supporting
 * assets inherit from what rests on them.
 */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

/* Where the weaknesses of an asset of that type lie. */
static const char *const fitting[][2] = {
	{ "hardware", "hardware" },
	{ "hardware", "site" },
	{ "software", "software" },
	{ "network", "network" },
	{ "service", "network" },
	{ "service", "software" },
	{ "service", "organisation" },
	{ "people", "personnel" },
	{ "site", "site" },
	{ "process", "organisation" },
	{ "process", "personnel" },
	{ "information", "software" },
	{ "information", "organisation" },
	{ "information", "personnel" },
	{ "document", "organisation" },
	{ "document", "site" },
};

static bool fits(const char *type, const char *category)
{
	size_t i;

	for (i = 0; type && category && i < sizeof fitting / sizeof fitting[0]; i++)
		if (strcmp(fitting[i][0], type) == 0 && strcmp(fitting[i][1], category) == 0)
			return true;
	return false;
}

struct search {
	struct store *store;
	struct strings known; /* "THREAT VULNERABILITY" of the asset's risks */
	const char *type;
	app_suggestion each;
	void *user;
};

static bool add_known(void *user, const struct row *row)
{
	struct search *search = user;

	strings_take(&search->known, xasprintf("%s %s", row->cells[0].value ? row->cells[0].value : "",
					     row->cells[1].value ? row->cells[1].value : ""));
	return true;
}

static bool try_vulnerability(void *user, const struct row *row)
{
	struct search *search = user;
	struct strings threats = { 0 };
	size_t i;

	if (!fits(search->type, row->cells[1].value) || !row->cells[2].value)
		return true;
	strings_split(&threats, row->cells[2].value);
	for (i = 0; i < threats.count; i++) {
		char *pair = xasprintf("%s %s", threats.items[i], row->ref),
		     *title = store_title(search->store, threats.items[i]);

		if (title && !strings_contain(&search->known, pair))
			search->each(search->user, threats.items[i], title, row->ref, row->cells[0].text);
		free(pair);
		free(title);
	}
	strings_free(&threats);
	return true;
}

bool app_suggest(struct store *store, const char *asset, app_suggestion each, void *user, struct error *error)
{
	static const char *const known_columns[] = { "threat", "vulnerability" }, *const columns[] = { "title",
		"category", "threats" };
	struct record *record = store_record_by_ref(store, asset, error);
	struct search search = { .store = store, .each = each, .user = user };
	struct query *query;
	bool ok;

	if (!record)
		return false;
	search.type = record_get(record, "type");
	query = query_new(register_find("risk"));
	query_add(query, "asset", OP_EQUAL, asset);
	ok = store_each(store, query, known_columns, 2, add_known, &search, error);
	query_free(query);
	query = query_new(register_find("vulnerability"));
	ok = ok && store_each(store, query, columns, 3, try_vulnerability, &search, error);
	query_free(query);
	strings_free(&search.known);
	record_free(record);
	return ok;
}

/* The threat first: a list that has no room cuts the end.  Where a threat comes by several vulnerabilities, that tells its risks apart. */
static char *suggested_title(
	struct store *store, const struct record *asset, const char *threat, const char *vulnerability, bool several)
{
	const char *of = record_title(asset, store_context(store)->language);
	char *title = store_title(store, threat),
	     *how = several && vulnerability ? store_title(store, vulnerability) : NULL, *text;

	/* TRANSLATORS: a threat, the vulnerability that it uses, the asset */
	text = how ? xasprintf(_("%s: %s (%s)"), title ? title : "", how, of)
		   : xasprintf("%s (%s)", title ? title : "", of);
	free(title);
	free(how);
	return text;
}

static bool has_several(const char *const *pairs, size_t count, const char *threat)
{
	size_t length = strlen(threat), i, times = 0;

	for (i = 0; i < count; i++)
		times += strncmp(pairs[i], threat, length) == 0 && (!pairs[i][length] || pairs[i][length] == ' ');
	return times > 1;
}

bool app_add_suggested(
	struct store *store, const char *asset, const char *const *pairs, size_t count, struct error *error)
{
	struct record *of = store_record_by_ref(store, asset, error);
	struct action *action = of ? action_begin(store, "add", error) : NULL;
	bool ok = action != NULL;
	size_t i;

	for (i = 0; i < count && ok; i++) {
		struct record *risk = record_new(register_find("risk"), store_context(store)->time_zone);
		char *threat = xstrndup(pairs[i], strcspn(pairs[i], " ")), *text;
		const char *space = strchr(pairs[i], ' ');

		text = suggested_title(store, of, threat, space ? space + 1 : NULL, has_several(pairs, count, threat));
		record_set(risk, "title", text);
		record_set(risk, "asset", asset);
		record_set(risk, "threat", threat);
		record_set(risk, "vulnerability", space ? space + 1 : NULL);
		record_set(risk, "owner", record_get(of, "owner"));
		ok = action_add(action, risk, error);
		record_free(risk);
		free(text);
		free(threat);
	}
	if (ok)
		ok = action_commit(action, error);
	else if (action)
		action_rollback(action);
	record_free(of);
	return ok;
}

/* ---- needs ---- */

/* The first of those that the record rests on that says the value itself, through those that say nothing; visited ends circles. */
static char *source_of(struct store *store, const struct record *record, const struct field_def *field,
	const char *value, struct strings *visited)
{
	const char *along = record_get(record, field_source(field)->along);
	struct strings refs = { 0 };
	char *from = NULL;
	size_t i;

	if (along)
		strings_split(&refs, along);
	for (i = 0; i < refs.count && !from; i++) {
		struct record *other;
		const char *said;

		if (refs.items[i][0] == '{' || strings_contain(visited, refs.items[i]))
			continue;
		strings_add(visited, refs.items[i]);
		other = store_record_by_ref(store, refs.items[i], NULL);
		said = other ? record_get(other, field->name) : NULL;
		if (said && strcmp(said, value) == 0)
			from = xstrdup(other->ref);
		else if (other && !said)
			from = source_of(store, other, field, value, visited);
		record_free(other);
	}
	strings_free(&refs);
	return from;
}

char *app_inherited(struct store *store, const struct record *record, const struct field_def *field)
{
	const char *value = field_source(field)->inherited && !record_get(record, field->name)
				    ? record_get(record, field_source(field)->inherited)
				    : NULL;
	struct strings visited = { 0 };
	char *from, *level, *text;

	if (!value)
		return NULL;
	from = source_of(store, record, field, value, &visited);
	level = field_format(register_field(record->def, field_source(field)->inherited), store_context(store), value);
	text = xasprintf(_("%s, inherited from %s"), level, from ? from : "?");
	strings_free(&visited);
	free(from);
	free(level);
	return text;
}

/* "AS-1: C 4, I (3)": letters of the needs with their levels, in parentheses what is inherited. */
static char *needs_of(struct store *store, const char *ref)
{
	struct record *record = *ref == '{' ? NULL : store_record_by_ref(store, ref, NULL);
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; record && i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		const char *own = field_source(field)->inherited ? record_get(record, field->name) : NULL,
			   *value = own ? own
				    : field_source(field)->inherited
					    ? record_get(record, field_source(field)->inherited)
					    : NULL;

		if (value)
			buffer_printf(&text, own ? "%s%.*s %s" : "%s%.*s (%s)", text.length ? ", " : "",
				(int)text_next(_(field->label), 0), _(field->label), value);
	}
	record_free(record);
	return text.length ? buffer_take(&text) : NULL;
}

char *app_needs(struct store *store, const struct record *record)
{
	struct buffer text = { 0 };
	size_t i, j;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		const struct register_def *target = field_is_reference(field) ? register_find(field->target) : NULL;
		struct strings refs = { 0 };
		bool has = false;

		for (j = 0; target && j < target->field_count && !has; j++)
			has = field_source(&target->fields[j])->inherited != NULL;
		if (!has || target == record->def || (field->flags & FIELD_INVERSE) || !record->values[i])
			continue;
		strings_split(&refs, record->values[i]);
		for (j = 0; j < refs.count; j++) {
			char *needs = needs_of(store, refs.items[j]);

			if (needs) {
				buffer_add(&text, text.length ? _("; ") : "");
				buffer_printf(&text, _("%s: %s"), refs.items[j], needs);
			}
			free(needs);
		}
		strings_free(&refs);
	}
	return text.length ? buffer_take(&text) : NULL;
}
