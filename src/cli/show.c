/* show FILE REF: one record with all its fields. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "cli/lib.h"
#include "model/hours.h"
#include "report/audit.h"

static void print_field(const char *label, const char *text)
{
	struct strings lines = { 0 };
	char *padded = text_pad(label, 24, false), *shown = text_printable(text, true);
	size_t i;

	text_wrap(shown, 54, &lines);
	for (i = 0; i < lines.count; i++)
		cli_line("%s %s\n", i ? "                        " : padded, lines.items[i]);
	strings_free(&lines);
	free(shown);
	free(padded);
}

static char *with_titles(
	struct store *store, const struct record *record, const struct field_def *field, const char *value)
{
	return field_is_reference(field) ? store_references(store, value, REFERENCE_WHOLE, "\n")
					 : store_value_text(store, record, field, value);
}

/* A copy of what stood when the record was closed is not told, only where it is printed. */
static char *value_of(
	struct store *store, const struct record *record, const struct field_def *field, const char *value)
{
	const struct register_def *def = record->def;

	if (!def->snapshot.copy || strcmp(def->snapshot.copy, field->name) != 0)
		return with_titles(store, record, field, value);
	/* TRANSLATORS: a number of kilobytes, then a register and a ref of the command line */
	return xasprintf(_("kept as it stood, %zu kB; `noria export FILE %s:%s` prints it"), strlen(value) / 1000 + 1,
		def->name, record->ref);
}

/* For people, in the zone of the organisation as every time that they are shown. */
static void print_moment(struct store *store, const char *label, const char *moment)
{
	int64_t seconds;
	char *text = date_time_parse(moment, &seconds)
			     ? date_time_format_locale(seconds, store_context(store)->time_zone)
			     : xstrdup(moment);

	print_field(label, text);
	free(text);
}

/* Nothing where the register has no such notion. */
static void print_validity(struct store *store, const struct record *record)
{
	struct strings otherwise = { 0 };
	char *text;

	if (record->def->valid && store_validity(store, record, &otherwise, NULL)) {
		text = otherwise.count ? strings_join(&otherwise, " ") : NULL;
		print_field(_("Holds today"), text ? text : _("yes"));
		free(text);
	}
	strings_free(&otherwise);
	text = issue_since(store, record);
	if (text)
		print_field(_("Since it was issued"), text);
	free(text);
	text = audit_independence(store, record);
	if (text)
		print_field(_("Independent"), text);
	free(text);
}

/* "RC-2 does not hold any more: ..." */
static void print_lapsed(void *user, const char *ref, const char *why)
{
	char *text = xasprintf(_("%s does not hold any more: %s"), ref, why);

	(void)user;
	print_field(_("Acceptance"), text);
	free(text);
}

static void print_text(struct store *store, const struct record *record)
{
	const struct register_def *def = record->def;
	struct found_list links;
	struct strings told = { 0 };
	const char *warning;
	size_t i;

	print_field(_(def->label), record->ref);
	for (i = 0; i < def->field_count; i++) {
		char *text = app_inherited(store, record, &def->fields[i]);

		if (!text && record->values[i] && !(def->fields[i].flags & FIELD_INTERNAL) &&
			!record_says_by(record, &def->fields[i]))
			text = value_of(store, record, &def->fields[i], record->values[i]);
		if (!text)
			continue;
		print_field(_(def->fields[i].label), text);
		free(text);
	}
	if (hours_assumption(record))
		print_field(_("Clock"), hours_assumption(record));
	print_validity(store, record);
	store_each_lapsed(store, record, print_lapsed, NULL);
	print_moment(store, _("Created"), record->created);
	print_moment(store, _("Changed"), record->updated);
	warning = record_warning(record, store_context(store));
	if (warning)
		print_field(_("Warning"), warning);
	for (i = 0; i < def->field_count; i++)
		if ((def->fields[i].flags & (FIELD_INVERSE | FIELD_INTERNAL)) == FIELD_INVERSE && record->values[i])
			strings_split(&told, record->values[i]);
	if (store_backlinks(store, record->id, &links, NULL)) {
		bool any = false;

		for (i = 0; i < links.count; i++) {
			char *line;

			/* What a field above names already. */
			if (strings_contain(&told, links.items[i].ref))
				continue;
			line = store_reference(store, links.items[i].ref, REFERENCE_WHOLE);
			print_field(any ? "" : _("Linked from"), line);
			any = true;
			free(line);
		}
		found_free(&links);
	}
	strings_free(&told);
}

static bool print_json(const struct record *record, struct error *error)
{
	struct output *output = output_open("-", true, error);
	struct buffer json = { 0 };

	if (!output)
		return false;
	export_record_json(&json, record);
	buffer_add_char(&json, '\n');
	output_write(output, json.data, json.length);
	buffer_free(&json);
	return output_end(output, error);
}

static bool run(const struct cli_words *words, struct error *error)
{
	const char *format = cli_option(words, "format");
	struct store *store;
	struct record *record;
	bool ok = true;

	if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return error_set(error, ERROR_USAGE, _("There is no format %s; it is text or json."), format);
	store = cli_open_to_read(words, error);
	if (!store)
		return false;
	record = store_record_by_ref(store, words->arguments.items[1], error);
	if (record && format && strcmp(format, "json") == 0) {
		ok = print_json(record, error);
	} else if (record) {
		print_text(store, record);
	} else {
		ok = false;
	}
	record_free(record);
	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "format", "text|json", N_("text (default) or json") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_show = {
	.name = "show",
	.arguments = "FILE REF",
	.least = 2,
	.most = 2,
	.options = options,
	.run = run,
	.summary = N_("show one record"),
	.help = N_(
		"All fields of the record, and the records that refer to it. A control of the SoA's catalogue may be named by its number, A.5.1."),
};
