/*
 * What cairo cannot say in a PDF is put into it before it goes out: the language
 * of the document, the words for its figures, and what the headers of its tables head.
 *
 * The file is read by its table of objects; an object that is to say more gets it
 * behind its first line, the table is written anew, and all of it is packed (pack.c).  Where cairo
 * packs the objects itself (from 1.18 on), qpdf puts these in (tell.c), or the file goes out as it
 * is: tagged, but without these.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/pdf/pdf.h"

#define OBJECT " 0 obj\n"

struct addition {
	size_t at;  /* where it goes */
	size_t sum; /* bytes added up to and with this one */
	char *text;
};
struct amending {
	const struct pages *pages;
	struct objects objects;
	struct addition *additions;
	size_t added, figures, headers;
};

/* The end of the object's first lines behind its number, where they are these; 0: they are others. */
static size_t behind(const struct amending *amending, size_t object, const char *lines)
{
	size_t place = object_place(&amending->objects, object),
	       digits = strspn(amending->objects.data + place, "0123456789"), length = strlen(lines);

	return place && strncmp(amending->objects.data + place + digits, lines, length) == 0 ? place + digits + length
											     : 0;
}

static void add(struct amending *amending, size_t at, char *text)
{
	amending->additions = xreallocarray(amending->additions, amending->added + 1, sizeof *amending->additions);
	amending->additions[amending->added++] = (struct addition){ .at = at, .text = text };
}

/* Text as a PDF's string: UTF-16 in hexadecimal. */
static char *pdf_string(const char *text)
{
	glong count = 0, i;
	gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &count, NULL);
	struct buffer string = { 0 };

	buffer_add(&string, "<FEFF");
	for (i = 0; units && i < count; i++)
		buffer_printf(&string, "%04X", (unsigned)units[i]);
	buffer_add_char(&string, '>');
	g_free(units);
	return buffer_take(&string);
}

/* Nothing but what a language's name is made of. */
static const char *language_of(const struct document *document)
{
	const char *language = document->language ? document->language : "";

	return language[strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] ? ""
													     : language;
}

static void amend_object(struct amending *amending, size_t object)
{
	const struct pages *pages = amending->pages;
	size_t at = behind(amending, object, OBJECT "<< /Type /Catalog\n");
	char *string;

	if (at) {
		add(amending, at,
			xasprintf("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
				language_of(pages->document)));
		return;
	}
	/* Objects of the structure are numbered as their tags were begun. */
	at = behind(amending, object, OBJECT "<< /Type /StructElem\n   /S /Figure\n");
	if (at) {
		if (amending->figures < pages->alternatives.count) {
			string = pdf_string(pages->alternatives.items[amending->figures]);
			add(amending, at, xasprintf("   /Alt %s\n", string));
			free(string);
		}
		amending->figures++;
		return;
	}
	at = behind(amending, object, OBJECT "<< /Type /StructElem\n   /S /TH\n");
	if (at && amending->headers < pages->scopes.count)
		add(amending, at,
			xasprintf("   /A << /O /Table /Scope /%s >>\n", pages->scopes.items[amending->headers]));
	amending->headers += at != 0;
}

static int by_place(const void *a, const void *b)
{
	const struct addition *one = a, *two = b;

	return one->at < two->at ? -1 : one->at > two->at;
}

/* How many bytes are added before a place. */
static size_t shift_of(const struct amending *amending, size_t place)
{
	size_t low = 0, high = amending->added;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (amending->additions[middle].at <= place)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? amending->additions[low - 1].sum : 0;
}

static void write_amended(const struct amending *amending, struct buffer *out)
{
	size_t i, at = 0, rest = amending->objects.entries + amending->objects.count * OBJECTS_ENTRY;

	for (i = 0; i < amending->added; i++) {
		buffer_add_bytes(out, amending->objects.data + at, amending->additions[i].at - at);
		buffer_add(out, amending->additions[i].text);
		at = amending->additions[i].at;
	}
	buffer_add_bytes(out, amending->objects.data + at, amending->objects.entries - at);
	for (i = 0; i < amending->objects.count; i++) {
		size_t place = object_place(&amending->objects, i);

		if (place)
			buffer_printf(out, "%010zu 00000 n \n", place + shift_of(amending, place));
		else
			buffer_add_bytes(out, amending->objects.data + amending->objects.entries + i * OBJECTS_ENTRY,
				OBJECTS_ENTRY);
	}
	buffer_add_bytes(out, amending->objects.data + rest, amending->objects.tail - rest);
	buffer_printf(out, "startxref\n%zu\n%%%%EOF\n",
		amending->objects.table + shift_of(amending, amending->objects.table));
}

void amend(const struct pages *pages, const struct buffer *pdf, FILE *out)
{
	struct amending amending = { .pages = pages };
	struct buffer amended = { 0 };
	size_t i;

	if (!pdf->length)
		return;
	if (!objects_find(&amending.objects, pdf)) {
		if (tell(pages, pdf, out))
			return;
		fwrite(pdf->data, 1, pdf->length, out);
		/* By its creator `noria export` knows an earlier one; it may be packed here. */
		fputs("%Noria\n", out);
		return;
	}
	for (i = 1; i < amending.objects.count; i++)
		amend_object(&amending, i);
	/* Another number of them than was drawn: which is which is not known. */
	if (amending.figures != pages->alternatives.count || amending.headers != pages->scopes.count) {
		for (i = 0; i < amending.added; i++)
			free(amending.additions[i].text);
		amending.added = 0;
	}
	qsort(amending.additions, amending.added, sizeof *amending.additions, by_place);
	for (i = 0; i < amending.added; i++)
		amending.additions[i].sum =
			(i ? amending.additions[i - 1].sum : 0) + strlen(amending.additions[i].text);
	write_amended(&amending, &amended);
	pack(&amended, out);
	buffer_free(&amended);
	for (i = 0; i < amending.added; i++)
		free(amending.additions[i].text);
	free(amending.additions);
}
