/* Spans of time as tables and people name them, and as fields that count them do (field_source.counted). */
#include <stdlib.h>
#include <string.h>

#include "model/types/parts.h"

static const struct {
	const char *words, *counted; /* folded, with a blank around each */
} spans[] = {
	{ " s sec secs second seconds seconde secondes ", "second" },
	{ " min mins mn minute minutes ", "minute" },
	{ " h hr hrs hour hours heure heures ", "hour" },
	{ " d day days j jr jrs jour jours jh ", "day" },
	{ " wk wks week weeks sem semaine semaines ", "week" },
	{ " month months mois ", "month" },
	{ " yr yrs year years an ans annee annees ", "year" },
};

const char *span_named(const char *word)
{
	char *folded = word_fold(word), *padded = xasprintf(" %s ", folded);
	const char *found = NULL;
	size_t i;

	for (i = 0; *folded && !strchr(folded, ' ') && !found && i < sizeof spans / sizeof spans[0]; i++)
		found = strstr(spans[i].words, padded) ? spans[i].counted : NULL;
	free(padded);
	free(folded);
	return found;
}

bool read_span(const struct field_def *field, const char *text, int64_t *number)
{
	const char *counted = field_source(field)->counted, *named;
	size_t digits = strspn(text, "0123456789");
	char *count;
	bool is;

	if (!counted || !digits || digits > 9)
		return false;
	named = span_named(text + digits + text_blanks(text + digits));
	count = xstrndup(text, digits);
	is = named && strcmp(named, counted) == 0 && number_parse_integer(count, number);
	free(count);
	return is;
}
