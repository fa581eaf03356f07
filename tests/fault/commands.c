/* The commands on which faults are tried, and the files that they work on. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground.h"

#ifdef HAVE_ZIP
#include "../tools/packing.h"
#endif

const struct fault_command fault_commands[] = {
	{ .name = "new",
		.argv = { "new", "f.noria", "--organisation=Other" },
		.product = "f.noria",
		.product_is_file = true },
	{ .name = "add",
		.ground = "plain",
		.argv = { "add", "f.noria", "risk", "title=Theft of a laptop", "owner=Ada New",
			"controls=A.5.1,A.8.13" },
		.confirms = true },
	{ .name = "set",
		.ground = "plain",
		.argv = { "set", "f.noria", "R-1", "title=Flood of the cellar", "owner=Bob New", "treatment=modify" } },
	{ .name = "record",
		.ground = "recorded",
		.argv = { "record", "f.noria", "CK-1", "pass", "--at=2026-11-20", "--note=Late, and done" } },
	{ .name = "record-value", .ground = "recorded", .argv = { "record", "f.noria", "IN-49", "12.5" } },
	{ .name = "remove", .ground = "plain", .argv = { "remove", "f.noria", "R-2", "P-1" } },
	{ .name = "undo", .ground = "undo", .argv = { "undo", "f.noria" } },
	{ .name = "undo-raised", .ground = "recorded", .argv = { "undo", "f.noria" } },
	{ .name = "redo", .ground = "redo", .argv = { "redo", "f.noria" } },
	{ .name = "import", .ground = "plain", .argv = { "import", "f.noria", "risks.csv", "--as=csv:risk" } },
	{ .name = "import-large",
		.ground = "plain",
		.argv = { "import", "f.noria", "many.csv", "--as=csv:risk" },
		.large = true },
#ifdef HAVE_ZIP
	{ .name = "import-xlsx",
		.ground = "plain",
		.argv = { "import", "f.noria", "risks.xlsx", "--as=risk", "--create=asset" } },
	{ .name = "import-ods", .ground = "plain", .argv = { "import", "f.noria", "risks.ods", "--as=risk" } },
#endif
	{ .name = "import-catalogue",
		.ground = "plain",
		.argv = { "import", "f.noria", "catalogue.xml" },
		.large = true },
	{ .name = "import-soa", .ground = "plain", .argv = { "import", "f.noria", "soa.xml" } },
	{ .name = "attach", .ground = "plain", .argv = { "attach", "f.noria", "EV-1", "report.bin" } },
	{ .name = "issue",
		.ground = "answered",
		.argv = { "issue", "f.noria", "1.0", "approver=Jeanne Roy", "function=Director", "date=2026-11-20" },
		.confirms = true },
	{ .name = "edition",
		.ground = "old",
		.argv = { "edition", "f.noria", "iso27001-2022", "--accept-likely" },
		.large = true },
	{ .name = "export-soa",
		.ground = "answered",
		.argv = { "export", "f.noria", "soa", "--output=out.xml" },
		.product = "out.xml" },
	{ .name = "export-html",
		.ground = "answered",
		.argv = { "export", "f.noria", "soa", "--format=html", "--output=out.html" },
		.product = "out.html" },
	{ .name = "export-csv",
		.ground = "answered",
		.argv = { "export", "f.noria", "risk", "--format=csv", "--output=out.csv" },
		.product = "out.csv" },
	{ .name = "export-dashboard",
		.ground = "answered",
		.argv = { "export", "f.noria", "dashboard", "--format=text", "--output=out.txt" },
		.product = "out.txt" },
	{ .name = "backup",
		.ground = "plain",
		.argv = { "backup", "f.noria", "copy.noria" },
		.product = "copy.noria",
		.product_is_file = true },
	{ .name = "check", .ground = "plain", .argv = { "check", "f.noria" } },
	{ .name = "list",
		.ground = "plain",
		.argv = { "list", "f.noria", "risk", "--where=owner=\"Person 1\"", "--format=csv" } },
	{ .name = "raise-missed",
		.ground = "missed",
		.argv = { "list", "f.noria", "due", "--format=csv" },
		.raises = true },
	{ .name = "raise-values",
		.ground = "unmeasured",
		.argv = { "list", "f.noria", "measurement", "--format=csv" },
		.raises = true },
	{ .name = "verdict", .ground = "missed", .argv = { "verdict", "f.noria" }, .status = 1, .raises = true },
	{ .name = "show", .ground = "plain", .argv = { "show", "f.noria", "R-1" } },
	{ .name = "history", .ground = "plain", .argv = { "history", "f.noria" } },
	{ 0 },
};

static int seeds;

static bool run(struct buffer *out, const char *const *argv)
{
	char *seed = xasprintf("ground-%d", ++seeds);
	struct ran ran;

	ground_run(argv, NULL, seed, &ran);
	free(seed);
	if (ran.status != 0)
		printf("# ground: %s %s: status %d: %s\n", argv[0], argv[2] ? argv[2] : "", ran.status, ran.err.data);
	if (out) {
		buffer_reset(out);
		buffer_add(out, ran.out.data);
	}
	ran_free(&ran);
	return ran.status == 0;
}
#define RUN(...) run(NULL, (const char *const[]){ __VA_ARGS__, NULL })

/* Every line of the SoA answered: refs are the first column of `lines`. */
static void answer(const char *lines, struct buffer *csv)
{
	const char *line = strchr(lines, '\n');

	buffer_add(csv, "ref,applicable,reasons,status,justification\n");
	for (; line && line[1]; line = strchr(line + 1, '\n'))
		buffer_printf(
			csv, "%.*s,yes,\"law,contract\",planned,We need it\n", (int)strcspn(line + 1, ","), line + 1);
}

