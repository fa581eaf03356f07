/* The figures of the dashboard: counts, each with the query that lists its records. */
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"
#include "report/lib.h"

static struct figure_group *add_group(struct figures *figures, const char *title, bool bars)
{
	struct figure_group *group;

	figures->groups = xreallocarray(figures->groups, figures->count + 1, sizeof *figures->groups);
	group = &figures->groups[figures->count++];
	memset(group, 0, sizeof *group);
	group->title = xstrdup(title);
	group->bars = bars;
	return group;
}

/* Counts what the filter lets through, unless it is known already, or will be (-1). */
static struct figure *add_known(struct store *store, struct figure_group *group, const char *label, const char *name,
	const char *filter, const int64_t *known, struct error *error)
{
	struct figure *figure;
	struct query *query = query_new(register_find(name));

	if (filter && !query_parse(query, store_context(store), filter, error)) {
		query_free(query);
		return NULL;
	}
	group->items = xreallocarray(group->items, group->count + 1, sizeof *group->items);
	figure = &group->items[group->count++];
	memset(figure, 0, sizeof *figure);
	figure->label = xstrdup(label);
	figure->query = query;
	figure->waits = known && *known < 0;
	figure->count = figure->waits ? 0 : known ? *known : store_count(store, query, error);
	return figure->count >= 0 ? figure : NULL;
}

static struct figure *add(struct store *store, struct figure_group *group, const char *label, const char *name,
	const char *filter, struct error *error)
{
	return add_known(store, group, label, name, filter, NULL, error);
}

static bool risk_levels(struct store *store, struct figures *figures, struct error *error)
{
	const struct scale *scale = context_scale(store_context(store), "risk");
	struct figure_group *group = add_group(figures, _("Risks by current level"), true);
	int level;

	for (level = scale ? scale->count : 0; level > 0; level--) {
		char *filter = xasprintf("standing=current current_level=%d", level);
		struct figure *figure = add(store, group, scale->names[level - 1], "risk", filter, error);

		free(filter);
		if (!figure)
			return false;
		figure->level = level;
		figure->levels = scale->count;
		figure->late = level > store_context(store)->method.threshold && figure->count > 0;
	}
	return add(store, group, _("not rated"), "risk", "standing=current current_level=", error) &&
	       add(store, group, _("left the register"), "risk", "standing=left", error);
}

static bool by_choice(struct store *store, struct figures *figures, const char *title, const char *name,
	const char *field, const char *more, const char *empty, struct error *error)
{
	const struct field_def *def = register_field(register_find(name), field);
	struct figure_group *group = add_group(figures, title, true);
	const struct choice *choice;
	char *filter;
	bool ok = true;

	for (choice = def->choices; choice->key && ok; choice++) {
		filter = xasprintf("%s=%s %s", field, choice->key, more);
		ok = add(store, group, _(choice->label), name, filter, error) != NULL;
		free(filter);
	}
	if (ok && empty) {
		filter = xasprintf("%s= %s", field, more);
		ok = add(store, group, empty, name, filter, error) != NULL;
		free(filter);
	}
	return ok;
}

struct theme {
	char *number, *title;
};
struct themes {
	struct theme *items;
	size_t count;
};

static bool collect_theme(void *user, const struct row *row)
{
	struct themes *themes = user;

	themes->items = xreallocarray(themes->items, themes->count + 1, sizeof *themes->items);
	themes->items[themes->count].number = xstrdup(row->cells[0].value);
	themes->items[themes->count++].title = xstrdup(row->cells[1].text);
	return true;
}

/* A domain of the older editions holds objectives, and these the controls. */
static bool has_parts(struct store *store, const char *theme)
{
	struct query *query = query_new(register_find("theme"));
	int64_t count;

	query_add(query, "parent", OP_EQUAL, theme);
	count = store_count(store, query, NULL);
	query_free(query);
	return count > 0;
}

/* The clauses of the edition to which the SoA refers: headings and lettered items are no requirements of their own, and another edition's are not asked twice. */
static bool clauses(struct store *store, struct figures *figures, struct error *error)
{
	const char *catalogue = store_context(store)->catalogue_ref;
	char *filter = catalogue ? xasprintf("rank=clause catalogue=%s", catalogue) : xstrdup("rank=clause");
	bool ok = by_choice(store, figures, _("Requirements of clauses 4 to 10"), "requirement", "conformity", filter,
		_("not assessed"), error);

	free(filter);
	return ok;
}

