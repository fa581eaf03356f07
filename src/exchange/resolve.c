/* A name that people and tables give, made the ref of its record. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lists.h"
#include "exchange/numbered.h"
#include "exchange/people.h"
#include "exchange/resolve_parts.h"

/* The record of a register whose title is exactly these words; 0: none, -1: several. */
static int64_t find_by_title(struct store *store, const struct register_def *def, const char *title)
{
	const struct field_def *field = register_title(def);
	struct query *query;
	struct window window = { .from = WINDOW_FIRST, .count = 2 };
	struct rows rows;
	int64_t id = 0;

	if (!field)
		return 0;
	query = query_new(def);
	query_add(query, field->name, OP_EQUAL, title);
	window.query = query;
	if (store_window(store, &window, &rows, NULL)) {
		id = rows.count > 1 ? -1 : rows.count ? rows.items[0].id : 0;
		rows_free(&rows);
	}
	query_free(query);
	return id;
}

static bool is_ref(struct store *store, const struct register_def *target, const char *text)
{
	const struct register_def *def = NULL;

	return store_find(store, text, &def) && def == target;
}

/* The record of that number elsewhere; NULL: there is none, or several. */
static struct record *record_elsewhere(const struct resolver *resolver, const char *number)
{
	int64_t id = *number ? store_find_external(resolver->store, resolver->target, number) : 0;

	return id > 0 ? store_record(resolver->store, id, NULL) : NULL;
}

/* The title in "- Theft", ": Theft". */
static const char *behind_sign(const char *text)
{
	static const char *const signs[] = { "- ", ": ", "\xe2\x80\x93 ", "\xe2\x80\x94 " };
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return text + strlen(signs[i]);
	return text;
}

/* "R-12 Theft of laptops", as forms and workbooks show it: the ref, where the words behind it are its title in either language.  NULL: they are not. */
static char *ref_before_title(const struct resolver *resolver, const char *text)
{
	const struct field_def *title = register_title(resolver->target), *other;
	char *ref = xstrndup(text, strcspn(text, " ")), *said, *other_name;
	struct record *record = NULL;
	bool same = false;
	size_t i;

	if (title && text[strlen(ref)])
		record = is_ref(resolver->store, resolver->target, ref)
				 ? store_record_by_ref(resolver->store, ref, NULL)
				 : record_elsewhere(resolver, ref);
	if (record) {
		said = text_fold_typed(behind_sign(text + strlen(ref) + 1));
		other_name = xasprintf("%s_fr", title->name);
		other = register_field(resolver->target, other_name);
		for (i = 0; i < 2 && !same; i++) {
			const struct field_def *field = i ? other : title;
			const char *value = field ? record_get(record, field->name) : NULL;
			char *folded = value ? text_fold_typed(value) : NULL;

			same = folded && strcmp(folded, said) == 0;
			free(folded);
		}
		free(other_name);
		free(said);
	}
	if (same) {
		free(ref);
		ref = xstrdup(record->ref);
	}
	record_free(record);
	if (same)
		return ref;
	free(ref);
	return NULL;
}

/* A text that is more or less than the name is told. */
static void say_taken(const struct resolver *resolver, const char *text, const char *ref)
{
	char *name, *sentence;

	if (!resolver->how || !resolver->how->said)
		return;
	name = store_references(resolver->store, ref, REFERENCE_WHOLE, ", ");
	/* TRANSLATORS: a field; a name with an initial or a function; the ref and the name of a person */
	sentence = xasprintf(_("%s: \"%s\" is taken for %s."), _(resolver->field->label), text, name);
	if (!strings_contain(resolver->how->said, sentence))
		strings_add(resolver->how->said, sentence);
	free(sentence);
	free(name);
}

/* The ref of what the text names.  NULL: nothing, *several records, or (error) it cannot be taken. */
char *resolve_find(const struct resolver *resolver, const char *text, bool *several, struct error *error)
{
	const bool number = resolver->how && resolver->how->number;
	struct store *store = resolver->store;
	int64_t id;
	char *ref;

	*several = false;
	if (text[0] == '{') {
		struct unresolved link;

		if (unresolved_parse(text, &link)) {
			unresolved_free(&link);
			return xstrdup(text);
		}
	}
	/* What a spreadsheet may have cut is looked at even where there is a record of that number. */
	if (!number && is_ref(store, resolver->target, text))
		return xstrdup(text);
	ref = numbered_find(store, resolver->field, text, resolver->how, error);
	if (ref || error->kind)
		return ref;
	if (number && is_ref(store, resolver->target, text))
		return xstrdup(text);
	ref = ref_before_title(resolver, text);
	if (ref)
		return ref;
	id = store_find_external(store, resolver->target, text);
	/* A ref that is mistyped, or comes later, must not become somebody's name. */
	if (!id && !register_ref_form(text))
		id = store_find_name(store, resolver->target, text);
	if (!id && (resolver->target->flags & REGISTER_PEOPLE)) {
		id = person_find(store, resolver->target, text);
		if (id > 0 && person_beside(store, resolver->target, text, id)) {
			list_refuse_several(resolver->field, text, error);
			return NULL;
		}
		if (id > 0 && person_is_guessed(store, text, id)) {
			ref = store_ref(store, id);
			say_taken(resolver, text, ref);
			return ref;
		}
	}
	if (!id && !register_ref_form(text))
		id = find_by_title(store, resolver->target, text);
	*several = id < 0;
	return id > 0 ? store_ref(store, id) : NULL;
}

