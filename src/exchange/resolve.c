/* Values that people and tables give, made canonical against the file. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lists.h"
#include "exchange/numbered.h"
#include "exchange/people.h"

/* What one field of one record is resolved by. */
struct resolver {
	struct store *store;
	struct action *action;
	const struct field_def *field;
	const struct register_def *target;
	const struct resolving *how;
};

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

/* "R-12 Theft of laptops", as forms and workbooks show it: the ref, where the words behind it are its title in either language.  NULL: they are not. */
static char *ref_before_title(const struct resolver *resolver, const char *text)
{
	const struct field_def *title = register_title(resolver->target), *other;
	char *ref = xstrndup(text, strcspn(text, " ")), *said, *other_name;
	struct record *record = NULL;
	bool same = false;
	size_t i;

	if (title && text[strlen(ref)] && is_ref(resolver->store, resolver->target, ref))
		record = store_record_by_ref(resolver->store, ref, NULL);
	if (record) {
		said = text_fold_typed(text + strlen(ref) + 1);
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
static char *find_one(const struct resolver *resolver, const char *text, bool *several, struct error *error)
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
		if (id > 0 && person_has_initial(text)) {
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
static bool may_make(const struct resolver *resolver)
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
		char *found = people && !full ? NULL : find_one(resolver, parts.items[i], &several, &unused);

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
			*ref = find_one(resolver, parts.items[i], &several, &unused);
	error_clear(&unused);
	if (beside || (known && (!people || list || known > 1 || whole > 1)))
		is = WITHIN_SEVERAL;
	else if (!known)
		/* "Max Frisch (Head of IT)" is one. */
		is = people && whole > 1 && whole == parts.count && (list || !strpbrk(text, "([:@")) ? WITHIN_SEVERAL
												     : WITHIN_NOTHING;
	strings_free(&parts);
	if (is != WITHIN_ONE) {
		free(*ref);
		*ref = NULL;
	}
	return is;
}

/* "Jeanne Roy; Karim Benali" in a field of one: no record bears it, and none is to be made that does. */
static bool may_be_several(const struct resolver *resolver, const char *text)
{
	struct strings pieces = { 0 };
	bool several = strpbrk(text, ";|") || strstr(text, " / ") || strstr(text, " & "), people;
	size_t i, full = 0;

	people = (resolver->target->flags & REGISTER_PEOPLE) != 0;
	if (!several && people)
		several = strstr(text, " et ") || strstr(text, " and ") || strchr(text, '+') || strchr(text, '/');
	if (!several && people) {
		/* "Roy, Jeanne" is one person. */
		list_split(&pieces, text, ",");
		for (i = 0; i < pieces.count; i++)
			full += strchr(pieces.items[i], ' ') != NULL;
		several = full > 1 && full == pieces.count;
		strings_free(&pieces);
	}
	return several;
}

static bool resolve_one(const struct resolver *resolver, const char *text, char **ref, struct error *error)
{
	const struct field_def *field = resolver->field;
	struct error local = { 0 };
	enum within within;
	bool several;
	char *shown;

	*ref = find_one(resolver, text, &several, &local);
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
	} else if (several) {
		error_set_field(error, ERROR_INVALID, field->name,
			_("%s: several records are called \"%s\"; give the ref."), _(field->label), shown);
	} else if (within == WITHIN_ONE) {
		say_taken(resolver, shown, *ref);
	} else if (within == WITHIN_SEVERAL && may_make(resolver)) {
		list_refuse_several(field, text, error);
	} else if (!may_make(resolver) && field->type->storage == STORED_REFERENCE && resolver->how &&
		   resolver->how->cell && may_be_several(resolver, text)) {
		/* Adding those that lack would not make it either. */
		list_refuse_several(field, text, error);
	} else if (!may_make(resolver) && resolver->how && resolver->how->cell && !register_ref_form(text) &&
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
	} else if (!may_make(resolver) || register_ref_form(text)) {
		error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s \"%s\" in this file."),
			_(field->label), _(resolver->target->label), shown);
	} else if ((resolver->target->flags & REGISTER_PEOPLE) && !person_may_be(text)) {
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; what stands there */
			_("%s: \"%s\" is no name of a person; write the name, or leave it empty."), _(field->label),
			shown);
	} else if (!resolver->action) {
		*ref = xstrdup(text);
	} else {
		*ref = name_make(resolver->store, resolver->action, resolver->target, text, resolver->how, error);
	}
	free(shown);
	return *ref != NULL;
}

/* ---- several ---- */

#define SPAN 8 /* pieces between commas that may be one name */

static void add_ref(struct strings *refs, char *ref)
{
	if (strings_contain(refs, ref))
		free(ref);
	else
		strings_take(refs, ref);
}

