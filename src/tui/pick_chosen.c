/* What is chosen in a picker of several, and what of it was touched. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick_chosen.h"

static struct chosen_entry *find(const struct chosen *chosen, const char *key)
{
	size_t i;

	for (i = 0; i < chosen->count; i++)
		if (strcmp(chosen->entries[i].key, key) == 0)
			return &chosen->entries[i];
	return NULL;
}

static struct chosen_entry *add(struct chosen *chosen, const char *key, const char *label, enum tick was)
{
	struct chosen_entry *entry;

	chosen->entries = xreallocarray(chosen->entries, chosen->count + 1, sizeof *chosen->entries);
	entry = &chosen->entries[chosen->count++];
	entry->key = xstrdup(key);
	entry->label = xstrdup(label ? label : key);
	entry->was = entry->now = was;
	return entry;
}

void chosen_begin(struct chosen *chosen, const char *key, const char *label, enum tick tick)
{
	if (!find(chosen, key))
		add(chosen, key, label, tick);
}

void chosen_begin_all(struct chosen *chosen, const char *keys, enum tick tick)
{
	struct strings each = { 0 };
	size_t i;

	strings_split(&each, keys);
	for (i = 0; i < each.count; i++)
		chosen_begin(chosen, each.items[i], NULL, tick);
	strings_free(&each);
}

void chosen_name(struct chosen *chosen, const char *key, const char *label)
{
	struct chosen_entry *entry = find(chosen, key);

	if (!entry)
		return;
	free(entry->label);
	entry->label = xstrdup(label);
}

enum tick chosen_tick(const struct chosen *chosen, const char *key)
{
	const struct chosen_entry *entry = find(chosen, key);

	return entry ? entry->now : TICK_NONE;
}

void chosen_turn(struct chosen *chosen, const char *key, const char *label)
{
	struct chosen_entry *entry = find(chosen, key);

	if (!entry)
		entry = add(chosen, key, label, TICK_NONE);
	switch (entry->now) {
	case TICK_SOME:
	case TICK_NONE:
		entry->now = entry->now == TICK_NONE && entry->was == TICK_SOME ? TICK_SOME : TICK_ALL;
		break;
	case TICK_ALL:
		entry->now = TICK_NONE;
		break;
	}
}

size_t chosen_count(const struct chosen *chosen)
{
	size_t count = 0, i;

	for (i = 0; i < chosen->count; i++)
		count += chosen->entries[i].now != TICK_NONE;
	return count;
}

bool chosen_any_some(const struct chosen *chosen)
{
	size_t i;

	for (i = 0; i < chosen->count; i++)
		if (chosen->entries[i].was == TICK_SOME)
			return true;
	return false;
}

/* The keys of those that are in that state; changed: and were in another. */
static char *keys_of(const struct chosen *chosen, enum tick now, bool changed)
{
	struct strings keys = { 0 };
	char *joined;
	size_t i;

	for (i = 0; i < chosen->count; i++)
		if (chosen->entries[i].now == now && (!changed || chosen->entries[i].was != now))
			strings_add(&keys, chosen->entries[i].key);
	joined = keys.count ? strings_join(&keys, ",") : xstrdup("");
	strings_free(&keys);
	return joined;
}

char *chosen_value(const struct chosen *chosen)
{
	return keys_of(chosen, TICK_ALL, false);
}

char *chosen_came(const struct chosen *chosen)
{
	return keys_of(chosen, TICK_ALL, true);
}

char *chosen_went(const struct chosen *chosen)
{
	return keys_of(chosen, TICK_NONE, true);
}

const char *tick_text(enum tick tick)
{
	return tick == TICK_ALL ? "[x]" : tick == TICK_SOME ? "[-]" : "[ ]";
}

/* The rest that has no room is told by its number. */
static void draw_more(struct area area, int line, int at, size_t more)
{
	char *text = xasprintf(ngettext("and %zu more", "and %zu more", more), more);

	draw_text(area.top + line, area.left + at, area.width - at, STYLE_DIM, text, false);
	free(text);
}

int chosen_draw(const struct chosen *chosen, struct area area, int most, bool draw)
{
	int line = 0, at = 0, rest = 18; /* columns kept in the last line for what has no room */
	size_t i, left = chosen_count(chosen);

	for (i = 0; i < chosen->count; i++) {
		const struct chosen_entry *entry = &chosen->entries[i];
		int width = text_columns(entry->label) + 4;

		if (entry->now == TICK_NONE)
			continue;
		if (width > area.width - rest)
			width = area.width - rest;
		if (at && at + width > area.width - (line + 1 == most && left > 1 ? rest : 0)) {
			if (line + 1 == most) {
				if (draw)
					draw_more(area, line, at, left);
				return most;
			}
			line++;
			at = 0;
		}
		if (draw) {
			draw_text(area.top + line, area.left + at, 3, STYLE_ACCENT, tick_text(entry->now), false);
			draw_text(area.top + line, area.left + at + 4, width - 4, STYLE_PLAIN, entry->label, false);
		}
		at += width + 2;
		left--;
	}
	return at ? line + 1 : 0;
}

void chosen_free(struct chosen *chosen)
{
	size_t i;

	for (i = 0; i < chosen->count; i++) {
		free(chosen->entries[i].key);
		free(chosen->entries[i].label);
	}
	free(chosen->entries);
	memset(chosen, 0, sizeof *chosen);
}
