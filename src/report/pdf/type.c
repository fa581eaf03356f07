/* How wide text is, without setting it: tables ask for every cell before the first is set. */
#include <stdlib.h>

#include "report/pdf/pdf.h"

#define MEASURED 100 /* points: the size at which a character is measured */

/* Its place among those whose width does not hang on their neighbours: Latin letters, general punctuation; -1: it is none of them. */
static int place_of(gunichar character)
{
	if (character < TYPE_LATIN)
		return (int)character;
	return character >= 0x2000 && character < 0x2000 + TYPE_PLACES - TYPE_LATIN
		       ? TYPE_LATIN + (int)(character - 0x2000)
		       : -1;
}

static double measure(struct pages *pages, const char *text, size_t length, enum weight weight)
{
	char *part = xstrndup(text, length);
	PangoLayout *layout = layout_make(pages, part, MEASURED / pages->scale, weight, 0);
	PangoRectangle logical;

	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_get_extents(layout, NULL, &logical);
	g_object_unref(layout);
	free(part);
	return (double)logical.width / PANGO_SCALE / MEASURED;
}

double type_width(struct pages *pages, const char *text, size_t length, enum weight weight)
{
	const char *end = text + length, *next;
	double width = 0;

	for (; text < end; text = next) {
		int place = place_of(g_utf8_get_char(text));

		next = g_utf8_next_char(text);
		if (place >= 0) {
			double *kept = &pages->advances[weight][place];

			if (*kept <= 0)
				*kept = measure(pages, text, (size_t)(next - text), weight) + 1e-6;
			width += *kept;
			continue;
		}
		/* Letters that join, or stand on each other, are measured together. */
		while (next < end && place_of(g_utf8_get_char(next)) < 0)
			next = g_utf8_next_char(next);
		width += measure(pages, text, (size_t)(next - text), weight);
	}
	return width;
}
