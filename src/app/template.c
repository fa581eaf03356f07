/* `new --template`: what a new file takes over from the file of another organisation, and nothing that is that one's own. */
#include <stdlib.h>
#include <string.h>

#include "app/template.h"

struct template
{
	struct store *from, *to;
	struct action *action;
	struct error *error;
	struct strings refs;
	struct strings said; /* names of people and of the organisation, each with what stands for it in the new file */
};

static bool collect_name(void *user, const struct row *row)
{
	struct template *template = user;
	const char *name = row->cells[0].value, *function = row->cells[1].value;

	/* A name of a few letters would be found in words. */
	if (name && strlen(name) >= 5) {
		strings_add(&template->said, name);
		strings_take(&template->said, xasprintf("[%s]", function ? function : "…"));
	}
	return true;
}

/* Whom the texts may name: nobody of the other organisation stands in the new file. */
static bool collect_names(struct template *template)
{
	static const char *const columns[] = { "name", "function" };
	const char *was = store_context(template->from)->organisation_name,
		   *is = store_context(template->to)->organisation_name;
	struct query *query = query_new(register_people());
	bool ok = store_each(template->from, query, columns, 2, collect_name, template, template->error);

	query_free(query);
	if (was && strlen(was) >= 5) {
		strings_add(&template->said, was);
		strings_add(&template->said, is && *is ? is : "[…]");
	}
	return ok;
}

/* The text with the names that it holds replaced; the caller frees. */
static char *without_names(const struct template *template, const char *text)
{
	struct buffer out = { 0 };
	size_t i;

	while (*text) {
		for (i = 0; i < template->said.count; i += 2)
			if (strncmp(text, template->said.items[i], strlen(template->said.items[i])) == 0)
				break;
		if (i < template->said.count) {
			buffer_add(&out, template->said.items[i + 1]);
			text += strlen(template->said.items[i]);
		} else {
			buffer_add_char(&out, *text++);
		}
	}
	return buffer_take(&out);
}

static bool collect(void *user, const struct row *row)
{
	struct template *template = user;

	strings_add(&template->refs, row->ref);
	return true;
}

/* Of the records that a reference names, those that came along. */
static char *those_there(const struct template *template, const char *value)
{
	struct strings refs = { 0 }, there = { 0 };
	char *joined;
	size_t i;

	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		struct record *record =
			refs.items[i][0] == '{' ? NULL : store_record_by_ref(template->to, refs.items[i], NULL);

		if (record)
			strings_add(&there, refs.items[i]);
		record_free(record);
	}
	joined = there.count ? strings_join(&there, ",") : NULL;
	strings_free(&refs);
	strings_free(&there);
	return joined;
}

/* Nothing that belongs to the other organisation: confidential fields, owners, its own answers, what was signed. */
static struct record *copy_record(const struct template *template, const struct record *record)
{
	const struct register_def *def = record->def;
	struct record *copy = record_empty(def);
	size_t i;

	copy->ref = xstrdup(record->ref);
	copy->uuid = xstrdup(record->uuid);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const struct register_def *target = field_is_reference(field) ? register_find(field->target) : NULL;

		if (field->flags & FIELD_LOCAL)
			copy->values[i] = field->choices ? xstrdup(field->initial) : NULL;
		else if (!(field->flags & (FIELD_CONFIDENTIAL | FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM |
						  FIELD_EXTERNAL)) &&
			 (!target || target->template_part) && record->values[i])
			copy->values[i] = target           ? those_there(template, record->values[i])
					  : field->choices ? xstrdup(record->values[i])
							   : without_names(template, record->values[i]);
	}
	if (def->template_as) {
		const char *equals = strchr(def->template_as, '=');
		char *field = xstrndup(def->template_as, (size_t)(equals - def->template_as));

		record_set(copy, field, equals + 1);
		free(field);
	}
	return copy;
}

/* How controls are carried out, in the words of the template: the lines came with their controls. */
static bool copy_wording(struct template *template)
{
	const struct register_def *def = register_answered_by(register_find("control"));
	struct query *query = query_new(def);
	bool ok;
	size_t i;

	strings_free(&template->refs);
	ok = query_parse(query, NULL, "implementation!=", template->error) &&
	     store_each(template->from, query, NULL, 0, collect, template, template->error);
	for (i = 0; ok && i < template->refs.count; i++) {
		struct record *said = store_record_by_ref(template->from, template->refs.items[i], template->error),
			      *line = said ? store_record_by_ref(template->to, template->refs.items[i], template->error)
					   : NULL;

		ok = line != NULL;
		if (ok) {
			char *wording = without_names(template, record_get(said, "implementation"));

			record_set(line, "implementation", wording);
			free(wording);
			ok = action_set(template->action, NULL, line, template->error);
		}
		record_free(said);
		record_free(line);
	}
	query_free(query);
	return ok;
}

static bool copy_register(struct template *template, const struct register_def *def)
{
	struct query *query = query_new(def);
	bool ok;
	size_t i;

	strings_free(&template->refs);
	ok = (!def->template_filter ||
		     query_parse(query, store_context(template->from), def->template_filter, template->error)) &&
	     store_each(template->from, query, NULL, 0, collect, template, template->error);
	for (i = 0; ok && i < template->refs.count; i++) {
		struct record *record = store_record_by_ref(template->from, template->refs.items[i], template->error),
			      *copy;

		if (!record) {
			ok = false;
			break;
		}
		copy = copy_record(template, record);
		ok = action_add(template->action, copy, template->error);
		record_free(copy);
		record_free(record);
	}
	query_free(query);
	return ok;
}

bool template_copy(struct action *action, struct store *store, const char *path, char **catalogue, char **method,
	struct error *error)
{
	/* What others refer to comes first. */
	const struct register_def **order;
	struct template template = { .to = store, .action = action, .error = error };
	const struct model_context *context;
	bool ok = true;
	size_t i;

	template.from = store_open(path, STORE_READ_ONLY, error);
	if (!template.from)
		return false;
	order = registers_by_reference();
	ok = collect_names(&template);
	for (i = 0; ok && order[i]; i++)
		if (order[i]->template_part)
			ok = copy_register(&template, order[i]);
	free(order);
	ok = ok && copy_wording(&template);
	context = store_context(template.from);
	*catalogue = xstrdup(context->catalogue_ref);
	*method = xstrdup(context->method.ref);
	strings_free(&template.refs);
	strings_free(&template.said);
	store_close(template.from);
	return ok;
}
