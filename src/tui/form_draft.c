/* The unsaved text of forms, kept in the file's drafts: an object of the fields' values, under the register and the ref. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

/* Under which name its unsaved text is kept; ref NULL: of a new record. */
static char *draft_key(const struct register_def *def, const char *ref)
{
	return xasprintf("%s:%s", def->name, ref ? ref : "new");
}

/* A member of the object that a draft is; value NULL: null. */
static void add_member(struct buffer *json, const char *name, const char *value)
{
	buffer_add_char(json, json->length ? ',' : '{');
	json_add_string(json, name);
	buffer_add_char(json, ':');
	json_add_string(json, value);
}

bool form_draft_save(struct ui *ui, const struct record *now, const char *ref)
{
	const struct register_def *def = now->def;
	char *key = draft_key(def, ref);
	struct buffer json = { 0 };
	bool ok;
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE)))
			add_member(&json, def->fields[i].name, now->values[i]);
	buffer_add_char(&json, '}');
	ok = store_draft_save(ui->store, key, json.data, NULL);
	free(key);
	buffer_free(&json);
	return ok;
}

/* What is kept of a record's unsaved text; NULL: nothing that can be read. */
static struct json *read_draft(struct ui *ui, const struct register_def *def, const char *ref)
{
	char *key = draft_key(def, ref);
	struct draft *draft = store_draft(ui->store, key);
	struct json *json = draft ? json_parse(draft->content) : NULL;

	draft_free(draft);
	free(key);
	if (json && json->type != JSON_OBJECT) {
		json_free(json);
		return NULL;
	}
	return json;
}

bool form_draft_load(struct ui *ui, struct record *now, const char *ref)
{
	const struct register_def *def = now->def;
	struct json *json = read_draft(ui, def, ref);
	size_t i;

	if (!json)
		return false;
	for (i = 0; i < def->field_count; i++) {
		const struct json *value = json_member(json, def->fields[i].name);
		char *parsed = NULL;

		if (!value || (def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE)))
			continue;
		/* A draft is as hostile as any text: what its type refuses is left out. */
		if (value->type == JSON_NULL)
			record_set(now, def->fields[i].name, NULL);
		else if (value->type == JSON_STRING &&
			 field_parse(&def->fields[i], store_context(ui->store), value->text, &parsed, NULL))
			record_set(now, def->fields[i].name, parsed);
		free(parsed);
	}
	json_free(json);
	return true;
}

void form_draft_forget(struct ui *ui, const struct register_def *def, const char *ref)
{
	char *key = draft_key(def, ref);

	store_draft_forget(ui->store, key);
	free(key);
}

bool form_draft_keep(
	struct ui *ui, const struct register_def *def, const char *ref, const char *field, const char *text)
{
	struct json *json = read_draft(ui, def, ref);
	const struct json *member;
	struct buffer content = { 0 };
	bool ok = true;

	for (member = json ? json->child : NULL; member; member = member->next)
		if (member->name && strcmp(member->name, field) != 0 &&
			(member->type == JSON_STRING || member->type == JSON_NULL))
			add_member(&content, member->name, member->text);
	if (text)
		add_member(&content, field, text);
	if (content.length) {
		char *key = draft_key(def, ref);

		buffer_add_char(&content, '}');
		ok = store_draft_save(ui->store, key, content.data, NULL);
		free(key);
	} else {
		form_draft_forget(ui, def, ref);
	}
	buffer_free(&content);
	json_free(json);
	return ok;
}

char *form_draft_text(struct ui *ui, const struct register_def *def, const char *ref, const char *field)
{
	struct json *json = read_draft(ui, def, ref);
	const struct json *value = json ? json_member(json, field) : NULL;
	char *text = value && value->type == JSON_STRING ? text_printable(value->text, true) : NULL;

	json_free(json);
	return text;
}
