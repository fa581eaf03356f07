/* Values that people and tables give, made canonical against the file: one name, or several with signs between them. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lists.h"
#include "exchange/numbered.h"
#include "exchange/resolve_parts.h"

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
		*ref = resolve_find(resolver, name.data, &several, error);
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
			     resolve_may_make(resolver);
	size_t i;

	for (i = 0; open && i < 2; i++) {
		char *ref = strpbrk(pieces->items[i], " ")
				    ? xstrdup("")
				    : resolve_find(resolver, pieces->items[i], &several, &unused);

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
	ref = resolve_find(resolver, text, &several, &error);
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
		char *one = resolve_find(resolver, names.items[i], &several, &unused);

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
			ref = resolve_find(resolver, piece, &several, &local);
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
	char *whole = pieces->count == 2 && !strchr(text, ' ') ? resolve_find(resolver, text, &several, &unused) : NULL;
	size_t i;

	for (i = 0; whole && i < 2 && !one; i++) {
		char *ref = resolve_find(resolver, pieces->items[i], &several, &unused);

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
	if (!resolve_may_make(resolver) || !resolve_may_be_several(resolver, alone)) {
		ok = resolve_one(resolver, alone, ref, error);
		free(alone);
		return ok;
	}
	free(alone);
	*ref = resolve_find(resolver, text, &several, &local);
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
