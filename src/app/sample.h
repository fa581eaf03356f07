/* The samples: organisations with a history of seventeen months, made anew for the day that it is. */
#ifndef NORIA_APP_SAMPLE_H
#define NORIA_APP_SAMPLE_H

#include "app/lib.h"

#define SAMPLE_ZONE "Europe/Paris"
/* The organisation on its way, and the one on which the verdict is yes. */
#define SAMPLE_USUAL "laboratory"
#define SAMPLE_PERFECT "perfect"
#define SAMPLE_NAMES SAMPLE_USUAL "|" SAMPLE_PERFECT

struct sample;
/* Where its tables and its history are, in the program's data; NULL: there is no sample of that name. */
const char *sample_folder(const char *name);
/* Reads its history.txt; from then on clock and login are those of its first day.  NULL: error.  sample_end. */
struct sample *sample_begin(const char *name, const char *organisation, struct error *error);
/* Adds all records, in the action that is under way and in others after it, the last of which is committed.  *action is NULL when this returns. */
bool sample_make(struct sample *sample, struct store *store, struct action **action, struct error *error);
/* Clock and login are again what they were. */
void sample_end(struct sample *sample);

#endif
