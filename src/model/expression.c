/* The text of an expression read into its terms, with the place of what is wrong. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/expression.h"
#include "model/field_type.h"

struct reader {
	const char *text, *at;
	const struct model_context *context;
	struct expression *expression;
	int depth;
	struct expression_fault *fault;
};

/* The place as it is told, from 1 on. */
static size_t character_at(const struct reader *reader, const char *place)
{
	char *before = xstrndup(reader->text, (size_t)(place - reader->text));
	size_t character = text_length(before) + 1;

	free(before);
	return character;
}

/* What is wrong begins there; takes the sentence over.  The first fault counts. */
static bool refuse(struct reader *reader, const char *place, char *sentence)
{
	if (reader->fault && !reader->fault->sentence) {
		reader->fault->character = character_at(reader, place);
		reader->fault->sentence = sentence;
	} else {
		free(sentence);
	}
	return false;
}

static void pass_blanks(struct reader *reader)
{
	reader->at += strspn(reader->at, " \t\n");
}

static bool pass(struct reader *reader, char c)
{
	pass_blanks(reader);
	if (*reader->at != c)
		return false;
	reader->at++;
	return true;
}

/* A word of letters, digits and underlines, with dots a path; NULL: there is none.  The caller frees. */
static char *take_word(struct reader *reader)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	size_t length;
	char *word;

	pass_blanks(reader);
	length = strspn(reader->at, letters);
	if (!length)
		return NULL;
	word = xstrndup(reader->at, length);
	reader->at += length;
	return word;
}

static struct expression_term *add(struct reader *reader, enum expression_kind kind)
{
	struct expression *expression = reader->expression;
	struct expression_term *term;

	expression->terms = xreallocarray(expression->terms, expression->count + 1, sizeof *expression->terms);
	term = &expression->terms[expression->count++];
	memset(term, 0, sizeof *term);
	term->kind = kind;
	return term;
}

static bool is_short(struct reader *reader, const char *place)
{
	return reader->expression->count < EXPRESSION_TERMS ||
	       refuse(reader, place, xstrdup(_("The formula asks for too much at once.")));
}

/* ---- filters ---- */

/* The end of what stands plainly up to the parenthesis that closes the term; NULL: nothing closes it. */
static const char *plain_end(const char *c)
{
	bool quoted = false;
	int depth = 0;

	for (; *c && (quoted || depth || *c != ')'); c++) {
		if (*c == '"')
			quoted = !quoted;
		else if (!quoted)
			depth += (*c == '(') - (*c == ')');
	}
	return *c ? c : NULL;
}

/* The filter from where the reader is, with its parenthesis; *start: its first character.  NULL: refused. */
static char *take_filter(struct reader *reader, const char *open, const char **start)
{
	const char *end, *after;
	char quote;

	pass_blanks(reader);
	quote = *reader->at;
	*start = reader->at;
	if (quote == '\'' || quote == '"') {
		end = strchr(reader->at + 1, quote);
		after = end ? end + 1 + strspn(end + 1, " \t\n") : NULL;
		if (after && *after == ')') {
			*start = reader->at + 1 + strspn(reader->at + 1, " \t\n");
			if (*start > end)
				*start = end;
			reader->at = after + 1;
			goto found;
		}
		if (!end) {
			refuse(reader, reader->at, xstrdup(_("The quote that begins here is not closed.")));
			return NULL;
		}
		if (quote == '\'') {
			refuse(reader, *after ? after : open,
				xstrdup(*after ? _("Behind the filter stands more than a closing parenthesis; put all of the filter into the quotes.")
					       : _("The parenthesis that begins here is not closed.")));
			return NULL;
		}
	}
	end = plain_end(reader->at);
	if (!end) {
		refuse(reader, open, xstrdup(_("The parenthesis that begins here is not closed.")));
		return NULL;
	}
	reader->at = end + 1;
found:
	while (end > *start && strchr(" \t\n", end[-1]))
		end--;
	return xstrndup(*start, (size_t)(end - *start));
}

static bool read_filter(
	struct reader *reader, const struct register_def *def, const char *open, struct expression_term *term)
{
	struct error error = { 0 };
	const char *start;
	bool ok;

