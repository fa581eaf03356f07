/* Imports beside bare inserts of the rows that they make: a catalogue in XML, and tables of risks. */
#include "files.h"

#include "base/lib.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CONTROLS 50000
#define ROWS 20000
#define ROUNDS 5

static void write_catalogue(const char *path)
{
	FILE *out = fopen(path, "w");

	if (!out)
		fail("%s cannot be written", path);
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	      "<catalogue xmlns=\"urn:noria:catalogue:1\" id=\"bench\" prefix=\"bench\">\n"
	      "  <title xml:lang=\"en\">Generated controls</title>\n",
		out);
	for (int theme = 0; theme < 50; theme++) {
		fprintf(out, "  <group number=\"B.%d\">\n    <title xml:lang=\"en\">Theme %d</title>\n", theme + 1,
			theme + 1);
		for (int i = 0; i < CONTROLS / 50; i++)
			fprintf(out,
				"    <control number=\"B.%d.%d\">\n      <title xml:lang=\"en\">Keep generated thing %d of theme %d in order</title>\n    </control>\n",
				theme + 1, i + 1, i + 1, theme + 1);
		fputs("  </group>\n", out);
	}
	fputs("</catalogue>\n", out);
	fclose(out);
}

/* The columns of a table as question marks: "?,?,?". */
static char *marks(sqlite3 *db, const char *table, int *columns)
{
	struct buffer text = { 0 };
	char *query = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK)
		fail("%s: %s", query, sqlite3_errmsg(db));
	*columns = sqlite3_column_count(statement);
	for (int i = 0; i < *columns; i++)
		buffer_add(&text, i ? ",?" : "?");
	sqlite3_finalize(statement);
	sqlite3_free(query);
	return buffer_take(&text);
}

