/*
 * What is read from outside is hostile: readers of XML, CSV, filters, files and
 * the wire of reports are fed with damaged copies of what they know.
 *
 *     readers TARGET ROUNDS SEED FILE.noria SAMPLE...
 *
 * TARGET: xml, csv, filter, expression, file, wire, table (a table in whatever encoding), packed (a workbook,
 * whose bytes are damaged), parts (the same, of which the parts are damaged before they are packed:
 * the samples are then specimens, see tests/tools/packing.h), monarc, verinice (an archive, of which
 * the parts are damaged likewise).  Each round alters one sample a little.
 * Whatever comes of it, the program must not break (the sanitizers watch), a refusal
 * must have its sentence and leave the file as it was, and what is accepted must
 * hold what its reader promises.  The same seed does the same again; a round that
 * fails leaves its input in the folder where it runs, as TARGET.ROUND.
 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_ZIP
#include "../tools/packing.h"
#endif
#include "app/lib.h"
#include "exchange/grid.h"
#include "exchange/lib.h"
#include "model/register.h"
#include "report/wire.h"

#define LARGEST (4u << 20)

static uint64_t state;

static size_t below(size_t limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return limit ? (size_t)(state % limit) : 0;
}

struct sample {
	unsigned char *bytes;
	size_t length;
};
static struct sample *samples;
static size_t sample_count;
static struct store *store;
static const char *target;
static long round_now;
static struct sample input;

static void keep(const char *name)
{
	int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	size_t done = 0;
	ssize_t count = 0;

	/* A write may take a part only, and says nothing of why: errno is then of something else. */
	while (file >= 0 && done < input.length && count >= 0) {
		count = write(file, input.bytes + done, input.length - done);
		if (count > 0)
			done += (size_t)count;
		else if (count < 0 && errno == EINTR)
			count = 0;
	}
	if (file < 0 || count < 0 || close(file) != 0) {
		perror(name);
		exit(EXIT_FAILURE);
	}
}

static void fail(const char *what)
{
	char *name = xasprintf("%s.%ld", target, round_now);

	keep(name);
	fprintf(stderr, "readers: %s: %s\n", name, what);
	exit(EXIT_FAILURE);
}

static void read_sample(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct sample *sample;

	samples = xreallocarray(samples, sample_count + 1, sizeof *samples);
	sample = &samples[sample_count++];
	sample->bytes = xmalloc(LARGEST);
	sample->length = file ? fread(sample->bytes, 1, LARGEST, file) : 0;
	if (!file || !sample->length || sample->length == LARGEST) {
		fprintf(stderr, "readers: %s cannot be read, is empty or too large\n", path);
		exit(EXIT_FAILURE);
	}
	fclose(file);
}

/* ---- damage ---- */

static void replace(size_t at, size_t length, const void *with, size_t with_length)
{
	memmove(input.bytes + at + with_length, input.bytes + at + length, input.length - at - length);
	memcpy(input.bytes + at, with, with_length);
	input.length += with_length - length;
}

static void damage_once(void)
{
	static const char *const words[] = { "<", ">", "&", "\"", "'", "]]>", "<!--", "<?", "</", "&#0;", "&#x110000;",
		"xml:lang", "\n", "\r", "\t", ",", ";", "=", "@", "(", ")", "!", "~", "<=", "@+", " or ", "=NULL",
		"\xff", "\xc3", "\xe2\x80\xae", "\x1b[2J", "9999999999999999999", "-1", "2026-02-30", "R-1", "|", "\\",
		"{", "}", "SQLite format 3", "==> xl/worksheets/sheet1.xml\n", "<c r=\"XFD1\" t=\"s\"><v>0</v></c>",
		"<row r=\"1048576\">", " t=\"d\"", " s=\"3\"", "1e308", "_x0000_", "_xD800_",
		"table:number-rows-repeated=\"9\" ", "sep=;\n", "\xef\xbb\xbf", "\xff\xfe" };
	const struct sample *other = &samples[below(sample_count)];
	unsigned char copy[4096];
	size_t at = below(input.length + 1), length = below(below(2) ? 8 : 400), from;
	const char *word = words[below(sizeof words / sizeof words[0])];

	if (length > input.length - at)
		length = input.length - at;
	switch (below(6)) {
	case 0:
		if (at < input.length)
			input.bytes[at] ^= (unsigned char)(1u << below(8));
		break;
	case 1:
		replace(at, length, "", 0);
		break;
	case 2:
		replace(at, below(2) ? length : 0, word, strlen(word));
		break;
	case 3:
		from = below(other->length);
		length = below(sizeof copy);
		if (length > other->length - from)
			length = other->length - from;
		memcpy(copy, other->bytes + from, length);
		replace(at, 0, copy, length);
		break;
	case 4:
		for (from = at; from < at + length; from++)
			input.bytes[from] = (unsigned char)below(256);
		break;
	default:
		input.length = at;
		break;
	}
}