	term->text = take_filter(reader, open, &start);
	if (!term->text)
		return false;
	term->filter = character_at(reader, start);
	term->query = query_new(def);
	ok = query_parse(term->query, reader->context, term->text, &error) ||
	     refuse(reader, start + term->query->fault, xstrdup(error.message));
	error_clear(&error);
	return ok;
}

/* ---- measures ---- */

/* One side of a time; *field NULL: it is today. */
static bool read_side(
	struct reader *reader, const struct register_def *def, bool hours, char **path, const struct field_def **field)
{
	const struct register_def *owner;
	const char *place;

	pass_blanks(reader);
	place = reader->at;
	*field = NULL;
	*path = take_word(reader);
	if (!*path)
		return refuse(reader, place, xstrdup(_("Here a field with a day is missing, or the word today.")));
	if (strcmp(*path, "today") == 0 && !register_field(def, "today")) {
		free(*path);
		*path = NULL;
		return true;
	}
	if (!query_path(def, *path, &owner, field) || !*field)
		return refuse(reader, place, xasprintf(_("There is no field %s in %s."), *path, _(def->plural)));
	if (!field_is_day(*field))
		return refuse(reader, place, xasprintf(_("%s is no day; a time lies between two days."), *path));
	if (hours && (*field)->type == &type_date)
		return refuse(
			reader, place, xasprintf(_("%s is a day without hours; write days(...) instead."), *path));
	return true;
}

/* "(FIELD, FIELD)" behind days or hours. */
static bool read_time(struct reader *reader, const struct register_def *def, struct measure *measure, const char *place)
{
	const struct field_def *first, *second;
	bool hours = measure->kind == MEASURE_HOURS;

	reader->at++;
	if (!read_side(reader, def, hours, &measure->first, &first))
		return false;
	if (!pass(reader, ','))
		return refuse(reader, reader->at,
			xstrdup(_("Here a comma and the second day are missing: days(FIELD, today).")));
	if (!read_side(reader, def, hours, &measure->second, &second))
		return false;
	if (!pass(reader, ')'))
		return refuse(reader, reader->at, xstrdup(_("Here a closing parenthesis is missing.")));
	return first || second ||
	       refuse(reader, place, xstrdup(_("One of the two days must be a field of the record.")));
}

static bool is_number(const struct field_def *field)
{
	return field && !(field->flags & FIELD_INVERSE) &&
	       (field->type->storage == STORED_INTEGER || field->type->storage == STORED_REAL);
}

static bool read_measure(
	struct reader *reader, const struct register_def *def, const char *function, struct measure *measure)
{
	const struct register_def *owner;
	const struct field_def *field;
	const char *place;
	char *word;

	pass_blanks(reader);
	place = reader->at;
	word = take_word(reader);
	if (!word)
		return refuse(reader, place,
			/* TRANSLATORS: sum, avg, min, max or median; a register; both once more */
			xasprintf(_("%s needs a field of %s: %s(%s FIELD 'FILTER')."), function, def->name, function,
				def->name));
	pass_blanks(reader);
	if (*reader->at == '(' && (strcmp(word, "days") == 0 || strcmp(word, "hours") == 0)) {
		measure->kind = *word == 'd' ? MEASURE_DAYS : MEASURE_HOURS;
		free(word);
		return read_time(reader, def, measure, place);
	}
	measure->first = word;
	if (!query_path(def, word, &owner, &field))
		return refuse(reader, place, xasprintf(_("There is no field %s in %s."), word, _(def->plural)));
	return is_number(field) ||
	       refuse(reader, place,
		       xasprintf(_("%s is no number; count(%s) counts records, and a time is days(FIELD, FIELD)."),
			       word, def->name));
}

/* ---- terms ---- */

static const struct {
	const char *name;
	enum expression_kind kind;
} functions[] = { { "count", EXPRESSION_COUNT }, { "sum", EXPRESSION_SUM }, { "avg", EXPRESSION_AVERAGE },
	{ "min", EXPRESSION_LEAST }, { "max", EXPRESSION_MOST }, { "median", EXPRESSION_MEDIAN } };

