/* Between the files of the samples. */
#ifndef NORIA_APP_SAMPLE_PARTS_H
#define NORIA_APP_SAMPLE_PARTS_H

#include "app/sample.h"

struct sample_series {
	struct store *store;
	struct action *action; /* that is under way */
	struct date friday;    /* on which the days of the sample rest */
};
/* Adds the results of a check; words: "missed=3 fail=1,7". */
bool sample_run(struct sample_series *series, const char *ref, const char *words, struct error *error);
/* Adds the values of an indicator; words: "91 93 - 95". */
bool sample_measure(struct sample_series *series, const char *ref, const char *words, struct error *error);

#endif
