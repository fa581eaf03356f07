/* A name of a person in two columns, "Nom" and "Prénom": which columns are its parts, and what they say together. */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"
#include "exchange/people.h"

bool import_names_part(const struct grid *grid, size_t row)
{
	size_t i, over = 0, given = 0, others = 0;

	for (i = 0; row + 1 < grid->count && i < grid->columns; i++) {
		const char *text = grid_at(grid, row + 1, i)->text;
		bool named = !grid_is_blank(grid_at(grid, row, i)->text), blank = grid_is_blank(text);
		enum name_part part = blank ? NAME_WHOLE : name_part_of(text);

		if (!blank && (part == NAME_WHOLE || (!named && !over)))
			return false;
		over += named;
		given += part == NAME_GIVEN;
		others += !blank && part != NAME_GIVEN;
	}
	/* What stands alone above two names is the title of the table. */
	return over > 1 && given && others;
}

bool import_names_person(const struct import_plan *plan, const struct field_def *field)
{
	if (!field || plan->details->shipped || plan->details->foreign)
		return false;
	if (plan->def->flags & REGISTER_PEOPLE && field == register_title(plan->def))
		return true;
	return field->type->storage == STORED_REFERENCE && register_find(field->target)->flags & REGISTER_PEOPLE;
}

/* What is left of "prenom du responsable" or "owner first name" without that part of a name; NULL: nothing is.  Into the text. */
static char *without_part(char *folded)
{
	static const char *const parts = NAME_GIVEN_WORDS "|" NAME_FAMILY_WORDS "|nom|name";
	static const char *const between[] = { "of the ", "of ", "du ", "de la ", "de l ", "de ", "d " };
	const size_t length = strlen(folded);
	const char *part;
	size_t i, size;

	for (part = parts; *part; part += size + (part[size] == '|')) {
		size = strcspn(part, "|");
		if (size + 1 >= length)
			continue;
		if (strncmp(folded, part, size) == 0 && folded[size] == ' ') {
			folded += size + 1;
			for (i = 0; i < sizeof between / sizeof *between; i++)
				if (strncmp(folded, between[i], strlen(between[i])) == 0)
					return folded + strlen(between[i]);
			return folded;
		}
		if (strncmp(folded + length - size, part, size) == 0 && folded[length - size - 1] == ' ') {
			folded[length - size - 1] = '\0';
			return folded;
		}
	}
	return NULL;
}

bool import_names_heading(const struct import_plan *plan, const char *heading, struct heading *found)
{
	char *folded, *rest;
	struct heading of = { 0 };
	bool is;

	if (name_part_of(heading) == NAME_WHOLE || !plan->details->headings)
		return false;
	folded = heading_fold(heading);
	rest = without_part(folded);
	is = rest && headings_find(plan->details->headings, rest, &of) && of.use == USE_FIELD &&
	     import_names_person(plan, of.field);
	if (is)
		*found = (struct heading){ USE_FIELD, of.field, BY_SYNONYM, NULL };
	free(folded);
	return is;
}

/* Whether what the column is taken for is the name of one person. */
static bool names_person(const struct import_plan *plan, const struct import_column *column)
{
	return column->use == USE_FIELD && import_names_person(plan, column->field);
}

void import_names_take(const struct import_plan *plan, struct import_column *column, enum name_part said)
{
	const enum name_part own = name_part_of(column->heading);

	column->beside = 0;
	column->part = !names_person(plan, column) ? NAME_WHOLE : said ? said : own;
	/* A plain "Nom" is whole where the other half lacks, whatever was said of it in another table. */
	column->half = column->part && own != NAME_PLAIN && (said || column->origin < BY_MEMORY);
}

bool import_names_are_one(const struct import_column *one, const struct import_column *other)
{
	return one->use == USE_FIELD && other->use == USE_FIELD && one->field == other->field && one->part &&
	       other->part && (one->part == NAME_GIVEN) != (other->part == NAME_GIVEN);
}

