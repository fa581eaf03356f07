# Turns SQL files into C strings: data/schema/001-first.sql becomes
# "static const char schema_001[]".

BEGIN {
	print "/* Made from data/schema by embed-sql.awk. */"
	print "#ifndef NORIA_STORE_SCHEMA_SQL_H"
	print "#define NORIA_STORE_SCHEMA_SQL_H"
	print "#pragma GCC diagnostic push"
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
}

FNR == 1 {
	if (open)
		print "\t;"
	open = 1
	name = FILENAME
	sub(/.*\//, "", name)
	if (!match(name, /^[0-9]+/)) {
		print FILENAME ": the name does not begin with a number" > "/dev/stderr"
		exit 1
	}
	printf "static const char schema_%s[] =\n", substr(name, 1, RLENGTH)
}

{
	# A backslash or a quote is written with a backslash before it; "&" stands
	# for what was matched, and "\\\\" reaches the string as one backslash.
	gsub(/[\\"]/, "\\\\&")
	printf "\t\"%s\\n\"\n", $0
}

END {
	if (open)
		print "\t;"
	print "#pragma GCC diagnostic pop"
	print "#endif"
}
