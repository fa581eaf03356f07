/* A step in words: the sentence that says what to do, and the line of the command line that does it. */
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "report/verdict_parts.h"

/* ---- the new record ---- */

/* A line of the SoA stands for its control where a control is asked for. */
static const char *linked(const struct verdict_step *step, const char *link)
{
	const struct field_def *field = register_field(step->adds, link);
	const char *name = verdict_ref_name(step->ref);

	return field && field->target && name != step->ref ? step->ref + strcspn(step->ref, ":") + 1 : step->ref;
}

/* The new record is no answer of its own to what the step is about, and does not refer to it. */
static bool is_apart(const struct verdict_step *step)
{
	return step->begins || step->names || step->stands;
}

static const char *link_of(const struct verdict_step *step)
{
	return is_apart(step) || !step->ref ? NULL : step->way ? step->way->link : step->condition->link;
}

/* The new record refers to the one that the step is about, or to whom that one names. */
static void set_link(struct store *store, const struct verdict_step *step, struct record *record, const char *link)
{
	struct record *there = step->way && step->way->whom ? store_record(store, step->record, NULL) : NULL;

	record_set(record, link, there ? record_get(there, step->way->whom) : linked(step, link));
	record_free(there);
}

struct record *verdict_new_record(struct store *store, const struct verdict_step *step)
{
	const struct verdict_condition *condition = step->condition;
	struct record *record = record_new(step->adds, store_context(store)->time_zone);
	const char *equals = condition->preset && !is_apart(step) && !step->way ? strchr(condition->preset, '=') : NULL,
		   *link = link_of(step);
	const struct field_def *title = register_title(step->adds);

	if (link)
		set_link(store, step, record, link);
	if (condition->title && title && !is_apart(step) && !step->way) {
		char *named = verdict_named(_(condition->title), step->ref ? verdict_ref_name(step->ref) : "");

		record_set(record, title->name, named);
		free(named);
	}
	if (equals) {
		char *field = xstrndup(condition->preset, (size_t)(equals - condition->preset));

		record_set(record, field, equals + 1);
		free(field);
	}
	return record;
}

/* ---- the line ---- */

struct line {
	struct buffer text;
	struct strings named; /* fields that are on it */
	const char *whom;     /* who is asked for as the owner; NULL: not known */
};

static bool is_named(const struct line *line, const char *field)
{
	size_t i;

	for (i = 0; i < line->named.count; i++)
		if (strcmp(line->named.items[i], field) == 0)
			return true;
	return false;
}

/* value NULL: it is for the reader to fill in. */
static void say(struct line *line, const char *field, const char *value)
{
	bool plain = !value || !value[strcspn(value, " \t\"'$&;()<>|*?`\\")];

	if (is_named(line, field))
		return;
	strings_add(&line->named, field);
	buffer_printf(&line->text, plain ? " %s=%s" : " %s=\"%s\"", field, value ? value : "...");
}

static bool is_there(const struct record *record, const char *field)
{
	const char *value = record_get(record, field);

	return value && *value;
}

/* "FIELD" or "FIELD=VALUE" of the words that are asked for: *value is NULL or freed. */
static char *next_word(const char **asks, char **value, const char *edition)
{
	size_t length;
	char *word, *equals, *brace;

	*asks += strspn(*asks, " ");
	length = strcspn(*asks, " ");
	word = xstrndup(*asks, length);
	*asks += length;
	equals = strchr(word, '=');
	*value = equals ? xstrdup(equals + 1) : NULL;
	if (equals)
		*equals = '\0';
	brace = *value ? strstr(*value, "{edition}") : NULL;
	if (brace) {
		char *whole = xasprintf(
			"%.*s%s%s", (int)(brace - *value), *value, edition ? edition : "", brace + strlen("{edition}"));

		free(*value);
		*value = whole;
	}
	return word;
}

/* The asked ones with a value are put into the record, so that what its state demands is known. */
static void apply(struct record *record, const char *asks)
{
	while (asks && asks[strspn(asks, " ")]) {
		char *value, *field = next_word(&asks, &value, NULL);

		if (value && register_field(record->def, field))
			record_set(record, field, value);
		free(field);
		free(value);
	}
}