/* What a half has taken for itself, though a column of whole names stands behind it, is that one's. */
static void give_whole(struct import_plan *plan, const struct field_def *field)
{
	struct heading found;
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		if (column->use != USE_UNKNOWN || name_part_of(column->heading) != NAME_WHOLE ||
			!plan->details->headings || !headings_find(plan->details->headings, column->heading, &found) ||
			found.field != field)
			continue;
		column->use = found.use;
		column->field = found.field;
		column->origin = found.origin;
		return;
	}
}

char *import_names_said(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place], *other;
	bool given = column->part == NAME_GIVEN;

	if (!column->beside || column->beside <= place + 1)
		return NULL;
	other = &plan->columns[column->beside - 1];
	/* TRANSLATORS: a field; the headings of the columns of given names and of family names */
	return xasprintf(_("%s: \"%s\" and \"%s\" are one name, in this order."), _(column->field->label),
		given ? column->heading : other->heading, given ? other->heading : column->heading);
}

/* What the cell says of the name; "": nothing, or that nothing is known.  The caller frees. */
static char *part_at(const struct import_plan *plan, size_t row, size_t column)
{
	char *line = text_one_line(grid_at(&plan->details->grid, row, column)->text), *part;
	struct buffer plain = { 0 };
	const char *at;

	/* Blanks that do not break would be seen by nobody in the name. */
	for (at = line; *at;) {
		size_t blanks = text_blanks(at);

		if (blanks && plain.length && at[blanks])
			buffer_add_char(&plain, ' ');
		else if (!blanks)
			buffer_add_char(&plain, *at++);
		at += blanks;
	}
	part = xstrdup(plain.length ? plain.data : "");
	buffer_free(&plain);
	free(line);
	/* Na and Nil are names. */
	if (field_names_nothing(part))
		*part = '\0';
	return part;
}

/* What family names begin with that are whole though they end as a given one: Ben Ali, Saint Martin. */
static bool has_particle(const char *name)
{
	static const char *const particles[] = { "ben", "bin", "bint", "ibn", "abu", "abou", "abd", "al", "el", "ait",
		"ould", "saint", "sainte", "san", "santa", "st", "ste", "mac", "mc", "van", "von", "der", "den", "de",
		"da", "di", "do", "dos", "du", "des", "del", "della", "la", "le", "les" };
	size_t length = strcspn(name, " "), i;

	for (i = 0; i < sizeof particles / sizeof *particles; i++)
		if (strlen(particles[i]) == length && strncmp(name, particles[i], length) == 0)
			return true;
	return false;
}

/*
 * Whether one part has the other in it already: "Jeanne Roy" beside "Jeanne".  ends: "Roy Jeanne" too, which a family
 * name may be by itself.
 */
static bool holds(const char *whole, const char *part, bool ends)
{
	char *a = text_fold_typed(whole), *b = text_fold_typed(part);
	size_t length = strlen(a), inner = strlen(b);
	bool is = length > inner + 1 && ((strncmp(a, b, inner) == 0 && a[inner] == ' ') ||
						(ends && strcmp(a + length - inner, b) == 0 &&
							a[length - inner - 1] == ' ' && !has_particle(a)));

	is = is || (length == inner && strcmp(a, b) == 0 && strchr(a, ' '));
	free(a);
	free(b);
	return is;
}

/* Whether the column of family names has whole ones: nearly all of them hold the given one. */
static bool is_whole(const struct import_plan *plan, size_t given_at, size_t family_at)
{
	size_t row, both = 0, whole = 0;

	for (row = plan->details->header + 1; row < plan->details->grid.count; row++) {
		char *given = part_at(plan, row, given_at), *family = part_at(plan, row, family_at);

		if (*given && *family) {
			both++;
			whole += holds(family, given, true);
		}
		free(given);
		free(family);
	}
	return both && whole * 10 >= both * 9;
}

