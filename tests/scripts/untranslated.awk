# Prints the words that were not translated, of a text made with LANGUAGE=qqx,
# in which every letter of a translated sentence carries a dot below (CC A3 in
# UTF-8).  The first file lists the words that need no translation: an extended
# regular expression of a whole word on a line, # begins a comment.

FNR == NR {
	if ($0 ~ /^#/ || $0 == "")
		next
	if ($0 ~ /^[A-Za-z_-]+$/)
		plain[$0] = 1
	else
		pattern[++count] = "^(" $0 ")$"
	next
}

function allowed(word,   i) {
	if (word in plain)
		return 1
	for (i = 1; i <= count; i++)
		if (word ~ pattern[i])
			return plain[word] = 1
	return 0
}

{
	line = $0
	gsub(/[A-Za-z]\314\243/, "\001", line)
	while (match(line, /[A-Za-z0-9_:.\/=-]+/)) {
		word = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		sub(/^[.:=]+/, "", word)
		sub(/[.:=\/]+$/, "", word)
		# A letter alone is a key or a level's mark.
		if (word ~ /[A-Za-z][A-Za-z]/ && !allowed(word))
			print FNR ": " word "   in: " $0
	}
}
