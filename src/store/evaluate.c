/* Expressions over the file: each count as a list counts, each measure one statement, and whether what they rest on is there. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* The register whose records are counted by expressions, and its fields. */
#define INDICATOR "indicator"
#define INDICATOR_FORMULA "formula"
#define INDICATOR_VALUE "value"

struct evaluation {
	struct store *store;
	const char *first, *after;
};

/* The records that the term counts in that period.  The copy of the context lives as long as nothing is read. */
static struct query *query_of(
	const struct evaluation *evaluation, const struct expression_term *term, struct error *error)
{
	struct model_context context = *store_context(evaluation->store);

	snprintf(context.period.first, sizeof context.period.first, "%s", evaluation->first ? evaluation->first : "");
	snprintf(context.period.after, sizeof context.period.after, "%s", evaluation->after ? evaluation->after : "");
	return expression_query(term, &context, error);
}

/* One number, or none. */
static bool measure(struct store *store, const struct query *query, const struct expression_term *term,
	struct value *value, struct error *error)
{
	struct compiled compiled;
	sqlite3_stmt *stmt = NULL;
	bool found = false;
	char *sql;

	if (!compile_query(store, query, &compiled, error))
		return false;
	sql = compile_measure(store, &compiled, query, term->kind, &term->measure, error);
	stmt = sql ? statement(store, sql, error) : NULL;
	if (stmt) {
		bind_all(store, stmt, &compiled.binds);
		found = statement_step(store, stmt, error) == SQLITE_ROW;
		value->known = found && sqlite3_column_type(stmt, 0) != SQLITE_NULL;
		value->number = value->known ? sqlite3_column_double(stmt, 0) : 0;
		value->known = value->known && isfinite(value->number);
	}
	statement_end(store, stmt);
	free(sql);
	compiled_free(&compiled);
	return store_answer(store, found, error);
}

static bool aggregate(void *user, const struct expression_term *term, struct value *value, struct error *error)
{
	struct evaluation *evaluation = user;
	struct query *query = query_of(evaluation, term, error);
	int64_t count;
	bool ok;

	if (!query)
		return false;
	if (term->kind == EXPRESSION_COUNT) {
		count = store_count(evaluation->store, query, error);
		ok = count >= 0;
		value->known = ok;
		value->number = (double)count;
	} else {
		ok = measure(evaluation->store, query, term, value, error);
	}
	query_free(query);
	return ok;
}

/* What the field of an indicator says (*text NULL: nothing; the caller frees), *there: whether there is such an indicator. */
static bool read_indicator(
	struct store *store, const char *ref, const char *field, bool *there, char **text, struct error *error)
{
	const struct register_def *def = NULL;
	int64_t id = read_find_ref(store, ref, &def);
	struct record *record;

	*there = false;
	*text = NULL;
	if (!store_sound(store, error))
		return false;
	if (!id || strcmp(def->name, INDICATOR) != 0)
		return true;
	record = read_record(store, def, id, false, error);
	if (!record)
		return false;
	*there = true;
	*text = xstrdup(record_get(record, field));
	record_free(record);
	return true;
}

static bool is_not_there(const char *ref, struct error *error)
{
	return error_set(error, ERROR_INVALID, _("There is no indicator %s in this file."), ref);
}

/* The last value of an indicator. */
static bool indicator(void *user, const char *ref, struct value *value, struct error *error)
{
	struct evaluation *evaluation = user;
	bool there, ok;
	char *text;

	ok = read_indicator(evaluation->store, ref, INDICATOR_VALUE, &there, &text, error) &&
	     (there || is_not_there(ref, error));
	value->known = ok && text && number_parse_real(text, &value->number);
	free(text);
	return ok;
}

bool store_evaluate(struct store *store, const struct expression *expression, const char *first, const char *after,
	struct value *value, struct error *error)
{
	struct evaluation evaluation = { .store = store, .first = first, .after = after };
	struct expression_source source = { .aggregate = aggregate, .indicator = indicator, .user = &evaluation };
	bool ok;

	store_read_begin(store);
	ok = expression_evaluate(expression, &source, value, error);
	store_read_end(store);
	return ok;
}

bool store_evaluate_term(struct store *store, const struct expression_term *term, const char *first, const char *after,
	struct value *value, struct error *error)
{
	struct expression_term copy = *term;
	struct expression alone = { .terms = &copy, .count = 1 };

	return store_evaluate(store, &alone, first, after, value, error);
}

static bool formula_of(void *user, const char *ref, char **text, struct error *error)
{
	bool there;

	if (!read_indicator(user, ref, INDICATOR_FORMULA, &there, text, error))
		return false;
	return there || is_not_there(ref, error);
}

bool store_expression_sound(struct store *store, const char *own, const struct expression *expression,
	size_t *character, struct error *error)
{
	size_t i, place;

	for (i = 0; i < expression->count; i++) {
		const struct expression_term *term = &expression->terms[i];

		if (term->query && !store_check_query(store, term->query, &place, error)) {
			char *before = xstrndup(term->text, place);

			*character = term->filter + text_length(before);
			free(before);
			return false;
		}
	}
	return expression_sound(expression, own, store_context(store), formula_of, store, character, error);
}

bool check_expression(struct store *store, const struct record *record, const struct field_def *field,
	const char *value, struct error *error)
{
	struct expression_fault fault;
	struct error why = { 0 };
	struct expression *expression = expression_read(value, store_context(store), &fault);
	bool ok = expression && store_expression_sound(store, record->ref, expression, &fault.character, &why);

	if (!ok && (!expression || why.kind == ERROR_INVALID))
		error_set_field(error, ERROR_INVALID, field->name, _("%s, character %zu: %s"), _(field->label),
			fault.character, expression ? why.message : fault.sentence);
	else if (!ok)
		error_move(error, &why);
	expression_free(expression);
	free(fault.sentence);
	error_clear(&why);
	return ok;
}
