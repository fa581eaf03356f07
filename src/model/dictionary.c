/* The dictionary.  A new register is a line in registers/all.h, its declaration in registers/ and a migration in data/schema. */
#include <stddef.h>

#include "model/registers/all.h"
#include "model/registers/parts.h"

const struct register_def *const dictionary[] = {
	ALL_REGISTERS NULL,
};