/* The pieces from there on, as far as they may be one name: not beyond the next number of a catalogue. */
static size_t span(const struct resolver *resolver, const struct strings *pieces, size_t first)
{
	size_t last = pieces->count - first < SPAN ? pieces->count - first : SPAN, count = 1;

	/* Refs, which most are, are no parts of names. */
	if (pieces->items[first][0] == '{' || register_ref_form(pieces->items[first]))
		return 1;
	while (count < last && !register_ref_form(pieces->items[first + count]) &&
		!numbered_is(resolver->target, pieces->items[first + count]))
		count++;
	return count;
}

/* How many pieces from there on are one name of a record that is there, *ref; 1 without it: a piece alone. */
static size_t whole_name(
	const struct resolver *resolver, const struct strings *pieces, size_t first, char **ref, struct error *error)
{
	const char *label = _(resolver->field->label);
	size_t count, i;

	*ref = NULL;
	for (count = span(resolver, pieces, first); count > 1; count--) {
		struct buffer name = { 0 };
		bool several;

		for (i = 0; i < count; i++)
			buffer_printf(&name, "%s%s", i ? ", " : "", pieces->items[first + i]);
		*ref = find_one(resolver, name.data, &several, error);
		if (several && !error->kind)
			error_set_field(error, ERROR_INVALID, resolver->field->name,
				_("%s: several records are called \"%s\"; give the ref."), label, name.data);
		buffer_free(&name);
		if (*ref && numbered_is(resolver->target, pieces->items[first]) &&
			/* "A.8.31 Separation of development, test and ...": still of the title. */
			!numbered_has_title(resolver->store, *ref, pieces->items[first + count - 1], false)) {
			free(*ref);
			*ref = NULL;
		}
		if (*ref || error->kind)
			return count;
	}
	return 1;
}

/* "Roy, Jeanne" of a list of people, where neither is known: one person or two, nobody can say. */
static bool is_one_or_two(const struct resolver *resolver, const struct strings *pieces, size_t at)
{
	struct error unused = { 0 };
	bool several, open = (resolver->target->flags & REGISTER_PEOPLE) && pieces->count == 2 && at == 0 &&
			     may_make(resolver);
	size_t i;

	for (i = 0; open && i < 2; i++) {
		char *ref = strpbrk(pieces->items[i], " ") ? xstrdup("")
							   : find_one(resolver, pieces->items[i], &several, &unused);

		open = !ref && !register_ref_form(pieces->items[i]);
		free(ref);
	}
	error_clear(&unused);
	return open;
}

/* Whether a text with signs between names is none itself. */
static bool is_looked_apart(const struct resolver *resolver, const struct strings *names, const char *text)
{
	struct error error = { 0 };
	bool several = false, apart;
	char *ref;

	if (names->count < 2 || (resolver->how && resolver->how->whole))
		return false;
	ref = find_one(resolver, text, &several, &error);
	apart = !ref && !several && !error.kind;
	free(ref);
	error_clear(&error);
	return apart;
}

/*
 * "ERP & Laptops" where the file has both, and no record of that name: its refs.  *is: it was that.  False: some parts
 * are there and some are not, so that nobody knows what the sign is for.
 */
static bool resolve_joined(
	const struct resolver *resolver, const char *text, struct strings *refs, bool *is, struct error *error)
{
	struct strings names = { 0 }, known = { 0 }, found = { 0 };
	struct error unused = { 0 };
	bool several, apart, ok;
	size_t i;

	list_joined(&names, text);
	apart = is_looked_apart(resolver, &names, text);
	for (i = 0; apart && i < names.count; i++) {
		char *one = find_one(resolver, names.items[i], &several, &unused);

		error_clear(&unused);
		if (one) {
			strings_add(&known, names.items[i]);
			strings_take(&found, one);
		}
	}
	*is = found.count && found.count == names.count;
	for (i = 0; *is && i < found.count; i++)
		add_ref(refs, xstrdup(found.items[i]));
	if (found.count && !*is) {
		char *list = strings_join(&known, ", "), *shown = text_printable(text, false);

		error_set_field(error, ERROR_INVALID, resolver->field->name,
			/* TRANSLATORS: a field; what stands in it; the names in it of which there are records */
			_("%s: \"%s\" may be several, of which this file has %s; part them by semicolons."),
			_(resolver->field->label), shown, list);
		free(shown);
		free(list);
	}
	ok = *is || !found.count;
	strings_free(&names);
	strings_free(&known);
	strings_free(&found);
	return ok;
}