static void rows(int count, struct buffer *csv)
{
	int i;

	buffer_add(csv, "title,owner,treatment,current_likelihood,current_impact,scenario\n");
	for (i = 1; i <= count; i++)
		buffer_printf(csv,
			"Risk number %d of the list,Owner %d,modify,%d,%d,\"Something that may happen to us one day, in one way or another, and of which %d things are known\"\n",
			i, i % 97, i % 5 + 1, i % 4 + 1, i);
}

static void write_rows(const char *name, int count)
{
	struct buffer csv = { 0 };

	rows(count, &csv);
	ground_write(name, csv.data, csv.length);
	buffer_free(&csv);
}

#ifdef HAVE_ZIP
static bool write_book(const char *name, const struct buffer *specimen)
{
	struct buffer packed = { 0 };
	bool ok = packing_make(specimen->data, specimen->length, &packed);

	if (ok)
		ground_write(name, packed.data, packed.length);
	else
		printf("# ground: %s cannot be packed\n", name);
	buffer_free(&packed);
	return ok;
}

/* Rows 1 to count as a sheet of either format has them. */
static void sheet_rows(int count, bool ods, struct buffer *out)
{
	static const char *const headings[] = { "Title", "Owner", "Asset", "Current likelihood", "Next review" };
	int row, i;

	for (row = 0; row <= count; row++) {
		buffer_add(out, ods ? "<table:table-row>" : "<row>");
		for (i = 0; i < 5; i++) {
			char *text = row == 0 ? xstrdup(headings[i])
				     : i == 0 ? xasprintf("Risk %d of the sheet", row)
				     : i == 1 ? xasprintf("Owner %d", row % 5)
				     : i == 2 ? xstrdup(ods || row % 3 ? "Cellar" : "Attic")
				     : i == 3 ? xasprintf("%d", row % 5 + 1)
					      : xasprintf("%02d/12/2026", row % 28 + 1);

			buffer_printf(out,
				ods ? "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>"
				    : "<c t=\"inlineStr\"><is><t>%s</t></is></c>",
				text);
			free(text);
		}
		buffer_add(out, ods ? "</table:table-row>" : "</row>");
	}
}

static bool write_books(void)
{
#define OFFICE "http://schemas.openxmlformats.org/"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
	struct buffer xlsx = { 0 }, ods = { 0 };
	bool ok;

	buffer_add(&xlsx,
		"==> [Content_Types].xml\n<Types xmlns=\"" OFFICE "package/2006/content-types\"/>\n"
		"==> _rels/.rels\n<Relationships xmlns=\"" OFFICE
		"package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" OFFICE
		"officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n"
		"==> xl/workbook.xml\n<workbook xmlns=\"" OFFICE "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE
		"officeDocument/2006/relationships\"><sheets><sheet name=\"Risks\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>\n"
		"==> xl/_rels/workbook.xml.rels\n<Relationships xmlns=\"" OFFICE
		"package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" OFFICE
		"officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>\n"
		"==> xl/worksheets/sheet1.xml\n<worksheet xmlns=\"" OFFICE "spreadsheetml/2006/main\"><sheetData>");
	sheet_rows(20, false, &xlsx);
	buffer_add(&xlsx, "</sheetData></worksheet>\n");
	buffer_add(&ods, "==> mimetype\napplication/vnd.oasis.opendocument.spreadsheet\n"
			 "==> content.xml\n<office:document-content xmlns:office=\"" OASIS
			 "office:1.0\" xmlns:table=\"" OASIS "table:1.0\" xmlns:text=\"" OASIS
			 "text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Risks\">");
	sheet_rows(20, true, &ods);
	buffer_add(&ods, "</table:table></office:spreadsheet></office:body></office:document-content>\n");
	ok = write_book("risks.xlsx", &xlsx) && write_book("risks.ods", &ods);
	buffer_free(&xlsx);
	buffer_free(&ods);
	return ok;
}
#else
static bool write_books(void)
{
	return true;
}
#endif

static bool write_catalogue(void)
{
	char *path = environment_data("catalogues/iso27001-2013.xml");
	struct buffer bytes = { 0 };
	FILE *file = fopen(path, "rb");
	int c;

	while (file && (c = getc(file)) != EOF)
		buffer_add_char(&bytes, (char)c);
	if (file)
		fclose(file);
	else
		printf("# ground: %s is not there\n", path);
	if (bytes.length)
		ground_write("catalogue.xml", bytes.data, bytes.length);
	buffer_free(&bytes);
	free(path);
	return file != NULL;
}

