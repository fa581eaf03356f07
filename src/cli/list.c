/* list FILE REGISTER: the records of a register; or what is due, and the quality of the records, over all of them. */
#include <stdlib.h>
#include <string.h>

#include "cli/lib.h"

/* The report whose lines are a list over all registers; NULL: there is none of that name. */
static const struct report_def *lines_of(const char *name)
{
	struct report_choice choice;

	return report_find(name, &choice) && choice.def->table ? choice.def : NULL;
}

/* Beside a list of what goes hour by hour: who waits to be told. */
static void tell_clocks(struct store *store, const struct register_def *def)
{
	struct clocks clocks;
	char *text;

	if (!def->hours || !clocks_read(store, &clocks, NULL))
		return;
	text = clocks_text(&clocks, environment_now());
	if (text)
		cli_message("%s", text);
	free(text);
	clocks_free(&clocks);
}

static bool run(const struct cli_words *words, struct error *error)
{
	const char *name = words->arguments.items[1];
	const struct report_def *lines = lines_of(name);
	const struct register_def *def = lines ? lines->lines : cli_register(name, error);
	const char *where = cli_option(words, "where"), *sort = cli_option(words, "sort");
	enum table_format format;
	struct store *store;
	struct query *query;
	struct output *output;
	bool ok;

	if (!def)
		return false;
	if (lines && sort)
		return error_set(
			error, ERROR_USAGE, _("This list has an order of its own; --sort does not go with it."));
	if (!cli_table_format(words, &format, error))
		return false;
	store = cli_open_to_list(words, error);
	if (!store)
		return false;
	query = query_new(def);
	ok = (!where || (query_parse(query, store_context(store), where, error) &&
				store_check_query(store, query, NULL, error))) &&
	     (!sort || query_sort(query, sort, error));
	output = ok ? output_open("-", true, error) : NULL;
	ok = output != NULL;
	if (ok) {
		ok = lines ? (lines->list ? lines->list : lines->table)(store, query, format, output, error)
			   : export_table(store, query, NULL, 0, format, output, error);
		/* Who reads the output may be slow. */
		store_read_release(store);
		if (ok)
			ok = output_end(output, error);
		else
			output_abandon(output);
	}
	if (ok && format == TABLE_TEXT)
		tell_clocks(store, def);
	query_free(query);
	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "where", "FILTER",
		N_("only the records that a filter lets through: 'status=open owner=\"Jeanne Roy\" due<today'") },
	{ "sort", "FIELD", N_("a field to sort by, -FIELD for the other way round") },
	{ "format", "table|tsv|csv|json", N_("table (default), tsv, csv or json") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_list = {
	.name = "list",
	.arguments = "FILE REGISTER",
	.least = 2,
	.most = 2,
	.options = options,
	.run = run,
	.summary = N_("list the records of a register"),
	.help = N_(
		"A table is for people; tsv, csv and json hold every field in the file's own form. A filter is made of FIELD=VALUE terms with = != < <= > >= ~ (contains), the words open and late, and words to search for; a path such as asset.owner follows references. FIELD(FILTER) asks that a record referred to passes a filter, FIELD!(FILTER) that none does; @FIELD stands for another field, \"or\" between two terms asks for one of them. #FIELD>2 counts the records that a field refers to, or how often another was changed. REGISTER may also be due (what is due in all registers) or quality (where the records fall short; --where=set_aside!= those set aside)."),
};
