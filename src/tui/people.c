/* The names of people for narrow columns, read once for a state of the file. */
#include "tui/internal.h"

#define PEOPLE_MOST 2000 /* more are not read for it: their names stay as they are */

static bool add_name(void *user, const struct row *row)
{
	struct short_names *names = user;

	if (row->cells[0].value)
		short_names_add(names, row->cells[0].value);
	return names->count <= PEOPLE_MOST;
}

const char *ui_short_name(struct ui *ui, const char *name)
{
	if (!ui->people_read || ui->people_generation != store_generation(ui->store)) {
		const char *const columns[] = { register_title(register_people())->name };
		struct query *query = query_new(register_people());

		short_names_free(&ui->people);
		if (!store_each_value(ui->store, query, columns, 1, add_name, &ui->people, NULL) ||
			ui->people.count > PEOPLE_MOST)
			short_names_free(&ui->people);
		short_names_settle(&ui->people);
		query_free(query);
		ui->people_read = true;
		ui->people_generation = store_generation(ui->store);
	}
	return short_names_find(&ui->people, name);
}
