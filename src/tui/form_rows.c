/* Where the fields of a form stand, under the headings of their sections, and at which of them the cursor stops. */
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "model/field_type.h"
#include "tui/form.h"

const struct section_def *form_section(const struct form *form, size_t i)
{
	return register_section(form->def, form->fields[i]);
}

static bool can_change(const struct form *form, size_t i)
{
	const struct field_def *field = form_field(form, i);

	/* What was signed stands too, but the cursor goes there to read why. */
	return !(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM)) &&
	       !((field->flags & FIELD_FIXED) && form->before) && !rating_follows(form->now, field) &&
	       !record_excludes(form->now, field);
}

bool form_is_stop(const struct form *form, size_t i)
{
	size_t other;

	if (can_change(form, i))
		return true;
	/* Where nothing can be changed all of it can be read. */
	for (other = 0; other < form->count; other++)
		if (can_change(form, other))
			return false;
	return true;
}

size_t form_next_stop(const struct form *form, size_t from, int direction)
{
	size_t i = from;

	do {
		i = direction > 0 ? (i + 1) % form->count : i ? i - 1 : form->count - 1;
	} while (i != from && !form_is_stop(form, i));
	return i;
}

size_t form_stop_from(const struct form *form, size_t from)
{
	return form_is_stop(form, from) ? from : form_next_stop(form, from, 1);
}

size_t form_stop_place(const struct form *form, size_t *count)
{
	size_t i, place = 0;

	*count = 0;
	for (i = 0; i < form->count; i++) {
		*count += form_is_stop(form, i);
		if (i <= form->cursor)
			place = *count;
	}
	return place ? place : 1;
}

/* So many stops on, as far as there are any. */
static size_t page(const struct form *form, int direction)
{
	size_t i = form->cursor, next;
	int steps;

	for (steps = 0; steps < form->height; steps++) {
		next = form_next_stop(form, i, direction);
		if (direction > 0 ? next <= i : next >= i)
			break;
		i = next;
	}
	return i;
}

/* The first stop of that section; `otherwise`: it has none. */
static size_t first_of(const struct form *form, const struct section_def *section, size_t otherwise)
{
	size_t i;

	for (i = 0; i < form->count; i++)
		if (form_section(form, i) == section && form_is_stop(form, i))
			return i;
	return otherwise;
}

size_t form_next_section(const struct form *form, int direction)
{
	const struct section_def *here = form_section(form, form->cursor);
	size_t i = form->cursor, start;

	if (!here)
		return page(form, direction);
	start = first_of(form, here, i);
	if (direction < 0 && start < i)
		return start;
	while (direction > 0 ? i + 1 < form->count : i > 0) {
		i = direction > 0 ? i + 1 : i - 1;
		if (form_section(form, i) != here && form_is_stop(form, i))
			return first_of(form, form_section(form, i), i);
	}
	/* From the last section to its end, from the first to its start. */
	return page(form, direction);
}

void form_forget_rows(struct form *form)
{
	size_t i;

	for (i = 0; i < form->row_count; i++)
		free(form->rows[i].text);
	free(form->rows);
	form->rows = NULL;
	form->row_count = 0;
}

/* apart: with a line between the sections.  How many such lines there are, or would be. */
static size_t add_rows(struct form *form, bool apart)
{
	const struct section_def *section = NULL;
	size_t i, between = 0;

	form_forget_rows(form);
	for (i = 0; i < form->count; i++) {
		if (form_section(form, i) && form_section(form, i) != section) {
			section = form_section(form, i);
			between += i > 0;
			if (apart && i)
				form_add_row(form, SIZE_MAX);
			form_add_row(form, SIZE_MAX)->heading = _(section->heading);
		}
		form_add_rows(form, i);
	}
	return between;
}

/* The rows that are to be seen together: the cursor's section, with what follows it and is only shown. */
static void rows_of_section(const struct form *form, size_t *from, size_t *to, size_t *cursor)
{
	const struct section_def *here = form_section(form, form->cursor), *section = NULL;
	bool before = true, after = false;
	size_t i;

	*from = *to = *cursor = 0;
	for (i = 0; i < form->row_count; i++) {
		const struct form_row *row = &form->rows[i];

		if (row->field == SIZE_MAX) {
			if (!after)
				*to = i ? i - 1 : 0;
			continue;
		}
		if (form_section(form, row->field) != section) {
			section = form_section(form, row->field);
			if (section == here)
				*from = before ? 0 : i - 1;
		}
		if (row->field == form->cursor && !row->part)
			*cursor = i;
		before = before && (row->field >= form->cursor || !form_is_stop(form, row->field));
		after = after || (row->field > form->cursor && section != here && form_is_stop(form, row->field));
		if (!after)
			*to = i;
	}
}

/* What is only shown around the cursor comes with it, as far as the screen has room. */
static void rows_around(const struct form *form, size_t *from, size_t *to, size_t cursor)
{
	size_t i;

	for (i = cursor; i > *from; i--)
		if (form->rows[i - 1].field != SIZE_MAX && form_is_stop(form, form->rows[i - 1].field))
			break;
	*from = i;
	for (i = cursor; i < *to; i++)
		if (form->rows[i + 1].field != SIZE_MAX && form->rows[i + 1].field != form->cursor &&
			form_is_stop(form, form->rows[i + 1].field))
			break;
	*to = i;
}

void form_lay_out(struct form *form)
{
	size_t from, to, cursor, height = form->height > 0 ? (size_t)form->height : 1, between;

	between = add_rows(form, false);
	if (between && form->row_count + between <= height)
		add_rows(form, true);
	rows_of_section(form, &from, &to, &cursor);
	if (to - from >= height)
		rows_around(form, &from, &to, cursor);
	if (to >= from + height)
		to = from + height - 1 > cursor ? from + height - 1 : cursor;
	cursor_in_view(&form->top, to, form->height);
	cursor_in_view(&form->top, from + height > cursor ? from : cursor, form->height);
	if (form->top + height > form->row_count)
		form->top = form->row_count > height ? form->row_count - height : 0;
}
