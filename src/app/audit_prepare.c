/*
 * The points of an audit, drawn from its scope (ISO/IEC 27001:2022, 9.2.2 b): each with a question that says what is
 * known of the clause or control beforehand, so that the auditor asks for what the records leave open.
 */
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"

/* What a point would be of. */
struct subject {
	char *ref, *number, *title, *answer, *owner, *status;
};
struct drawing_points {
	struct store *store;
	const struct record *audit;
	struct subject *clauses, *controls;
	size_t clause_count, control_count;
	struct strings there; /* refs that have a point already */
	struct subject **list;
	size_t *count;
};

static void free_subjects(struct subject *subjects, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		free(subjects[i].ref);
		free(subjects[i].number);
		free(subjects[i].title);
		free(subjects[i].answer);
		free(subjects[i].owner);
		free(subjects[i].status);
	}
	free(subjects);
}

/* The first is the ref where it is not the record's own; then number, title, answer, owner, status as people read them. */
static bool take_subject(void *user, const struct row *row)
{
	struct drawing_points *points = user;
	const struct cell *cells = row->cells;
	struct subject subject = { xstrdup(points->list == &points->controls ? cells[0].value : row->ref),
		xstrdup(cells[1].value), xstrdup(cells[2].text), xstrdup(cells[3].value),
		cells[4].value ? xstrdup(cells[4].text) : NULL, cells[5].value ? xstrdup(cells[5].text) : NULL };

	*points->list = xreallocarray(*points->list, *points->count + 1, sizeof subject);
	(*points->list)[(*points->count)++] = subject;
	return true;
}

static bool take_there(void *user, const struct row *row)
{
	struct drawing_points *points = user;
	int i;

	for (i = 0; i < 2; i++)
		if (row->cells[i].value)
			strings_add(&points->there, row->cells[i].value);
	return true;
}

/* "9.2.1.a": a part of a clause. */
static bool is_letter(const char *number)
{
	const char *dot = number ? strrchr(number, '.') : NULL;

	return dot && !(dot[1] >= '0' && dot[1] <= '9');
}

/* True where `number` is that one, or stands below it. */
static bool is_below(const char *number, const char *above)
{
	size_t length = strlen(above);

	return strncmp(number, above, length) == 0 && (number[length] == '\0' || number[length] == '.');
}

/* It has letters or clauses of its own: these are the points, and it is their heading. */
static bool is_heading(const struct drawing_points *points, const struct subject *clause)
{
	size_t i;

	for (i = 0; i < points->clause_count; i++)
		if (&points->clauses[i] != clause && is_below(points->clauses[i].ref, clause->ref))
			return true;
	return false;
}

static bool named(const char *refs, const char *ref, bool below)
{
	struct strings list = { 0 };
	bool found = false;
	size_t i;

	strings_split(&list, refs);
	for (i = 0; i < list.count && !found; i++)
		found = strcmp(list.items[i], ref) == 0 || (below && is_below(ref, list.items[i]));
	strings_free(&list);
	return found;
}

/* Of a lettered part that says nothing itself, the clause that it is of does. */
static const struct subject *answering(const struct drawing_points *points, const struct subject *subject)
{
	const struct subject *best = subject;
	size_t i;

	if (subject->answer || subject->owner || !is_letter(subject->number))
		return subject;
	for (i = 0; i < points->clause_count; i++)
		if (strlen(points->clauses[i].ref) == (size_t)(strrchr(subject->ref, '.') - subject->ref) &&
			is_below(subject->ref, points->clauses[i].ref))
			best = &points->clauses[i];
	return best;
}

/* ---- what is known of it ---- */

struct known {
	struct buffer *text;
	const char *label;
	size_t columns;
};

static bool take_known(void *user, const struct row *row)
{
	const struct known *known = user;
	size_t i;

	buffer_add_char(known->text, '\n');
	buffer_printf(known->text, _("%s: %s"), known->label, row->ref);
	for (i = 0; i < known->columns; i++)
		if (row->cells[i].value)
			buffer_printf(known->text, i ? ", %s" : " %s", row->cells[i].text);
	return true;
}

