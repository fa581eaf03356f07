/* Noria's versions of the file and one more, with the specimen's table. */
#include <stdlib.h>

#include "store/internal.h"
#include "store/schema_sql.h"

static const char schema_specimen[] =
	"CREATE TABLE \"specimen\"(\n"
	"	\"id\" INTEGER PRIMARY KEY REFERENCES \"record\"(\"id\"),\n"
	"	\"rev\" INTEGER NOT NULL,\n"
	"	\"created\" TEXT NOT NULL,\n"
	"	\"updated\" TEXT NOT NULL,\n"
	"	\"ref_key\" TEXT NOT NULL UNIQUE,\n"
	"	\"title\" TEXT,\n"
	"	\"title_key\" TEXT NOT NULL,\n"
	"	\"story\" TEXT,\n"
	"	\"legs\" INTEGER,\n"
	"	\"weight\" REAL,\n"
	"	\"day\" TEXT,\n"
	"	\"moment\" TEXT,\n"
	"	\"colour\" TEXT,\n"
	"	\"colour_key\" TEXT NOT NULL,\n"
	"	\"stripes\" TEXT,\n"
	"	\"tame\" TEXT,\n"
	"	\"grown\" INTEGER,\n"
	"	\"keeper\" INTEGER REFERENCES \"person\"(\"id\") DEFERRABLE INITIALLY DEFERRED,\n"
	"	\"danger\" INTEGER,\n"
	"	\"home\" INTEGER REFERENCES \"asset\"(\"id\") DEFERRABLE INITIALLY DEFERRED,\n"
	"	\"season\" TEXT,\n"
	"	\"season_key\" TEXT NOT NULL,\n"
	"	\"external\" TEXT\n"
	") STRICT;\n"
	"CREATE INDEX \"specimen.title\" ON \"specimen\"(\"title_key\");\n"
	"CREATE INDEX \"specimen.legs\" ON \"specimen\"(\"legs\");\n"
	"CREATE INDEX \"specimen.weight\" ON \"specimen\"(\"weight\");\n"
	"CREATE INDEX \"specimen.day\" ON \"specimen\"(\"day\");\n"
	"CREATE INDEX \"specimen.moment\" ON \"specimen\"(\"moment\");\n"
	"CREATE INDEX \"specimen.colour\" ON \"specimen\"(\"colour_key\");\n"
	"CREATE INDEX \"specimen.tame\" ON \"specimen\"(\"tame\");\n"
	"CREATE INDEX \"specimen.grown\" ON \"specimen\"(\"grown\");\n"
	"CREATE INDEX \"specimen.keeper\" ON \"specimen\"(\"keeper\");\n"
	"CREATE INDEX \"specimen.danger\" ON \"specimen\"(\"danger\");\n"
	"CREATE INDEX \"specimen.home\" ON \"specimen\"(\"home\");\n"
	"CREATE INDEX \"specimen.season\" ON \"specimen\"(\"season_key\");\n";

const struct whole_schema whole_schema = WHOLE_SCHEMA;

/* Taken when the program starts: Noria's next version changes it, and has nothing to do here. */
static char specimen_digest[HASH_TEXT];

const struct migration migrations[] = {
	ALL_MIGRATIONS{ schema_specimen, specimen_digest },
	{ NULL, NULL },
};

__attribute__((constructor)) static void take_digest(void)
{
	sqlite3 *db;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK || !schema_make(db) || !schema_digest(db, specimen_digest))
		abort();
	sqlite3_close(db);
}
