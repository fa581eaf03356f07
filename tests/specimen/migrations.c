/* Noria's versions of the file and one more, with the specimen's table. */
#include <stddef.h>

#include "store/migrations.h"
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
	"	\"home\" INTEGER REFERENCES \"asset\"(\"id\") DEFERRABLE INITIALLY DEFERRED\n"
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
	"CREATE INDEX \"specimen.home\" ON \"specimen\"(\"home\");\n";

const struct migration migrations[] = {
	{ schema_001, "f5411d42d305c6cba124e6d1c97337563e08d9437f284e561314d21753403479" },
	{ schema_002, "f13700d7f821be6be947f4fef8cd00aa1f4d34461a6e566353b04cc99c681414" },
	{ schema_specimen, "327c332f0355a57f858fdb76c251fa9384d32535a36f588e9f560a503dbd4341" },
	{ NULL, NULL },
};