/* What stands in the parentheses of count, sum and so on; `open` is where they begin. */
static bool read_aggregate(struct reader *reader, const char *function, enum expression_kind kind, const char *open)
{
	struct expression_term *term = add(reader, kind);
	const struct register_def *def;
	const char *place;
	char *name;
	bool ok;

	pass_blanks(reader);
	place = reader->at;
	name = take_word(reader);
	def = name ? register_find(name) : NULL;
	if (!name)
		ok = refuse(reader, place,
			xasprintf(_("%s needs a register: %s."), function,
				kind == EXPRESSION_COUNT ? "count(risk 'open')" : "sum(action budget 'open')"));
	else if (!def)
		ok = refuse(
			reader, place, xasprintf(_("There is no register %s; `noria help list` names them."), name));
	else
		ok = true;
	free(name);
	if (!ok)
		return false;
	pass(reader, ',');
	if (kind != EXPRESSION_COUNT) {
		if (!read_measure(reader, def, function, &term->measure))
			return false;
		pass(reader, ',');
	}
	return read_filter(reader, def, open, term);
}

/* A number as it stands: 100, 0.5. */
static bool read_number(struct reader *reader)
{
	const char *place = reader->at;
	size_t digits = strspn(place, "0123456789"), length = digits;
	struct expression_term *term;
	char *text;

	if (place[length] == '.')
		length += 1 + strspn(place + length + 1, "0123456789");
	if (place[length - 1] == '.')
		return refuse(
			reader, place + length, xstrdup(_("Here a digit is missing; a number looks like 100 or 0.5.")));
	if (place[length] == ',' && place[length + 1] >= '0' && place[length + 1] <= '9')
		return refuse(reader, place + length, xstrdup(_("Decimals stand behind a point here: 0.5.")));
	if (length > 30 || digits > 15)
		return refuse(reader, place, xstrdup(_("The number is too long.")));
	text = xstrndup(place, length);
	reader->at += length;
	term = add(reader, EXPRESSION_NUMBER);
	term->text = text;
	return number_parse_real(text, &term->number) || refuse(reader, place, xstrdup(_("The number is too long.")));
}

/* "-12" behind IN. */
static bool read_indicator(struct reader *reader, const char *place)
{
	const char *number = reader->at + 1;
	size_t length = strspn(number, "0123456789");
	struct expression_term *term;

	number += strspn(number, "0");
	length -= (size_t)(number - reader->at - 1);
	if (!length || length > 9)
		return refuse(reader, place, xstrdup(_("There is no such indicator; they are called IN-1, IN-2.")));
	term = add(reader, EXPRESSION_INDICATOR);
	term->character = character_at(reader, place);
	term->text = xasprintf("IN-%.*s", (int)length, number);
	reader->at = number + length;
	return true;
}

