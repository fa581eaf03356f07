/* Import: what kind of input it is, and the one action around it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/import.h"
#include "exchange/tools/tool.h"
#include "exchange/xml.h"

/* XML begins with '<', after a byte order mark and white space, in UTF-16 too. */
static bool is_xml_start(const unsigned char *start, size_t count)
{
	size_t i = 0;

	if (count >= 3 && memcmp(start, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < count && start[i] && strchr(" \t\r\n", start[i]))
		i++;
	return i < count && (start[i] == '<' || (count >= 4 && (memcmp(start, "\xff\xfe<", 4) == 0 ||
								       memcmp(start, "\xfe\xff\0<", 4) == 0)));
}

static bool cannot_read(enum error_kind kind, const char *input, struct error *error)
{
	return error_set(error, kind, _("%s cannot be read: %s."), input, strerror(errno ? errno : EIO));
}

/* False, with an error: it could not be read, which says nothing of what it is. */
static bool looks_like_xml(const char *input, bool *is_xml, struct error *error)
{
	unsigned char start[64] = { 0 };
	FILE *file;
	size_t count = 0;
	int c;

	if (strcmp(input, "-") == 0) {
		/* Four bytes tell, and may be put back. */
		while (count < 4 && (c = getc(stdin)) != EOF)
			start[count++] = (unsigned char)c;
		if (ferror(stdin))
			return cannot_read(ERROR_SYSTEM, _("standard input"), error);
		for (c = (int)count; c > 0; c--)
			ungetc(start[c - 1], stdin);
		*is_xml = is_xml_start(start, count);
		return true;
	}
	file = fopen(input, "re");
	if (!file)
		return cannot_read(ERROR_UNAVAILABLE, input, error);
	errno = 0;
	count = fread(start, 1, sizeof start, file);
	if (ferror(file)) {
		cannot_read(ERROR_SYSTEM, input, error);
		fclose(file);
		return false;
	}
	fclose(file);
	*is_xml = is_xml_start(start, count);
	return true;
}

/* The documents that are read, by their root. */
static const struct xml_kind kinds[] = {
	{ "soa", soa_read },
	{ "catalogue", catalogue_read },
	{ NULL, NULL },
};

static bool is_a_document(const char *as)
{
	size_t i;

	for (i = 0; kinds[i].root; i++)
		if (strcmp(kinds[i].root, as) == 0)
			return true;
	return false;
}

static bool no_kind(const char *as, struct error *error)
{
	struct strings kinds_of_tools = { 0 };
	char *others;

	import_tools(&kinds_of_tools);
	others = strings_join(&kinds_of_tools, ", ");
	strings_free(&kinds_of_tools);
	/* TRANSLATORS: what --as says; the words for other programs that there are */
	error_set(error, ERROR_USAGE,
		_("There is no kind %s; it is catalogue, soa, a register such as risk, or one of %s."), as, others);
	free(others);
	return false;
}

/* Who has the statement as a table says the same word for it.  False: it cannot be read. */
static bool soa_is_table(const char *input, bool *table, struct error *error)
{
	bool xml;

	if (!looks_like_xml(input, &xml, error))
		return false;
	*table = !xml;
	return true;
}

/* True: it is a table; else XML.  False as answer: it can be neither, error says why. */
static bool is_a_table(const char *input, const struct import_options *options, bool *table, struct error *error)
{
	const char *as = options->as;
	struct stat status;
	bool xml, passes = false;

	if (strcmp(input, "-") != 0) {
		if (stat(input, &status) != 0)
			return cannot_read(ERROR_UNAVAILABLE, input, error);
		if (S_ISDIR(status.st_mode))
			return error_set(error, ERROR_UNAVAILABLE, _("%s is a folder."), input);
		passes = !S_ISREG(status.st_mode);
	}
	*table = as && (strncmp(as, "csv:", 4) == 0 || (!is_a_document(as) && import_register_called(as)));
	if (as) {
		if (is_a_document(as))
			return strcmp(as, "soa") != 0 || passes || soa_is_table(input, table, error);
		return *table || no_kind(as, error);
	}
	/* A pipe by its name gives its bytes once: none are taken for a look.  A document there has --as. */
	*table = passes;
	if (passes)
		return true;
	if (!looks_like_xml(input, &xml, error))
		return false;
	*table = !xml;
	return true;
}

static bool read_document(struct action *action, struct store *store, const char *input,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	bool before = store_take_file_form(store, true), ok;

	action_bulk(action);
	free(report->kind);
	report->kind = xstrdup(options->as ? options->as : "xml");
	ok = import_xml(action, store, input, options->as, kinds, report, error);
	store_take_file_form(store, before);
	return ok;
}

bool import_is_table(const char *input, bool *table, struct error *error)
{
	static const struct import_options none = { 0 };

	/* What another program wrote whole is no table, whatever it is kept in. */
	if (tool_of_file(input)) {
		*table = false;
		return true;
	}
	return is_a_table(input, &none, table, error);
}

bool import_into(struct action *action, struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	bool table;

	if (!is_a_table(input, options, &table, error))
		return false;
	if (table)
		return import_table_into(action, store, input, options, report, error);
	return read_document(action, store, input, options, report, error);
}

bool import_file(struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	const struct tool *tool = options->as ? tool_named(options->as) : tool_of_file(input);
	struct action *action;
	bool table;

	memset(report, 0, sizeof *report);
	report->all = options->dry_run;
	if (tool)
		return tool_import(store, tool, input, NULL, options, report, error);
	if (!is_a_table(input, options, &table, error))
		return false;
	if (table)
		return import_table_file(store, input, options, report, error);
	action = action_begin(store, "import", error);
	if (!action)
		return false;
	if (!read_document(action, store, input, options, report, error)) {
		action_rollback(action);
		return false;
	}
	/* One count for what is told now and what the journal tells later. */
	action_named(action, &report->added, &report->changed);
	if (options->dry_run) {
		action_rollback(action);
		return true;
	}
	return action_commit(action, error);
}
