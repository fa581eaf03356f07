/* list FILE REGISTER: the records of a register; or what is due, and the quality of the records, over all of them. */
#include <string.h>

#include "cli/lib.h"

/* Lists that are made of all registers: their lines have a form of their own. */
static const struct {
	const struct register_def *def;
	bool (*export)(struct store *store, const struct query *filter, enum table_format format, struct output *output, struct error *error);
} overall[] = { { &register_due, export_due }, { &register_quality, export_quality } };
#define OVERALL (sizeof overall / sizeof overall[0])

static bool run(const struct cli_words *words, struct error *error)
{
	static const char *const formats[] = { "table", "tsv", "csv", "json" };
	const struct register_def *def = NULL;
	const char *where = cli_option(words, "where"), *sort = cli_option(words, "sort"), *format = cli_option(words, "format");
	struct store *store;
	struct query *query;
	struct output *output;
	size_t i = 0, of;
	bool ok;

	for (of = 0; of < OVERALL && strcmp(overall[of].def->name, words->arguments.items[1]) != 0; of++)
		;
	def = of < OVERALL ? overall[of].def : cli_register(words->arguments.items[1], error);
	if (!def)
		return false;
	if (of < OVERALL && sort)
		return error_set(error, ERROR_USAGE, _("This list has an order of its own; --sort does not go with it."));
	if (format)
		for (i = 0; i < 4 && strcmp(formats[i], format) != 0; i++)
			;
	if (i == 4)
		return error_set(error, ERROR_USAGE, _("There is no format %s; it is one of table, tsv, csv, json."), format);
	store = cli_open(words->arguments.items[0], false, error);
	if (!store)
		return false;
	query = query_new(def);
	ok = (!where || (query_parse(query, store_context(store), where, error) && store_check_query(store, query, error))) && (!sort || query_sort(query, sort, error));
	output = ok ? output_open("-", true, error) : NULL;
	ok = output != NULL;
	if (ok) {
		ok = of < OVERALL ? overall[of].export(store, query, (enum table_format)i, output, error) : export_table(store, query, NULL, 0, (enum table_format)i, output, error);
		if (ok)
			ok = output_end(output, error);
		else
			output_abandon(output);
	}
	query_free(query);
	store_close(store);
	return ok;
}

static const struct cli_option options[] = {
	{ "where", true, N_("only the records that a filter lets through: 'status=open owner=\"Jeanne Roy\" due<today'") },
	{ "sort", true, N_("a field to sort by, -FIELD for the other way round") },
	{ "format", true, N_("table (default), tsv, csv or json") },
	{ NULL, false, NULL },
};

const struct cli_command cli_list = {
	.name = "list", .arguments = "FILE REGISTER", .least = 2, .most = 2, .options = options, .run = run,
	.summary = N_("list the records of a register"),
	.help = N_("A table is for people; tsv, csv and json hold every field in the file's own form. A filter is made of FIELD=VALUE terms with = != < <= > >= ~ (contains), the words open and late, and words to search for; a path such as asset.owner follows references. FIELD(FILTER) asks that a record referred to passes a filter, FIELD!(FILTER) that none does; @FIELD stands for another field, \"or\" between two terms asks for one of them. REGISTER may also be due (what is due in all registers) or quality (where the records fall short)."),
};
