/* What parts the cells of a table: told by its first line, or guessed from the first ones. */
#include <string.h>

#include "exchange/csv.h"

#define LINES_LOOKED_AT 10

static const char separators[] = ",;\t|";
enum { SEPARATORS = sizeof separators - 1 };

/* Counts the separators of a line outside quotation marks; returns where the next line begins. */
static size_t count_separators(const struct csv *csv, size_t at, size_t counts[SEPARATORS])
{
	bool quoted = false;
	const char *found;

	memset(counts, 0, SEPARATORS * sizeof *counts);
	for (; at < csv->length && (quoted || (csv->bytes[at] != '\n' && csv->bytes[at] != '\r')); at++) {
		quoted ^= csv->bytes[at] == '"';
		found = !quoted && csv->bytes[at] ? strchr(separators, csv->bytes[at]) : NULL;
		if (found)
			counts[found - separators]++;
	}
	while (at < csv->length && (csv->bytes[at] == '\n' || csv->bytes[at] == '\r'))
		at++;
	return at;
}

/* Whether all commas of the line stand before a blank, as in a sentence. */
static bool are_prose(const struct csv *csv, size_t at)
{
	for (; at < csv->length && csv->bytes[at] != '\n' && csv->bytes[at] != '\r'; at++)
		if (csv->bytes[at] == ',' && (at + 1 == csv->length || csv->bytes[at + 1] != ' '))
			return false;
	return true;
}

/* Whether the first line has no separator, and the next ones none but the commas of sentences. */
static bool is_prose_below(const struct csv *csv)
{
	size_t counts[SEPARATORS], at = 0, next, line, i;
	bool prose = true, commas = false;

	for (line = 0; prose && line < LINES_LOOKED_AT && at < csv->length; line++, at = next) {
		next = count_separators(csv, at, counts);
		for (i = 1; i < SEPARATORS; i++)
			prose = prose && !counts[i];
		prose = prose && (line ? are_prose(csv, at) : !counts[0]);
		commas = commas || counts[0];
	}
	return prose && commas;
}

static size_t most_frequent(const size_t counts[SEPARATORS])
{
	size_t most = 0, i;

	for (i = 1; i < SEPARATORS; i++)
		if (counts[i] > counts[most])
			most = i;
	return most;
}

/* What both lines have as often, most often; of as many not the comma, which stands in sentences too.  SEPARATORS: nothing. */
static size_t agreed(const size_t counts[SEPARATORS], const size_t below[SEPARATORS])
{
	size_t most = SEPARATORS, i;

	for (i = 0; i < SEPARATORS; i++)
		if (counts[i] && counts[i] == below[i] &&
			(most == SEPARATORS || counts[i] > counts[most] || (most == 0 && counts[i] == counts[0])))
			most = i;
	return most;
}

/* Excel's own first line, "sep=;": it says, and is no row. */
static bool is_told(struct csv *csv)
{
	const char *line = csv->bytes;
	size_t quote = csv->length && line[0] == '"', i = quote;
	static const char word[] = "sep=";

	for (; i - quote < sizeof word - 1; i++)
		if (i >= csv->length || (line[i] | (word[i - quote] == '=' ? 0 : 32)) != word[i - quote])
			return false;
	if (i >= csv->length || !strchr(separators, line[i]) || !line[i])
		return false;
	csv->separator = line[i++];
	if (quote && (i >= csv->length || line[i++] != '"'))
		return false;
	if (i < csv->length && line[i] != '\r' && line[i] != '\n')
		return false;
	if (i < csv->length)
		i += line[i] == '\r' && i + 1 < csv->length && line[i + 1] == '\n' ? 2 : 1;
	csv->at = i;
	csv->next_line = 2;
	return true;
}

/*
 * The separator is what the first two lines have as often ("Action;Budget (HT, k€)" has a comma of its own), else what
 * stands most often in the first line, if the next one has it too: the title above a table has commas as well.  Below a line without any the table is where two lines have
 * as many.  Where no two lines agree the first one decides.
 */
void csv_begin(struct csv *csv)
{
	size_t counts[SEPARATORS], below[SEPARATORS], at, i, most;

	if (is_told(csv))
		return;
	at = count_separators(csv, 0, counts);
	most = most_frequent(counts);
	csv->separator = separators[most];
	if (at < csv->length) {
		count_separators(csv, at, below);
		i = agreed(counts, below);
		if (i < SEPARATORS) {
			csv->separator = separators[i];
			return;
		}
	}
	for (i = 0; i < LINES_LOOKED_AT && at < csv->length; i++) {
		/* One comma a line is what prose has; one of the others is a table of two columns. */
		const size_t least = separators[most] == ',' ? 2 : 1;

		at = count_separators(csv, at, below);
		if (i == 0 ? counts[most] && below[most] : counts[most] >= least && below[most] == counts[most]) {
			csv->separator = separators[most];
			return;
		}
		memcpy(counts, below, sizeof counts);
		most = most_frequent(counts);
	}
	/* One column of sentences with commas in them: no line is parted. */
	if (is_prose_below(csv) && !memchr(csv->bytes, '\t', csv->length))
		csv->separator = '\t';
}