/* Whether names of the target that no record bears make one. */
bool resolve_may_make(const struct resolver *resolver)
{
	const struct resolving *how = resolver->how;

	return register_title(resolver->target) && !resolver->target->made &&
	       ((resolver->field->flags & FIELD_ADD_BY_NAME) ||
		       (how && how->create && strings_contain(how->create, resolver->target->name)));
}

/* Of a person, what stands around the name is kept where it belongs. */
static void say_of_person(struct record *record, const struct written_person *person)
{
	if (person->mail)
		record_set(record, "mail", person->mail);
	if (person->function)
		record_set(record, "function", person->function);
}

char *name_make(struct store *store, struct action *action, const struct register_def *target, const char *name,
	const struct resolving *how, struct error *error)
{
	struct written_person person = { 0 };
	struct record *record;
	int64_t id;
	char *ref;

	if (target->flags & REGISTER_PEOPLE)
		person_take_apart(name, &person);
	if (!person.name && person.mail) {
		person.name = person_in_mail(person.mail);
		/* A letter is no whole name; somebody of that name has another address, or several are called so. */
		if (person.name &&
			(person_has_initial(person.name) || store_find_name(store, target, person.name) != 0)) {
			free(person.name);
			person.name = NULL;
		}
	}
	name = person.name ? person.name : person.mail ? person.mail : name;
	/* Two fields of a form, two rows of a table: one name is one record. */
	id = store_find_name(store, target, name);
	ref = id > 0 ? store_ref(store, id) : NULL;
	if (ref || !store_sound(store, error))
		goto out;
	record = record_new(target, store_context(store)->time_zone);
	record_set(record, register_title(target)->name, name);
	say_of_person(record, &person);
	if (action_add(action, record, error)) {
		ref = xstrdup(record->ref);
		if (how && how->made)
			/* TRANSLATORS: the ref and the name of a record that is new */
			strings_take(how->made,
				xasprintf(how->rehearsal ? _("%s %s would be added.") : _("%s %s was added."),
					record->ref, name));
	}
	record_free(record);
out:
	written_person_free(&person);
	return ref;
}

/* What a text is, of which no record is called so, by the names in it. */
enum within { WITHIN_NOTHING, WITHIN_ONE, WITHIN_SEVERAL };

/*
 * "RSSI (Jeanne Roy)" is the person, whose whole name is in it; "ERP & Laptops", of which one is there, and
 * "Jeanne Roy puis Paul Martin" may be several.
 */
static enum within look_within(const struct resolver *resolver, const char *text, char **ref)
{
	const bool people = (resolver->target->flags & REGISTER_PEOPLE) != 0;
	struct error unused = { 0 };
	struct strings parts = { 0 };
	size_t i, whole = 0, known = 0;
	enum within is = WITHIN_NOTHING;
	bool list, several, beside = false;

	name_parts(text, &parts, &list);
	for (i = 0; i < parts.count && (parts.count > 1 || strcmp(parts.items[0], text) != 0); i++) {
		bool full = strchr(parts.items[i], ' ') != NULL;
		char *found = people && !full ? NULL : resolve_find(resolver, parts.items[i], &several, &unused);

		error_clear(&unused);
		beside = beside ||
			 (people && !found && person_beside(resolver->store, resolver->target, parts.items[i], 0));
		whole += full;
		known += found != NULL;
		free(*ref);
		*ref = found;
		if (found && known == 1)
			is = WITHIN_ONE;
	}
	/* The one that is known may stand before the last. */
	for (i = 0; is == WITHIN_ONE && !*ref && i < parts.count; i++)
		if (!people || strchr(parts.items[i], ' '))
			*ref = resolve_find(resolver, parts.items[i], &several, &unused);
	error_clear(&unused);
	if (beside || (known && (!people || list || known > 1 || whole > 1)))
		is = WITHIN_SEVERAL;
	else if (!known)
		/* "Max Frisch (Head of IT)" is one. */
		is = people && whole > 1 && whole == parts.count && (list || !strpbrk(text, "([:@")) &&
				     !person_has_function(text)
			     ? WITHIN_SEVERAL
			     : WITHIN_NOTHING;
	strings_free(&parts);
	if (is != WITHIN_ONE) {
		free(*ref);
		*ref = NULL;
	}
	return is;
}

/* "Jeanne Roy; Karim Benali" in a field of one: no record bears it, and none is to be made that does. */
bool resolve_may_be_several(const struct resolver *resolver, const char *text)
{
	struct strings pieces = { 0 };
	bool people = (resolver->target->flags & REGISTER_PEOPLE) != 0,
	     several = list_has_sign(text, people ? LIST_APART | LIST_PEOPLE : LIST_APART);
	size_t i, full = 0;

	if (!several && people) {
		/* "Roy, Jeanne" is one person. */
		list_split(&pieces, text, ",");
		for (i = 0; i < pieces.count; i++)
			full += strchr(pieces.items[i], ' ') != NULL;
		several = full > 1 && full == pieces.count && !person_has_function(text);
		strings_free(&pieces);
	}
	return several;
}

