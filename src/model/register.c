/* Looking things up in the dictionary. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lib.h"
#include "model/field_type.h"
#include "model/register.h"

const struct register_def *register_find(const char *name)
{
	size_t i;

	for (i = 0; dictionary[i]; i++)
		if (*dictionary[i]->name == *name && strcmp(dictionary[i]->name, name) == 0)
			return dictionary[i];
	return NULL;
}

const char *register_table(const struct register_def *def)
{
	return def->table ? def->table : def->name;
}

size_t register_index(const struct register_def *def)
{
	size_t i = 0;

	while (dictionary[i] && dictionary[i] != def)
		i++;
	return i;
}

#define KNOWN_FIELDS 512

static int find_field(const struct register_def *def, const char *name)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].name[0] == name[0] && strcmp(def->fields[i].name, name) == 0)
			return (int)i;
	return -1;
}

/*
 * Asked for the same names again and again: 20,000 times for a screen, 100 times for a row of a table.  Where a
 * name was found the last time is a hint, by the addresses of the two; the name itself confirms it.
 */
int register_field_index(const struct register_def *def, const char *name)
{
	static struct {
		const struct register_def *def;
		const char *name;
		int index;
	} known[KNOWN_FIELDS];
	size_t place = (((uintptr_t)def >> 4) ^ ((uintptr_t)name * 31) ^ ((uintptr_t)name >> 9)) % KNOWN_FIELDS;
	int index = known[place].index;

	if (known[place].def == def && known[place].name == name && strcmp(def->fields[index].name, name) == 0)
		return index;
	index = find_field(def, name);
	if (index >= 0) {
		known[place].def = def;
		known[place].name = name;
		known[place].index = index;
	}
	return index;
}

const struct field_source *field_source(const struct field_def *field)
{
	static const struct field_source nothing = { .through = NULL };

	return field->source ? field->source : &nothing;
}

const struct field_def *register_field(const struct register_def *def, const char *name)
{
	int index = register_field_index(def, name);

	return index < 0 ? NULL : &def->fields[index];
}

bool register_ref_form(const char *text)
{
	size_t i;

	if (strchr(text, ':') && !strpbrk(text, " \t\n"))
		return true;
	for (i = 0; dictionary[i]; i++) {
		const char *prefix = dictionary[i]->prefix;
		size_t length = prefix ? strlen(prefix) : 0;

		if (length && strncasecmp(text, prefix, length) == 0 && text[length] == '-' && text[length + 1] &&
			strspn(text + length + 1, "0123456789") == strlen(text + length + 1))
			return true;
	}
	return false;
}

const struct section_def *register_section(const struct register_def *def, size_t field)
{
	const struct section_def *section, *found = def->sections;

	for (section = def->sections; section && section->first; section++)
		if (register_field_index(def, section->first) <= (int)field)
			found = section;
	return found;
}

const struct field_def *register_title(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_TITLE)
			return &def->fields[i];
	return NULL;
}

const struct field_def *field_in_language(
	const struct register_def *def, const struct field_def *field, const char *language)
{
	size_t i, length = strlen(field->name);

	if (!(field->flags & FIELD_TRANSLATED) || !language || strcmp(language, "en") == 0)
		return field;
	for (i = 0; i < def->field_count; i++) {
		const char *name = def->fields[i].name;

		if (strncmp(name, field->name, length) == 0 && name[length] == '_' &&
			strcmp(name + length + 1, language) == 0)
			return &def->fields[i];
	}
	return field;
}

const char *choice_label(const struct field_def *field, const char *key)
{
	const struct choice *choice;

	for (choice = field->choices; choice && choice->key; choice++)
		if (strcmp(choice->key, key) == 0)
			return _(choice->label);
	return key;
}

bool field_is_day(const struct field_def *field)
{
	return field->type == &type_date || field->type == &type_date_time;
}

const char *field_known_everywhere(const struct field_def *field)
{
	static const struct {
		const char *field, *words;
		bool day; /* of a day or moment, and of nothing else of that name */
	} common[] = {
		{ "status", "status|statut|state|état", false },
		{ "planned",
			"planned on|planned date|scheduled|scheduled for|prévu le|prévue le|date prévue|planifié le|planifiée le",
			true },
		{ "due",
			"due date|due by|deadline|target date|échéance|date d’échéance|date limite|date butoir|date cible|délai",
			true },
		{ "closed",
			"closed on|closed at|date closed|closing date|closure date|close date|clos le|close le|clôturé le|clôturée le|"
			"date de clôture|soldé le|soldée le|fermé le|fermée le|date de fermeture",
			true },
		{ "held", "held on|date held|réalisé le|réalisée le|tenu le|tenue le", true },
		{ "detected", "detected on|detected at|detection date|détecté le|détectée le|date de détection", true },
		{ "review",
			"review date|next review|date de revue|prochaine revue|date de révision|prochaine révision|à revoir le",
			true },
	};
	size_t i;

	for (i = 0; i < sizeof common / sizeof common[0]; i++)
		if (strcmp(field->name, common[i].field) == 0 && (!common[i].day || field_is_day(field)))
			return common[i].words;
	return NULL;
}

