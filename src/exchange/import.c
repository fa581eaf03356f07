/* Import: what kind of input it is, and the one action around it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/import.h"
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

static bool read_input(struct action *action, struct store *store, const char *input,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	const char *as = options->as;
	const struct register_def *def = NULL;
	struct stat status;
	bool table = false;

	if (strcmp(input, "-") != 0) {
		if (stat(input, &status) != 0)
			return cannot_read(ERROR_UNAVAILABLE, input, error);
		if (S_ISDIR(status.st_mode))
			return error_set(error, ERROR_UNAVAILABLE, _("%s is a folder."), input);
	}
	if (as && strncmp(as, "csv:", 4) == 0) {
		def = register_find(as + 4);
		if (!def)
			return error_set(error, ERROR_USAGE,
				_("There is no register %s; `noria help list` names them."), as + 4);
	} else if (as && strcmp(as, "catalogue") != 0 && strcmp(as, "soa") != 0) {
		return error_set(
			error, ERROR_USAGE, _("There is no kind %s; it is catalogue, soa or csv:REGISTER."), as);
	} else if (!as) {
		bool xml;

		if (!looks_like_xml(input, &xml, error))
			return false;
		table = !xml;
	}
	action_bulk(action);
	free(report->kind);
	report->kind = def ? xasprintf("csv:%s", def->name) : xstrdup(as ? as : table ? "csv" : "xml");
	if (def || table)
		return import_csv(action, store, input, def, options, report, error);
	return import_xml(action, store, input, as, kinds, report, error);
}

bool import_into(struct action *action, struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	bool before = store_take_file_form(store, true);
	bool ok = read_input(action, store, input, options, report, error);

	store_take_file_form(store, before);
	return ok;
}

bool import_file(struct store *store, const char *input, const char *as, bool dry_run, struct import_report *report,
	struct error *error)
{
	struct import_options options = { .as = as };
	struct action *action;

	memset(report, 0, sizeof *report);
	report->all = dry_run;
	action = action_begin(store, "import", error);
	if (!action)
		return false;
	if (!import_into(action, store, input, &options, report, error)) {
		action_rollback(action);
		return false;
	}
	/* One count for what is told now and what the journal tells later. */
	action_named(action, &report->added, &report->changed);
	if (dry_run) {
		action_rollback(action);
		return true;
	}
	return action_commit(action, error);
}
