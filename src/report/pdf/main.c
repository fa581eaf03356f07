/*
 * noria-pdf: a document on standard input, a PDF on standard output.
 *
 * Pango sets the text: the document's language decides how lines break, the
 * text itself in which direction it runs.  Fonts are embedded, figures stay vectors.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "report/pdf/pdf.h"
#include "report/wire.h"

/* How small what is to stand on one page becomes: an overview as long as it can be made out, what people sign as long as it is read with ease. */
#define SMALLEST 0.58
#define SMALLEST_SIGNED 0.78

static bool is_signed(const struct document *document)
{
	size_t i;

	for (i = 0; i < document->count; i++)
		if (document->blocks[i].kind == BLOCK_SIGN)
			return true;
	return false;
}

static cairo_status_t put(void *closure, const unsigned char *bytes, unsigned length)
{
	buffer_add_bytes(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static void metadata(struct pages *pages)
{
	const struct document *document = pages->document;
	time_t created = (time_t)document->created;
	struct tm utc;
	char date[32];

	gmtime_r(&created, &utc);
	strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &utc);
	cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_TITLE, document->title);
	cairo_pdf_surface_set_metadata(
		pages->surface, CAIRO_PDF_METADATA_AUTHOR, document->organisation ? document->organisation : "");
	if (document->subtitle)
		cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_SUBJECT, document->subtitle);
	cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_CREATOR, document->application);
	cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(pages->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void prepare(struct pages *pages, struct buffer *pdf)
{
	static const double papers[][2] = { { 595.28, 841.89 }, { 612, 792 } };
	const double *paper = papers[strcmp(pages->document->paper, "letter") == 0];
	PangoFontDescription *font = pango_font_description_from_string(
		"Source Sans 3, Noto Sans, Liberation Sans, DejaVu Sans, sans-serif 9.5");
	cairo_font_options_t *options = cairo_font_options_create();

	pages->paper_width = paper[0];
	pages->paper_height = paper[1];
	pages->surface = cairo_pdf_surface_create_for_stream(put, pdf, paper[0], paper[1]);
	pages->cr = cairo_create(pages->surface);
	pages->context = pango_cairo_create_context(pages->cr);
	/* Paper has no pixels to which glyphs should be moved. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(pages->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(pages->context, FALSE);
	pango_cairo_context_set_resolution(pages->context, 72);
	pango_context_set_language(pages->context, pango_language_from_string(pages->document->language));
	pango_context_set_font_description(pages->context, font);
	pango_font_description_free(font);
	pages->attributes = pango_attr_list_new();
	pango_attr_list_insert(pages->attributes, pango_attr_insert_hyphens_new(FALSE));
	pages->scale = 1;
}

int main(int argc, char **argv)
{
	struct pages pages = { 0 };
	struct buffer pdf = { 0 };
	struct document *document;
	const char *fault = NULL;
	cairo_status_t status;

	environment_start("noria");
	setlocale(LC_NUMERIC, "C");
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		printf("Pango %s, cairo %s%s\n", pango_version_string(), cairo_version_string(), tells());
		return EXIT_SUCCESS;
	}
	document = wire_read(stdin, &fault);
	if (!document) {
		fprintf(stderr, "%s\n", fault);
		return EXIT_FAILURE;
	}
	pages.document = document;
	prepare(&pages, &pdf);
	metadata(&pages);
	contents_plan(&pages);
	pages_turn(&pages);
	document_draw(&pages);
	if (!contents_wanted(&pages)) {
		pages.depth = 0;
		document_draw(&pages);
	}
	if (contents_lonely(&pages)) {
		pages.tight = true;
		document_draw(&pages);
	}
	while (document->one_page && pages.total > 1) {
		/* Smaller, as long as it can be read; else as many pages as it takes. */
		pages.scale = pages.scale > (is_signed(document) ? SMALLEST_SIGNED : SMALLEST) ? pages.scale * 0.97 : 1;
		pages_forget(&pages);
		document_draw(&pages);
		if (pages.scale >= 1)
			break;
	}
	pages.drawing = true;
	document_draw(&pages);
	pages_forget(&pages);
	cairo_destroy(pages.cr);
	cairo_surface_finish(pages.surface);
	status = cairo_surface_status(pages.surface);
	cairo_surface_destroy(pages.surface);
	if (status == CAIRO_STATUS_SUCCESS)
		amend(&pages, &pdf, stdout);
	buffer_free(&pdf);
	strings_free(&pages.alternatives);
	strings_free(&pages.scopes);
	free(pages.places);
	free(pages.wide_blocks);
	pango_attr_list_unref(pages.attributes);
	g_object_unref(pages.context);
	pango_cairo_font_map_set_default(NULL);
	document_free(document);
	if (status != CAIRO_STATUS_SUCCESS || fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "%s\n",
			cairo_status_to_string(status == CAIRO_STATUS_SUCCESS ? CAIRO_STATUS_WRITE_ERROR : status));
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}