bool register_can_be_late(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_DUE)
			return true;
	return false;
}

bool status_is_frozen(const struct register_def *def, const char *status)
{
	size_t i;

	for (i = 0; status && def->frozen && def->frozen[i]; i++)
		if (strcmp(def->frozen[i], status) == 0)
			return true;
	return false;
}

const struct field_def *register_state(const struct register_def *def)
{
	return register_field(def, def->state ? def->state : "status");
}

bool field_stands(const struct register_def *def, const struct field_def *field)
{
	size_t i;

	if (field->flags & FIELD_EXTERNAL)
		return false;
	for (i = 0; def->frozen_free && def->frozen_free[i]; i++)
		if (strcmp(def->frozen_free[i], field->name) == 0)
			return false;
	return true;
}

bool register_is_either(const struct register_def *def, const struct field_def *field)
{
	size_t i;

	for (i = 0; def->either && def->either[i]; i++)
		if (strcmp(def->either[i], field->name) == 0)
			return true;
	return false;
}

bool register_rests_on(const struct register_def *def, const struct field_def *field)
{
	return (field->flags & FIELD_REQUIRED) || register_is_either(def, field);
}

const struct field_def *register_about(const struct register_def *def)
{
	size_t i;

	if (register_title(def))
		return NULL;
	for (i = 0; i < def->field_count; i++)
		if ((def->fields[i].flags & FIELD_REQUIRED) && field_is_reference(&def->fields[i]))
			return &def->fields[i];
	return def->either ? register_field(def, def->either[0]) : NULL;
}

const struct field_def *register_answers(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_ANSWERS)
			return &def->fields[i];
	return NULL;
}

static const struct register_def *find_answering(const struct register_def *def)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		const struct field_def *field = register_answers(dictionary[i]);

		if (field && strcmp(field->target, def->name) == 0)
			return dictionary[i];
	}
	return NULL;
}

const struct register_def *register_answered_by(const struct register_def *def)
{
	/* Each record that is added asks; a table adds thousands of one register. */
	static const struct register_def *of, *by;

	if (of != def) {
		by = find_answering(def);
		of = def;
	}
	return by;
}

static const struct register_def *flagged(enum register_flag flag)
{
	size_t i = 0;

	while (dictionary[i] && !(dictionary[i]->flags & flag))
		i++;
	return dictionary[i];
}

const struct register_def *register_people(void)
{
	return flagged(REGISTER_PEOPLE);
}

const struct register_def *register_single(void)
{
	return flagged(REGISTER_SINGLE);
}

/* What is being put in order: a register is entered once, and stands once those that it refers to stand. */
struct ordering {
	const struct register_def **out;
	size_t count;
	bool *entered;
};

static void place(struct ordering *ordering, const struct register_def *def)
{
	/* What must be there first comes first where registers refer to each other. */
	static const unsigned rounds[] = { FIELD_REQUIRED, 0 };
	size_t i, round;

	assert(def);
	if (ordering->entered[register_index(def)])
		return;
	ordering->entered[register_index(def)] = true;
	for (round = 0; round < sizeof rounds / sizeof rounds[0]; round++)
		for (i = 0; i < def->field_count; i++) {
			const struct field_def *field = &def->fields[i];

			if (field_is_reference(field) && !(field->flags & FIELD_INVERSE) &&
				(field->flags & rounds[round]) == rounds[round])
				place(ordering, register_find(field->target));
		}
	ordering->out[ordering->count++] = def;
}

const struct register_def **registers_by_reference(void)
{
	struct ordering ordering = { 0 };
	size_t count = register_index(NULL), i;

	ordering.out = xcalloc(count + 1, sizeof *ordering.out);
	ordering.entered = xcalloc(count, sizeof *ordering.entered);
	for (i = 0; dictionary[i]; i++)
		place(&ordering, dictionary[i]);
	free(ordering.entered);
	return ordering.out;
}
