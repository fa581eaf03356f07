/* The filter language: read into the conditions of a query, and written from them. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query_moment.h"

/* The reference along which "path(" or "path!(" asks for records; NULL: what stands before the parenthesis is none. */
static const struct field_def *related(const struct register_def *def, const char *text, size_t length)
{
	char *path = xstrndup(text, length && text[length - 1] == '!' ? length - 1 : length);
	const struct register_def *owner;
	const struct field_def *field = NULL;
	bool known = query_condition_path(def, path, &owner, &field);

	free(path);
	return known && field && field_is_reference(field) ? field : NULL;
}

static size_t shape(const char *text, const char *digits)
{
	size_t i;

	for (i = 0; digits[i]; i++)
		if (digits[i] == '9' ? text[i] < '0' || text[i] > '9' : text[i] != digits[i])
			return 0;
	return i;
}

/* The length of a time that follows a day: "opened>=2026-03-05 14:00" needs no quotes. */
static size_t time_after(const struct buffer *term, size_t operator_at, const char *rest)
{
	const char *day = term->length >= 10 ? term->data + term->length - 10 : NULL;
	size_t length;

	if (operator_at == (size_t)-1 || !day || day <= term->data + operator_at || !strchr("=<>", day[-1]) ||
		!shape(day, "9999-99-99") || *rest != ' ' || !(length = shape(rest + 1, "99:99")))
		return 0;
	length += 1 + shape(rest + 1 + length, ":99");
	return !rest[length] || strchr(" \t\n", rest[length]) ? length : 0;
}

/* One term: everything up to a space outside quotes and parentheses; quotes are dropped, but for those of a filter in parentheses. */
static char *next_term(const struct register_def *def, const char **text, size_t *operator_at)
{
	struct buffer term = { 0 };
	const char *c = *text + strspn(*text, " \t\n");
	bool quoted = false;
	int depth = 0;

	*operator_at = (size_t)-1;
	if (!*c) {
		*text = c;
		return NULL;
	}
	for (; *c && (quoted || depth || !strchr(" \t\n", *c)); c++) {
		if (*c == '"') {
			quoted = !quoted;
			if (!depth)
				continue;
		} else if (!quoted && *c == '(' && (depth || (term.length && related(def, term.data, term.length)))) {
			if (!depth++ && *operator_at == (size_t)-1)
				*operator_at = term.length;
		} else if (!quoted && *c == ')' && depth) {
			depth--;
		} else if (!quoted && !depth && *operator_at == (size_t)-1 && strchr("=<>~!", *c) && term.length) {
			*operator_at = term.length;
		}
		buffer_add_char(&term, *c);
	}
	if (!quoted && !depth) {
		size_t time = time_after(&term, *operator_at, c);

		buffer_add_bytes(&term, c, time);
		c += time;
	}
	*text = c;
	return buffer_take(&term);
}

static bool read_operator(const char *at, enum operator* op, size_t *length)
{
	static const struct {
		const char *text;
		enum operator op;
	} operators[] = {
		{ "!=", OP_DIFFERENT },
		{ "<=", OP_AT_MOST },
		{ ">=", OP_AT_LEAST },
		{ "=", OP_EQUAL },
		{ "<", OP_LESS },
		{ ">", OP_MORE },
		{ "~", OP_CONTAINS },
	};
	size_t i;

	for (i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		*length = strlen(operators[i].text);
		if (strncmp(at, operators[i].text, *length) == 0) {
			*op = operators[i].op;
			return true;
		}
	}
	return false;
}

/* Words that stand for what the file says: the threshold of risk, the catalogues of the SoA.  NULL: it is none; caller frees. */
static char *value_word(const struct field_def *field, const struct model_context *context, const char *text)
{
	struct query *soa;
	char *value;

	if (!context)
		return NULL;
	if (field->scale && strcmp(field->scale, "risk") == 0 && strcmp(text, "threshold") == 0)
		return xasprintf("%d", context->method.threshold);
	if (!field->target || strcmp(field->target, "catalogue") != 0 || strcmp(text, "soa") != 0)
		return NULL;
	soa = query_soa(context, SOA_ALL);
	value = xstrdup(soa->conditions[0].value);
	query_free(soa);
	return value;
}