/* Progress of the SoA: of all its lines, and theme by theme. */
static bool soa_progress(struct store *store, struct figures *figures, struct error *error)
{
	static const char *const columns[] = { "number", "title" };
	const char *catalogue = store_context(store)->catalogue_ref;
	struct figure_group *group = add_group(figures, _("Statement of Applicability"), true);
	struct query *query;
	struct themes themes = { 0 };
	char *filter;
	bool ok = true;
	size_t i;
	static const struct {
		const char *label, *filter;
	} parts[] = {
		{ N_("implemented"), "applicable=yes status=implemented" },
		{ N_("partial"), "applicable=yes status=partial" },
		{ N_("planned"), "applicable=yes status=planned" },
		{ N_("not started"), "applicable=yes status=none" },
		{ N_("applicable, status not said"), "applicable=yes status=" },
		{ N_("excluded"), "applicable=no" },
		{ N_("controls without a decision"), "applicable=" },
	};

	if (!catalogue)
		return true;
	for (i = 0; i < sizeof parts / sizeof parts[0] && ok; i++) {
		filter = xasprintf("%s control.catalogue=%s", parts[i].filter, catalogue);
		ok = add(store, group, _(parts[i].label), "applicability", filter, error) != NULL;
		free(filter);
	}
	query = query_new(register_find("theme"));
	query_add(query, "catalogue", OP_EQUAL, catalogue);
	query_add(query, "parent", OP_EMPTY, NULL);
	query_sort(query, "number", NULL);
	ok = ok && store_each(store, query, columns, 2, collect_theme, &themes, error);
	query_free(query);
	if (ok && themes.count && themes.count < 20) {
		group = add_group(figures, _("Controls implemented, by theme"), true);
		for (i = 0; i < themes.count && ok; i++) {
			char *ref = xasprintf("%s:%s", store_context(store)->catalogue_prefix, themes.items[i].number),
			     *label;
			const char *path = has_parts(store, ref) ? "control.theme.parent" : "control.theme";
			struct figure *figure;
			int64_t all;

			filter = xasprintf("%s=%s applicable=yes", path, ref);
			query = query_new(register_find("applicability"));
			ok = query_parse(query, store_context(store), filter, error);
			all = ok ? store_count(store, query, error) : 0;
			ok = ok && all >= 0;
			query_free(query);
			free(filter);
			filter = xasprintf("%s=%s applicable=yes status=implemented", path, ref);
			label = xasprintf("%s %s", themes.items[i].number, themes.items[i].title);
			figure = ok ? add(store, group, label, "applicability", filter, error) : NULL;
			ok = figure != NULL;
			if (figure)
				figure->of = all, figure->part = true;
			free(label);
			free(filter);
			free(ref);
		}
	}
	for (i = 0; i < themes.count; i++) {
		free(themes.items[i].number);
		free(themes.items[i].title);
	}
	free(themes.items);
	return ok;
}

static int64_t count_of(struct store *store, const char *name, const char *filter, struct error *error)
{
	struct query *query = query_new(register_find(name));
	int64_t count = query_parse(query, store_context(store), filter, error) ? store_count(store, query, error) : -1;

	query_free(query);
	return count;
}

static bool work(struct store *store, struct figures *figures, const int64_t *left, struct error *error)
{
	static const struct {
		const char *label, *name, *filter;
		bool late;
		const char *of; /* what it is a part of, as a filter; NULL: of nothing */
	} lines[] = {
		{ N_("Risks above the threshold undecided"), "risk", risks_left, true, NULL },
		{ N_("Acceptances that do not hold any more"), "acceptance",
			"status=accepted kind=residual risk.standing=current invalid", true,
			"status=accepted kind=residual risk.standing=current" },
		{ N_("Actions late"), "action", "late", true, NULL },
		{ N_("Actions open"), "action", "open", false, NULL },
		{ N_("Incidents open"), "incident", "open", false, NULL },
		{ N_("Incidents to be told of"), "incident", "open due!=", true, NULL },
		{ N_("Audits late"), "audit", "late", true, NULL },
		{ N_("Findings open"), "finding", "open", false, NULL },
		{ N_("Findings late"), "finding", "late", true, NULL },
		{ N_("Nonconformities open"), "nonconformity", "open", false, NULL },
		{ N_("Nonconformities late"), "nonconformity", "late", true, NULL },
		{ N_("Risks to be reviewed"), "risk", "late", true, NULL },
		{ N_("Management reviews late"), "review", "late", true, NULL },
	};
	struct figure_group *group = add_group(figures, _("Work"), false);
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct figure *figure = add_known(store, group, _(lines[i].label), lines[i].name, lines[i].filter,
			lines[i].filter == risks_left ? left : NULL, error);

		if (!figure)
			return false;
		figure->late = lines[i].late && figure->count > 0;
		figure->part = lines[i].of != NULL;
		if (lines[i].of)
			figure->of = count_of(store, lines[i].name, lines[i].of, error);
		if (figure->of < 0)
			return false;
	}
	return true;
}

