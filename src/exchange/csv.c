/*
 * CSV, written and read.  A quoted cell may span lines; the line told of a row is
 * where it begins, that of a byte which cannot be read is its own.  No byte of a
 * cell is dropped: what has no meaning where it stands is refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/csv.h"
#include "exchange/input.h"

#define BYTES_MAX ((size_t)64 << 20)
#define CELL_MAX ((size_t)1 << 20)
#define CELLS_MAX 500

/* Of Excel and its like in English, French, German, Spanish, Italian, Portuguese and Dutch, and of Google's and LibreOffice's. */
static const char *const errors[] = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
	"#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#EXTERNAL!", "#TIMEOUT!",
	"#GETTING_DATA", "#ERROR!", "#FMT!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#CHAMP!", "#PROPAGATION!",
	"#EPARS!", "#CALCUL!", "#BLOQUE!", "#BLOQU\303\211!", "#CONNEXION!", "#INCONNU!", "#ERREUR!", "#OCCUPE!",
	"#OCCUP\303\211!", "#CHARGEMENT_DONNEES", "#CHARGEMENT_DONN\303\211ES", "#OBTENTION_DONNEES",
	"#OBTENTION_DONN\303\211ES", "#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#\303\234BERLAUF!", "#UEBERLAUF!", "#KALK!",
	"#FELD!", "#BLOCKIERT!", "#GESPERRT!", "#VERBINDEN!", "#VERBINDUNG!", "#UNBEKANNT!", "#FEHLER!",
	"#BESCH\303\204FTIGT!", "#DATEN_ABRUFEN", "#GETTING_DATA!", "#\302\241VALOR!", "#VALOR!", "#\302\241REF!",
	"#\302\241DIV/0!", "#\302\277NOMBRE?", "#NOMBRE?", "#\302\241NUM!", "#\302\241N\303\232M!", "#N\303\232M!",
	"#\302\241NULO!", "#NULO!", "#\302\241DESBORDAMIENTO!", "#DESBORDAMIENTO!", "#\302\241C\303\201LC!",
	"#\302\241CALC!", "#C\303\201LC!", "#\302\241CAMPO!", "#CAMPO!", "#\302\241BLOQUEADO!", "#BLOQUEADO!",
	"#\302\241CONECTAR!", "#CONECTAR!", "#\302\241DESCONOCIDO!", "#DESCONOCIDO!", "#\302\241ERROR!",
	"#OBTENIENDO_DATOS", "#N/D", "#VALORE!", "#RIF!", "#NOME?", "#NULLO!", "#ESPANSIONE!", "#ESPANDI!", "#CALCOLO!",
	"#BLOCCATO!", "#CONNETTI!", "#CONNESSIONE!", "#SCONOSCIUTO!", "#ERRORE!", "#ESTRAZIONE_DATI", "#RECUPERO_DATI",
	"#DESPEJAR!", "#ERRO!", "#N/B", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#LEEG!", "#DEEL/0!", "#OVERLOOP!",
	"#FOUT!" };

bool csv_is_error(const char *cell)
{
	char word[40];
	size_t length, count = 0, i;

	cell += text_blanks(cell);
	if (*cell != '#' && (*cell | 32) != 'e')
		return false;
	text_trimmed(cell, &length);
	/* The column was too narrow for the number or date. */
	if (length > 2 && strspn(cell, "#") == length)
		return true;
	/* "#VALEUR !", "Err :502" */
	for (i = 0; i < length && count < sizeof word - 1; i++)
		if (text_blanks(cell + i))
			i += text_blanks(cell + i) - 1;
		else
			word[count++] = cell[i];
	word[count] = '\0';
	if (i < length)
		return false;
	if (*word != '#')
		return strncasecmp(word, "err:5", 5) == 0 && count == 7 && strspn(word + 5, "0123456789") == 2;
	for (i = 0; i < sizeof errors / sizeof errors[0]; i++)
		if (strcasecmp(word, errors[i]) == 0)
			return true;
	return false;
}

/*
 * Spreadsheets run what begins so, East Asian ones its wide forms too; plain
 * negative numbers are not run.  The guard is an apostrophe, which a spreadsheet shows and
 * an import takes away again: the value that comes back is the value that went out.
 */
static bool is_dangerous(const char *value)
{
	static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };
	double number;
	size_t i;

	for (i = 0; *value == wide[0][0] && i < sizeof wide / sizeof wide[0]; i++)
		if (strncmp(value, wide[i], 3) == 0)
			return true;
	/* A text that looks like a failed formula would come back as one. */
	if (csv_is_error(value))
		return true;
	if (!*value || !strchr("=+-@\t\r\n", *value))
		return false;
	return !number_parse_real(value, &number);
}

