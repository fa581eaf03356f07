/*
 * What a table is: which of its rows names the columns, and whose register it holds. Its name says that,
 * or its refs, or that its header fits no other.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

#define ROWS_ABOVE 30 /* within which a header is looked for */

/* The first row most of whose cells name fields; else the one that names most.  *best: how many it names. */
static size_t header_for(const struct headings *headings, const struct grid *grid, size_t *best, bool *whole)
{
	size_t row, found = 0;

	*best = 0;
	*whole = false;
	for (row = 0; row < grid->count && row < ROWS_ABOVE; row++) {
		size_t filled, fit = headings_fit(headings, grid, row, &filled);

		/* Names of one column each: it is no header by itself. */
		if (row && import_names_part(grid, row - 1))
			continue;
		if (fit > *best) {
			*best = fit;
			*whole = fit == filled;
			found = row;
		}
		if (fit && fit * 2 > filled)
			break;
	}
	/* Above the headings may stand what groups them, in words of which some are headings too. */
	if (row + 1 < grid->count && row < ROWS_ABOVE && !import_names_part(grid, row)) {
		size_t filled, fit = headings_fit(headings, grid, row + 1, &filled);

		if (fit > 1 && fit >= *best && fit * 2 > filled) {
			*best = fit;
			*whole = fit == filled;
			found = row + 1;
		}
	}
	return import_names_part(grid, found) || import_groups_above(headings, grid, found) ? found + 1 : found;
}

/* The register that a ref belongs to by its prefix. */
static const struct register_def *register_of_ref(const char *ref)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		const char *prefix = dictionary[i]->prefix;
		size_t length = prefix ? strlen(prefix) : 0;

		if (length && strncasecmp(ref, prefix, length) == 0 && ref[length] == '-' && register_ref_form(ref))
			return dictionary[i];
	}
	return NULL;
}

/* What stands around the name of a register in those of files and sheets: "Registre des risques 2026", "Asset inventory". */
static const char before_names[] =
	"registre des|registre de|registre d|plan d|plan des|plan de|liste des|liste de|liste d|inventaire des|inventaire de|"
	"inventaire d|tableau des|tableau de|suivi des|suivi de|suivi d|journal des|journal de|"
	"cartographie des|analyse des|analyse de|evaluation des|list of|register of|inventory of|"
	"log of|it|isms|smsi|notre|nos|our|les|the",
		  behind_names[] =
			  "register|registry|list|inventory|log|tracker|tracking|analysis|assessment|map|mapping|"
			  "plan|export|extract|extraction|final|draft|copy|copie|v|version|du|de|of|smsi|isms|ssi";

/* Whether text ends in, or begins with, one of the words and is more than that; *length: how long what goes is, with its blank. */
static bool has_around(const char *text, const char *list, bool behind, size_t *length)
{
	size_t whole = strlen(text);

	for (; *list; list += *length, list += *list == '|') {
		*length = strcspn(list, "|");
		if (*length + 1 >= whole)
			continue;
		if (behind ? text[whole - *length - 1] == ' ' && strncmp(text + whole - *length, list, *length) == 0
			   : text[*length] == ' ' && strncmp(text, list, *length) == 0) {
			(*length)++;
			return true;
		}
	}
	return false;
}

/* The name within without numbers and what stands around it.  The caller frees. */
static char *name_within(const char *words)
{
	char *folded = heading_fold(words), *start = folded, *name;
	size_t length, end;
	bool shorter = true;

	while (shorter) {
		/* "2026", "03 2026", "v2" */
		end = strlen(start);
		while (end && strchr("0123456789", start[end - 1]))
			end--;
		shorter = end && end < strlen(start) && (start[end - 1] == ' ' || start[end - 1] == 'v');
		if (shorter) {
			start[start[end - 1] == ' ' ? end - 1 : end] = '\0';
		} else if (has_around(start, before_names, false, &length)) {
			start += length;
			shorter = true;
		} else if (has_around(start, behind_names, true, &length)) {
			start[strlen(start) - length] = '\0';
			shorter = true;
		}
	}
	name = xstrdup(start);
	free(folded);
	return name;
}

static const struct register_def *register_named(const char *folded)
{
	const struct register_def *found = NULL;
	size_t i, j;

	for (i = 0; dictionary[i] && !found; i++) {
		const struct register_def *def = dictionary[i];
		const char *const names[] = { def->name, def->label, def->plural, translation_in("fr", def->label),
			translation_in("fr", def->plural) };

		for (j = 0; j < sizeof names / sizeof names[0] && !found; j++) {
			char *name = heading_fold(names[j]);

			found = strcmp(name, folded) == 0 ? def : NULL;
			free(name);
		}
	}
	return found;
}