/* Inserts every row of a table of `from` into `to`, one by one. */
static void copy_rows(sqlite3 *from, sqlite3 *to, const char *table)
{
	bool search = strcmp(table, "search") == 0;
	int columns;
	char *values = marks(from, table, &columns);
	char *select = search ? sqlite3_mprintf("SELECT rowid, \"text\" FROM \"search\"")
			      : sqlite3_mprintf("SELECT * FROM \"%w\"", table);
	char *insert = search ? sqlite3_mprintf("INSERT INTO \"search\"(rowid, \"text\") VALUES(?, ?)")
			      : sqlite3_mprintf("INSERT INTO \"%w\" VALUES(%s)", table, values);
	sqlite3_stmt *reader, *writer;

	if (search)
		columns = 2;
	if (sqlite3_prepare_v2(from, select, -1, &reader, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(to, insert, -1, &writer, NULL) != SQLITE_OK)
		fail("%s: %s %s", insert, sqlite3_errmsg(from), sqlite3_errmsg(to));
	while (sqlite3_step(reader) == SQLITE_ROW) {
		for (int i = 0; i < columns; i++)
			sqlite3_bind_value(writer, i + 1, sqlite3_column_value(reader, i));
		if (sqlite3_step(writer) != SQLITE_DONE)
			fail("%s: %s", insert, sqlite3_errmsg(to));
		sqlite3_reset(writer);
	}
	sqlite3_finalize(reader);
	sqlite3_finalize(writer);
	sqlite3_free(select);
	sqlite3_free(insert);
	free(values);
}

/* The time that SQLite alone takes to insert all rows of a file into an empty one of the same schema. */
static double bare_inserts(const char *source, const char *target)
{
	sqlite3 *from, *to;
	sqlite3_stmt *schema;
	struct strings tables = { 0 };
	double began;

	remove(target);
	if (sqlite3_open_v2(source, &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		fail("%s: %s", source, sqlite3_errmsg(from));
	to = bare_open(target);
	sqlite3_prepare_v2(from,
		"SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\__%' ESCAPE '\\' ORDER BY rowid",
		-1, &schema, NULL);
	while (sqlite3_step(schema) == SQLITE_ROW) {
		sql(to, (const char *)sqlite3_column_text(schema, 1));
		if (strcmp((const char *)sqlite3_column_text(schema, 2), "table") == 0)
			strings_add(&tables, (const char *)sqlite3_column_text(schema, 0));
	}
	sqlite3_finalize(schema);
	began = clock_seconds();
	sql(to, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON");
	for (size_t i = 0; i < tables.count; i++)
		copy_rows(from, to, tables.items[i]);
	sql(to, "COMMIT");
	began = clock_seconds() - began;
	sqlite3_close(from);
	sqlite3_close(to);
	strings_free(&tables);
	return began * 1000;
}

void measure_import(void)
{
	struct samples ours = { 0 }, tools = { 0 };
	char *xml = xasprintf("%s/controls.xml", folder), *into = xasprintf("%s/import.noria", folder),
	     *bare = xasprintf("%s/import-bare.noria", folder);

	write_catalogue(xml);
	for (int i = 0; i < 3; i++) {
		double check, import, insert;

		remove(into);
		if (timed("noria new '%s' --organisation=Benchmark >'%s/said' 2>&1", into, folder) < 0)
			break;
		import = timed("noria import '%s' '%s' >'%s/said' 2>&1 || { cat '%s/said' >&2; false; }", into, xml,
			folder, folder);
		check = timed(
			"xmllint --noout --stream --schema '%s/data/catalogues/noria-catalogue.xsd' '%s' >'%s/said' 2>&1 || { head -n 5 '%s/said' >&2; false; }",
			getenv("NORIA_SOURCE"), xml, folder, folder);
		if (import < 0 || check < 0)
			break;
		insert = bare_inserts(into, bare);
		samples_add(&ours, import);
		samples_add(&tools, check + insert);
	}
	if (ours.count == 3)
		report("import of 50,000 controls, ms", samples_median(&ours), samples_median(&tools), AIM_RATIO, 1.5,
			"ms");
	else
		report_missing("import of 50,000 controls", "it failed");
	remove(into);
	remove(bare);
	free(xml);
	free(into);
	free(bare);
	samples_free(&ours);
	samples_free(&tools);
}

/* ---- tables ---- */

#define COLUMNS 9

static const char *const headings[COLUMNS] = { "Titre", "Scénario", "Propriétaire", "Vraisemblance actuelle",
	"Impact actuel", "Traitement", "Mesures", "Prochaine revue", "Notes" };

/* The cells of a row as a person writes them; the caller frees them. */
static void write_row(int row, char *cells[COLUMNS])
{
	static const char *const treatments[] = { "réduire", "conserver", "partager", "éviter" };

	cells[0] = xasprintf("Risque %d du tableau", row);
	cells[1] = xasprintf("Ce qui arrive au numéro %d quand rien n'est fait", row);
	cells[2] = xasprintf("Personne %d", row % 50);
	cells[3] = xasprintf("%d", row % 5 + 1);
	cells[4] = xasprintf("%d", row / 5 % 5 + 1);
	cells[5] = xstrdup(treatments[row % 4]);
	cells[6] = xasprintf("A.5.%d; A.8.%d", row % 9 + 2, row % 9 + 11);
	cells[7] = xasprintf("%02d/%02d/2027", row % 28 + 1, row % 12 + 1);
	cells[8] = xasprintf("Vu le jour %d", row);
}

static void write_csv(const char *path)
{
	FILE *out = fopen(path, "w");

	if (!out)
		fail("%s cannot be written", path);
	for (int i = 0; i < COLUMNS; i++)
		fprintf(out, "%s%s", i ? ";" : "", headings[i]);
	for (int row = 0; row < ROWS; row++) {
		char *cells[COLUMNS];

		write_row(row, cells);
		for (int i = 0; i < COLUMNS; i++) {
			/* Several controls are parted by what parts cells. */
			fprintf(out, "%s%s%s%s", i ? ";" : "\r\n", i == 6 ? "\"" : "", cells[i], i == 6 ? "\"" : "");
			free(cells[i]);
		}
	}
	fclose(out);
}

/* The parts of a workbook, as tests/pack takes them. */
static void write_sheet(const char *path)
{
	static const char ns[] = "http://schemas.openxmlformats.org/";
	FILE *out = fopen(path, "w");

	if (!out)
		fail("%s cannot be written", path);
	fprintf(out,
		"==> [Content_Types].xml\n<Types xmlns=\"%spackage/2006/content-types\"/>\n"
		"==> _rels/.rels\n<Relationships xmlns=\"%spackage/2006/relationships\"><Relationship Id=\"r1\" Type=\"%sofficeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n",
		ns, ns, ns);
	fprintf(out,
		"==> xl/workbook.xml\n<workbook xmlns=\"%sspreadsheetml/2006/main\" xmlns:r=\"%sofficeDocument/2006/relationships\"><sheets><sheet name=\"Risques\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>\n"
		"==> xl/_rels/workbook.xml.rels\n<Relationships xmlns=\"%spackage/2006/relationships\"><Relationship Id=\"r1\" Type=\"%sofficeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>\n"
		"==> xl/worksheets/sheet1.xml\n<worksheet xmlns=\"%sspreadsheetml/2006/main\"><sheetData>",
		ns, ns, ns, ns, ns);
	for (int row = -1; row < ROWS; row++) {
		char *cells[COLUMNS];

		fprintf(out, "<row r=\"%d\">", row + 2);
		for (int i = 0; row < 0 && i < COLUMNS; i++)
			cells[i] = xstrdup(headings[i]);
		if (row >= 0)
			write_row(row, cells);
		for (int i = 0; i < COLUMNS; i++) {
			fprintf(out, "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>", 'A' + i, row + 2,
				cells[i]);
			free(cells[i]);
		}
		fputs("</row>", out);
	}
	fputs("</sheetData></worksheet>\n", out);
	fclose(out);
}

/*
 * The import of a table, beside the inserts of all that it left in the file: the rows of the register with all their
 * indexes, those of "record", the links, the texts of the search, the journal with its digests as they are, counts.
 * Nothing is read, checked, matched or hashed there, and no process begins: what the contract asks for beside these rows is
 * time of ours.
 */
static void measure_table(const char *what, const char *table, double aim)
{
	struct samples ours = { 0 }, floor = { 0 };
	char *into = xasprintf("%s/table.noria", folder), *bare = xasprintf("%s/table-bare.noria", folder);

	for (int i = 0; i < ROUNDS; i++) {
		double import;

		remove(into);
		if (timed("noria new '%s' --organisation=Benchmark >'%s/said' 2>&1", into, folder) < 0)
			break;
		import = timed(
			"noria import '%s' '%s' --as=csv:risk >'%s/said' 2>&1 || { tail -n 5 '%s/said' >&2; false; }",
			into, table, folder, folder);
		if (import < 0)
			break;
		samples_add(&ours, import);
		samples_add(&floor, bare_inserts(into, bare));
	}
	if (ours.count == ROUNDS)
		report(what, samples_median(&ours), samples_median(&floor), AIM_RATIO, aim, "ms");
	else
		report_missing(what, "it failed");
	remove(into);
	remove(bare);
	free(into);
	free(bare);
	samples_free(&ours);
	samples_free(&floor);
}

void measure_tables(void)
{
	char *csv = xasprintf("%s/table.csv", folder), *text = xasprintf("%s/table.txt", folder),
	     *xlsx = xasprintf("%s/table.xlsx", folder);

	write_csv(csv);
	measure_table("import of 20,000 rows of CSV, ms", csv, 1.6);
	write_sheet(text);
	if (timed("'%s/tests/pack' '%s' <'%s'", getenv("NORIA_BUILD"), xlsx, text) < 0)
		report_missing("import of 20,000 rows of XLSX", "no workbook was made");
	else
		measure_table("import of 20,000 rows of XLSX, ms", xlsx, 2.5);
	remove(csv);
	remove(text);
	remove(xlsx);
	free(csv);
	free(text);
	free(xlsx);
}
