/* Which form of a translated sentence a number takes.  Included by this folder only, and by its tests. */
#ifndef NORIA_BASE_PLURAL_H
#define NORIA_BASE_PLURAL_H

#include <stdbool.h>

/*
 * The value for `number` of an expression as it stands after "plural=" in the
 * header of a catalogue: C's, of unsigned numbers and n, up to ';' or the end.
 * False: it is not one.
 */
bool plural_form(const char *expression, unsigned long number, unsigned long *form);

#endif