const struct register_def *import_register_called(const char *words)
{
	char *folded = heading_fold(words);
	const struct register_def *found = register_named(folded);

	free(folded);
	return found;
}

static const struct register_def *register_within(const char *words)
{
	const struct register_def *found = import_register_called(words);
	char *name = found ? NULL : name_within(words);

	found = found ? found : register_named(name);
	free(name);
	return found;
}

/* "risk.csv", or a sheet called "Risks". */
static const struct register_def *register_of_name(const struct import_plan *plan)
{
	const char *path = plan->details->path, *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path, *dot = strchr(base, '.');
	char *stem = xstrndup(base, dot ? (size_t)(dot - base) : strlen(base));
	const struct register_def *def = register_within(stem);

	free(stem);
	return def || !plan->sheet ? def : register_within(plan->sheet);
}

static const struct register_def *register_of_refs(const struct grid *grid, size_t header)
{
	size_t i;

	for (i = 0; i < grid->columns; i++) {
		const char *text = grid_at(grid, header + 1, i)->text;
		char *folded = heading_fold(grid_at(grid, header, i)->text);
		bool is_ref = strcmp(folded, "ref") == 0;

		free(folded);
		if (is_ref && register_of_ref(text))
			return register_of_ref(text);
	}
	return NULL;
}

void import_guess_header(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	struct headings *headings;
	size_t best;
	bool whole;

	if (details->header_given || !plan->def || details->shipped)
		return;
	headings = headings_of(plan->def);
	details->header = header_for(headings, &details->grid, &best, &whole);
	headings_free(headings);
}

void import_guess_register(struct import_plan *plan, bool *several)
{
	struct import_details *details = plan->details;
	const struct register_def *named = register_of_name(plan), *only = NULL, *most = NULL, *by_ref = NULL;
	size_t i, whole_count = 0, most_fit = 0, named_fit = 0;
	bool tie = false, named_whole = false;

	*several = false;
	for (i = 0; dictionary[i]; i++) {
		struct headings *headings = headings_of(dictionary[i]);
		size_t fit, filled, row = details->header;
		bool whole;

		if (details->header_given || details->shipped) {
			fit = headings_fit(headings, &details->grid, row, &filled);
			whole = fit && fit == filled;
		} else {
			row = header_for(headings, &details->grid, &fit, &whole);
		}
		headings_free(headings);
		if (dictionary[i] == named) {
			named_fit = fit;
			named_whole = whole;
		}
		if (!by_ref)
			by_ref = register_of_refs(&details->grid, row);
		only = whole ? dictionary[i] : only;
		whole_count += whole;
		tie = fit == most_fit || (fit < most_fit && tie);
		if (fit > most_fit) {
			most_fit = fit;
			most = dictionary[i];
		}
	}
	*several = whole_count > 1;
	if (named_whole || (named_fit && !by_ref && !whole_count))
		plan->def = named;
	else if (by_ref)
		plan->def = by_ref;
	else if (whole_count)
		plan->def = whole_count == 1 ? only : NULL;
	else
		plan->def = most_fit > 1 && !tie ? most : NULL;
}

void import_plan_likely(const struct import_plan *plan, size_t *fits)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		struct headings *headings = headings_of(dictionary[i]);
		size_t filled;
		bool whole;

		if (plan->details->header_given)
			fits[i] = headings_fit(headings, &plan->details->grid, plan->details->header, &filled);
		else
			header_for(headings, &plan->details->grid, &fits[i], &whole);
		headings_free(headings);
	}
}

char *import_guess_fits(const struct import_plan *plan)
{
	struct strings names = { 0 };
	char *list;
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		struct headings *headings = headings_of(dictionary[i]);
		size_t fit, filled;
		bool whole;

		if (plan->details->header_given) {
			fit = headings_fit(headings, &plan->details->grid, plan->details->header, &filled);
			whole = fit && fit == filled;
		} else {
			header_for(headings, &plan->details->grid, &fit, &whole);
		}
		headings_free(headings);
		if (whole && !dictionary[i]->made)
			strings_add(&names, dictionary[i]->name);
	}
	list = strings_join(&names, ", ");
	strings_free(&names);
	return list;
}