/* Where in the text a term is wrong of which add_related says how far behind its parenthesis: quotes before that are gone from the term. */
static size_t fault_in(const char *text, const char *term, size_t at, size_t fault)
{
	size_t start;

	text += strspn(text, " \t\n");
	start = at != (size_t)-1 && fault && (term[at] == '(' || term[at] == '!') ? strcspn(text, "(") : 0;
	return start ? start + fault - strcspn(term, "(") : 0;
}

/* Filters within filters, but not without end. */
static bool is_simple(const char *term)
{
	int parentheses = 0;

	for (; *term; term++)
		parentheses += *term == '(';
	return parentheses <= 50;
}

/* "field(FILTER)" and "field!(FILTER)"; at is the place of the ! or the parenthesis. */
static bool add_related(
	struct query *query, const struct model_context *context, const char *term, size_t at, struct error *error)
{
	const struct field_def *field = related(query->def, term, at);
	bool none = term[at] == '!';
	size_t start = at + (none ? 2 : 1), length = strlen(term);
	const struct register_def *owner;
	const struct field_def *last;
	struct query *of;
	char *path, *filter;
	bool ok;

	if (!field)
		return error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write FIELD=VALUE."), term);
	if (length <= start || term[length - 1] != ')')
		return error_set(error, ERROR_INVALID, _("A parenthesis is not closed in \"%s\"."), term);
	if (!is_simple(term))
		return error_set(error, ERROR_INVALID, _("The filter asks for too much at once."));
	path = xstrndup(term, at);
	filter = xstrndup(term + start, length - start - 1);
	of = query_new(register_find(field->target));
	/* "@^FIELD" has one record to be read from where the path leads through single ones. */
	if (query_path(query->def, path, &owner, &last)) {
		of->outer[0] = query->def;
		memcpy(of->outer + 1, query->outer, sizeof query->outer - sizeof query->outer[0]);
	}
	ok = query_parse(of, context, filter, error);
	if (ok) {
		query_add(query, path, none ? OP_NONE : OP_SOME, NULL);
		query->conditions[query->condition_count - 1].of = of;
	} else {
		query->fault = start + of->fault;
		query_free(of);
	}
	free(path);
	free(filter);
	return ok;
}

static bool add_keyword(
	struct query *query, const struct model_context *context, enum operator op, struct error *error);

/* "set_aside=CHECK": what a waiver that holds today names with that check. */
static bool add_aside(struct query *query, const struct model_context *context, const char *term, enum operator op,
	const char *check, struct error *error)
{
	struct query *waivers;

	if ((op != OP_EQUAL && op != OP_DIFFERENT) || !*check)
		return error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write set_aside=CHECK."), term);
	waivers = query_new(register_find("waiver"));
	query_add(waivers, "check", OP_EQUAL, check);
	if (!add_keyword(waivers, context, OP_VALID, error)) {
		query_free(waivers);
		return false;
	}
	query_add(query, NULL, op == OP_EQUAL ? OP_ASIDE : OP_NOT_ASIDE, check);
	query->conditions[query->condition_count - 1].of = waivers;
	return true;
}

static enum query_event event_of(const struct field_def *field, const char *name, const char *text)
{
	bool property = !field && strcmp(name, "ref") != 0;

	if (strcmp(text, "issue") == 0 && property)
		return EVENT_ISSUE;
	if (strcmp(text, "assessed") == 0 && (property || (field && field_is_day(field))))
		return EVENT_ASSESSED;
	if (strcmp(text, "scoped") == 0 && field && field->type == &type_date)
		return EVENT_SCOPED;
	return EVENT_NONE;
}