static void add_cell(struct buffer *line, const char *value, bool guard)
{
	const char *c;
	bool quote;

	quote = strpbrk(value, ",;\"\n\r\t") != NULL || *value == ' ' || value[strlen(value) - 1] == ' ';
	if (!guard && !quote) {
		buffer_add(line, value);
		return;
	}
	if (quote)
		buffer_add_char(line, '"');
	if (guard)
		buffer_add_char(line, '\'');
	for (c = value; *c; c++) {
		if (*c == '"' && quote)
			buffer_add_char(line, '"');
		buffer_add_char(line, *c);
	}
	if (quote)
		buffer_add_char(line, '"');
}

void csv_add_cell(struct buffer *line, const char *value)
{
	const char *plain = value;

	if (!value || !*value)
		return;
	while (*plain == '\'')
		plain++;
	/* A text that begins with apostrophes before such a sign gets one more, so that reading takes away exactly one. */
	add_cell(line, value, is_dangerous(plain));
}

void csv_add_error(struct buffer *line, const char *error)
{
	add_cell(line, csv_is_error(error) ? error : "#N/A", false);
}

void export_csv_cell(struct buffer *line, const char *value)
{
	csv_add_cell(line, value);
}

bool csv_unguard(char *cell)
{
	const char *plain = cell;

	while (*plain == '\'')
		plain++;
	if (*cell != '\'' || !is_dangerous(plain))
		return false;
	memmove(cell, cell + 1, strlen(cell));
	return true;
}

void csv_open_bytes(struct csv *csv, const char *name, const char *bytes, size_t length)
{
	memset(csv, 0, sizeof *csv);
	csv->name = name;
	csv->next_line = 1;
	csv->bytes = bytes;
	/* DOS ends a text with this sign. */
	csv->length = length && bytes[length - 1] == '\x1a' ? length - 1 : length;
}

bool csv_open(struct csv *csv, const char *path, struct error *error)
{
	struct buffer bytes;
	char *found;

	memset(csv, 0, sizeof *csv);
	if (!input_read(path, BYTES_MAX, &bytes, error))
		return false;
	if (!input_decode(path, &bytes, "utf-8", &found, error)) {
		buffer_free(&bytes);
		return false;
	}
	csv_open_bytes(csv, path, bytes.data, bytes.length);
	csv->owned = bytes.data;
	return true;
}

/* The next byte without taking it; EOF at the end. */
static int peek(const struct csv *csv)
{
	return csv->at < csv->length ? (unsigned char)csv->bytes[csv->at] : EOF;
}

static int next(struct csv *csv)
{
	int c = peek(csv);

	csv->at += c != EOF;
	return c;
}

static bool end_cell(struct csv *csv, struct buffer *cell, struct error *error)
{
	char *text = buffer_take(cell);
	size_t length = strlen(text);

	if (csv->cells.count >= CELLS_MAX) {
		free(text);
		return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The row has too many cells."));
	}
	if (!text_is_valid(text, length)) {
		free(text);
		return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The row is not valid UTF-8 text."));
	}
	strings_take(&csv->cells, text);
	return true;
}

/*
 * Behind a CR: whether the line was ended twice, CR CR LF, as by programs that write CR LF into what makes that of LF.
 * Then it is taken up to the last CR.
 */
static bool skip_doubled(struct csv *csv)
{
	size_t at = csv->at;

	while (at < csv->length && csv->bytes[at] == '\r')
		at++;
	if (at == csv->at || at >= csv->length || csv->bytes[at] != '\n')
		return false;
	csv->at = at;
	return true;
}

/*
 * A line end outside quotation marks: LF, CR LF, CR CR LF, or CR alone as old Macs wrote
 * it.  The first one of a file says which; what then stands for another is
 * no line end and no part of a cell either, and is refused.
 */
static bool end_line(struct csv *csv, int c, struct error *error)
{
	bool bare;

	if (c == '\r' && (csv->ends == ENDS_UNKNOWN || csv->ends == ENDS_DOUBLED) && skip_doubled(csv))
		csv->ends = ENDS_DOUBLED;
	bare = c == '\r' && peek(csv) != '\n';
	if (csv->ends == ENDS_UNKNOWN)
		csv->ends = bare ? ENDS_CR : ENDS_LF;
	if (bare && csv->ends != ENDS_CR)
		return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
			_("A carriage return stands within the row; put the cell that holds it into quotation marks."));
	if (!bare && csv->ends == ENDS_CR)
		return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
			_("The line ends in another way than the first one; save the table with one kind of line ends."));
	if (c == '\r' && !bare)
		next(csv);
	csv->next_line++;
	return true;
}

