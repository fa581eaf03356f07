# The small faults that tests/mutants makes in C: comparisons, && and ||, what is returned, one more and one less;
# and in the texts of files that speak SQL: comparisons, AND and OR, IS NULL.
#
#     awk -f mutants.awk FILE.c...                    lists them: file, line, column, length, replacement
#     awk -f mutants.awk -v at=LINE -v column=COLUMN -v length_=LENGTH -v put=REPLACEMENT FILE.c
#                                                     the file with one of them
# Comments and what the preprocessor reads are left alone.

BEGIN {
	FS = OFS = "\t"
	pairs = "<= < >= > == != != == && || || && < <= > >="
	n = split(pairs, pair, " ")
	for (i = 1; i <= n; i += 2)
		instead[pair[i]] = pair[i + 1]
	instead["+ 1"] = "- 1"
	instead["- 1"] = "+ 1"
	instead["return true;"] = "return false;"
	instead["return false;"] = "return true;"
	instead["return 0;"] = "return 1;"
	instead["return 1;"] = "return 0;"
	n = split("<= < >= > < <= > >= = <> <> = AND OR OR AND", pair, " ")
	for (i = 1; i <= n; i += 2)
		in_sql[pair[i]] = pair[i + 1]
}

at {
	if (FNR == at)
		$0 = substr($0, 1, column - 1) put substr($0, column + length_)
	print
	next
}

FNR == 1 {
	comment = directive = 0
	speaks_sql = FILENAME ~ /src\/store\//
}

{
	code = masked($0)
	if (code ~ /^[ \t]*#/)
		directive = 1
	if (!directive) {
		list(code)
		if (speaks_sql)
			list_sql(texts)
	}
	if ($0 !~ /\\$/)
		directive = 0
}

# The line with blanks in the place of comments and of what stands between quotes; `texts` is the line with
# blanks in the place of all else.
function masked(line,    i, c, quote, out) {
	out = texts = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		while (length(texts) < i - 1)
			texts = texts " "
		if (quote == "\"" && c != quote)
			texts = texts (c == "\\" ? " " : c)
		if (comment) {
			if (substr(line, i, 2) == "*/") { comment = 0; out = out " "; i++ }
			out = out " "
		} else if (quote != "") {
			if (c == "\\") { out = out " "; texts = texts substr(line, ++i, 1) }
			else if (c == quote) quote = ""
			out = out " "
		} else if (substr(line, i, 2) == "/*") {
			comment = 1; out = out "  "; i++
		} else if (substr(line, i, 2) == "//") {
			break
		} else if (c == "\"" || c == "'") {
			quote = c; out = out " "
		} else {
			out = out c
		}
	}
	return out
}

function list(code,    i, two, size, word) {
	for (i = 1; i <= length(code); i += size) {
		two = substr(code, i, 2)
		size = 1
		if (two == "<<" || two == ">>" || two == "->") {
			size = 2
			continue
		}
		word = ""
		if (match(substr(code, i), /^return (true|false|0|1);/) && substr(code, i - 1, 1) !~ /[A-Za-z0-9_]/)
			word = substr(code, i, RLENGTH)
		else if (substr(code, i) ~ /^[-+] 1([^0-9A-Za-z_.]|$)/)
			word = substr(code, i, 3)
		else if (two in instead)
			word = two
		else if (substr(code, i, 1) in instead)
			word = substr(code, i, 1)
		if (word != "") {
			size = length(word)
			print FILENAME, FNR, i, size, instead[word]
		}
	}
}

# Words of SQL, each between blanks or the text's ends.
function list_sql(text,    i, word) {
	for (i = 1; i <= length(text); i += length(word)) {
		if (!match(substr(text, i), /[^ ]+/))
			break
		i += RSTART - 1
		word = substr(text, i, RLENGTH)
		if (word in in_sql)
			print FILENAME, FNR, i, length(word), in_sql[word]
		else if (word == "IS" && substr(text, i, 7) == "IS NULL")
			print FILENAME, FNR, i, 7, "IS NOT NULL"
		else if (word == "IS" && substr(text, i, 11) == "IS NOT NULL")
			print FILENAME, FNR, i, 11, "IS NULL"
	}
}