static bool add_known(struct store *store, struct buffer *text, const char *label, const char *of, const char *filter,
	const char *const *columns, size_t count, struct error *error)
{
	struct query *query = query_new(register_find(of));
	struct known known = { text, label, count };
	bool ok = query_parse(query, store_context(store), filter, error) &&
		  store_each(store, query, columns, count, take_known, &known, error);

	query_free(query);
	return ok;
}

static bool take_last(void *user, const struct row *row)
{
	struct buffer *text = user;

	buffer_printf(text, _("\nLast audit, %s: %s"), row->cells[0].text, row->cells[1].text);
	return false;
}

/* The verdict of the last audit before this one that looked at it. */
static bool add_last(
	struct drawing_points *points, struct buffer *text, const char *field, const char *ref, struct error *error)
{
	static const char *const columns[] = { "audit", "verdict" };
	struct query *query = query_new(register_find("auditpoint"));
	char *filter = xasprintf("%s=%s audit!=%s verdict=ok or verdict=finding", field, ref, points->audit->ref);
	bool ok = query_parse(query, store_context(points->store), filter, error) &&
		  query_sort(query, "-created", error) &&
		  (store_each(points->store, query, columns, 2, take_last, text, error) || !error->kind);

	free(filter);
	query_free(query);
	return ok;
}

static bool compose(struct drawing_points *points, const struct subject *subject, bool control, char **question,
	struct error *error)
{
	static const char *const red[] = { "name", "value", "unit" }, *const findings[] = { "title", "grade", "audit" };
	const char *field = control ? "control" : "requirement", *fields = control ? "controls" : "requirement";
	const struct subject *said = control ? subject : answering(points, subject);
	struct buffer text = { 0 };
	char *reds = xasprintf("%s=%s state=red status=active", fields, subject->ref),
	     *open = xasprintf("%s=%s status=open audit!=%s", field, subject->ref, points->audit->ref);
	bool ok;

	/* TRANSLATORS: the number and the title of a clause or a control */
	buffer_printf(&text, _("%s %s\nHow is it met, and what shows it?"), subject->number, subject->title);
	if (control && said->status)
		buffer_printf(&text, _("\nStatus: %s"), said->status);
	buffer_printf(&text, _("\nAnswer: %s"), said->answer ? said->answer : _("none is written"));
	buffer_printf(&text, _("\nOwner: %s"), said->owner ? said->owner : _("nobody"));
	ok = add_known(points->store, &text, _("Red"), "indicator", reds, red, 3, error) &&
	     add_known(points->store, &text, _("Open finding"), "finding", open, findings, 3, error) &&
	     add_last(points, &text, field, subject->ref, error);
	*question = buffer_take(&text);
	free(reds);
	free(open);
	return ok;
}

/* ---- drawing them ---- */

static bool add_point(struct drawing_points *points, struct action *action, const struct subject *subject, bool control,
	struct error *error)
{
	struct record *record = record_new(register_find("auditpoint"), store_context(points->store)->time_zone);
	char *question = NULL;
	bool ok = compose(points, subject, control, &question, error);

	record_set(record, "audit", points->audit->ref);
	record_set(record, control ? "control" : "requirement", subject->ref);
	record_set(record, "question", question);
	ok = ok && action_add(action, record, error);
	free(question);
	record_free(record);
	return ok;
}

