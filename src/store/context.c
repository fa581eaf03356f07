/* What the model must know of the file: the method with its scales, the SoA's catalogue, the time zone. */
#include <string.h>

#include "store/internal.h"

void context_forget(struct store *store)
{
	model_context_free(&store->context);
	memset(&store->context, 0, sizeof store->context);
	store->context_known = false;
}

void context_of_today(struct store *store)
{
	if (!store->context_known || environment_now() < store->context_until)
		return;
	context_forget(store);
	store->generation++;
}

/* What a row says of a level: its name and definition in the language, and its name in the other one. */
static void take_level(struct store *store, sqlite3_stmt *stmt, struct scale *scale, int64_t number)
{
	bool french = strcmp(environment_language(), "fr") == 0;
	char *names[2] = { xstrdup(row_text_or_null(store, stmt, 2)), xstrdup(row_text_or_null(store, stmt, 3)) };
	int own = french && names[1] ? 1 : 0;
	const char *definition = french && row_text_or_null(store, stmt, 5) ? row_text_or_null(store, stmt, 5)
									    : row_text_or_null(store, stmt, 4);

	if (number > scale->count)
		scale->count = (int)number;
	free(scale->names[number - 1]);
	free(scale->others[number - 1]);
	free(scale->definitions[number - 1]);
	scale->names[number - 1] = names[own] ? names[own] : xstrdup("");
	scale->others[number - 1] = names[!own];
	scale->definitions[number - 1] = xstrdup(definition ? definition : "");
}

static void read_method(struct store *store, int64_t id, struct method *method)
{
	static const char sql[] =
		"SELECT \"scale\", \"number\", \"name\", \"name_fr\", \"definition\", \"definition_fr\" FROM \"level\" WHERE \"method\" = ?1";
	const struct register_def *def = register_find("method");
	struct record *record = read_record(store, def, id, false, NULL);
	sqlite3_stmt *stmt;

	if (!record) {
		if (store_sound(store, NULL))
			store_damaged(store, _("a record refers to one that is not in its register"));
		return;
	}
	method->ref = xstrdup(record->ref);
	method->title = xstrdup(record_title(record, environment_language()));
	method->rescaled = store_integer(store, "SELECT EXISTS(SELECT 1 FROM \"entry\" WHERE \"action\" = 'scale')", 0);
	stmt = statement(store, sql, NULL);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		while (statement_row(store, stmt)) {
			const char *kind = row_text_or_null(store, stmt, 0);
			int64_t number = row_id(store, stmt, 1);
			int i;

			for (i = 0; i < SCALE_COUNT; i++) {
				struct scale *scale = &method->scales[i];

				if (kind && strcmp(kind, scale_names[i]) == 0 && number >= 1 && number <= SCALE_MAX)
					take_level(store, stmt, scale, number);
			}
		}
	}
	statement_end(store, stmt);
	{
		int64_t likelihoods = 0, impacts = 0, levels = 0;
		const char *grid = record_get(record, "grid");

		number_parse_integer(
			record_get(record, "likelihoods") ? record_get(record, "likelihoods") : "0", &likelihoods);
		number_parse_integer(record_get(record, "impacts") ? record_get(record, "impacts") : "0", &impacts);
		number_parse_integer(record_get(record, "levels") ? record_get(record, "levels") : "0", &levels);
		if (likelihoods >= 1 && likelihoods <= SCALE_MAX)
			method->scales[SCALE_LIKELIHOOD].count = (int)likelihoods;
		if (impacts >= 1 && impacts <= SCALE_MAX)
			method->scales[SCALE_IMPACT].count = (int)impacts;
		if (levels >= 1 && levels <= SCALE_MAX)
			method->scales[SCALE_RISK].count = (int)levels;
		if (grid)
			method_parse_grid(grid, (int)likelihoods, (int)impacts, (int)levels, method->grid, NULL);
	}
	{
		/* A level that no record names is known by its number. */
		int i, j;

		for (i = 0; i < SCALE_COUNT; i++)
			for (j = 0; j < method->scales[i].count; j++) {
				if (!method->scales[i].names[j])
					method->scales[i].names[j] = xasprintf("%d", j + 1);
				if (!method->scales[i].definitions[j])
					method->scales[i].definitions[j] = xstrdup("");
			}
	}
	record_free(record);
}

