/* A document that went through the pipe is the one that was sent, and a stream that was cut or altered is refused. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/wire.h"

static void keep(void *user, const void *bytes, size_t length)
{
	buffer_add_bytes(user, bytes, length);
}

static struct document *sample(void)
{
	struct document *document = document_new("Title \xc3\xa9");
	struct drawing *drawing;
	struct block *table;
	struct mark *mark;

	document_set(&document->organisation, "Clinic");
	document_set(&document->mark, "Confidential");
	document_set(&document->stamp, "WITHDRAWN");
	document_set(&document->language, "fr");
	document_set(&document->date, "2026-11-24");
	document_set(&document->application, "Noria");
	document_set(&document->paper, "letter");
	document->created = 1795000000;
	document->cover = true;
	facts_add(&document->front, "Version", "1.2");
	document_heading(document, 1, "Part");
	document_paragraph(document, "Text <b>\nof two lines");
	document_item(document, "item");
	document_note(document, "note");
	table = document_table(document,
		(const struct column_def[]){
			{ "A", COLUMN_TEXT, 0 }, { "B", COLUMN_DATE, 10 }, { "C", COLUMN_LEVEL, 8 } },
		3);
	table_add(table, (const char *const[]){ "=cmd", "2026-01-02", "High" });
	table_set_level(&table->rows[0], 2, 3, 5);
	table_add(table, (const char *const[]){ NULL, "", "x" });
	drawing = document_figure(document, DRAWING_MATRIX, "Matrix", "described");
	strings_add(&drawing->rows, "r");
	strings_add(&drawing->columns, "c1");
	strings_add(&drawing->columns, "c2");
	drawing_mark(drawing, "H", "R-1")->level = 2;
	mark = drawing_mark(drawing, "L", "");
	mark->late = true;
	drawing = document_figure(document, DRAWING_GANTT, "Gantt", NULL);
	drawing->from = -5;
	drawing->to = 20500;
	drawing_mark(drawing, "bar", "late")->value = 40;
	document_break(document);
	sign_add(document_sign(document), "Name", NULL, NULL);
	return document;
}

static void send(const struct document *document, struct buffer *bytes)
{
	struct wire_out out = { .write = keep, .user = bytes };

	wire_document(&out, document);
}

static struct document *receive(const char *bytes, size_t length)
{
	FILE *file = length ? fmemopen((void *)bytes, length, "r") : fopen("/dev/null", "r");
	const char *fault = NULL;
	struct document *document = wire_read(file, &fault);

	cr_assert(document || fault, "a refusal says why");
	fclose(file);
	return document;
}

Test(wire, a_document_comes_through_as_it_was)
{
	struct document *sent = sample(), *got;
	struct buffer first = { 0 }, second = { 0 };
	char *a, *b;

	send(sent, &first);
	got = receive(first.data, first.length);
	cr_assert_not_null(got);
	send(got, &second);
	cr_assert_eq(first.length, second.length);
	cr_assert_arr_eq(first.data, second.data, first.length);
	a = document_html(sent);
	b = document_html(got);
	cr_assert_str_eq(a, b);
	free(a);
	free(b);
	a = document_text(sent, 80);
	b = document_text(got, 80);
	cr_assert_str_eq(a, b);
	free(a);
	free(b);
	document_free(sent);
	document_free(got);
	buffer_free(&first);
	buffer_free(&second);
}

Test(wire, a_stream_cut_anywhere_is_refused)
{
	struct document *sent = sample();
	struct buffer bytes = { 0 };
	size_t length;

	send(sent, &bytes);
	for (length = 0; length < bytes.length; length++)
		cr_assert_null(receive(bytes.data, length), "cut at %zu", length);
	document_free(sent);
	buffer_free(&bytes);
}

Test(wire, a_stream_with_any_byte_altered_does_no_harm)
{
	static const unsigned char others[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
	struct document *sent = sample();
	struct buffer bytes = { 0 };
	size_t i, j;

	send(sent, &bytes);
	for (i = 0; i < bytes.length; i++)
		for (j = 0; j < sizeof others; j++) {
			char saved = bytes.data[i];
			struct document *got;

			bytes.data[i] = (char)others[j];
			got = receive(bytes.data, bytes.length);
			if (got) {
				/* What is believed can be rendered. */
				free(document_html(got));
				free(document_text(got, 80));
			}
			document_free(got);
			bytes.data[i] = saved;
		}
	document_free(sent);
	buffer_free(&bytes);
}

Test(document, control_and_bidi_characters_do_not_enter)
{
	char *clean = document_clean("a\x1b[31mb\xe2\x80\xae"
				     "c\nd");

	cr_assert_str_eq(clean, "a\xef\xbf\xbd[31mb\xef\xbf\xbd"
				"c\nd");
	free(clean);
}

Test(html, texts_are_escaped_and_isolated)
{
	struct document *document = document_new("<script>alert(1)</script>");
	char *html;

	document_set(&document->language, "en\"><script>");
	document_paragraph(document, "a & b \"c\" 'd' <e>");
	html = document_html(document);
	cr_assert_null(strstr(html, "<script"));
	cr_assert_not_null(strstr(html, "a &amp; b &quot;c&quot; &#39;d&#39; &lt;e&gt;"));
	cr_assert_not_null(strstr(html, "<h1 dir=\"auto\">"));
	free(html);
	document_free(document);
}
