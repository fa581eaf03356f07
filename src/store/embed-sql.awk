# Turns the migrations into C: data/schema/001-first.sql becomes "static const char schema_001[]",
# and all of them, in order, with the digest of the schema that each leaves behind (its line
# "-- blake2b DIGEST"; without one: "", which no schema has), the list ALL_MIGRATIONS.  whole.sql, which
# is the last where it is there, becomes WHOLE_SCHEMA, with its version (its line "-- version NUMBER").

BEGIN {
	print "/* Made from data/schema by embed-sql.awk. */"
	print "#ifndef NORIA_STORE_SCHEMA_SQL_H"
	print "#define NORIA_STORE_SCHEMA_SQL_H"
	print "#pragma GCC diagnostic push"
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
}

function refuse(why) {
	print FILENAME ": " why > "/dev/stderr"
	failed = 1
	exit 1
}

FNR == 1 {
	if (count)
		print "\t;"
	name = FILENAME
	sub(/.*\//, "", name)
	if (name == "whole.sql") {
		whole = 1
		print "static const char schema_whole[] ="
	}
}

FNR == 1 && !whole {
	if (!match(name, /^[0-9]+/))
		refuse("the name does not begin with a number")
	version[++count] = substr(name, 1, RLENGTH)
	if (version[count] + 0 != count)
		refuse("the number does not follow the one before")
	printf "static const char schema_%s[] =\n", version[count]
}

/^-- blake2b [0-9a-f]+$/ && !whole { digest[count] = $3 }
/^-- version [0-9]+$/ && whole { whole_version = $3 }

{
	# A backslash or a quote is written with a backslash before it; "&" stands
	# for what was matched, and "\\\\" reaches the string as one backslash.
	gsub(/[\\"]/, "\\\\&")
	printf "\t\"%s\\n\"\n", $0
}

END {
	if (failed)
		exit 1
	print "\t;"
	print "#pragma GCC diagnostic pop"
	printf "#define ALL_MIGRATIONS"
	for (i = 1; i <= count; i++)
		printf " \\\n\t{ schema_%s, \"%s\" },", version[i], digest[i]
	print ""
	if (whole_version)
		printf "#define WHOLE_SCHEMA { %d, schema_whole }\n", whole_version
	else
		print "#define WHOLE_SCHEMA { 0, \"\" }"
	print "#endif"
}
