/* The commands on which faults are tried, and the files that they work on. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground.h"

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
	{ .name = "remove", .ground = "plain", .argv = { "remove", "f.noria", "R-2", "P-1" } },
	{ .name = "undo", .ground = "undo", .argv = { "undo", "f.noria" } },
	{ .name = "redo", .ground = "redo", .argv = { "redo", "f.noria" } },
	{ .name = "import", .ground = "plain", .argv = { "import", "f.noria", "risks.csv", "--as=csv:risk" } },
	{ .name = "import-large",
		.ground = "plain",
		.argv = { "import", "f.noria", "many.csv", "--as=csv:risk" },
		.large = true },
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
	ok = ok && write_catalogue();
	ground_keep("plain");
	ok = ok && prepare_answered();

	ground_lay("plain");
	ok = ok && RUN("remove", "f.noria", "R-2", "P-1");
	ground_keep("undo");
	ok = ok && RUN("undo", "f.noria");
	ground_keep("redo");
	return ok;
}