/* Takes a cell up to the quotation mark that closes it; the opening one was taken. */
static bool quoted_cell(struct csv *csv, struct buffer *cell, struct error *error)
{
	long began = csv->next_line;
	int c, last = 0;

	for (; (c = next(csv)) != EOF; last = c) {
		if (c == '"' && peek(csv) != '"') {
			c = peek(csv);
			if (c == EOF || c == '\n' || c == '\r' || c == csv->separator)
				return true;
			return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
				_("Something follows the quotation mark that closes a cell; within a cell it is written twice."));
		}
		if (c == '\0')
			return error_set_at(
				error, ERROR_INVALID, csv->name, csv->next_line, _("The row holds a NUL byte."));
		if (cell->length > CELL_MAX)
			return error_set_at(error, ERROR_INVALID, csv->name, began,
				_("The table is too large, or a quotation mark is not closed."));
		if (c == '\r' && csv->ends == ENDS_DOUBLED)
			skip_doubled(csv);
		if (c == '\r' || (c == '\n' && last != '\r'))
			csv->next_line++;
		buffer_add_char(cell, (char)(c == '"' ? next(csv) : c));
	}
	return error_set_at(error, ERROR_INVALID, csv->name, began, _("A quotation mark is not closed."));
}

/* Whether blanks alone stand before a quotation mark whose pair ends the cell, as in "a, "b, c", d".  Then it is taken up to the mark. */
static bool is_quoted_behind_blanks(struct csv *csv, const struct buffer *cell)
{
	size_t at = csv->at, i;

	for (i = 0; i < cell->length; i++)
		if (cell->data[i] != ' ')
			return false;
	for (; at < csv->length && csv->bytes[at] != '\n' && csv->bytes[at] != '\r'; at++) {
		if (csv->bytes[at] != '"')
			continue;
		if (at + 1 < csv->length && csv->bytes[at + 1] == '"') {
			at++;
			continue;
		}
		return at + 1 == csv->length || csv->bytes[at + 1] == csv->separator || csv->bytes[at + 1] == '\n' ||
		       csv->bytes[at + 1] == '\r';
	}
	return false;
}

/* The cells of a row up to its line end.  False with no error: nothing is left. */
/* The byte just taken and those after it that end and quote nothing. */
static void take_plain(struct csv *csv, struct buffer *cell)
{
	const char *bytes = csv->bytes + csv->at - 1;
	size_t left = csv->length - csv->at, length = 1;

	if (left > CELL_MAX)
		left = CELL_MAX;
	for (; length <= left; length++) {
		char c = bytes[length];

		if (c == csv->separator || c == '\n' || c == '\r' || c == '"' || c == '\0')
			break;
	}
	buffer_add_bytes(cell, bytes, length);
	csv->at += length - 1;
}

static bool take_row(struct csv *csv, struct buffer *cell, struct error *error)
{
	bool any = false, closed = false;
	int c;

	while ((c = next(csv)) != EOF) {
		if (cell->length > CELL_MAX)
			return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The table is too large."));
		if (c == '\0')
			return error_set_at(
				error, ERROR_INVALID, csv->name, csv->next_line, _("The row holds a NUL byte."));
		if (c == '"' && !closed && (cell->length == 0 || is_quoted_behind_blanks(csv, cell))) {
			buffer_reset(cell);
			if (!quoted_cell(csv, cell, error))
				return false;
			any = closed = true;
		} else if (c == csv->separator) {
			if (!end_cell(csv, cell, error))
				return false;
			any = true;
			closed = false;
		} else if (c == '\n' || c == '\r') {
			if (!end_line(csv, c, error))
				return false;
			if (any || cell->length)
				return end_cell(csv, cell, error);
			/* An empty line says nothing. */
			csv->line = csv->next_line;
		} else {
			take_plain(csv, cell);
		}
	}
	return (any || cell->length) && end_cell(csv, cell, error);
}

bool csv_row(struct csv *csv, struct error *error)
{
	struct buffer cell = { 0 };
	bool ok;

	if (csv->again) {
		csv->again = false;
		return true;
	}
	strings_free(&csv->cells);
	if (!csv->separator)
		csv_begin(csv);
	csv->line = csv->next_line;
	ok = take_row(csv, &cell, error);
	buffer_free(&cell);
	return ok;
}

void csv_close(struct csv *csv)
{
	strings_free(&csv->cells);
	free(csv->owned);
	csv->owned = NULL;
}

void table_first_column(const char *path, struct strings *values)
{
	struct csv csv;
	bool header = true;

	if (!csv_open(&csv, path, NULL))
		return;
	for (; csv_row(&csv, NULL); header = false)
		if (!header && csv.cells.count)
			strings_add(values, csv.cells.items[0]);
	csv_close(&csv);
}
