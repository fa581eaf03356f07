/*
 * A PDF with its objects in compressed streams (ISO 32000-1, 7.5.7 and 7.5.8): cairo 1.16 writes each
 * tag of the structure as an object in plain text, thousands in a report of forty pages, two thirds of
 * the file.
 *
 * What stays outside of the streams: streams themselves, and bare numbers, since those are
 * the lengths of streams, which some readers want to find without unpacking.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "report/pdf/pdf.h"

#define TOGETHER 400 /* objects in a stream: a reader that wants one unpacks all of it */
#define ROW 7        /* bytes of a row of the table: kind, 4 for a place or a stream, 2 for the number in it */

struct object {
	size_t number, from, to; /* its body, without the words around it */
	size_t start;            /* with them, up to `end` */
	size_t end;
	bool apart;
};
struct packing {
	struct objects objects;
	struct object *items;
	size_t count;
	struct buffer out;
	unsigned char *rows; /* of the new table */
	size_t next;         /* the number of the next object that is made here */
};

static int by_start(const void *a, const void *b)
{
	const struct object *one = a, *two = b;

	return one->start < two->start ? -1 : one->start > two->start;
}

static bool ends_with(const char *data, size_t from, size_t to, const char *end)
{
	size_t length = strlen(end);

	return to - from >= length && memcmp(data + to - length, end, length) == 0;
}

/* What stands between its words; false: it is written otherwise than is known here. */
static bool read_object(const struct packing *packing, struct object *object)
{
	const char *data = packing->objects.data;
	char head[32];
	size_t length = (size_t)snprintf(head, sizeof head, "%zu 0 obj\n", object->number);

	if (object->end - object->start < length || memcmp(data + object->start, head, length) != 0 ||
		!ends_with(data, object->start, object->end, "endobj\n"))
		return false;
	object->from = object->start + length;
	object->to = object->end - strlen("endobj\n");
	object->apart = ends_with(data, object->from, object->to, "endstream\n") ||
			strspn(data + object->from, " 0123456789\n") >= object->to - object->from;
	return object->from < object->to;
}

/* All of them in the order of the file, which has nothing between. */
static bool find_objects(struct packing *packing)
{
	const struct objects *objects = &packing->objects;
	size_t i;

	packing->items = xcalloc(objects->count + 1, sizeof *packing->items);
	for (i = 1; i < objects->count; i++) {
		size_t place = object_place(objects, i);

		if (place)
			packing->items[packing->count++] = (struct object){ .number = i, .start = place };
	}
	qsort(packing->items, packing->count, sizeof *packing->items, by_start);
	for (i = 0; i < packing->count; i++) {
		packing->items[i].end = i + 1 < packing->count ? packing->items[i + 1].start : objects->table;
		if (!read_object(packing, &packing->items[i]))
			return false;
	}
	return packing->count > 0;
}

static void set_row(struct packing *packing, size_t object, int kind, size_t first, size_t second)
{
	unsigned char *row = packing->rows + object * ROW;
	int i;

	row[0] = (unsigned char)kind;
	for (i = 0; i < 4; i++)
		row[1 + i] = (unsigned char)(first >> (24 - 8 * i));
	row[5] = (unsigned char)(second >> 8);
	row[6] = (unsigned char)second;
}

/* An object of its own whose stream holds these bytes, packed. */
static bool add_stream(struct packing *packing, size_t number, const char *entries, const void *bytes, size_t length)
{
	uLongf packed = compressBound((uLong)length);
	unsigned char *stream = xcalloc(packed ? packed : 1, 1);
	bool ok = compress2(stream, &packed, bytes, (uLong)length, Z_DEFAULT_COMPRESSION) == Z_OK;

	set_row(packing, number, 1, packing->out.length, 0);
	buffer_printf(&packing->out, "%zu 0 obj\n<< %s /Filter /FlateDecode /Length %lu >>\nstream\n", number, entries,
		packed);
	buffer_add_bytes(&packing->out, (const char *)stream, packed);
	buffer_add(&packing->out, "\nendstream\nendobj\n");
	free(stream);
	return ok;
}

/* The next objects from *at on, together in a stream. */
static bool pack_some(struct packing *packing, size_t *at)
{
	struct buffer places = { 0 }, bodies = { 0 };
	size_t count = 0, number = packing->next;
	char *entries;
	bool ok = true;

	for (; *at < packing->count && count < TOGETHER; ++*at) {
		const struct object *object = &packing->items[*at];

		if (object->apart)
			continue;
		buffer_printf(&places, "%zu %zu ", object->number, bodies.length);
		buffer_add_bytes(&bodies, packing->objects.data + object->from, object->to - object->from);
		set_row(packing, object->number, 2, number, count++);
	}
	if (count) {
		packing->next++;
		entries = xasprintf("/Type /ObjStm /N %zu /First %zu", count, places.length);
		buffer_add_bytes(&places, bodies.data, bodies.length);
		ok = add_stream(packing, number, entries, places.data, places.length);
		free(entries);
	}
	buffer_free(&places);
	buffer_free(&bodies);
	return ok;
}

/* The table as a stream, which ends the file. */
static bool pack_table(struct packing *packing)
{
	const char *trailer = strstr(packing->objects.data + packing->objects.entries, "trailer\n"),
		   *root = trailer ? strstr(trailer, "/Root ") : NULL, *info = root ? strstr(trailer, "/Info ") : NULL;
	size_t number = packing->next++, place = packing->out.length;
	unsigned long root_is, info_is;
	char *entries;
	bool ok;

	if (!info || sscanf(root, "/Root %lu 0 R", &root_is) != 1 || sscanf(info, "/Info %lu 0 R", &info_is) != 1)
		return false;
	entries = xasprintf(
		"/Type /XRef /Size %zu /W [1 4 2] /Root %lu 0 R /Info %lu 0 R", packing->next, root_is, info_is);
	set_row(packing, 0, 0, 0, 65535);
	set_row(packing, number, 1, place, 0);
	ok = add_stream(packing, number, entries, packing->rows, packing->next * ROW);
	free(entries);
	buffer_printf(&packing->out, "startxref\n%zu\n%%%%EOF\n", place);
	return ok;
}

static bool pack_all(struct packing *packing)
{
	size_t i, at = 0;

	if (!find_objects(packing))
		return false;
	packing->next = packing->objects.count;
	packing->rows = xcalloc(packing->objects.count + packing->count / TOGETHER + 2, ROW);
	buffer_add_bytes(&packing->out, packing->objects.data, packing->items[0].start);
	for (i = 0; i < packing->count; i++) {
		const struct object *object = &packing->items[i];

		if (!object->apart)
			continue;
		set_row(packing, object->number, 1, packing->out.length, 0);
		buffer_add_bytes(&packing->out, packing->objects.data + object->start, object->end - object->start);
	}
	while (at < packing->count)
		if (!pack_some(packing, &at))
			return false;
	return pack_table(packing);
}

void pack(const struct buffer *pdf, FILE *out)
{
	struct packing packing = { 0 };

	if (objects_find(&packing.objects, pdf) && pack_all(&packing)) {
		fwrite(packing.out.data, 1, packing.out.length, out);
		/* By its creator `noria export` knows an earlier one; that is packed here. */
		fputs("%Noria\n", out);
	} else {
		fwrite(pdf->data, 1, pdf->length, out);
	}
	buffer_free(&packing.out);
	free(packing.items);
	free(packing.rows);
}
