/* Expressions in memory and as text. */
#include <stdlib.h>
#include <string.h>

#include "model/expression.h"

const struct expression_example expression_examples[] = {
	{ "count(incident 'detected>=period detected<periodend')", N_("incidents of the period") },
	{ "100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')",
		N_("of the actions due in the period, the percentage that was done in time") },
	{ "100 * count(risk 'open current_level>threshold acceptances!(valid)') / count(risk 'open current_level>threshold')",
		N_("of the risks above the threshold, the percentage that nobody signed for") },
	{ "median(nonconformity days(detected, today) 'open')", N_("the age of open nonconformities, in days") },
	{ "sum(action spent 'done>=period done<periodend')", N_("what the actions done in the period cost") },
	{ "IN-1 - IN-2", N_("the difference of two indicators") },
	{ 0 },
};

void expression_free(struct expression *expression)
{
	size_t i;

	if (!expression)
		return;
	for (i = 0; i < expression->count; i++) {
		free(expression->terms[i].text);
		free(expression->terms[i].measure.first);
		free(expression->terms[i].measure.second);
		query_free(expression->terms[i].query);
	}
	free(expression->terms);
	free(expression);
}

bool expression_is_aggregate(const struct expression_term *term)
{
	return term->kind >= EXPRESSION_COUNT && term->kind <= EXPRESSION_MEDIAN;
}

void expression_depends(const struct expression *expression, struct strings *refs)
{
	size_t i;

	for (i = 0; i < expression->count; i++)
		if (expression->terms[i].kind == EXPRESSION_INDICATOR &&
			!strings_contain(refs, expression->terms[i].text))
			strings_add(refs, expression->terms[i].text);
}

struct query *expression_query(
	const struct expression_term *term, const struct model_context *context, struct error *error)
{
	struct query *query;

	if (!expression_is_aggregate(term))
		return NULL;
	query = query_new(term->query->def);
	if (query_parse(query, context, term->text, error))
		return query;
	query_free(query);
	return NULL;
}

/* In the quotes that it has none of; what has both was read without. */
static void add_filter(struct buffer *text, const char *filter)
{
	const char *quote = !strchr(filter, '\'') ? "'" : !strchr(filter, '"') ? "\"" : "";

	if (*filter)
		buffer_printf(text, " %s%s%s", quote, filter, quote);
}

static void add_measure(struct buffer *text, const struct measure *measure)
{
	const char *first = measure->first ? measure->first : "today",
		   *second = measure->second ? measure->second : "today";

	if (measure->kind == MEASURE_FIELD)
		buffer_printf(text, " %s", first);
	else
		buffer_printf(text, " %s(%s, %s)", measure->kind == MEASURE_DAYS ? "days" : "hours", first, second);
}

char *expression_term_text(const struct expression_term *term)
{
	static const char *const functions[] = { "count", "sum", "avg", "min", "max", "median" };
	struct buffer text = { 0 };

	if (!expression_is_aggregate(term))
		return xstrdup(term->text ? term->text : "");
	buffer_printf(&text, "%s(%s", functions[term->kind - EXPRESSION_COUNT], term->query->def->name);
	if (term->kind >= EXPRESSION_SUM)
		add_measure(&text, &term->measure);
	add_filter(&text, term->text);
	buffer_add_char(&text, ')');
	return buffer_take(&text);
}

/* A part of the text, and how strongly it holds together: sums least. */
struct part {
	char *text;
	int strength;
};

static int strength_of(enum expression_kind kind)
{
	switch (kind) {
	case EXPRESSION_ADD:
	case EXPRESSION_SUBTRACT:
		return 1;
	case EXPRESSION_MULTIPLY:
	case EXPRESSION_DIVIDE:
		return 2;
	case EXPRESSION_NEGATE:
		return 3;
	default:
		return 4;
	}
}

/* Takes the part over; in parentheses where it must hold together more strongly than it does. */
static void add_part(struct buffer *text, struct part *part, int least)
{
	buffer_printf(text, part->strength < least ? "(%s)" : "%s", part->text);
	free(part->text);
	part->text = NULL;
}

char *expression_text(const struct expression *expression)
{
	static const char *const signs[] = { "+", "-", "*", "/" };
	struct part *parts = xcalloc(expression->count + 1, sizeof *parts);
	size_t count = 0, i;
	char *whole;

	for (i = 0; i < expression->count; i++) {
		const struct expression_term *term = &expression->terms[i];
		int strength = strength_of(term->kind);
		struct buffer text = { 0 };

		if (term->kind < EXPRESSION_NEGATE) {
			parts[count].text = expression_term_text(term);
			parts[count++].strength = strength;
			continue;
		}
		if (term->kind == EXPRESSION_NEGATE) {
			buffer_add_char(&text, '-');
			add_part(&text, &parts[count - 1], strength + 1);
		} else {
			count--;
			add_part(&text, &parts[count - 1], strength);
			buffer_printf(&text, " %s ", signs[term->kind - EXPRESSION_ADD]);
			add_part(&text, &parts[count], strength + 1);
		}
		parts[count - 1].text = buffer_take(&text);
		parts[count - 1].strength = strength;
	}
	whole = parts[0].text;
	free(parts);
	return whole;
}
