/* The names of people for narrow columns, read once for a state of the file. */
#include "tui/internal.h"

#define PEOPLE_MOST 2000 /* more are not read for it: their names stay as they are */

static bool add_name(void *user, const char *name)
{
	struct short_names *names = user;

	short_names_add(names, name);
	return names->count <= PEOPLE_MOST;
}

const char *ui_short_name(struct ui *ui, const char *name)
{
	if (!ui->people_read || ui->people_generation != store_generation(ui->store)) {
		short_names_free(&ui->people);
		if (!store_each_title(ui->store, register_people(), add_name, &ui->people, NULL) ||
			ui->people.count > PEOPLE_MOST)
			short_names_free(&ui->people);
		short_names_settle(&ui->people);
		ui->people_read = true;
		ui->people_generation = store_generation(ui->store);
	}
	return short_names_find(&ui->people, name);
}