static bool read_all(struct drawing_points *points, struct error *error)
{
	static const char *const clause_columns[] = { "ref", "number", "title", "answer", "owner", "conformity" },
				 *const clause_columns_fr[] = { "ref", "number", "title_fr", "answer", "owner",
					 "conformity" },
				 *const control_columns[] = { "control", "control.number", "control.title",
					 "implementation", "owner", "status" },
				 *const control_columns_fr[] = { "control", "control.number", "control.title_fr",
					 "implementation", "owner", "status" },
				 *const point_columns[] = { "requirement", "control" };
	bool french = strcmp(store_context(points->store)->language, "fr") == 0, ok;
	struct query *clauses = query_new(register_find("requirement")),
		     *controls = query_soa(store_context(points->store), SOA_ALL),
		     *there = query_new(register_find("auditpoint"));

	query_add(there, "audit", OP_EQUAL, points->audit->ref);
	points->list = &points->clauses;
	points->count = &points->clause_count;
	ok = query_parse(clauses, store_context(points->store), "catalogue=soa", error) &&
	     store_each(points->store, clauses, french ? clause_columns_fr : clause_columns, 6, take_subject, points,
		     error);
	points->list = &points->controls;
	points->count = &points->control_count;
	ok = ok &&
	     store_each(points->store, controls, french ? control_columns_fr : control_columns, 6, take_subject, points,
		     error) &&
	     store_each_value(points->store, there, point_columns, 2, take_there, points, error);
	query_free(clauses);
	query_free(controls);
	query_free(there);
	return ok;
}

static bool take_applicable(void *user, const struct row *row)
{
	if (row->cells[0].value)
		strings_add(user, row->cells[0].value);
	return true;
}

/* The controls to be looked at: those named, or all that apply where nothing is named. */
static bool controls_of(struct drawing_points *points, struct strings *wanted, struct error *error)
{
	static const char *const columns[] = { "control" };
	struct query *query;
	bool ok = true;

	if (record_get(points->audit, "controls")) {
		strings_split(wanted, record_get(points->audit, "controls"));
	} else if (!record_get(points->audit, "requirements")) {
		query = query_soa(store_context(points->store), SOA_ALL);
		query_add(query, "applicable", OP_EQUAL, "yes");
		ok = store_each_value(points->store, query, columns, 1, take_applicable, wanted, error);
		query_free(query);
	}
	return ok;
}

static bool draw_all(struct drawing_points *points, struct action *action, size_t *added, struct error *error)
{
	const char *requirements = record_get(points->audit, "requirements"),
		   *controls = record_get(points->audit, "controls");
	struct strings wanted = { 0 };
	bool ok = controls_of(points, &wanted, error);
	size_t i;

	for (i = 0; i < points->clause_count && ok; i++) {
		const struct subject *clause = &points->clauses[i];

		if ((requirements ? !named(requirements, clause->ref, true) : controls != NULL) ||
			is_heading(points, clause) || strings_contain(&points->there, clause->ref))
			continue;
		ok = add_point(points, action, clause, false, error);
		(*added)++;
	}
	for (i = 0; i < points->control_count && ok; i++) {
		const struct subject *control = &points->controls[i];

		if (!strings_contain(&wanted, control->ref) || strings_contain(&points->there, control->ref))
			continue;
		ok = add_point(points, action, control, true, error);
		(*added)++;
	}
	strings_free(&wanted);
	return ok;
}

bool app_prepare_audit(struct store *store, const char *ref, size_t *added, struct error *error)
{
	struct drawing_points points = { .store = store };
	struct record *audit = store_record_by_ref(store, ref, error);
	struct action *action;
	bool ok = audit != NULL;

	*added = 0;
	if (ok && strcmp(audit->def->name, "audit") != 0)
		ok = error_set(error, ERROR_INVALID, _("%s is no audit: points are drawn for an audit."), audit->ref);
	else if (ok && record_stands(audit))
		ok = error_set(error, ERROR_INVALID, _("%s is reported: it stands as it was, and its points with it."),
			audit->ref);
	points.audit = audit;
	if (ok && read_all(&points, error)) {
		action = action_begin(store, "add", error);
		ok = action && draw_all(&points, action, added, error);
		ok = action_end(action, ok, error);
	} else {
		ok = false;
	}
	free_subjects(points.clauses, points.clause_count);
	free_subjects(points.controls, points.control_count);
	strings_free(&points.there);
	record_free(audit);
	return ok;
}