const struct model_context *store_context(struct store *store)
{
	struct model_context *context = &store->context;
	sqlite3_stmt *stmt;
	int64_t method = 0, catalogue = 0;
	struct date today;

	if (store->context_known)
		return context;
	context_forget(store);
	store->context_known = true;
	context->reading = store->given;
	context->horizon = 12;
	context->language = xstrdup(environment_language());
	stmt = statement(store,
		"SELECT r.\"uuid\", o.\"name\", o.\"time_zone\", o.\"method\", o.\"catalogue\", o.\"horizon\", o.\"currency\", o.\"tolerances\", o.\"proven\" FROM \"organisation\" o JOIN \"record\" r ON r.\"id\" = o.\"id\" ORDER BY o.\"id\" LIMIT 1",
		NULL);
	if (statement_row(store, stmt)) {
		context->organisation_uuid = xstrdup(row_text(store, stmt, 0));
		context->organisation_name = xstrdup(row_text_or_null(store, stmt, 1));
		context->time_zone = xstrdup(row_text_or_null(store, stmt, 2));
		context->currency = xstrdup(row_text_or_null(store, stmt, 6));
		context->tolerances = xstrdup(row_text_or_null(store, stmt, 7));
		context->proven = sqlite3_column_int(stmt, 8);
		method = row_id(store, stmt, 3);
		catalogue = row_id(store, stmt, 4);
		if (sqlite3_column_type(stmt, 5) == SQLITE_INTEGER && sqlite3_column_int64(stmt, 5) > 0)
			context->horizon =
				(int)(sqlite3_column_int64(stmt, 5) < 60 ? sqlite3_column_int64(stmt, 5) : 60);
	}
	statement_end(store, stmt);
	if (catalogue) {
		stmt = statement(store, "SELECT \"identifier\", \"prefix\" FROM \"catalogue\" WHERE \"id\" = ?1", NULL);
		if (stmt) {
			sqlite3_bind_int64(stmt, 1, catalogue);
			if (statement_row(store, stmt)) {
				context->catalogue_ref = xstrdup(row_text_or_null(store, stmt, 0));
				context->catalogue_prefix = xstrdup(row_text_or_null(store, stmt, 1));
			} else if (store_sound(store, NULL)) {
				store_damaged(store, _("a record refers to one that is not in its register"));
			}
		}
		statement_end(store, stmt);
	}
	today = environment_today(context->time_zone);
	if (method) {
		char day[11];

		read_method(store, method, &context->method);
		date_format(&today, day);
		context->method.threshold = threshold_on(store, method, day);
	}
	today = date_from_days(date_days(&today) + 1);
	store->context_until = date_start(&today, context->time_zone);
	store->context_partial = store->failure.kind != ERROR_NONE;
	return context;
}

bool store_take_file_form(struct store *store, bool on)
{
	struct reading_form reading = store->given;

	reading.file_form = on;
	return store_take_reading(store, reading).file_form;
}

struct reading_form store_take_reading(struct store *store, struct reading_form reading)
{
	struct reading_form before = store->given;

	store->given = store->context.reading = reading;
	return before;
}

int64_t read_single(struct store *store)
{
	return store_integer(store, "SELECT min(\"id\") FROM \"organisation\"", 0);
}

struct record *store_organisation(struct store *store, struct error *error)
{
	int64_t id = read_single(store);

	if (!id) {
		error_set(error, ERROR_DAMAGED, _("%s has no organisation; it is damaged."), store->path);
		return NULL;
	}
	return read_record(store, register_single(), id, true, error);
}