static bool read_word(struct reader *reader)
{
	const char *place = reader->at, *open;
	char *word = take_word(reader);
	size_t i;
	bool ok;

	assert(word); /* who calls has seen a letter */
	if ((strcmp(word, "IN") == 0 || strcmp(word, "in") == 0) && *reader->at == '-' && reader->at[1] >= '0' &&
		reader->at[1] <= '9') {
		free(word);
		return read_indicator(reader, place);
	}
	pass_blanks(reader);
	open = reader->at;
	for (i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (strcmp(functions[i].name, word) == 0)
			break;
	if (i < sizeof functions / sizeof functions[0]) {
		if (*open != '(')
			ok = refuse(reader, open,
				xasprintf(_("Behind %s a parenthesis is missing: %s(risk)."), word, word));
		else
			ok = (reader->at++, read_aggregate(reader, functions[i].name, functions[i].kind, open));
	} else if (strcmp(word, "days") == 0 || strcmp(word, "hours") == 0) {
		ok = refuse(reader, place,
			xasprintf(
				_("%s(...) is told of each record; put it into sum, avg, min, max or median: avg(nonconformity days(detected, today))."),
				word));
	} else {
		ok = refuse(reader, place,
			xasprintf(
				_("\"%s\" is no word of formulas; these are count, sum, avg, min, max, median and indicators as IN-1."),
				word));
	}
	free(word);
	return ok;
}

static bool read_sum(struct reader *reader);

static bool read_parenthesis(struct reader *reader)
{
	const char *open = reader->at++;

	if (reader->depth == EXPRESSION_DEPTH)
		return refuse(reader, open,
			xasprintf(_("Parentheses may stand %d deep; give a part of it to an indicator of its own."),
				EXPRESSION_DEPTH));
	reader->depth++;
	if (!read_sum(reader))
		return false;
	reader->depth--;
	if (pass(reader, ')'))
		return true;
	return *reader->at ? refuse(reader, reader->at, xstrdup(_("Here one of + - * / or a parenthesis is missing.")))
			   : refuse(reader, open, xstrdup(_("The parenthesis that begins here is not closed.")));
}

static bool read_primary(struct reader *reader)
{
	bool negative = false, ok;
	const char *place;

	for (pass_blanks(reader); *reader->at == '-'; pass_blanks(reader)) {
		negative = !negative;
		reader->at++;
	}
	place = reader->at;
	if (!is_short(reader, place))
		return false;
	if (*place == '(')
		ok = read_parenthesis(reader);
	else if (*place >= '0' && *place <= '9')
		ok = read_number(reader);
	else if ((*place >= 'a' && *place <= 'z') || (*place >= 'A' && *place <= 'Z') || *place == '_')
		ok = read_word(reader);
	else if (!*place)
		ok = refuse(reader, place,
			xstrdup(reader->expression->count
					? _("The formula ends too early; here a term is missing.")
					: _("The formula is empty; write for example count(risk 'open').")));
	else
		ok = refuse(reader, place,
			xstrdup(_("Here a term is missing: a number, count(...), sum(...) or an indicator as IN-1.")));
	if (ok && negative)
		add(reader, EXPRESSION_NEGATE);
	return ok;
}

static bool read_product(struct reader *reader)
{
	bool ok = read_primary(reader);

	for (pass_blanks(reader); ok && (*reader->at == '*' || *reader->at == '/'); pass_blanks(reader)) {
		enum expression_kind kind = *reader->at++ == '*' ? EXPRESSION_MULTIPLY : EXPRESSION_DIVIDE;

		ok = read_primary(reader);
		if (ok)
			add(reader, kind);
	}
	return ok;
}

static bool read_sum(struct reader *reader)
{
	bool ok = read_product(reader);

	for (pass_blanks(reader); ok && (*reader->at == '+' || *reader->at == '-'); pass_blanks(reader)) {
		enum expression_kind kind = *reader->at++ == '+' ? EXPRESSION_ADD : EXPRESSION_SUBTRACT;

		ok = read_product(reader);
		if (ok)
			add(reader, kind);
	}
	return ok;
}

struct expression *expression_read(
	const char *text, const struct model_context *context, struct expression_fault *fault)
{
	struct expression *expression = xcalloc(1, sizeof *expression);
	struct reader reader = {
		.text = text, .at = text, .context = context, .expression = expression, .fault = fault
	};
	bool ok;

	if (fault)
		memset(fault, 0, sizeof *fault);
	if (!text_is_valid(text, strlen(text)) || text_has_control(text, "\t\n"))
		ok = refuse(&reader, text, xstrdup(_("The formula is not valid text.")));
	else
		ok = read_sum(&reader);
	if (ok && *reader.at)
		ok = refuse(&reader, reader.at,
			xstrdup(*reader.at == ')' ? _("This parenthesis closes none.")
						  : _("Here one of + - * / is missing.")));
	if (ok)
		return expression;
	expression_free(expression);
	return NULL;
}

struct expression *expression_parse(const char *text, const struct model_context *context, struct error *error)
{
	struct expression_fault fault;
	struct expression *expression = expression_read(text, context, &fault);

	if (!expression)
		/* TRANSLATORS: where in a formula, what is wrong there */
		error_set(error, ERROR_INVALID, _("character %zu: %s"), fault.character, fault.sentence);
	free(fault.sentence);
	return expression;
}
