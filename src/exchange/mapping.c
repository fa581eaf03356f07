/*
 * Headings: a column is called by the name of its field, its label in either language, or by
 * what people call it elsewhere (field_def.known_as).  A word that may be two fields is none.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/grid.h"
#include "exchange/mapping.h"

/* What other programs and people call the number of a record, and its title where the register has a word of its own. */
static const char ref_words[] =
	"ref|reference|ref id|ref no|id|identifier|identifiant|no|n|nr|num|number|numero|code|s no|sr no|item no|"
	"issue key|issue id|issue no|ticket|ticket id|ticket no|ticket number|numero de ticket|numero du ticket";
/* The same behind what the record is: "Risk ID". */
static const char number_words[] = "id|ref|reference|no|nr|n|number|num|numero|code|identifier|identifiant";
static const char uuid_words[] = "uuid|guid";
static const char title_words[] = "title|name|titre|nom|intitule|libelle|designation|subject|objet|label|summary|"
				  "short description|description courte|breve description";

struct word {
	char *text; /* folded */
	int rank;   /* a lower one is meant before a higher one */
	bool twice; /* two fields of that rank are called so */
	struct heading heading, other;
};

/* A table is held against the words of all registers, cell by cell: they are found by their hash. */
struct headings {
	struct word *slots; /* open addressing, at most half full; text NULL: free */
	size_t count, size; /* size: a power of two */
	const struct register_def *def;
};

const struct register_def *headings_register(const struct headings *headings)
{
	return headings->def;
}

/* Where the word stands, or would. */
static struct word *slot_of(const struct headings *headings, const char *folded)
{
	size_t at = (size_t)hash_quick(folded, strlen(folded)) & (headings->size - 1);

	while (headings->slots[at].text && strcmp(headings->slots[at].text, folded) != 0)
		at = (at + 1) & (headings->size - 1);
	return &headings->slots[at];
}

static struct word *find_word(const struct headings *headings, const char *folded)
{
	struct word *slot = headings->size ? slot_of(headings, folded) : NULL;

	return slot && slot->text ? slot : NULL;
}

/* Takes the text over. */
static void put_word(struct headings *headings, char *folded, int rank, struct heading heading)
{
	if (2 * (headings->count + 1) > headings->size) {
		struct headings larger = { .def = headings->def,
			.count = headings->count,
			.size = headings->size ? headings->size * 2 : 512 };
		size_t i;

		larger.slots = xcalloc(larger.size, sizeof *larger.slots);
		for (i = 0; i < headings->size; i++)
			if (headings->slots[i].text)
				*slot_of(&larger, headings->slots[i].text) = headings->slots[i];
		free(headings->slots);
		*headings = larger;
	}
	*slot_of(headings, folded) = (struct word){ .text = folded, .rank = rank, .heading = heading };
	headings->count++;
}

static bool same(const struct heading *a, const struct heading *b)
{
	return a->use == b->use && a->field == b->field;
}

static void add_word(struct headings *headings, const char *text, int rank, struct heading heading)
{
	char *folded = heading_fold(text);
	struct word *word = find_word(headings, folded);

	if (!*folded || (word && (word->rank < rank || same(&word->heading, &heading)))) {
		free(folded);
		return;
	}
	if (word && word->rank > rank) {
		word->rank = rank;
		word->twice = false;
		word->heading = heading;
		free(folded);
		return;
	}
	if (word) {
		/* What people may write is meant before what the program works out. */
		if (word->heading.use == USE_NOTHING)
			word->heading = heading;
		else if (heading.use != USE_NOTHING) {
			word->twice = true;
			word->other = heading;
		}
		free(folded);
		return;
	}
	put_word(headings, folded, rank, heading);
}

/* Words parted by '|'. */
static void add_words(struct headings *headings, const char *words, int rank, struct heading heading)
{
	while (words && *words) {
		size_t length = strcspn(words, "|");
		size_t doubted = *words == '?'; /* another field has the word as well */
		char *word = xstrndup(words + doubted, length - doubted);

		/* As much as a short label, which one of them may have. */
		add_word(headings, word, rank - (int)doubted, heading);
		free(word);
		words += length + (words[length] == '|');
	}
}

