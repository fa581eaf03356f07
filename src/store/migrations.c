/* The versions of the file, in order. */
#include <stddef.h>

#include "store/migrations.h"
#include "store/schema_sql.h"

const struct migration migrations[] = {
	ALL_MIGRATIONS{ NULL, NULL },
};

const struct whole_schema whole_schema = WHOLE_SCHEMA;
