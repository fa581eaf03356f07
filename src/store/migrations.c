/* The versions of the file, in order. */
#include <stddef.h>

#include "store/migrations.h"
#include "store/schema_sql.h"

const struct migration migrations[] = {
	{ schema_001, "f5411d42d305c6cba124e6d1c97337563e08d9437f284e561314d21753403479" },
	{ schema_002, "f13700d7f821be6be947f4fef8cd00aa1f4d34461a6e566353b04cc99c681414" },
	{ NULL, NULL },
};