/* "Roy" of a table, where the file has Jeanne Roy: nobody is made of it who may be there already. */
static bool may_be_there(const struct resolver *resolver, const char *text, struct error *error)
{
	char *name = resolver->target->flags & REGISTER_PEOPLE && resolver->how && resolver->how->cell
			     ? person_bearing(resolver->store, resolver->target, text)
			     : NULL;

	if (!name)
		return false;
	error_set_field(error, ERROR_INVALID, resolver->field->name,
		/* TRANSLATORS: a field; one name, "Roy"; the whole name of somebody */
		_("%s: \"%s\" may be %s; write the whole name."), _(resolver->field->label), text, name);
	free(name);
	return true;
}

/* "A.5.9" where a requirement is asked for is a control.  True: it is said. */
static bool is_number_of_others(const struct resolver *resolver, const char *text, struct error *error)
{
	struct field_def probe = *resolver->field;
	size_t i;
	bool is = false;

	for (i = 0; dictionary[i] && !is && numbered_register(resolver->target); i++) {
		struct error unused = { 0 };
		char *ref;

		if (dictionary[i] == resolver->target || !numbered_register(dictionary[i]))
			continue;
		probe.target = dictionary[i]->name;
		ref = numbered_find(resolver->store, &probe, text, NULL, &unused);
		is = ref != NULL;
		if (is)
			error_set_field(error, ERROR_INVALID, resolver->field->name,
				/* TRANSLATORS: a field; a register; the number; a register, as "Controls" */
				_("%s: there is no %s \"%s\" in this file; it is one of the %s, which another field takes."),
				_(resolver->field->label), _(resolver->target->label), text, _(dictionary[i]->plural));
		error_clear(&unused);
		free(ref);
	}
	return is;
}

bool resolve_one(const struct resolver *resolver, const char *text, char **ref, struct error *error)
{
	const struct field_def *field = resolver->field;
	struct error local = { 0 };
	enum within within;
	bool several;
	char *shown;

	*ref = resolve_find(resolver, text, &several, &local);
	if (local.kind) {
		error_move(error, &local);
		return false;
	}
	if (*ref)
		return true;
	if (!store_sound(resolver->store, error))
		return false;
	shown = text_printable(text, false);
	within = several || register_ref_form(text) ? WITHIN_NOTHING : look_within(resolver, text, ref);
	if (!several && numbered_register(resolver->target) &&
		numbered_refuse(field, text, resolver->how && resolver->how->cell, error)) {
		/* It is said. */
	} else if (!several && is_number_of_others(resolver, shown, error)) {
		/* It is said. */
	} else if (several) {
		error_set_field(error, ERROR_INVALID, field->name,
			_("%s: several records are called \"%s\"; give the ref."), _(field->label), shown);
	} else if (within == WITHIN_ONE) {
		say_taken(resolver, shown, *ref);
	} else if (within == WITHIN_SEVERAL && resolve_may_make(resolver)) {
		list_refuse_several(field, text, error);
	} else if (!resolve_may_make(resolver) && field->type->storage == STORED_REFERENCE && resolver->how &&
		   resolver->how->cell && resolve_may_be_several(resolver, text)) {
		/* Adding those that lack would not make it either. */
		list_refuse_several(field, text, error);
	} else if (!resolve_may_make(resolver) && resolver->how && resolver->how->cell && !register_ref_form(text) &&
		   register_title(resolver->target) && !resolver->target->made &&
		   !numbered_register(resolver->target)) {
		if (resolver->how->seen)
			error_set_field(error, ERROR_INVALID, field->name,
				/* TRANSLATORS: a field; a register; the name.  "Add those that lack" is what a line of the view is called */
				_("%s: there is no %s \"%s\" in this file; \"Add those that lack\", above the columns, makes it."),
				_(field->label), _(resolver->target->label), shown);
		else
			error_set_field(error, ERROR_INVALID, field->name,
				/* TRANSLATORS: a field; a register; the name; the register's word for the command line */
				_("%s: there is no %s \"%s\" in this file; adding those that lack (--create=%s) makes it."),
				_(field->label), _(resolver->target->label), shown, resolver->target->name);
	} else if (!resolve_may_make(resolver) || register_ref_form(text)) {
		error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s \"%s\" in this file."),
			_(field->label), _(resolver->target->label), shown);
	} else if ((resolver->target->flags & REGISTER_PEOPLE) && !person_may_be(text)) {
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; what stands there */
			_("%s: \"%s\" is no name of a person; write the name, or leave it empty."), _(field->label),
			shown);
	} else if (may_be_there(resolver, text, error)) {
		/* It is said. */
	} else if (!resolver->action) {
		*ref = xstrdup(text);
	} else {
		*ref = name_make(resolver->store, resolver->action, resolver->target, text, resolver->how, error);
	}
	free(shown);
	return *ref != NULL;
}
