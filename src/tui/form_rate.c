/* The ratings in a form: a digit rates and goes on to the next one, a state is rated as the one above it. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "tui/form.h"

static bool is_rated(const struct field_def *field)
{
	return field->type == &type_level && !(field->flags & FIELD_DERIVED);
}

/*
 * Who rates the whole does not rate its parts, so these are passed over; what is computed is no
 * stop.  The next one is of this row, or of the state that follows it.
 */
size_t form_next_rating(const struct form *form, size_t from)
{
	const struct field_def *field = form_field(form, from);
	size_t i;

	for (i = from + 1; i < form->count; i++) {
		const struct field_def *next = form_field(form, i);

		if (next->type != &type_level)
			break;
		if (is_rated(next) && form_is_stop(form, i) && !rating_is_part(field, next))
			return i;
	}
	return from;
}

/* The first field of a state, where the cursor goes. */
static size_t first_of_state(const struct form *form, int state)
{
	size_t i;

	for (i = 0; i < form->count; i++)
		if (rating_state(form->def, form_field(form, i)) == state && form_is_stop(form, i))
			return i;
	return form->cursor;
}

static const char *state_name(int state)
{
	/* TRANSLATORS: the ratings of a risk, each as the end of a sentence: "rated as the inherent rating is" */
	static const char *const names[RATINGS] = { N_("the inherent rating"), N_("the current rating"),
		N_("the residual rating") };

	return _(names[state]);
}

void form_rate_as_above(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);
	int state = rating_state(form->def, field);

	view->dirty = true;
	if (state < 1) {
		ui_message(ui,
			form->def->flags & REGISTER_RATED
				? _("{as-above} works in the current and the residual rating: it copies the one above.")
				: _("There is no rating above this field to copy."));
	} else if (form_is_fixed(form, form_field(form, first_of_state(form, state)))) {
		ui_message(ui, _("This follows from other fields or cannot be changed."));
	} else if (!rating_copy(form->now, state)) {
		ui_message(ui, _("Nothing is rated above yet: rate %s first."), state_name(state - 1));
	} else {
		form->cursor = first_of_state(form, state);
		form_changed_value(ui, form);
		form_enter_field(ui, form);
		ui_message(ui, _("Rated as %s; digits change what differs."), state_name(state - 1));
	}
}

char *form_rating_advice(struct ui *ui, const struct form *form)
{
	const struct field_def *field = form_field(form, form->cursor);
	const struct scale *scale = context_scale(store_context(ui->store), field->scale);
	const char *choose = command_key("choose", &form_place), *above = command_key("as-above", &form_place);
	int state = rating_state(form->def, field);
	size_t next = form_next_rating(form, form->cursor);
	char *needs, *first, *text;

	if (!scale)
		return NULL;
	needs = app_needs(ui->store, form->now);
	if (needs)
		first = text_elided(
			xasprintf(_("Needs of %s. A digit from 1 to %d rates."), needs, scale->count), needs);
	else if (next != form->cursor)
		/* TRANSLATORS: the label of the next field; a key */
		first = xasprintf(_("A digit from 1 to %d rates and goes on to %s; %s tells what each level means."),
			scale->count, _(form_field(form, next)->label), choose);
	else
		first = xasprintf(_("A digit from 1 to %d rates, %s tells what each level means, %s empties."),
			scale->count, choose, command_key("erase-next", &form_place));
	free(needs);
	if (state < 1)
		return first;
	/* TRANSLATORS: what a digit does; a key, and what it copies: "the inherent rating" */
	text = xasprintf(_("%s %s copies %s."), first, above, state_name(state - 1));
	free(first);
	return text;
}

void form_rated(struct ui *ui, struct form *form)
{
	const struct field_def *field = form_field(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];
	size_t next = form_next_rating(form, form->cursor);
	char *text;

	if (next == form->cursor || !value)
		return;
	/* The cursor leaves it at once: what was given is said. */
	text = field_format(field, store_context(ui->store), value);
	form->cursor = next;
	form_enter_field(ui, form);
	form->went_on = true;
	ui_message(ui, _("%s: %s"), _(field->label), text);
	free(text);
}
