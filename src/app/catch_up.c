/* What the program does by itself once its day has come: at each opening for writing, at midnight, and before a list. */
#include <stdlib.h>

#include "app/catch_up.h"
#include "app/catch_up_parts.h"
#include "app/indicators.h"
#include "app/snapshot.h"

static bool indicators(struct store *store, size_t *missed, struct error *error)
{
	(void)missed;
	return indicators_catch_up(store, error);
}

static bool month(struct store *store, size_t *missed, struct error *error)
{
	(void)missed;
	return snapshot_month(store, NULL, error);
}

/*
 * waits: a cheap question, asked at each opening.  raise: one action; what another program did meanwhile is found done.
 * long_work: where keys may come meanwhile it is left to who counts in slices.
 */
static const struct part {
	bool (*waits)(struct store *store);
	bool (*raise)(struct store *store, size_t *missed, struct error *error);
	bool long_work;
} parts[] = {
	{ checks_wait, checks_catch_up, false },
	{ indicators_wait, indicators, false },
	/* Last: it tells how things stood with what was missed and measured. */
	{ snapshot_month_is_due, month, true },
};

/* Nothing is built on a journal that does not go on from the one seen last, before somebody has looked at it. */
static bool is_sound(struct store *store)
{
	char *alarm = store_alarm(store);
	bool sound = alarm == NULL;

	free(alarm);
	return sound;
}

bool catch_up_waits(struct store *store)
{
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts[i].waits(store))
			return true;
	return false;
}

size_t catch_up(struct store *store, bool keys_wait)
{
	size_t i, missed = 0;

	if (!store || store_is_read_only(store) || store_is_look(store) || !catch_up_waits(store) || !is_sound(store))
		return 0;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		struct error error = { 0 };

		if (!(keys_wait && parts[i].long_work) && parts[i].waits(store) &&
			!parts[i].raise(store, &missed, &error))
			environment_log("catching up: %s", error.message ? error.message : "");
		error_clear(&error);
	}
	return missed;
}

void catch_up_file(const char *path)
{
	struct error error = { 0 };
	struct store *store = store_open(path, STORE_NO_WAIT, &error);

	catch_up(store, false);
	store_close(store);
	error_clear(&error);
}
