/* The master table of reports: each entry is whole, and noria(1) tells of it what it says. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/lib.h"

/* What a report needs in order to come in a format. */
static bool can_be_made(const struct report_def *def, const struct format_def *format)
{
	switch (format->kind) {
	case FORMAT_XML:
		return def->xml && def->xml_root;
	case FORMAT_CALENDAR:
		return def->calendar && def->lines;
	case FORMAT_TABLE:
		if (def->table)
			return def->lines && (def->build || !format->helper);
		/* Of a document only these are made. */
		return def->base || def == &report_register ||
		       (def->build && (format->helper || format->table == TABLE_CSV));
	case FORMAT_PAGE:
		return def->build && (format->helper || format->render);
	}
	return false;
}

static void is_whole(const struct report_def *def)
{
	size_t i, j;

	cr_expect(def->label && def->help && def->formats && def->formats[0], "%s lacks a part", def->name);
	cr_expect(def->help[strlen(def->help) - 1] == '.', "%s: its help is a sentence", def->name);
	cr_expect(!def->of || (def->about && register_find(def->of)), "%s: of what record it is made", def->name);
	cr_expect(!def->base || register_find(def->base), "%s: there is no register %s", def->name, def->base);
	for (i = 0; def->formats[i]; i++) {
		const struct format_def *format = format_find(def->formats[i]);

		cr_assert(format, "%s: there is no format %s", def->name, def->formats[i]);
		cr_expect(can_be_made(def, format), "%s cannot be made as %s", def->name, format->name);
		for (j = 0; j < i; j++)
			cr_expect_str_neq(def->formats[j], def->formats[i]);
	}
	cr_expect_eq(report_has_format(def, "xml"), def->xml != NULL, "%s: XML", def->name);
	cr_expect_eq(report_has_format(def, "ics"), def->calendar != NULL, "%s: a calendar", def->name);
	cr_expect_eq(report_has_format(def, "text"), def->build != NULL, "%s: text", def->name);
}

Test(report_table, every_entry_is_whole_and_alone)
{
	size_t i, j;

	is_whole(&report_register);
	for (i = 0; reports[i]; i++) {
		is_whole(reports[i]);
		for (j = 0; j < i; j++)
			cr_expect(reports[i]->about != reports[j]->about ||
					  strcmp(reports[i]->name, reports[j]->name) != 0,
				"there are two reports %s", reports[i]->name);
	}
	cr_assert_gt(i, 10);
}

Test(report_table, each_is_found_by_what_one_asks_for)
{
	struct report_choice choice;
	size_t i;

	for (i = 0; reports[i]; i++) {
		char *usage = report_usage(reports[i]);

		cr_assert(report_find(usage, &choice), "%s", usage);
		cr_expect_eq(choice.def, reports[i], "%s", usage);
		cr_expect_eq(choice.ref != NULL, reports[i]->about, "%s", usage);
		if (choice.ref)
			cr_expect_str_eq(choice.ref, "REF");
		free(usage);
	}
	cr_assert(report_find("person", &choice));
	cr_expect_eq(choice.def, &report_register);
	cr_expect_eq(choice.base, register_find("person"));
	cr_expect_not(report_find("so", &choice));
	cr_expect_not(report_find("history", &choice));
	cr_expect_not(report_find("risks:R-1", &choice));
	cr_expect_not(report_find("person:P-1", &choice));
	cr_expect_not(report_find("", &choice));
}

/* ---- noria(1) ---- */

/* "soa:REF (xml)" of a line of roff, whose macros join their words but for what stands in quotes; the caller frees. */
static char *plain(const char *line)
{
	struct buffer text = { 0 };
	bool macro = *line == '.', quoted = false;

	if (macro)
		line += strcspn(line, " ") + 1;
	for (; *line && *line != '\n'; line++) {
		if (line[0] == '\\' && line[1] == 'f')
			line += 2;
		else if (*line == '"' && macro)
			quoted = !quoted;
		else if (*line != '\\' && (*line != ' ' || !macro || quoted))
			buffer_add_char(&text, *line);
	}
	return buffer_take(&text);
}

static bool next_line(FILE *file, char **line)
{
	static char *kept;
	static size_t size;
	bool more = getline(&kept, &size, file) > 0;

	*line = kept;
	return more;
}

/* The entries of the section REPORTS: what stands in each head, and below it. */
static void read_manual(struct strings *heads, struct strings *texts)
{
	char *path = xasprintf("%s/man/noria.1", getenv("NORIA_SOURCE")), *line;
	FILE *file = fopen(path, "r");
	bool inside = false;

	cr_assert(file, "%s", path);
	while (next_line(file, &line)) {
		if (strncmp(line, ".SH ", 4) == 0)
			inside = strcmp(line, ".SH REPORTS\n") == 0;
		if (!inside || strcmp(line, ".TP\n") != 0)
			continue;
		cr_assert(next_line(file, &line));
		strings_take(heads, plain(line));
		cr_assert(next_line(file, &line));
		strings_take(texts, plain(line));
	}
	fclose(file);
	free(path);
}

static void stands_in(const struct report_def *def, struct strings *heads, struct strings *texts)
{
	struct strings formats = { 0 };
	char *usage = report_usage(def), *list, *head;
	size_t i;

	for (i = 0; def->formats[i]; i++)
		strings_add(&formats, def->formats[i]);
	list = strings_join(&formats, ", ");
	head = xasprintf("%s (%s)", usage, list);
	for (i = 0; i < heads->count && strcmp(heads->items[i], head) != 0; i++)
		;
	cr_expect(i < heads->count, "noria(1), REPORTS, has no \"%s\"", head);
	if (i < heads->count)
		cr_expect_str_eq(texts->items[i], def->help);
	free(usage);
	free(list);
	free(head);
	strings_free(&formats);
}

Test(report_table, the_manual_tells_of_each_report_and_of_no_other)
{
	struct strings heads = { 0 }, texts = { 0 };
	size_t i;

	read_manual(&heads, &texts);
	for (i = 0; reports[i]; i++)
		stands_in(reports[i], &heads, &texts);
	stands_in(&report_register, &heads, &texts);
	/* As many as there are, and each of them was found. */
	cr_expect_eq(heads.count, i + 1, "noria(1), REPORTS, has %zu entries, the table %zu", heads.count, i + 1);
	strings_free(&heads);
	strings_free(&texts);
}
