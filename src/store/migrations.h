/* The list of migrations, linked into the program apart from the library so that a test can bring its own. */
#ifndef NORIA_STORE_MIGRATIONS_H
#define NORIA_STORE_MIGRATIONS_H

struct migration {
	const char *sql;    /* brings the file from the version before to this one */
	const char *digest; /* SHA-256 of the schema's text afterwards: see schema_digest in schema.c */
};
/* Version n of the file is made by migrations[n - 1]; ends with sql NULL. */
extern const struct migration migrations[];

/* The versions so far, in order: SQL and the digest of the schema that it gives.  Needs store/schema_sql.h. */
#define ALL_MIGRATIONS                                                                                                 \
	{ schema_001, "f5411d42d305c6cba124e6d1c97337563e08d9437f284e561314d21753403479" },                            \
		{ schema_002, "f13700d7f821be6be947f4fef8cd00aa1f4d34461a6e566353b04cc99c681414" },                    \
		{ schema_003, "b0160639c1241fadd3353615cb499e5fc750239e4adc28475e4764005679bf7b" },                    \
		{ schema_004, "b0160639c1241fadd3353615cb499e5fc750239e4adc28475e4764005679bf7b" },

#endif