static void add_field(struct headings *headings, const struct field_def *field)
{
	bool own = field->flags & (FIELD_DERIVED | FIELD_INVERSE);
	struct heading heading = { own ? USE_NOTHING : USE_FIELD, own ? NULL : field, BY_NAME, own ? field : NULL };

	add_word(headings, field->name, 0, heading);
	if (field->flags & (FIELD_INTERNAL | FIELD_HIDDEN))
		return;
	heading.origin = BY_LABEL;
	add_word(headings, field->label, 1, heading);
	add_word(headings, translation_in("fr", field->label), 1, heading);
	if (field->short_label) {
		add_word(headings, field->short_label, 2, heading);
		add_word(headings, translation_in("fr", field->short_label), 2, heading);
	}
	heading.origin = BY_SYNONYM;
	add_words(headings, field->known_as, 3, heading);
	add_words(headings, field_known_everywhere(field), 4, heading);
	if (field->flags & FIELD_TITLE)
		add_words(headings, title_words, 4, heading);
}

/* Without the word that leads to the day, "on" or "le"; the caller frees. */
static char *day_stem(const char *label)
{
	static const char *const behind[] = { " on", " at", " for", " le", " la", " pour" };
	char *stem = heading_fold(label);
	size_t i, length = strlen(stem);

	for (i = 0; i < sizeof behind / sizeof behind[0]; i++) {
		size_t more = strlen(behind[i]);

		if (length > more && strcmp(stem + length - more, behind[i]) == 0) {
			stem[length - more] = '\0';
			break;
		}
	}
	return stem;
}

/* "Date detected", "Closed date", "Détecté le", "Date d’échéance" of a day that is called Detected, Closed on, Échéance. */
static void add_day(struct headings *headings, const struct field_def *field, const char *label)
{
	static const char *const forms[] = { "%s", "date %s", "%s date", "date of %s", "date de %s", "date d %s",
		"%s on", "%s at", "%s le" };
	const struct heading heading = { USE_FIELD, field, BY_SYNONYM, NULL };
	char *stem = day_stem(label);
	size_t i;

	for (i = 0; *stem && strcmp(stem, "date") != 0 && i < sizeof forms / sizeof forms[0]; i++) {
		struct buffer text = { 0 };
		const char *place = strstr(forms[i], "%s");

		buffer_add_bytes(&text, forms[i], (size_t)(place - forms[i]));
		buffer_add(&text, stem);
		buffer_add(&text, place + 2);
		add_word(headings, text.data, 7, heading);
		buffer_free(&text);
	}
	free(stem);
}

/* "Date détection" is the "date de détection" of a list of words. */
static void add_short_days(struct headings *headings, const struct field_def *field, const char *words)
{
	static const char *const before[] = { "date de la ", "date de l ", "date du ", "date de ", "date d ",
		"date of " };
	const struct heading heading = { USE_FIELD, field, BY_SYNONYM, NULL };

	while (words && *words) {
		size_t length = strcspn(words, "|"), i;
		char *word = xstrndup(words, length), *folded = heading_fold(word);

		for (i = 0; *words != '?' && i < sizeof before / sizeof before[0]; i++)
			if (strncmp(folded, before[i], strlen(before[i])) == 0) {
				char *text = xasprintf("date %s", folded + strlen(before[i]));

				add_word(headings, text, 7, heading);
				free(text);
				break;
			}
		free(folded);
		free(word);
		words += length + (words[length] == '|');
	}
}

static void add_days(struct headings *headings, const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (!field_is_day(field) ||
			field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN))
			continue;
		add_day(headings, field, field->label);
		add_day(headings, field, translation_in("fr", field->label));
		add_short_days(headings, field, field->known_as);
		add_short_days(headings, field, field_known_everywhere(field));
	}
}

/* What stands in a table of the register beside its fields, for those who cannot follow a reference there. */
static void add_path(struct headings *headings, const struct register_def *def, const char *path)
{
	struct heading heading = { USE_NOTHING, NULL, BY_NAME, NULL };
	const struct register_def *owner;
	const struct field_def *field = NULL;

	add_word(headings, path, 1, heading);
	if (!query_path(def, path, &owner, &field) || !field)
		return;
	heading.origin = BY_LABEL;
	add_word(headings, field->label, 2, heading);
	add_word(headings, translation_in("fr", field->label), 2, heading);
}

