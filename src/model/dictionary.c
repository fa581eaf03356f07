/* The dictionary: the registers of registers/all.h. */
#include <stddef.h>

#include "model/registers/parts.h"

const struct register_def *const dictionary[] = {
#define REGISTER(name) &register_##name,
#include "model/registers/all.h"
	NULL,
};
