/*
 * What a record must say: the fields that are never empty, and those that a state asks for before it is
 * true (register_def.demands).  Asked by what writes records, and by what helps to fill them in.
 */
#ifndef NORIA_MODEL_DEMANDS_H
#define NORIA_MODEL_DEMANDS_H

#include "base/lib.h"
#include "model/record.h"

/* True where the record is in the state of which the demand speaks. */
bool demand_applies(const struct demand *demand, const struct record *record);
/* What the record must say and does not, in the order of its fields; labels in the language, for people. */
void record_missing(const struct record *record, struct strings *labels);
/* The first demand of the present state that asks for the field, one of the record's register, and finds it empty; NULL: none. */
const struct demand *record_demand(const struct record *record, const struct field_def *field);
/* True where the record names another of those of which it has one (register_def.either): the field stays empty. */
bool record_excludes(const struct record *record, const struct field_def *field);
/* True where the field is one of those and the record names none of them. */
bool record_wants_one(const struct record *record, const struct field_def *field);
/* The labels of register_def.either, for people.  The caller frees. */
char *either_labels(const struct register_def *def);
/*
 * True for a record that says all that it must, and one of register_def.either.  Else false, and error
 * (ERROR_INVALID) names in one sentence all that is missing; its field is the first of them.
 */
bool record_demands(const struct record *record, struct error *error);

#endif
