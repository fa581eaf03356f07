# Circles inside a folder: files that need each other, found by what their objects define and use.
#
#     nm -A -g OBJECTS | awk -v folder=store -f circles.awk LIST -
#
# LIST names what is left of them, an arrow a line, "FOLDER FROM TO REASON"; it may only
# shrink: an arrow that closes no circle any more is told too.  No arrow is what opens a view
# (NAME_view_open, prompt_open...), and the one table of all that a folder has of a kind
# (dictionary, commands): what is known by its name is not built upon.
FILENAME != "-" {
	if ($1 == folder)
		listed[$2, $3] = 1
	next
}
{
	# "build/src/store/read.o:0000 T read_record", "...:   U store_context"
	path = $1
	sub(/:.*/, "", path)
	sub(/^.*\/src\//, "", path)
	sub("^" folder "/", "", path)
	sub(/\.o$/, "", path)
	if ($(NF - 1) == "U")
		uses[path, $NF] = 1
	else if ($(NF - 1) ~ /^[TDRBCVW]$/)
		where[$NF] = path
}
function reaches(from, to, seen, stack, at, count, edge, ends) {
	stack[count = 1] = from
	while (count) {
		at = stack[count--]
		if (at == to)
			return 1
		if (at in seen)
			continue
		seen[at] = 1
		for (edge in arrows) {
			split(edge, ends, SUBSEP)
			if (ends[1] == at)
				stack[++count] = ends[2]
		}
	}
	return 0
}
END {
	for (use in uses) {
		split(use, ends, SUBSEP)
		if (ends[2] ~ /_view_open|^(issue|prompt)_open/ || ends[2] ~ /^(dictionary|commands|cli_commands)$/ || !(ends[2] in where) || where[ends[2]] == ends[1])
			continue
		arrows[ends[1], where[ends[2]]] = arrows[ends[1], where[ends[2]]] " " ends[2]
	}
	for (edge in arrows)
		any = 1
	if (!any)
		printf "src/%s: no file needs another one: the objects cannot be read\n", folder
	for (edge in listed) {
		split(edge, ends, SUBSEP)
		if (!(edge in arrows) || !reaches(ends[2], ends[1]))
			printf "src/%s: %s -> %s closes no circle any more; take it off the list\n", folder, ends[1], ends[2]
	}
	for (edge in arrows)
		if (!(edge in listed))
			left[edge] = 1
	# What nobody needs, or what needs nobody, stands in no circle.
	do {
		split("", needs)
		split("", needed)
		for (edge in left) {
			split(edge, ends, SUBSEP)
			needs[ends[1]] = needed[ends[2]] = 1
		}
		gone = 0
		for (edge in left) {
			split(edge, ends, SUBSEP)
			if (!(ends[1] in needed) || !(ends[2] in needs)) {
				delete left[edge]
				gone = 1
			}
		}
	} while (gone)
	for (edge in left) {
		split(edge, ends, SUBSEP)
		printf "src/%s: %s -> %s (%s )\n", folder, ends[1], ends[2], arrows[edge]
	}
}
