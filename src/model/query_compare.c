/* Conditions that compare: with another field, with a number of records or of changes. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query_moment.h"

/* What "@other", "@^other" or "@^^other" reads: a field, or (NULL) the record of *owner itself.  False: there is none. */
static bool read_other(
	const struct query *query, const char *other, const struct register_def **owner, const struct field_def **field)
{
	size_t out = strspn(other, "^");

	*field = NULL;
	if (!out)
		return query_path(query->def, other, owner, field) && *field;
	*owner = out <= QUERY_OUTER ? query->outer[out - 1] : NULL;
	if (!*owner)
		return false;
	*field = register_field(*owner, other + out);
	return *field || strcmp(other + out, "ref") == 0;
}

/* "@due+30": so many days after it. */
static char *without_days(const char *other, bool *days)
{
	size_t length = strcspn(other, "+-"), digits = other[length] ? strspn(other + length + 1, "0123456789") : 0;

	*days = digits && digits < 6 && !other[length + 1 + digits];
	return xstrndup(other, *days ? length : strlen(other));
}

bool query_is_other(const struct query *query, const char *other)
{
	const struct register_def *owner;
	const struct field_def *field;
	bool days, is;
	char *name = without_days(other, &days);

	is = read_other(query, name, &owner, &field);
	free(name);
	return is;
}

/* "ref=@^owner", "ref=@^ref": whether the record of `of` can be the one that is named, or that stands outside; "ref~@^ref": that holds the ref of the one outside. */
static bool compares_records(const char *path, const struct register_def *of, const struct register_def *owner,
	const struct field_def *with, enum operator op)
{
	const char *last = strrchr(path, '.') ? strrchr(path, '.') + 1 : path;

	if (strcmp(last, "ref") != 0 || (op != OP_EQUAL && op != OP_DIFFERENT && op != OP_CONTAINS))
		return false;
	if (op == OP_CONTAINS)
		return !with && owner;
	return with ? with->type->storage == STORED_REFERENCE && strcmp(with->target, of->name) == 0 : owner == of;
}

static bool is_words(const struct field_def *field)
{
	return field && (field->type == &type_text || field->type == &type_long_text);
}

/* "level>@other": false, error filled, where the two are of different kinds. */
bool query_add_comparison(struct query *query, const char *path, const struct field_def *field, enum operator op,
	const char *other, struct error *error)
{
	const struct register_def *of = NULL, *owner = NULL;
	const struct field_def *with = NULL;
	bool single = query_path(query->def, path, &of, &with), known, days, fit;
	char *name = without_days(other, &days);

	known = read_other(query, name, &owner, &with);
	free(name);
	/* A day and a moment are compared by the zone, which the store does not know of. */
	fit = single && !field && known && !days && compares_records(path, of, owner, with, op);
	/* What holds the text of another is text, as that one. */
	if (op == OP_CONTAINS && !fit && !(is_words(field) && is_words(with)))
		single = false;
	if (!fit && (!single || !field || !with || field->type->storage != with->type->storage ||
			    (field->type == &type_date_time) != (with->type == &type_date_time) ||
			    (days && (field->type != &type_date || with->type != &type_date)) ||
			    field->type->storage == STORED_LINKS ||
			    (field->target && strcmp(field->target, with->target) != 0) ||
			    (field_is_reference(field) && op != OP_EQUAL && op != OP_DIFFERENT)))
		return error_set(error, ERROR_INVALID, _("%s and %s cannot be compared."), path, other);
	query_add(query, path, op, other);
	query->conditions[query->condition_count - 1].field = true;
	return true;
}

/* Whether the text is a number, or a part of those who work here: "50%headcount". */
static bool is_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits && digits < 10 && (!text[digits] || strcmp(text + digits, "%headcount") == 0);
}

/* "#owner>=@date": the other field is a day or a moment of one record. */
static bool is_other_day(const struct query *query, const char *text)
{
	const struct register_def *owner;
	const struct field_def *field;
	bool days, is;
	char *name;

	if (*text != '@')
		return false;
	name = without_days(text + 1, &days);
	is = read_other(query, name, &owner, &field) && field &&
	     (field->type == &type_date || (field->type == &type_date_time && !days));
	free(name);
	return is;
}

bool query_add_number(struct query *query, const struct model_context *context, const char *term, const char *path,
	enum operator op, const char *text, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	struct date day;
	char iso[11];
	bool since, other = false;

	if (!query_path(query->def, path, &owner, &field) || !field)
		return error_set(error, ERROR_USAGE, _("There is no field %s in %s."), path, _(query->def->plural));
	since = !is_number(text) && !(field->flags & FIELD_INVERSE) && (op == OP_AT_LEAST || op == OP_LESS);
	if (since && is_other_day(query, text)) {
		other = true;
		text++;
	} else if (since && query_read_day(context, text, &day)) {
		date_format(&day, iso);
		text = iso;
	} else if (op == OP_CONTAINS || !is_number(text)) {
		return error_set(error, ERROR_INVALID, _("\"%s\" compares with no number."), term);
	}
	query_add(query, path, op, text);
	query->conditions[query->condition_count - 1].number = true;
	query->conditions[query->condition_count - 1].field = other;
	return true;
}