static bool resolve_pieces(
	const struct resolver *resolver, const struct strings *pieces, struct strings *refs, struct error *error)
{
	struct error local = { 0 };
	size_t at = 0;

	while (at < pieces->count) {
		const char *piece = pieces->items[at];
		char *ref;
		size_t count = whole_name(resolver, pieces, at, &ref, &local);
		bool several, joined;

		if (local.kind) {
			error_move(error, &local);
			return false;
		}
		if (!ref && is_one_or_two(resolver, pieces, at))
			return error_set_field(error, ERROR_INVALID, resolver->field->name,
				_("%s: \"%s, %s\" may be one person or two; write \"%s %s\" for one, \"%s; %s\" for two."),
				_(resolver->field->label), piece, pieces->items[1], pieces->items[1], piece, piece,
				pieces->items[1]);
		if (!ref && list_after_number(piece)) {
			/* A name may begin with a number; one that nobody bears does not. */
			ref = find_one(resolver, piece, &several, &local);
			piece = ref || several ? piece : list_after_number(piece);
			error_clear(&local);
		}
		joined = false;
		if (!ref && !resolve_joined(resolver, piece, refs, &joined, error))
			return false;
		if (!ref && !joined && !resolve_one(resolver, piece, &ref, error))
			return false;
		if (ref)
			add_ref(refs, ref);
		at += count;
	}
	return true;
}

/* "5,1" is the control 5.1 where a French spreadsheet wrote it, unless both are numbers of a clause. */
static bool is_one_number(const struct resolver *resolver, const struct strings *pieces, const char *text)
{
	struct error unused = { 0 };
	bool several, one = false;
	char *whole = pieces->count == 2 && !strchr(text, ' ') ? find_one(resolver, text, &several, &unused) : NULL;
	size_t i;

	for (i = 0; whole && i < 2 && !one; i++) {
		char *ref = find_one(resolver, pieces->items[i], &several, &unused);

		one = !ref;
		free(ref);
	}
	free(whole);
	error_clear(&unused);
	return one;
}

/* The names in a line: parted by commas, and numbers of a catalogue also by other signs, or by nothing. */
static void split_pieces(const struct resolver *resolver, const char *line, struct strings *pieces)
{
	struct strings parts = { 0 };
	size_t i;

	list_split(&parts, line, ",");
	if (numbered_register(resolver->target) && is_one_number(resolver, &parts, line))
		strings_add(pieces, line);
	else
		for (i = 0; i < parts.count; i++)
			if (!numbered_register(resolver->target) || !numbered_list(parts.items[i], pieces))
				strings_add(pieces, parts.items[i]);
	strings_free(&parts);
}

static bool resolve_several(
	const struct resolver *resolver, const char *text, struct strings *refs, struct error *error)
{
	struct strings parts = { 0 };
	bool ok = true;
	size_t i;

	list_split(&parts, text, ";|\n");
	for (i = 0; i < parts.count && ok; i++) {
		struct strings pieces = { 0 };

		split_pieces(resolver, parts.items[i], &pieces);
		ok = resolve_pieces(resolver, &pieces, refs, error);
		strings_free(&pieces);
	}
	strings_free(&parts);
	return ok;
}

/* Lines part references as commas do; elsewhere in a value of one line they have no place. */
static char *lines_parted(const struct field_def *field, const char *text)
{
	char *copy = xstrdup(text), *at;

	for (at = copy; copy && field->type->storage == STORED_LINKS && *at; at++)
		if (*at == '\r')
			*at = at[1] == '\n' ? ' ' : ';';
		else if (*at == '\n')
			*at = ';';
	return copy;
}

static bool resolve_single(const struct resolver *resolver, const char *text, char **ref, struct error *error)
{
	struct error local = { 0 };
	bool several, ok;
	char *alone;
	size_t length;

	/* "Jeanne Roy;" is what a list leaves of one. */
	for (length = strlen(text); length > 1 && strchr(" ,;|", text[length - 1]); length--)
		;
	alone = xstrndup(text, length);
	if (!may_make(resolver) || !may_be_several(resolver, alone)) {
		ok = resolve_one(resolver, alone, ref, error);
		free(alone);
		return ok;
	}
	free(alone);
	*ref = find_one(resolver, text, &several, &local);
	error_clear(&local);
	if (*ref)
		return true;
	return list_refuse_several(resolver->field, text, error);
}

bool value_resolve(struct store *store, struct action *action, const struct field_def *field, const char *text,
	const struct resolving *how, char **value, struct error *error)
{
	struct resolver resolver = { store, action, field, NULL, how };
	char *parsed = NULL, *given;
	struct strings refs = { 0 };
	bool ok;

	*value = NULL;
	if (!field_is_reference(field))
		return field_parse(field, store_context(store), text, value, error);
	resolver.target = register_find(field->target);
	given = lines_parted(field, text);
	ok = field_parse(field, store_context(store), given, &parsed, error);
	if (ok && parsed && field->type->storage == STORED_REFERENCE)
		ok = resolve_single(&resolver, parsed, value, error);
	else if (ok && parsed)
		ok = resolve_several(&resolver, given, &refs, error);
	if (ok && refs.count)
		*value = strings_join(&refs, ",");
	strings_free(&refs);
	free(parsed);
	free(given);
	return ok;
}
