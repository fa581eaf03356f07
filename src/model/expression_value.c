/* What an expression comes to, and whether it rests on itself by way of others. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/expression.h"

/* The value of a term that is no sign. */
static bool value_of(const struct expression_term *term, const struct expression_source *source, struct value *value,
	struct error *error)
{
	value->known = true;
	value->number = term->number;
	if (term->kind == EXPRESSION_NUMBER)
		return true;
	if (term->kind == EXPRESSION_INDICATOR)
		return source->indicator(source->user, term->text, value, error);
	return source->aggregate(source->user, term, value, error);
}

static struct value work_out(enum expression_kind kind, double left, double right)
{
	struct value value = { .known = true };

	switch (kind) {
	case EXPRESSION_NEGATE:
		value.number = -left;
		break;
	case EXPRESSION_ADD:
		value.number = left + right;
		break;
	case EXPRESSION_SUBTRACT:
		value.number = left - right;
		break;
	case EXPRESSION_MULTIPLY:
		value.number = left * right;
		break;
	default:
		value.known = fpclassify(right) != FP_ZERO;
		value.number = value.known ? left / right : 0;
	}
	return value;
}

bool expression_evaluate(const struct expression *expression, const struct expression_source *source,
	struct value *value, struct error *error)
{
	struct value *values = xcalloc(expression->count + 1, sizeof *values), *top = values;
	bool ok = true, known = true;
	size_t i;

	for (i = 0; i < expression->count && ok && known; i++) {
		const struct expression_term *term = &expression->terms[i];

		if (term->kind < EXPRESSION_NEGATE) {
			ok = value_of(term, source, ++top, error);
		} else if (term->kind == EXPRESSION_NEGATE) {
			*top = work_out(term->kind, top->number, 0);
		} else {
			top--;
			*top = work_out(term->kind, top->number, top[1].number);
		}
		/* What rests on no value has none. */
		known = ok && top->known && isfinite(top->number);
	}
	value->known = known;
	/* Nobody reads "-0". */
	value->number = known && fpclassify(top->number) != FP_ZERO ? top->number : 0;
	free(values);
	return ok;
}

/* The indicators at one distance from the expression, each once, and by which of its own terms it is reached. */
struct ring {
	struct strings refs, by;
};

static void ring_free(struct ring *ring)
{
	strings_free(&ring->refs);
	strings_free(&ring->by);
}

/* Adds what an indicator of the ring rests on to the next one.  What cannot be read any more rests on nothing. */
static bool add_next(const struct ring *ring, size_t i, const struct model_context *context, expression_of of,
	void *user, struct ring *next, struct error *error)
{
	struct strings refs = { 0 };
	struct expression *other;
	char *text = NULL;
	size_t j;

	if (!of(user, ring->refs.items[i], &text, error))
		return false;
	other = text ? expression_read(text, context, NULL) : NULL;
	if (other)
		expression_depends(other, &refs);
	for (j = 0; j < refs.count; j++)
		if (!strings_contain(&next->refs, refs.items[j])) {
			strings_add(&next->refs, refs.items[j]);
			strings_add(&next->by, ring->by.items[i]);
		}
	strings_free(&refs);
	expression_free(other);
	free(text);
	return true;
}

/* Where the expression names that indicator first. */
static size_t character_of(const struct expression *expression, const char *ref)
{
	size_t i = 0;

	while (expression->terms[i].kind != EXPRESSION_INDICATOR || strcmp(expression->terms[i].text, ref) != 0)
		i++;
	return expression->terms[i].character;
}

/* The indicator itself is not in the ring; *by: the own term by which it is. */
static bool leaves_out(const struct ring *ring, const char *own, const char **by, struct error *error)
{
	size_t i;

	for (i = 0; own && i < ring->refs.count; i++)
		if (strcmp(ring->refs.items[i], own) == 0)
			break;
	if (!own || i == ring->refs.count)
		return true;
	*by = ring->by.items[i];
	return strcmp(*by, own) == 0 ? error_set(error, ERROR_INVALID, _("%s cannot be counted from itself."), own)
				     : error_set(error, ERROR_INVALID,
					       /* TRANSLATORS: two indicators */
					       _("%s already rests on %s; that would go round in a circle."), *by, own);
}

bool expression_sound(const struct expression *expression, const char *own, const struct model_context *context,
	expression_of of, void *user, size_t *character, struct error *error)
{
	struct ring ring = { 0 };
	bool ok = true;
	int depth;
	size_t i;

	expression_depends(expression, &ring.refs);
	for (i = 0; i < ring.refs.count; i++)
		strings_add(&ring.by, ring.refs.items[i]);
	for (depth = 1; ok && ring.refs.count; depth++) {
		struct ring next = { 0 };
		const char *by = ring.by.items[0];

		ok = leaves_out(&ring, own, &by, error);
		if (ok && depth > EXPRESSION_DEPTH)
			ok = error_set(error, ERROR_INVALID,
				/* TRANSLATORS: an indicator, a number */
				_("Behind %s stand indicators that rest on others, more than %d deep; count one of them from the records."),
				by, EXPRESSION_DEPTH);
		for (i = 0; i < ring.refs.count && ok; i++) {
			by = ring.by.items[i];
			ok = add_next(&ring, i, context, of, user, &next, error);
		}
		if (!ok)
			*character = character_of(expression, by);
		ring_free(&ring);
		ring = next;
	}
	ring_free(&ring);
	return ok;
}