void import_names_pair(struct import_plan *plan)
{
	size_t i, j;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		column->beside = 0;
		for (j = 0; j < plan->column_count && column->part; j++)
			if (j != i && import_names_are_one(column, &plan->columns[j]))
				column->beside = j + 1;
	}
	/* A given name alone is nobody's name, unless somebody says so. */
	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		if (column->use != USE_FIELD || !column->half || column->beside)
			continue;
		give_whole(plan, column->field);
		column->use = column->filled ? USE_UNKNOWN : USE_NOTHING;
		column->field = NULL;
		column->origin = BY_NOTHING;
	}
	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		size_t beside = column->beside ? column->beside - 1 : i;

		column->whole = column->beside &&
				(column->part == NAME_GIVEN ? is_whole(plan, i, beside) : is_whole(plan, beside, i));
	}
}

static bool of_people(const struct import_plan *plan, const struct field_def *field)
{
	return plan->def->flags & REGISTER_PEOPLE && field == register_title(plan->def);
}

/* "Jeanne (DSI)": what stands in brackets behind a part, which is a function; NULL: nothing.  The caller frees. */
static char *take_brackets(char *part)
{
	char *open = strchr(part, '('), *function;
	size_t length = strlen(part);

	if (!open || open == part || part[length - 1] != ')' || strchr(part, ')') != part + length - 1)
		return NULL;
	function = xstrndup(open + 1, strlen(open + 1) - 1);
	while (open > part && open[-1] == ' ')
		open--;
	*open = '\0';
	return function;
}

char *import_names_function(const struct import_plan *plan, size_t row, size_t column)
{
	const struct import_column *one = &plan->columns[column];
	char *part, *function = NULL;
	size_t i;

	for (i = 0; i < 2 && !function && one->beside && of_people(plan, one->field); i++) {
		part = part_at(plan, row, i ? column : one->beside - 1);
		function = take_brackets(part);
		free(part);
	}
	return function;
}

/* "M. Petit" under a family name is Petit, and "Roy, Jeanne" there, with no given name beside, is both. */
static void turn_round(char **given, char **family)
{
	const char *bare = person_after_courtesy(*family);
	char *comma;

	if (bare != *family)
		memmove(*family, bare, strlen(bare) + 1);
	comma = strchr(*family, ',');
	if (**given || !comma || comma == *family || strchr(comma + 1, ',') || !comma[1 + text_blanks(comma + 1)])
		return;
	free(*given);
	*given = xstrdup(comma + 1 + text_blanks(comma + 1));
	*comma = '\0';
}

bool import_names_lack(const struct import_plan *plan, size_t row, size_t column, char **alone)
{
	const struct import_column *one = &plan->columns[column];
	const struct register_def *people;
	char *given, *family;
	bool lack;

	*alone = NULL;
	if (!one->beside)
		return false;
	people = of_people(plan, one->field) ? plan->def : register_find(one->field->target);
	given = part_at(plan, row, one->part == NAME_GIVEN ? column : one->beside - 1);
	family = part_at(plan, row, one->part == NAME_GIVEN ? one->beside - 1 : column);
	lack = *given && !*family && !strchr(given, ' ') && !store_find_name(plan->details->store, people, given);
	if (lack)
		*alone = xstrdup(given);
	free(given);
	free(family);
	return lack;
}

char *import_names_joined(const struct import_plan *plan, size_t row, size_t column)
{
	size_t beside = plan->columns[column].beside - 1;
	bool first = plan->columns[column].part == NAME_GIVEN;
	char *given = part_at(plan, row, first ? column : beside), *given_function = take_brackets(given),
	     *family = part_at(plan, row, first ? beside : column), *family_function = take_brackets(family), *name;
	const char *function = given_function ? given_function : family_function;

	turn_round(&given, &family);
	if (!*given || (*family && holds(family, given, plan->columns[column].whole)))
		name = xstrdup(family);
	else if (!*family || holds(given, family, false))
		name = xstrdup(given);
	else
		name = xasprintf("%s %s", given, family);
	/* Of a person's own row it is a field of its own. */
	if (function && *name && !of_people(plan, plan->columns[column].field)) {
		char *whole = xasprintf("%s (%s)", name, function);

		free(name);
		name = whole;
	}
	free(given);
	free(family);
	free(given_function);
	free(family_function);
	return name;
}