/* "Risk ID", "ID du risque", "Name of the asset", "Libellé du risque": one of the words with what the table is of. */
static void add_words_of(
	struct headings *headings, const struct register_def *def, const char *words, struct heading heading)
{
	static const char *const between[] = { "", "of ", "of the ", "de ", "du ", "de la ", "de l ", "d " };
	const char *const names[] = { def->label, translation_in("fr", def->label) };
	char *text;
	size_t i, j;

	while (*words) {
		int length = (int)strcspn(words, "|");

		for (i = 0; i < sizeof names / sizeof names[0]; i++) {
			text = xasprintf("%s %.*s", names[i], length, words);
			add_word(headings, text, 5, heading);
			free(text);
			for (j = 0; j < sizeof between / sizeof between[0]; j++) {
				text = xasprintf("%.*s %s%s", length, words, between[j], names[i]);
				add_word(headings, text, 5, heading);
				free(text);
			}
		}
		words += length + (words[length] == '|');
	}
}

struct headings *headings_of(const struct register_def *def)
{
	struct headings *headings = xcalloc(1, sizeof *headings);
	const struct field_def *title;
	size_t i;

	headings->def = def;
	add_word(headings, "ref", 0, (struct heading){ USE_REF, NULL, BY_NAME, NULL });
	add_word(headings, "uuid", 0, (struct heading){ USE_UUID, NULL, BY_NAME, NULL });
	add_word(headings, "created", 0, (struct heading){ USE_NOTHING, NULL, BY_NAME, NULL });
	add_word(headings, "updated", 0, (struct heading){ USE_NOTHING, NULL, BY_NAME, NULL });
	for (i = 0; i < def->field_count; i++)
		add_field(headings, &def->fields[i]);
	for (i = 0; def->also && def->also[i]; i++)
		add_path(headings, def, def->also[i]);
	add_words(headings, ref_words, 4, (struct heading){ USE_REF, NULL, BY_SYNONYM, NULL });
	add_words_of(headings, def, number_words, (struct heading){ USE_REF, NULL, BY_SYNONYM, NULL });
	if (register_answers(def))
		add_words_of(headings, register_find(register_answers(def)->target), number_words,
			(struct heading){ USE_FIELD, register_answers(def), BY_SYNONYM, NULL });
	title = register_title(def);
	if (title && !(title->flags & (FIELD_DERIVED | FIELD_INVERSE))) {
		const struct heading called = { USE_FIELD, title, BY_SYNONYM, NULL };

		add_words_of(headings, def, title_words, called);
		/* "Decision", "Réunion": the column with what the table is of. */
		add_word(headings, def->label, 6, called);
		add_word(headings, translation_in("fr", def->label), 6, called);
	}
	if (title && def->flags & REGISTER_PEOPLE) {
		add_words(headings, NAME_GIVEN_WORDS "|" NAME_FAMILY_WORDS, 4,
			(struct heading){ USE_FIELD, title, BY_SYNONYM, NULL });
		add_words_of(headings, def, NAME_GIVEN_WORDS "|" NAME_FAMILY_WORDS,
			(struct heading){ USE_FIELD, title, BY_SYNONYM, NULL });
	}
	/* The title of what a line of the SoA answers. */
	if (register_answers(def)) {
		add_words_of(headings, register_find(register_answers(def)->target), title_words,
			(struct heading){ USE_NOTHING, NULL, BY_NAME, NULL });
		add_words(headings, title_words, 6, (struct heading){ USE_NOTHING, NULL, BY_NAME, NULL });
	}
	add_days(headings, def);
	add_words(headings, uuid_words, 4, (struct heading){ USE_UUID, NULL, BY_SYNONYM, NULL });
	return headings;
}

void headings_free(struct headings *headings)
{
	size_t i;

	if (!headings)
		return;
	for (i = 0; i < headings->size; i++)
		free(headings->slots[i].text);
	free(headings->slots);
	free(headings);
}

/* "Impact (1 to 5)" and "Owner [name]" are Impact and Owner. */
static char *without_brackets(const char *text)
{
	struct buffer out = { 0 };
	int depth = 0;

	for (; *text; text++) {
		depth += *text == '(' || *text == '[';
		if (!depth)
			buffer_add_char(&out, *text);
		depth -= depth && (*text == ')' || *text == ']');
	}
	return buffer_take(&out);
}

/* "% done" is a share and not the day on which it was done; "Progress %" is plain without the sign. */
static struct word *find_share(const struct headings *headings, const char *folded)
{
	char *share = xasprintf("percent %s", folded);
	struct word *word = find_word(headings, share);

