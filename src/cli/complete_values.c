/* Answers to a word being typed: records, registers, fields and their values. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complete.h"

#define REFS_MAX 100

bool complete_begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* An answer, where it begins as the word does. */
void complete_offer(const struct completing *c, const char *answer, const char *end, const char *about)
{
	if (complete_begins(answer, c->typed))
		cli_line("%s%s%s\t%s\n", c->before, answer, end, about);
}

/* Takes the first `length` bytes of what is typed for granted. */
void complete_stand(struct completing *c, size_t length)
{
	char *before = xasprintf("%s%.*s", c->before, (int)length, c->typed);

	free(c->before);
	c->before = before;
	c->typed += length;
}

static const struct model_context *context_of(const struct completing *c)
{
	return c->store ? store_context(c->store) : &c->no_context;
}

/* ---- records ---- */

/* The refs of a register from that one on, as long as they begin as the word does. */
static size_t offer_refs_from(const struct completing *c, const struct query *query, const char *from, size_t most)
{
	static const char *const columns[] = { "ref" };
	char *key = text_sort_key(from);
	struct window window = { .query = query,
		.columns = columns,
		.column_count = 1,
		.from = *from ? WINDOW_FROM : WINDOW_FIRST,
		.key = key,
		.count = most };
	struct rows rows = { 0 };
	size_t i = 0;

	if (store_window(c->store, &window, &rows, NULL))
		for (; i < rows.count && complete_begins(rows.items[i].ref, c->typed); i++) {
			char *title = store_title(c->store, rows.items[i].ref);

			complete_offer(c, rows.items[i].ref, "", title ? title : "");
			free(title);
		}
	rows_free(&rows);
	free(key);
	return i;
}

void complete_refs(const struct completing *c, const struct register_def *def)
{
	struct query *query;
	char *from;
	size_t length = strlen(c->typed), count;

	if (!c->store)
		return;
	query = query_new(def);
	if (query_sort(query, "ref", NULL)) {
		count = offer_refs_from(c, query, c->typed, REFS_MAX);
		/* In the order of numbers R-10 does not follow R-1: ... stand elsewhere in it. */
		from = xstrdup(c->typed);
		while (length && isdigit((unsigned char)from[length - 1]) && count < REFS_MAX &&
			strlen(from) < length + 7) {
			char *longer = xasprintf("%s0", from);

			free(from);
			from = longer;
			count += offer_refs_from(c, query, from, 10);
		}
		free(from);
	}
	query_free(query);
}

/* A ref of any register: first how refs of each begin, then those of one. */
void complete_any_ref(const struct completing *c)
{
	size_t i;

	for (i = 0; c->store && dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		char *start = def->prefix ? xasprintf("%s-", def->prefix) : NULL;
		struct query *query;

		if (start ? complete_begins(c->typed, start) : *c->typed != '\0') {
			complete_refs(c, def);
		} else if (start && complete_begins(start, c->typed)) {
			query = query_new(def);
			if (store_count(c->store, query, NULL) > 0)
				complete_offer(c, start, "", _(def->plural));
			query_free(query);
		}
		free(start);
	}
}

/* ---- registers, fields and values ---- */

void complete_registers(const struct completing *c, const char *start, bool made)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		char *name = xasprintf("%s%s", start, dictionary[i]->name);

		if (made || !dictionary[i]->made)
			complete_offer(c, name, "", _(dictionary[i]->plural));
		free(name);
	}
}

void complete_fields(const struct completing *c, const struct register_def *def, bool settable, const char *end)
{
	const unsigned not_by_hand = FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM;
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (settable ? not_by_hand | FIELD_INTERNAL : FIELD_INTERNAL)))
			complete_offer(c, def->fields[i].name, end, _(def->fields[i].label));
}

/* What may stand after FIELD=. */
static void offer_values(struct completing *c, const struct field_def *field)
{
	const char *comma = field_is_list(field) || field_is_reference(field) ? strrchr(c->typed, ',') : NULL;
	struct choice *choices;
	size_t i;

	if (comma)
		complete_stand(c, (size_t)(comma + 1 - c->typed));
	if (field_is_reference(field)) {
		const struct register_def *target = register_find(field->target);

		if (target)
			complete_refs(c, target);
		return;
	}
	choices = field->type->choices ? field->type->choices(field, context_of(c)) : NULL;
	for (i = 0; choices && choices[i].key; i++)
		complete_offer(c, choices[i].key, "", choices[i].label ? choices[i].label : "");
	choices_free(choices);
}

/* FIELD=VALUE of a register; in a filter the last of its terms. */
void complete_assignment(struct completing *c, const struct register_def *def, bool filter)
{
	const char *blank = filter ? strrchr(c->typed, ' ') : NULL, *sign;
	const struct field_def *field;
	char *name;

	if (!def)
		return;
	if (blank)
		complete_stand(c, (size_t)(blank + 1 - c->typed));
	sign = filter ? strpbrk(c->typed, "=<>~!") : strchr(c->typed, '=');
	if (!sign) {
		complete_fields(c, def, !filter, "=");
		return;
	}
	name = xstrndup(c->typed, (size_t)(sign - c->typed));
	field = register_field(def, name);
	free(name);
	if (!field)
		return;
	complete_stand(c, (size_t)(sign - c->typed) + strspn(sign, "=<>~!"));
	offer_values(c, field);
}
