/* Workbooks made for tests. */
#ifdef HAVE_ZIP
#include "workbooks.h"

#include <criterion/criterion.h>

#include "../../tools/packing.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char usual_workbook[] = "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATION "\"><sheets>"
				     "<sheet name=\"Risks\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
static const char usual_relations[] =
	"<Relationships>"
	"<Relationship Id=\"r1\" Type=\"" RELATION "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
	"<Relationship Id=\"r2\" Type=\"" RELATION "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
	"<Relationship Id=\"r3\" Type=\"" RELATION "/styles\" Target=\"styles.xml\"/>"
	"<Relationship Id=\"r4\" Type=\"" RELATION
	"/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></Relationships>";

/* Styles of cells by number: 0 General, 1 a day, 2 a day and a time, 3 a time, 4 hours, 5 %, 6 0.00, 7 the own format. */
static void add_styles(struct buffer *out, const char *formats)
{
	static const int numbers[] = { 0, 14, 22, 20, 46, 9, 2, 164, 165 };
	size_t i;

	buffer_printf(out,
		"==> xl/styles.xml\n<styleSheet xmlns=\"" MAIN "\"><numFmts>%s</numFmts>"
		"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>",
		formats ? formats : "");
	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		buffer_printf(out, "<xf numFmtId=\"%d\"/>", numbers[i]);
	buffer_add(out, "</cellXfs></styleSheet>\n");
}

char *workbook_specimen(const struct workbook *workbook)
{
	const char *prefix = workbook->prefix ? workbook->prefix : "";
	struct buffer out = { 0 };

	buffer_add(&out,
		"==> [Content_Types].xml\n<Types/>\n==> _rels/.rels\n<Relationships><Relationship Id=\"a\" Type=\"" RELATION
		"/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n");
	buffer_printf(&out, "==> xl/workbook.xml\n%s\n==> xl/_rels/workbook.xml.rels\n%s\n",
		workbook->workbook ? workbook->workbook : usual_workbook,
		workbook->relations ? workbook->relations : usual_relations);
	add_styles(&out, workbook->formats);
	if (workbook->strings)
		buffer_printf(&out,
			"==> xl/sharedStrings.xml\n<sst xmlns=\"" MAIN
			"\" count=\"4000000000\" uniqueCount=\"-1\">%s</sst>\n",
			workbook->strings);
	buffer_printf(&out,
		"==> xl/worksheets/sheet1.xml\n<%sworksheet xmlns%s%.*s=\"%s\">%s<%ssheetData>%s</%ssheetData>%s</%sworksheet>\n",
		prefix, *prefix ? ":" : "", (int)(*prefix ? strlen(prefix) - 1 : 0), prefix,
		workbook->space ? workbook->space : MAIN, workbook->before ? workbook->before : "", prefix,
		workbook->rows ? workbook->rows : "", prefix, workbook->around ? workbook->around : "", prefix);
	if (workbook->second)
		buffer_printf(&out,
			"==> xl/worksheets/sheet2.xml\n<worksheet xmlns=\"" MAIN
			"\"><sheetData>%s</sheetData></worksheet>\n",
			workbook->second);
	return buffer_take(&out);
}

char *workbook_shown(const char *specimen, const struct grid_options *options)
{
	struct buffer packed = { 0 };
	char *shown;

	cr_assert(packing_make(specimen, strlen(specimen), &packed));
	shown = shown_bytes(packed.data, packed.length, options);
	buffer_free(&packed);
	return shown;
}

void specimen_reads(const char *specimen, const char *sheet, const char *expected)
{
	struct grid_options options = { .sheet = sheet };
	char *got = workbook_shown(specimen, &options);

	cr_expect_str_eq(got, expected, "gave \"%s\", not \"%s\"", got, expected);
	free(got);
}

void workbook_reads(const struct workbook *workbook, const char *expected)
{
	char *specimen = workbook_specimen(workbook);

	specimen_reads(specimen, NULL, expected);
	free(specimen);
}

void rows_read(const char *rows, const char *expected)
{
	workbook_reads(&(struct workbook){ .rows = rows }, expected);
}
#else
typedef int there_is_no_libzip;
#endif