	free(share);
	if (word)
		return word;
	word = find_word(headings, folded);
	return word && word->heading.field && field_is_day(word->heading.field) ? NULL : word;
}

/* "Risk #" is the number of a risk where one is called that; "Version #" is the version.  The caller frees. */
static char *number_folded(const char *text)
{
	struct buffer out = { 0 };
	char *said, *folded;

	for (; *text; text++)
		if (*text == '#')
			buffer_add(&out, " no ");
		else
			buffer_add_char(&out, *text);
	said = buffer_take(&out);
	folded = heading_fold(said);
	free(said);
	return folded;
}

static struct word *find_text(const struct headings *headings, const char *text)
{
	char *folded = heading_fold(text), *numbered = strchr(text, '#') ? number_folded(text) : NULL;
	struct word *word = numbered ? find_word(headings, numbered) : NULL;

	if (!word)
		word = strchr(text, '%') ? find_share(headings, folded) : find_word(headings, folded);
	free(numbered);
	free(folded);
	return word;
}

/* "Approuvée le", "Validées par": participles as they stand without gender and number; NULL: there are none.  The caller frees. */
static char *without_gender(const char *text)
{
	static const char *const ends[] = { "ées", "ée", "és" };
	size_t length = strcspn(text, " "), i;

	for (i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t end = strlen(ends[i]);

		if (length > end && strncmp(text + length - end, ends[i], end) == 0)
			return xasprintf("%.*s%s", (int)(length - end + strlen("é")), text, text + length);
	}
	return NULL;
}

/* As it stands there, else without what stands in brackets, else without a unit; NULL: nothing is called so. */
static struct word *find_heading(const struct headings *headings, const char *text)
{
	struct word *word = find_text(headings, text);
	char *plain;

	if (!word && strpbrk(text, "([")) {
		plain = without_brackets(text);
		word = find_text(headings, plain);
		free(plain);
	}
	if (!word && (plain = without_gender(text))) {
		word = find_text(headings, plain);
		free(plain);
	}
	if (!word) {
		plain = heading_bare(text);
		word = strcmp(plain, text) != 0 ? find_text(headings, plain) : NULL;
		free(plain);
	}
	return word;
}

bool headings_find(const struct headings *headings, const char *text, struct heading *found)
{
	struct word *word = find_heading(headings, text);

	if (!word || word->twice)
		return false;
	*found = word->heading;
	return true;
}

bool headings_either(const struct headings *headings, const char *text, struct heading either[2])
{
	struct word *word = find_heading(headings, text);

	if (!word || !word->twice || word->heading.use != USE_FIELD || word->other.use != USE_FIELD)
		return false;
	either[0] = word->heading;
	either[1] = word->other;
	return true;
}

/* Whether a cell before it in the row has the same text. */
static bool stands_before(const struct grid *grid, size_t row, size_t column)
{
	const char *text = grid_at(grid, row, column)->text;
	size_t i;

	for (i = 0; i < column; i++)
		if (strcmp(grid_at(grid, row, i)->text, text) == 0)
			return true;
	return false;
}

size_t headings_fit(const struct headings *headings, const struct grid *grid, size_t row, size_t *filled)
{
	size_t i, fit = 0;

	*filled = 0;
	for (i = 0; row < grid->count && i < grid->rows[row].count; i++) {
		const char *text = grid_at(grid, row, i)->text;
		struct heading found, either[2];

		if (!*text || *text == '#')
			continue;
		/* "N" in each cell answers a question, and names nothing. */
		if (strlen(text) <= 2 && stands_before(grid, row, i))
			continue;
		++*filled;
		fit += headings_find(headings, text, &found) || headings_either(headings, text, either);
	}
	return fit;
}

size_t headings_different(const struct headings *headings, const struct grid *grid, size_t row)
{
	const size_t count = grid->rows[row].count;
	struct heading *found = xcalloc(count + 1, sizeof *found);
	size_t i, j, different = 0;

	for (i = 0; i < count; i++) {
		if (!headings_find(headings, grid_at(grid, row, i)->text, &found[different]))
			continue;
		for (j = 0; j < different &&
			    (found[j].use != found[different].use || found[j].field != found[different].field);
			j++)
			;
		different += j == different;
	}
	free(found);
	return different;
}
