/* SoA documents held against each other, line by line: what changed from one issued version to the next, and since. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lib.h"

static const struct soa_document_line *find(const struct soa_document *document, const char *control)
{
	size_t i;

	for (i = 0; i < document->count; i++)
		if (strcmp(document->lines[i].control, control) == 0)
			return &document->lines[i];
	return NULL;
}

const char *soa_line_value(const struct soa_document_line *line, const char *name)
{
	size_t i;

	for (i = 0; i < line->names.count; i++)
		if (strcmp(line->names.items[i], name) == 0)
			return line->values.items[i];
	return NULL;
}

int64_t soa_compare(const struct soa_document *before, const struct soa_document *now, soa_difference each, void *user)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation",
		"owner", "maturity", "planned", "evidence", "evidence_date", "risk", "action" };
	int64_t changed = 0;
	size_t i, j;

	for (i = 0; i < now->count; i++) {
		const struct soa_document_line *line = &now->lines[i], *old = find(before, line->control);
		bool differs = !old;

		if (!old && each)
			each(user, line, NULL, NULL, NULL, '+');
		for (j = 0; old && j < sizeof fields / sizeof fields[0]; j++) {
			const char *was = soa_line_value(old, fields[j]), *is = soa_line_value(line, fields[j]);

			if (was == is || (was && is && strcmp(was, is) == 0))
				continue;
			if (each)
				each(user, line, fields[j], was, is, '~');
			differs = true;
		}
		changed += differs;
	}
	for (i = 0; i < before->count; i++)
		if (!find(now, before->lines[i].control)) {
			if (each)
				each(user, &before->lines[i], NULL, NULL, NULL, '-');
			changed++;
		}
	return changed;
}

bool soa_document_now(struct store *store, struct buffer *document, struct error *error)
{
	struct output *output = output_memory(document);

	if (export_soa(store, output, error))
		return output_end(output, error);
	output_abandon(output);
	return false;
}

int64_t soa_changed_since(
	struct store *store, const struct record *statement, soa_difference each, void *user, struct error *error)
{
	const char *content = record_get(statement, "content");
	struct soa_document before, now;
	struct buffer text = { 0 };
	int64_t count = -1;

	if (soa_document_now(store, &text, error) && soa_document_read(content ? content : "", &before, error)) {
		if (soa_document_read(text.data, &now, error)) {
			count = soa_compare(&before, &now, each, user);
			soa_document_free(&now);
		}
		soa_document_free(&before);
	}
	buffer_free(&text);
	return count;
}

bool soa_last_issued(struct store *store, struct record **last, struct error *error)
{
	struct query *query = query_new(register_find("statement"));
	struct window window = { .query = query, .from = WINDOW_LAST, .count = 1 };
	struct rows rows;
	bool ok;

	*last = NULL;
	query_add(query, "status", OP_EQUAL, "issued");
	query_sort(query, "ref", NULL);
	ok = store_window(store, &window, &rows, error);
	if (ok && rows.count) {
		*last = store_record(store, rows.items[0].id, error);
		ok = *last != NULL;
	}
	rows_free(&rows);
	query_free(query);
	return ok;
}