static void damage(void)
{
	const struct sample *sample = &samples[below(sample_count)];
	size_t times = 1 + below(below(3) ? 3 : 12);

	memcpy(input.bytes, sample->bytes, sample->length);
	input.length = sample->length;
	while (times--)
		damage_once();
}

/* ---- readers ---- */

static void check_refusal(struct error *error)
{
	if (!error->message || !*error->message)
		fail("refused without a sentence");
	if (!text_is_valid(error->message, strlen(error->message)))
		fail("the sentence is no UTF-8");
	error_clear(error);
}

static void import(const char *as)
{
	struct import_options options = { .as = as };
	struct import_report report = { 0 };
	struct error error = { 0 };
	struct action *action;
	char *head = xstrdup(store_head(store));

	keep("input");
	action = action_begin(store, "import", &error);
	if (!action)
		fail("no action can begin");
	if (!import_into(action, store, "input", &options, &report, &error))
		check_refusal(&error);
	import_report_free(&report);
	action_rollback(action);
	if (strcmp(head, store_head(store)) != 0)
		fail("what was taken back is in the journal");
	free(head);
}

/* The file of another tool, rehearsed: whatever it says, the file stays as it is. */
static void rehearse(const char *tool)
{
	struct import_options options = { .as = tool, .dry_run = true };
	struct import_report report = { 0 };
	struct error error = { 0 };
	char *head = xstrdup(store_head(store));
	size_t i;

	report.all = true;
	if (!import_file(store, "input", &options, &report, &error))
		check_refusal(&error);
	for (i = 0; i < report.line_count; i++)
		if (report.lines[i].sentence &&
			!text_is_valid(report.lines[i].sentence, strlen(report.lines[i].sentence)))
			fail("a line of the report is no UTF-8");
	import_report_free(&report);
	if (strcmp(head, store_head(store)) != 0)
		fail("a rehearsal is in the journal");
	free(head);
}

/* What is kept when a round fails is the specimen. */
static void try_archive(const char *tool)
{
#ifdef HAVE_ZIP
	struct buffer packed = { 0 };
	struct sample specimen = input;

	if (packing_make((const char *)input.bytes, input.length, &packed)) {
		input = (struct sample){ (unsigned char *)packed.data, packed.length };
		keep("input");
		input = specimen;
		rehearse(tool);
	}
	buffer_free(&packed);
#else
	(void)tool;
	fail("made without libzip");
#endif
}

static void try_filter(void)
{
	const struct register_def *def;
	struct query *query, *again;
	struct error error = { 0 };
	char *text, *first, *second;
	size_t count = 0;

	while (dictionary[count])
		count++;
	def = dictionary[below(count)];
	text = xstrndup((const char *)input.bytes, input.length);
	query = query_new(def);
	if (query_parse(query, store_context(store), text, &error)) {
		if (store_count(store, query, &error) < 0)
			fail("a filter that was read finds an error");
		first = query_text(query);
		again = query_new(def);
		if (!query_parse(again, store_context(store), first, &error))
			fail("what is written is not read");
		second = query_text(again);
		if (strcmp(first, second) != 0)
			fail("what is written reads as something else");
		query_free(again);
		free(first);
		free(second);
	} else {
		check_refusal(&error);
	}
	query_free(query);
	free(text);
}

/* Whatever is accepted is written so that it reads back, and comes to a number or to none. */
static void try_expression(void)
{
	char *text = xstrndup((const char *)input.bytes, input.length), *first, *second;
	struct expression_fault fault;
	struct expression *expression = expression_read(text, store_context(store), &fault), *again;
	struct error error = { 0 };
	struct value value;
	size_t character;

	if (expression) {
		first = expression_text(expression);
		again = expression_read(first, store_context(store), NULL);
		if (!again)
			fail("what is written is not read");
		second = expression_text(again);
		if (strcmp(first, second) != 0)
			fail("what is written reads as something else");
		if (!store_evaluate(store, again, "2026-10-01", "2026-11-01", &value, &error))
			fail("an expression that was read finds an error");
		if (!isfinite(value.number))
			fail("a value is no number");
		if (!store_expression_sound(store, "IN-1", expression, &character, &error))
			check_refusal(&error);
		expression_free(again);
		free(first);
		free(second);
	} else if (!fault.sentence || !*fault.sentence || !text_is_valid(fault.sentence, strlen(fault.sentence)) ||
		   fault.character < 1 || fault.character > strlen(text) + 1) {
		fail("refused without a sentence, or nowhere");
	}
	free(fault.sentence);
	expression_free(expression);
	free(text);
}

static void ignore(void *user, const char *sentence)
{
	(void)user;
	(void)sentence;
}

static bool look(void *user, const struct row *row)
{
	(void)user;
	return row->ref != NULL;
}

