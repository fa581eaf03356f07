# A table as CSV (RFC 4180, commas) becomes what a French Excel saves of it: days as dd/mm/yyyy,
# semicolons, the mark of UTF-8, CR LF behind each row.  Line ends within a cell stay, and so do numbers
# with a point, which are texts to it.
BEGIN { RS = "\001"; ORS = "" }

function cell(text) {
	if (text ~ /^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/)
		text = substr(text, 9, 2) "/" substr(text, 6, 2) "/" substr(text, 1, 4)
	if (text ~ /[;"\n]/) {
		gsub(/"/, "\"\"", text)
		text = "\"" text "\""
	}
	return text
}

{
	print "\357\273\277"
	sub(/\n$/, "")
	count = split($0, letters, "")
	for (i = 1; i <= count; i++) {
		c = letters[i]
		if (quoted) {
			if (c == "\"" && letters[i + 1] == "\"") {
				text = text c
				i++
			} else if (c == "\"")
				quoted = 0
			else
				text = text c
		} else if (c == "\"")
			quoted = 1
		else if (c == "," || c == "\n") {
			print cell(text) (c == "," ? ";" : "\r\n")
			text = ""
		} else
			text = text c
	}
	print cell(text) "\r\n"
}