static bool prepare_answered(void)
{
	struct buffer out = { 0 }, csv = { 0 };
	bool ok;

	ok = run(&out, (const char *const[]){ "list", "f.noria", "applicability", "--format=csv", NULL });
	answer(out.data, &csv);
	ground_write("answers.csv", csv.data, csv.length);
	ok = ok && RUN("import", "f.noria", "answers.csv", "--as=csv:applicability") &&
	     RUN("add", "f.noria", "scope", "title=Laboratory", "included=yes") &&
	     RUN("add", "f.noria", "person", "name=Jeanne Roy") &&
	     RUN("add", "f.noria", "role", "title=Management", "management=yes", "holders=Jeanne Roy",
		     "assigned=2026-01-05") &&
	     RUN("add", "f.noria", "assessment", "title=First", "date=2026-11-02", "status=closed");
	ok = ok && run(&out, (const char *const[]){ "export", "f.noria", "soa", NULL });
	ground_keep("answered");
	ground_lay("plain");
	ground_write("soa.xml", out.data, out.length);
	ground_keep("plain");
	buffer_free(&out);
	buffer_free(&csv);
	return ok;
}

/*
 * Files in which something waits to be noted: the clock goes on once they are made.  In "recorded" it is noted already;
 * in "missed" and "unmeasured" one action notes it.
 */
static bool prepare_waiting(void)
{
	static const char *const check[] = { "add", "f.noria", "check", "title=Backup", "every=day", "on=work",
		"start=2026-11-02", "owner=Person 1", NULL };
	char *now = getenv("NORIA_CLOCK") ? xstrdup(getenv("NORIA_CLOCK")) : NULL;
	bool ok;

	setenv("NORIA_CLOCK", "2026-11-02T09:30:00Z", 1);
	ground_lay("plain");
	ok = RUN("add", "f.noria", "indicator", "name=Patched", "frequency=month", "start=2026-10-01", "status=active",
		     "measure=What is there", "owner=Person 1") &&
	     RUN("add", "f.noria", "indicator", "name=Clicked", "frequency=month", "start=2026-11-01", "status=active",
		     "measure=What is there", "owner=Person 1");
	ground_keep("unmeasured");
	ok = ok && run(NULL, check);
	ground_keep("missed");
	setenv("NORIA_CLOCK", now ? now : "2026-11-24T09:30:00Z", 1);
	ok = ok && RUN("list", "f.noria", "execution");
	ground_keep("recorded");
	ground_lay("unmeasured");
	setenv("NORIA_CLOCK", "2026-10-02T09:30:00Z", 1);
	ok = ok &&
	     RUN("add", "f.noria", "indicator", "name=Risks", "formula=count(risk)", "frequency=week",
		     "start=2026-10-01", "status=active", "measure=What is there", "owner=Person 1") &&
	     RUN("add", "f.noria", "indicator", "name=Assets", "formula=count(asset 'created<periodend')",
		     "frequency=week", "start=2026-10-01", "status=active", "measure=What is there", "owner=Person 1");
	ground_keep("unmeasured");
	setenv("NORIA_CLOCK", now ? now : "2026-11-24T09:30:00Z", 1);
	free(now);
	return ok;
}

bool commands_prepare(void)
{
	char bytes[20000];
	size_t i;
	bool ok;

	ground_lay(NULL);
	ok = RUN("new", "f.noria", "--organisation=Old", "--catalogue=iso27001-2013") &&
	     RUN("set", "f.noria", "soa:2013:A.9.2.1", "applicable=yes", "reasons=law", "justification=The law") &&
	     RUN("set", "f.noria", "soa:2013:A.5.1.1", "applicable=yes", "reasons=risk", "owner=Ada");
	ground_keep("old");

	ground_lay(NULL);
	ok = ok && RUN("new", "f.noria", "--organisation=Test") && RUN("add", "f.noria", "person", "name=Person 1") &&
	     RUN("add", "f.noria", "asset", "name=Cellar", "owner=Person 1");
	ok = ok && RUN("add", "f.noria", "risk", "title=Flood", "owner=Person 1", "asset=AS-1", "controls=A.5.1") &&
	     RUN("add", "f.noria", "risk", "title=Fire", "owner=Person 2") &&
	     RUN("add", "f.noria", "evidence", "title=Report of the restore test", "date=2026-10-01", "control=A.8.13");
	for (i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7 + i / 251);
	ground_write("report.bin", bytes, sizeof bytes);
	write_rows("risks.csv", 20);
	write_rows("many.csv", 800);
	ok = ok && write_catalogue() && write_books();
	ground_keep("plain");
	ok = ok && prepare_answered() && prepare_waiting();

	ground_lay("plain");
	ok = ok && RUN("remove", "f.noria", "R-2", "P-1");
	ground_keep("undo");
	ok = ok && RUN("undo", "f.noria");
	ground_keep("redo");
	return ok;
}
