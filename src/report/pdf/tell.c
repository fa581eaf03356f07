/*
 * What cairo cannot say of a document, put into a PDF that it packed itself (from 1.18 on), by qpdf: the
 * language, the words for its figures and what the headers of its tables head are given where
 * they belong in the tree of its structure, whichever way it was written.  What cairo left plain
 * goes by amend.c and pack.c, in a tenth of the time.
 *
 * The same document gives the same bytes: the file's identifier is made of its contents.
 */
#include <stdio.h>
#include <string.h>

#include "report/pdf/pdf.h"

#ifdef HAVE_QPDF

#include <qpdf/qpdf-c.h>

const char *tells(void)
{
	static char version[48];

	snprintf(version, sizeof version, ", qpdf %s", qpdf_get_qpdf_version());
	return version;
}

#define DEEPEST 64 /* of the tree: sections, tables, rows, cells */

struct telling {
	qpdf_data qpdf;
	const struct pages *pages;
	bool counting; /* first only: figures and headers must be as many as were drawn */
	size_t figures, headers;
};

/* Gives the entry and lets go of the value. */
static void put(struct telling *telling, qpdf_oh object, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(telling->qpdf, object, key, value);
	qpdf_oh_release(telling->qpdf, value);
}

static bool is_tag(struct telling *telling, qpdf_oh element, const char *tag)
{
	qpdf_oh name = qpdf_oh_get_key(telling->qpdf, element, "/S");
	bool is = qpdf_oh_is_name_and_equals(telling->qpdf, name, tag);

	qpdf_oh_release(telling->qpdf, name);
	return is;
}

/* Tags stand in the tree in the order in which they were begun. */
static void say(struct telling *telling, qpdf_oh element)
{
	const struct strings *alternatives = &telling->pages->alternatives, *scopes = &telling->pages->scopes;

	if (is_tag(telling, element, "/Figure")) {
		if (!telling->counting)
			put(telling, element, "/Alt",
				qpdf_oh_new_unicode_string(telling->qpdf, alternatives->items[telling->figures]));
		telling->figures++;
	} else if (is_tag(telling, element, "/TH")) {
		if (!telling->counting)
			put(telling, element, "/A",
				qpdf_oh_parse(telling->qpdf, strcmp(scopes->items[telling->headers], "Row") == 0
								     ? "<< /O /Table /Scope /Row >>"
								     : "<< /O /Table /Scope /Column >>"));
		telling->headers++;
	}
}

/* What stands under /K: an element, a number of what is drawn, or an array of these. */
static void walk(struct telling *telling, qpdf_oh kids, int depth)
{
	int count, i;

	if (depth > DEEPEST)
		return;
	if (qpdf_oh_is_array(telling->qpdf, kids)) {
		count = qpdf_oh_get_array_n_items(telling->qpdf, kids);
		for (i = 0; i < count; i++) {
			qpdf_oh kid = qpdf_oh_get_array_item(telling->qpdf, kids, i);

			walk(telling, kid, depth + 1);
			qpdf_oh_release(telling->qpdf, kid);
		}
	} else if (qpdf_oh_is_dictionary(telling->qpdf, kids) && qpdf_oh_has_key(telling->qpdf, kids, "/S")) {
		qpdf_oh below;

		say(telling, kids);
		below = qpdf_oh_get_key(telling->qpdf, kids, "/K");
		walk(telling, below, depth + 1);
		qpdf_oh_release(telling->qpdf, below);
	}
}

static void say_all(struct telling *telling)
{
	const struct pages *pages = telling->pages;
	qpdf_oh root = qpdf_get_root(telling->qpdf), tree = qpdf_oh_get_key(telling->qpdf, root, "/StructTreeRoot"),
		kids = 0;

	put(telling, root, "/Lang",
		qpdf_oh_new_string(telling->qpdf, pages->document->language ? pages->document->language : ""));
	put(telling, root, "/ViewerPreferences", qpdf_oh_parse(telling->qpdf, "<< /DisplayDocTitle true >>"));
	if (qpdf_oh_is_dictionary(telling->qpdf, tree)) {
		kids = qpdf_oh_get_key(telling->qpdf, tree, "/K");
		telling->counting = true;
		walk(telling, kids, 0);
		telling->counting = false;
		/* Another number of them than was drawn: which is which is not known. */
		if (telling->figures == pages->alternatives.count && telling->headers == pages->scopes.count) {
			telling->figures = telling->headers = 0;
			walk(telling, kids, 0);
		}
		qpdf_oh_release(telling->qpdf, kids);
	}
	qpdf_oh_release(telling->qpdf, tree);
	qpdf_oh_release(telling->qpdf, root);
}

bool tell(const struct pages *pages, const struct buffer *pdf, FILE *out)
{
	struct telling telling = { .qpdf = qpdf_init(), .pages = pages };
	qpdf_data qpdf = telling.qpdf;
	bool ok;

	qpdf_silence_errors(qpdf);
	qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
	qpdf_set_attempt_recovery(qpdf, QPDF_FALSE);
	ok = !(qpdf_read_memory(qpdf, "cairo", pdf->data, pdf->length, NULL) & QPDF_ERRORS);
	if (ok) {
		say_all(&telling);
		ok = !qpdf_has_error(qpdf) && !(qpdf_init_write_memory(qpdf) & QPDF_ERRORS);
	}
	if (ok) {
		qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
		qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
		ok = !(qpdf_write(qpdf) & QPDF_ERRORS);
	}
	if (ok) {
		fwrite(qpdf_get_buffer(qpdf), 1, qpdf_get_buffer_length(qpdf), out);
		/* By its creator `noria export` knows an earlier one; that is packed here. */
		fputs("%Noria\n", out);
	}
	qpdf_cleanup(&qpdf);
	return ok;
}

#else

const char *tells(void)
{
	return "";
}

bool tell(const struct pages *pages, const struct buffer *pdf, FILE *out)
{
	(void)pages;
	(void)pdf;
	(void)out;
	return false;
}

#endif
