/* The inputs of a management review, drawn from the records (clause 9.3.2). */
#include <stdlib.h>
#include <string.h>

#include "app/review.h"

#define NAMED_MOST 8 /* as many records are named below a figure */

static bool take_day(void *user, const struct row *row)
{
	if (row->cells[0].value)
		snprintf(user, 11, "%s", row->cells[0].value);
	return false;
}

bool app_review_since(struct store *store, const struct record *review, char since[11], struct error *error)
{
	static const char *const columns[] = { "held" };
	const struct model_context *context = store_context(store);
	struct date day = environment_today(context->time_zone);
	const char *held = record_get(review, "held");
	struct query *query = query_new(review->def);
	bool ok;

	if (held && !date_parse(held, &day))
		held = NULL;
	day = date_months_before(&day, context->horizon);
	date_format(&day, since);
	query_add(query, "held", OP_FILLED, NULL);
	query_add(query, "ref", OP_DIFFERENT, review->ref);
	if (held)
		query_add(query, "held", OP_LESS, held);
	ok = query_sort(query, "-held", error) && store_each_value(store, query, columns, 1, take_day, since, error);
	query_free(query);
	return ok;
}

/* ---- one figure ---- */

struct naming {
	struct buffer *text;
	const char *const *beside;
	size_t named;
};

static bool name_record(void *user, const struct row *row)
{
	struct naming *naming = user;
	const char *title = row->cells[0].text;
	struct strings said = { 0 };
	size_t i;

	for (i = 0; naming->beside && naming->beside[i]; i++) {
		const char *text = row->cells[i + 1].text;

		if (!text || !*text)
			continue;
		/* A unit stands with its value. */
		if (said.count && strcmp(naming->beside[i], "unit") == 0) {
			char *whole = xasprintf("%s %s", said.items[said.count - 1], text);

			free(said.items[said.count - 1]);
			said.items[said.count - 1] = whole;
		} else {
			strings_add(&said, text);
		}
	}
	buffer_printf(naming->text, "- %s%s%s", row->ref, title && *title ? " " : "", title ? title : "");
	if (said.count) {
		char *joined = strings_join(&said, ", ");

		buffer_printf(naming->text, " (%s)", joined);
		free(joined);
	}
	buffer_add(naming->text, "\n");
	strings_free(&said);
	return ++naming->named < NAMED_MOST;
}

/* What a record of the register is called by: its title, or what it is about. */
static const char *called(const struct register_def *def)
{
	const struct field_def *field = register_title(def);

	if (!field)
		field = register_about(def);
	return field ? field->name : "ref";
}

static bool name_records(struct store *store, const struct query *query, const struct review_line *line, int64_t count,
	struct buffer *text, struct error *error)
{
	struct naming naming = { .text = text, .beside = line->beside };
	const char *columns[8] = { called(query->def) };
	size_t number = 1;

	while (line->beside && line->beside[number - 1]) {
		columns[number] = line->beside[number - 1];
		number++;
	}
	if (!store_each(store, query, columns, number, name_record, &naming, error))
		return false;
	if (count > (int64_t)naming.named) {
		long long more = (long long)count - (long long)naming.named;

		buffer_printf(text, ngettext("- and %lld more", "- and %lld more", (unsigned long)more), more);
		buffer_add(text, "\n");
	}
	return true;
}

/* The query of a filter of the table; NULL: error. */
static struct query *query_of(struct store *store, const struct review_line *line, const char *filter,
	const char *since, const char *ref, struct error *error)
{
	struct query *query = query_new(register_find(line->of));
	char *filled = filter ? review_filter(filter, since, ref) : NULL;

	if (filled && !query_parse(query, store_context(store), filled, error)) {
		query_free(query);
		query = NULL;
	}
	free(filled);
	return query;
}

/* "Nonconformities open: 3 of 12", and which. */
static bool write_figure(struct store *store, const struct review_line *line, const char *since, const char *ref,
	struct buffer *text, struct error *error)
{
	struct query *query = query_of(store, line, line->filter, since, ref, error),
		     *whole = query_of(store, line, line->whole, since, ref, error);
	int64_t count = query ? store_count(store, query, error) : -1,
		all = whole && count >= 0 ? store_count(store, whole, error) : -1;
	bool ok = count >= 0 && all >= 0;

	if (ok && all == 0)
		/* TRANSLATORS: "Nonconformities open: - (0 of 0)": there is none of which one could tell */
		buffer_printf(text, _("%s: - (0 of 0)"), _(line->sentence));
	else if (ok)
		/* TRANSLATORS: "Nonconformities open: 3 of 12" */
		buffer_printf(text, _("%s: %lld of %lld"), _(line->sentence), (long long)count, (long long)all);
	if (ok)
		buffer_add(text, "\n");
	ok = ok && (!count || name_records(store, query, line, count, text, error));
	query_free(query);
	query_free(whole);
	return ok;
}

char *app_review_draft(struct store *store, const struct record *review, const struct review_input *input,
	const char *since, struct error *error)
{
	const struct review_line *line;
	struct buffer text = { 0 };
	char *day = field_format(register_field(review->def, "held"), store_context(store), since);
	bool ok = true;

	/* TRANSLATORS: %s is a day */
	buffer_printf(&text, _("Since %s"), day);
	buffer_add(&text, "\n");
	free(day);
	for (line = review_lines; line->input && ok; line++)
		if (strcmp(line->input, input->letter) == 0)
			ok = write_figure(store, line, since, review->ref, &text, error);
	if (ok && text.length && text.data[text.length - 1] == '\n')
		text.data[--text.length] = '\0';
	if (!ok) {
		buffer_free(&text);
		return NULL;
	}
	return buffer_take(&text);
}

/* ---- all of them ---- */

static bool may_be_drawn(struct store *store, const struct record *review, struct error *error)
{
	const char *status = record_get(review, "status");

	if (strcmp(review->def->name, "review") != 0)
		return error_set(
			error, ERROR_INVALID, _("%s is no management review: these are prepared."), review->ref);
	if (store_stands(store, review))
		return error_set(error, ERROR_INVALID,
			_("%s is signed and stands as it was; the next review is prepared anew."), review->ref);
	if (status && strcmp(status, "cancelled") == 0)
		return error_set(
			error, ERROR_INVALID, _("%s is cancelled; give it another status first."), review->ref);
	return true;
}

static bool draw_inputs(struct store *store, struct record *review, struct error *error)
{
	const struct review_input *input;
	char since[11];
	bool ok;

	store_read_begin(store);
	ok = app_review_since(store, review, since, error);
	for (input = review_inputs; input->letter && ok; input++) {
		char *draft = app_review_draft(store, review, input, since, error);

		ok = draft != NULL;
		record_set(review, input->draft, draft);
		free(draft);
	}
	store_read_end(store);
	return ok;
}

bool app_review_prepare(struct store *store, int64_t id, struct error *error)
{
	struct record *before = store_record(store, id, error), *review = before ? record_copy(before) : NULL;
	bool ok = review && may_be_drawn(store, review, error) && draw_inputs(store, review, error) &&
		  app_save(store, before, review, error);

	record_free(review);
	record_free(before);
	return ok;
}