/* What is done with people, suppliers and changes, each of all that it is asked of. */
static bool duties(struct store *store, struct figures *figures, struct error *error)
{
	static const struct {
		const char *label, *name, *filter, *of;
		bool late;
	} lines[] = {
		{ N_("Training held"), "training", "status=held held>=horizon",
			"status!=cancelled planned>=horizon or held>=horizon planned<=today or held!=", false },
		{ N_("Newcomers briefed"), "person", "joined>=horizon left= or left>today attendances(present!=no)",
			"joined>=horizon left= or left>today", false },
		{ N_("Competences that lack"), "competence", "gap>0", "required!=", true },
		{ N_("Critical suppliers assessed"), "supplier",
			"status!=ended critical>=4 or data=personal or data=secret assessed>=horizon assessment!= assessment!=none",
			"status!=ended critical>=4 or data=personal or data=secret", false },
		{ N_("Changes to be approved"), "change", "status=requested", NULL, false },
		{ N_("Projects that wait for advice"), "project", "asked!= given= accepted=", "asked!=", true },
	};
	struct figure_group *group = add_group(figures, _("People, suppliers, changes"), false);
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct figure *figure = add(store, group, _(lines[i].label), lines[i].name, lines[i].filter, error);

		if (!figure)
			return false;
		figure->late = lines[i].late && figure->count > 0;
		figure->part = lines[i].of != NULL;
		if (lines[i].of)
			figure->of = count_of(store, lines[i].name, lines[i].of, error);
		if (figure->of < 0)
			return false;
	}
	return true;
}

int64_t figure_whole(
	struct store *store, const struct figure_group *group, const struct figure *figure, struct error *error)
{
	const struct register_def *def = figure->query->def;
	int64_t whole = figure->of;
	size_t i;

	if (figure->part)
		return whole;
	for (i = 0; group->bars && i < group->count; i++)
		whole += group->items[i].count;
	return group->bars
		       ? whole
		       : count_of(store, def->name, register_field(def, "standing") ? "standing=current" : "", error);
}

/* Which of them are none of none. */
static bool mark_none(struct store *store, struct figures *figures, struct error *error)
{
	size_t i, j;

	for (i = 0; i < figures->count; i++)
		for (j = 0; j < figures->groups[i].count; j++) {
			struct figure *figure = &figures->groups[i].items[j];
			int64_t whole =
				figure->count ? figure->count : figure_whole(store, &figures->groups[i], figure, error);

			if (whole < 0)
				return false;
			figure->none = whole == 0;
		}
	return true;
}

bool figures_read(struct store *store, struct figures *figures, const int64_t *left, struct error *error)
{
	bool ok;

	memset(figures, 0, sizeof *figures);
	/* Tall ones beside tall ones: reports set them in pairs. */
	ok = work(store, figures, left, error) && soa_progress(store, figures, error) &&
	     risk_levels(store, figures, error) &&
	     by_choice(store, figures, _("Risks by treatment"), "risk", "treatment", "standing=current",
		     _("risks without a treatment"), error) &&
	     by_choice(store, figures, _("Open incidents by severity"), "incident", "severity", "open",
		     _("severity not said"), error) &&
	     by_choice(store, figures, _("Actions by status"), "action", "status", "", NULL, error) &&
	     clauses(store, figures, error) && duties(store, figures, error) &&
	     by_choice(store, figures, _("Rules of the policies"), "rule", "status", "", _("status not said"), error) &&
	     mark_none(store, figures, error);
	if (!ok)
		figures_free(figures);
	return ok;
}

bool figures_take_left(struct figures *figures, int64_t left)
{
	bool waited = false;
	size_t i, j;

	for (i = 0; i < figures->count; i++)
		for (j = 0; j < figures->groups[i].count; j++) {
			struct figure *figure = &figures->groups[i].items[j];

			if (!figure->waits)
				continue;
			waited = true;
			figure->waits = false;
			figure->count = left > 0 ? left : 0;
			figure->late = left > 0;
			figure->none = figure->none || left < 0;
		}
	return waited;
}

void figures_free(struct figures *figures)
{
	size_t i, j;

	for (i = 0; i < figures->count; i++) {
		for (j = 0; j < figures->groups[i].count; j++) {
			free(figures->groups[i].items[j].label);
			query_free(figures->groups[i].items[j].query);
		}
		free(figures->groups[i].items);
		free(figures->groups[i].title);
	}
	free(figures->groups);
	memset(figures, 0, sizeof *figures);
}
