/* The list of migrations, linked into the program apart from the library so that a test can bring its own. */
#ifndef NORIA_STORE_MIGRATIONS_H
#define NORIA_STORE_MIGRATIONS_H

struct migration {
	const char *sql; /* brings the file from the version before to this one */
	const char *
		digest; /* BLAKE2b digest of the schema's text afterwards: see schema_digest in schema.c; "": not known yet (make update-schema) */
};
/* Version n of the file is made by migrations[n - 1]; ends with sql NULL. */
extern const struct migration migrations[];

/* The schema of one version in one text: new files are made of it, in a quarter of the time. */
struct whole_schema {
	int version; /* 0: there is none yet (make update-schema) */
	const char *sql;
};
extern const struct whole_schema whole_schema;

/* store/schema_sql.h, made from data/schema, has ALL_MIGRATIONS, the versions so far, in order, and WHOLE_SCHEMA. */

#endif