static bool add_term(
	struct query *query, const struct model_context *context, const char *term, size_t at, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	enum operator op;
	const char *last, *text;
	struct date day;
	size_t length;
	char *path, *value = NULL;
	bool ok = true;

	if (term[at] == '(' || (term[at] == '!' && term[at + 1] == '('))
		return add_related(query, context, term, at, error);
	if (!read_operator(term + at, &op, &length))
		return error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write FIELD=VALUE."), term);
	path = xstrndup(term, at);
	last = strrchr(path, '.') ? strrchr(path, '.') + 1 : path;
	text = term + at + length;
	if (*path == '#') {
		ok = query_add_number(query, context, term, path + 1, op, text, error);
	} else if (query_is_alike(query, path)) {
		ok = query_add_alike(query, term, path, op, text, error);
	} else if (strcmp(path, "set_aside") == 0 && !register_field(query->def, path)) {
		ok = add_aside(query, context, term, op, text, error);
	} else if (!query_condition_path(query->def, path, &owner, &field)) {
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s."), path, _(query->def->plural));
	} else if (!*text) {
		if (op != OP_EQUAL && op != OP_DIFFERENT)
			ok = error_set(error, ERROR_INVALID, _("A value is missing after \"%s\"."), term);
		else
			query_add(query, path, op == OP_EQUAL ? OP_EMPTY : OP_FILLED, NULL);
	} else if (*text == '@' && (text[1] == '^' || (op != OP_CONTAINS && query_is_other(query, text + 1)))) {
		ok = query_add_comparison(query, path, field, op, text + 1, error);
	} else if (op != OP_CONTAINS && field && (value = value_word(field, context, text))) {
		query_add(query, path, op, value);
	} else if (op != OP_CONTAINS && event_of(field, last, text) != EVENT_NONE) {
		query_add(query, path, op, text);
		query->conditions[query->condition_count - 1].event = event_of(field, last, text);
	} else if (op != OP_CONTAINS && (field ? field->type == &type_date_time : strcmp(last, "ref") != 0)) {
		ok = query_add_moment(query, context, path, field, op, text, error);
	} else if (op != OP_CONTAINS && field && field->type == &type_date &&
		   (strcmp(text, "now") == 0 || query_read_day(context, text, &day))) {
		char iso[11];

		if (strcmp(text, "now") == 0)
			day = environment_today(context ? context->time_zone : NULL);
		date_format(&day, iso);
		query_add(query, path, op, iso);
	} else if (op == OP_CONTAINS || !field || field_is_reference(field)) {
		if (field && field_is_reference(field) && op != OP_CONTAINS && op != OP_EQUAL && op != OP_DIFFERENT)
			ok = error_set(error, ERROR_INVALID, _("%s can only be compared with = and != and ~."),
				_(field->label));
		else
			query_add(query, path, op, text);
	} else {
		/* One key of a list is compared, not the whole. */
		ok = field_parse_asked(field, context, text, &value, error);
		if (ok)
			query_add(query, path, op, value);
	}
	free(value);
	free(path);
	return ok;
}