static void try_file(void)
{
	struct error error = { 0 };
	struct store *damaged;
	size_t i;

	keep("input");
	damaged = store_open("input", STORE_READ_ONLY, &error);
	if (!damaged) {
		check_refusal(&error);
		return;
	}
	if (store_check(damaged, ignore, NULL, &error) < 0)
		check_refusal(&error);
	for (i = 0; dictionary[i]; i++) {
		struct query *query = query_new(dictionary[i]);

		if (!store_each(damaged, query, &dictionary[i]->fields[0].name, 1, look, NULL, &error) && error.message)
			error_clear(&error);
		query_free(query);
	}
	store_close(damaged);
}

static void try_wire(void)
{
	const char *fault = NULL;
	struct document *document;
	FILE *file = fmemopen(input.bytes, input.length, "rb");

	if (!file)
		return;
	document = wire_read(file, &fault);
	if (!document && !fault)
		fail("refused without a reason");
	if (document) {
		free(document_text(document, 80));
		free(document_html(document));
		document_free(document);
	}
	fclose(file);
}

/* What is read has cells that are texts, each in its row, and notes that are sentences. */
static void check_grid(const struct grid *grid)
{
	size_t i, j;

	for (i = 0; i < grid->count; i++) {
		if (grid->rows[i].line < 1 || (i && grid->rows[i].line <= grid->rows[i - 1].line))
			fail("rows are not in order");
		if (!grid->rows[i].count || grid->rows[i].count > grid->columns)
			fail("a row is empty, or longer than the table");
		for (j = 0; j < grid->rows[i].count; j++) {
			const struct grid_cell *cell = grid_at(grid, i, j);

			if (!text_is_valid(cell->text, strlen(cell->text)) ||
				(cell->kind == GRID_EMPTY) != !*cell->text)
				fail("a cell is no text, or has the wrong kind");
		}
	}
	for (i = 0; i < grid->notes.count; i++)
		if (!text_is_valid(grid->notes.items[i], strlen(grid->notes.items[i])))
			fail("a note is no UTF-8");
}

static void try_table(const void *bytes, size_t length)
{
	static const char *const encodings[] = { NULL, NULL, NULL, "utf-8", "utf-16", "windows-1252", "cp850" };
	static const char *const sheets[] = { NULL, NULL, "1", "2", "Risks" };
	struct grid_options options = { .encoding = encodings[below(sizeof encodings / sizeof encodings[0])],
		.sheet = sheets[below(sizeof sheets / sizeof sheets[0])] };
	struct buffer copy = { 0 };
	struct error error = { 0 };
	struct grid grid;

	/* A text has no sheets, and is refused where one is asked for. */
	if (strcmp(target, "table") == 0 && below(20))
		options.sheet = NULL;
	buffer_add(&copy, "");
	buffer_add_bytes(&copy, bytes, length);
	if (grid_read_bytes("input", &copy, &options, &grid, &error))
		check_grid(&grid);
	else
		check_refusal(&error);
	grid_free(&grid);
	buffer_free(&copy);
}

static void try_parts(void)
{
#ifdef HAVE_ZIP
	struct buffer packed = { 0 };

	if (packing_make((const char *)input.bytes, input.length, &packed))
		try_table(packed.data, packed.length);
	buffer_free(&packed);
#else
	fail("made without libzip");
#endif
}

int main(int argc, char **argv)
{
	struct error error = { 0 };
	long rounds;
	int i;

	environment_start("noria");
	if (argc < 6) {
		fputs("readers TARGET ROUNDS SEED FILE.noria SAMPLE...\n", stderr);
		return EXIT_FAILURE;
	}
	target = argv[1];
	rounds = strtol(argv[2], NULL, 10);
	state = strtoull(argv[3], NULL, 10) * 2654435769u + 1;
	for (i = 5; i < argc; i++)
		read_sample(argv[i]);
	input.bytes = xmalloc(2 * LARGEST);
	store = store_open(argv[4], 0, &error);
	if (!store) {
		fprintf(stderr, "readers: %s\n", error.message);
		return EXIT_FAILURE;
	}
	for (round_now = 1; round_now <= rounds; round_now++) {
		damage();
		if (strcmp(target, "xml") == 0)
			import(below(2) ? "soa" : "catalogue");
		else if (strcmp(target, "csv") == 0)
			import("csv:risk");
		else if (strcmp(target, "filter") == 0)
			try_filter();
		else if (strcmp(target, "expression") == 0)
			try_expression();
		else if (strcmp(target, "file") == 0)
			try_file();
		else if (strcmp(target, "wire") == 0)
			try_wire();
		else if (strcmp(target, "table") == 0 || strcmp(target, "packed") == 0)
			try_table(input.bytes, input.length);
		else if (strcmp(target, "parts") == 0)
			try_parts();
		else if (strcmp(target, "verinice") == 0)
			try_archive(target);
		else if (strcmp(target, "monarc") == 0) {
			keep("input");
			rehearse(target);
		} else
			fail("no such target");
	}
	store_close(store);
	for (i = 0; i < (int)sample_count; i++)
		free(samples[i].bytes);
	free(samples);
	free(input.bytes);
	printf("%s: %ld rounds\n", target, rounds);
	return EXIT_SUCCESS;
}