/* What refers to another record can be said once there is one; people come into the file by their names. */
static bool can_be_said(struct store *store, const struct register_def *def, const char *name)
{
	const struct field_def *field = register_field(def, name);
	const struct register_def *target = field && field->target ? register_find(field->target) : NULL;
	struct query *query;
	int64_t count;

	if (!target || target->flags & REGISTER_PEOPLE)
		return field != NULL;
	query = query_new(target);
	count = store_count_most(store, query, 1, NULL);
	query_free(query);
	return count != 0;
}

/* there: what is said already, of a record that is to be changed; NULL: a new one. */
static void say_asked(struct store *store, struct line *line, const struct register_def *def,
	const struct record *there, const char *asks)
{
	const char *edition = store_context(store)->catalogue_prefix;

	while (asks && asks[strspn(asks, " ")]) {
		char *value, *field = next_word(&asks, &value, edition);
		const char *said = there ? record_get(there, field) : NULL;

		if (value ? !said || strcmp(said, value) != 0 : (!said || !*said) && can_be_said(store, def, field))
			say(line, field, !value && strcmp(field, "owner") == 0 ? line->whom : value);
		free(field);
		free(value);
	}
}

static void say_demanded(struct line *line, const struct record *record, bool required)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];

		if (field->flags & (FIELD_DERIVED | FIELD_INVERSE) || is_there(record, field->name))
			continue;
		if (required ? (field->flags & FIELD_REQUIRED) != 0 : record_demand(record, field) != NULL)
			say(line, field->name, NULL);
	}
}

static const char *asks_of(const struct verdict_step *step)
{
	const struct verdict_condition *condition = step->condition;

	if (step->begins || step->names)
		return condition->none_asks;
	return step->way ? step->way->asks : condition->asks;
}

static bool add_line(struct store *store, const struct verdict_step *step, struct line *line)
{
	struct record *record = verdict_new_record(store, step),
		      *bare = record_new(step->adds, store_context(store)->time_zone);
	const char *link = link_of(step), *asks = asks_of(step),
		   *at = step->stands || step->way ? verdict_step_field(step) : step->condition->at;
	size_t i;

	buffer_printf(&line->text, "noria add FILE %s", step->adds->name);
	if (link)
		say(line, link, record_get(record, link));
	if (step->condition->preset && !is_apart(step) && !step->way) {
		char *field = xstrndup(step->condition->preset, strcspn(step->condition->preset, "="));

		say(line, field, record_get(record, field));
		free(field);
	}
	for (i = 0; i < step->adds->field_count; i++) {
		const char *name = step->adds->fields[i].name, *value = record_get(record, name),
			   *initial = record_get(bare, name);

		if (value && (!initial || strcmp(value, initial) != 0))
			say(line, name, value);
	}
	say_demanded(line, record, true);
	say_asked(store, line, step->adds, NULL, asks);
	/* Where nobody says more, what a list shows of such a record is what is to be known of it. */
	for (i = 0; (step->begins || step->names) && !asks && i < step->adds->field_count; i++) {
		const struct field_def *field = &step->adds->fields[i];

		if (field->flags & FIELD_COLUMN && !(field->flags & (FIELD_DERIVED | FIELD_INVERSE)) &&
			!is_there(record, field->name) && can_be_said(store, step->adds, field->name))
			say(line, field->name, NULL);
	}
	apply(record, asks);
	if (at && (step->stands || !is_apart(step)))
		say(line, at, strcmp(at, "owner") == 0 ? line->whom : NULL);
	say_demanded(line, record, false);
	record_free(bare);
	record_free(record);
	return true;
}

static bool change_line(struct store *store, const struct verdict_step *step, struct line *line, struct error *error)
{
	struct record *there = store_record(store, step->record, error), *then;
	const char *asks = asks_of(step), *field = verdict_step_field(step);
	bool asked = false;
	const char *rest = asks;

	if (!there)
		return false;
	while (field && rest && rest[strspn(rest, " ")]) {
		char *value, *word = next_word(&rest, &value, NULL);

		asked = asked || strcmp(word, field) == 0;
		free(word);
		free(value);
	}
	then = record_copy(there);
	apply(then, asks);
	buffer_printf(&line->text, "noria set FILE %s", step->ref);
	if (field && !asked)
		say(line, field, NULL);
	say_asked(store, line, there->def, there, asks);
	say_demanded(line, then, false);
	if (!line->named.count)
		say(line, field ? field : "FIELD", NULL);
	record_free(then);
	record_free(there);
	return true;
}