/* Words that are conditions by themselves; what is never valid has no such word. */
static bool keyword(const struct register_def *def, const char *term, enum operator* op)
{
	static const struct {
		const char *word;
		enum operator op;
	} keywords[] = { { "late", OP_LATE }, { "open", OP_OPEN }, { "unresolved", OP_UNRESOLVED },
		{ "valid", OP_VALID }, { "invalid", OP_INVALID } };
	size_t i;

	for (i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
		if (strcmp(keywords[i].word, term) == 0) {
			*op = keywords[i].op;
			return (*op != OP_VALID && *op != OP_INVALID) || def->valid;
		}
	return false;
}

/* What the word stands for today is kept with it. */
static bool add_keyword(struct query *query, const struct model_context *context, enum operator op, struct error *error)
{
	struct query *of = NULL;

	if (op == OP_VALID || op == OP_INVALID) {
		const struct validity *condition;

		of = query_new(query->def);
		for (condition = query->def->valid; condition->filter; condition++)
			if (!query_parse(of, context, condition->filter, error)) {
				query_free(of);
				return false;
			}
	}
	query_add(query, NULL, op, NULL);
	query->conditions[query->condition_count - 1].of = of;
	return true;
}

/* Several where they stood in quotes, none where nothing stood in them. */
static void add_word(struct buffer *words, const char *word)
{
	size_t length;

	for (word += strspn(word, " \t\n"); *word; word += length + strspn(word + length, " \t\n")) {
		length = strcspn(word, " \t\n");
		if (words->length)
			buffer_add_char(words, ' ');
		buffer_add_bytes(words, word, length);
	}
}

bool query_parse(struct query *query, const struct model_context *context, const char *text, struct error *error)
{
	struct buffer words = { 0 };
	const char *whole = text, *from = text;
	/* Where the terms begin that an "or" may tie to the next one. */
	size_t at, chain = (size_t)-1;
	bool ok = true, either = false;
	char *term;

	if (!text_is_valid(text, strlen(text)) || text_has_control(text, "\t\n"))
		return error_set(error, ERROR_INVALID, _("The filter is not valid text."));
	query->fault = 0;
	while (ok && (from = text, term = next_term(query->def, &text, &at))) {
		enum operator op;
		bool condition = at != (size_t)-1 || keyword(query->def, term, &op);
		size_t start = query->condition_count, i;

		if (either && !condition)
			add_word(&words, "or");
		if (!condition && strcmp(term, "or") == 0 && chain != (size_t)-1 && !either) {
			either = true;
			free(term);
			continue;
		}
		if (at != (size_t)-1)
			ok = add_term(query, context, term, at, error);
		else if (condition)
			ok = add_keyword(query, context, op, error);
		else
			add_word(&words, term);
		for (i = start; i < query->condition_count; i++) {
			query->conditions[i].place = (size_t)(from - whole) + strspn(from, " \t\n");
			query->conditions[i].inside =
				query->conditions[i].of ? fault_in(from, term, at, strcspn(term, "(") + 1) : 0;
		}
		if (ok && condition && either)
			ok = query_tie(query, chain, start, error);
		else
			chain = condition ? start : (size_t)-1;
		either = false;
		if (!ok)
			query->fault =
				(size_t)(from - whole) + strspn(from, " \t\n") + fault_in(from, term, at, query->fault);
		free(term);
	}
	if (either)
		add_word(&words, "or");
	if (ok && words.length)
		query_add(query, NULL, OP_SEARCH, words.data);
	buffer_free(&words);
	return ok;
}

static void add_value(struct buffer *text, const char *value)
{
	bool quote = strpbrk(value, " \t\n=<>~!()") != NULL;

	if (quote)
		buffer_add_char(text, '"');
	buffer_add(text, value);
	if (quote)
		buffer_add_char(text, '"');
}

/* Words of which one would read as a condition stand in quotes, all of them: to a search it is the same. */
static void add_words(struct buffer *text, const struct register_def *def, const char *words)
{
	const char *rest = words;
	bool quote = false;
	enum operator op;
	size_t at;
	char *word;

	while (!quote && (word = next_term(def, &rest, &at))) {
		quote = at != (size_t)-1 || keyword(def, word, &op);
		free(word);
	}
	buffer_printf(text, quote ? "\"%s\"" : "%s", words);
}

static void add_condition_text(struct buffer *text, const struct register_def *def, const struct condition *condition)
{
	static const char *const signs[] = { "=", "!=", "<", "<=", ">", ">=", "~", "=", "!=" };
	char *inner;

	switch (condition->op) {
	case OP_SEARCH:
		add_words(text, def, condition->value);
		break;
	case OP_OPEN:
		buffer_add(text, "open");
		break;
	case OP_LATE:
		buffer_add(text, "late");
		break;
	case OP_UNRESOLVED:
		buffer_add(text, "unresolved");
		break;
	case OP_VALID:
	case OP_INVALID:
		buffer_add(text, condition->op == OP_VALID ? "valid" : "invalid");
		break;
	case OP_ASIDE:
	case OP_NOT_ASIDE:
		buffer_add(text, condition->op == OP_ASIDE ? "set_aside=" : "set_aside!=");
		add_value(text, condition->value);
		break;
	case OP_FIRST:
	case OP_NOT_FIRST:
	case OP_SHARED:
	case OP_UNPLANNED:
		query_alike_text(text, condition);
		break;
	case OP_SOME:
	case OP_NONE:
		inner = query_text(condition->of);
		buffer_printf(text, "%s%s(%s)", condition->path, condition->op == OP_NONE ? "!" : "", inner);
		free(inner);
		break;
	default:
		buffer_printf(text, "%s%s%s", condition->number ? "#" : "", condition->path, signs[condition->op]);
		if (condition->field)
			buffer_printf(text, "@%s", condition->value);
		else if (condition->value)
			add_value(text, condition->value);
	}
}

char *query_text(const struct query *query)
{
	struct buffer text = { 0 };
	size_t i, j, end;

	for (i = 0; i < query->condition_count; i = end) {
		const char *before = text.length ? " " : "";
		bool implied = false;

		end = query_tied_until(query, i, query->condition_count);
		for (j = i; j < end; j++)
			implied = implied || (query->conditions[j].implied && query->conditions[j].op == OP_DIFFERENT);
		for (j = i; j < end && !implied; j++) {
			if (query->conditions[j].implied)
				continue;
			buffer_add(&text, before);
			add_condition_text(&text, query->def, &query->conditions[j]);
			before = " or ";
		}
	}
	return buffer_take(&text);
}
