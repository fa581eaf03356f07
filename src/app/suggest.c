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

char *app_inherited(struct store *store, const struct record *asset, const char *need, int *level)
{
	const char *supports = record_get(asset, "supports");
	struct strings refs = { 0 };
	char *from = NULL;
	size_t i;

	*level = 0;
	if (strcmp(asset->def->name, "asset") != 0 || !supports)
		return NULL;
	strings_split(&refs, supports);
	for (i = 0; i < refs.count; i++) {
		struct record *primary = store_record_by_ref(store, refs.items[i], NULL);
		const char *value = primary ? record_get(primary, need) : NULL;

		if (value && atoi(value) > *level) {
			*level = atoi(value);
			free(from);
			from = xstrdup(primary->ref);
		}
		record_free(primary);
	}
	strings_free(&refs);
	return from;
}