/* Who is named by the step, as "Karim Benali"; NULL: nobody, or it names none. */
static char *whom_of(struct store *store, const struct verdict_step *step)
{
	const char *whom = step->way ? step->way->whom : step->condition->whom;
	struct record *record = whom && step->record ? store_record(store, step->record, NULL) : NULL;
	const char *ref = record ? record_get(record, whom) : NULL;
	char *name = ref && *ref ? store_title(store, ref) : NULL;

	record_free(record);
	return name;
}

/* An indicator that the program counts: its value is not typed. */
static bool is_counted(struct store *store, const struct verdict_step *step)
{
	struct record *record = store_record(store, step->record, NULL);
	bool counted = record && register_field(record->def, "formula") && record_get(record, "formula");

	record_free(record);
	return counted;
}

static bool find_line(struct store *store, struct verdict_step *step, const char *whom, struct error *error)
{
	struct line line = { .whom = whom };
	bool ok = true;

	switch (step->deed) {
	case DEED_ADD:
		ok = add_line(store, step, &line);
		break;
	case DEED_CHANGE:
		ok = change_line(store, step, &line, error);
		break;
	case DEED_RECORD:
		buffer_printf(
			&line.text, "noria record FILE %s %s", step->ref, is_counted(store, step) ? "count" : "...");
		break;
	case DEED_PREPARE:
		buffer_printf(&line.text, "noria prepare FILE %s", step->ref);
		break;
	case DEED_COMMAND:
		if (step->command && strcmp(step->command, "statement") == 0)
			buffer_add(&line.text, "noria issue FILE VERSION approver=... function=...");
		else if (step->condition->of)
			buffer_printf(&line.text, "noria list FILE %s", step->condition->of);
		break;
	}
	step->words = buffer_take(&line.text);
	strings_free(&line.named);
	return ok;
}

/* ---- the sentence ---- */

/* %1$s and %2$s, wherever they stand in the language. */
static char *named_text(const char *text, const char *ref, const char *whom)
{
	struct buffer result = { 0 };
	const char *at;

	while ((at = strchr(text, '%'))) {
		buffer_add_bytes(&result, text, (size_t)(at - text));
		buffer_add(&result, strncmp(at, "%2$s", 4) == 0 ? whom : ref);
		text = at + 4;
	}
	buffer_add(&result, text);
	return buffer_take(&result);
}

static char *way_text(const char *text, const char *ref)
{
	const char *at = strstr(text, "%s");

	return at ? xasprintf("%.*s%s%s", (int)(at - text), text, ref, at + 2) : xstrdup(text);
}

bool verdict_find_words(struct store *store, struct verdict_step *step, struct error *error)
{
	const struct verdict_condition *condition = step->condition;
	const char *ref = step->ref ? verdict_ref_name(step->ref) : NULL;
	char *whom = whom_of(store, step);
	bool ok = find_line(store, step, step->way ? NULL : whom, error);

	if (step->begins && condition->none)
		step->text = verdict_text(_(condition->none), store_context(store));
	else if (step->begins)
		/* TRANSLATORS: %s is a register: "Add a record to Assets: ..." */
		step->text = xasprintf(
			_("Add a record to %s: nothing is there yet that counts here"), _(step->adds->plural));
	else if (step->way && step->way->lacks)
		step->text = way_text(_(step->way->lacks), whom ? whom : ref);
	else if (whom && condition->named)
		step->text = named_text(_(condition->named), ref, whom);
	else
		step->text = verdict_to_do(condition, ref, store_context(store));
	if (step->stands) {
		/* TRANSLATORS: what to do of a record, as "Write to whom AU-1 was reported" */
		char *text = xasprintf(_("%s: it stands as it was, so say it in the next one"), step->text);

		free(step->text);
		step->text = text;
	}
	free(whom);
	return ok;
}
