# Sums the results of suites.  Reads tests/skips.txt first, then the .trs
# files that the test harness leaves, one for each suite; ends with one line
# "N passed, N failed".  A suite in which nothing ran, and a skipped test that
# is not in skips.txt, count as failed.

FNR == 1 {
	close_suite()
	suite = FILENAME
	ran = 0
	in_list = (ARGIND_list++ == 0)
}

in_list {
	if ($0 !~ /^#/ && index($0, "\t"))
		allowed[substr($0, 1, index($0, "\t") - 1)] = substr($0, index($0, "\t") + 1)
	next
}

/^:test-result: (PASS|XPASS)/ { passed++; ran++ }
/^:test-result: (FAIL|ERROR|XFAIL)/ { failed++; ran++; sub(/^:test-result: /, ""); bad[++bads] = suite ": " $0 }
/^:test-result: SKIP/ {
	name = $0
	sub(/^:test-result: SKIP */, "", name)
	sub(/^[0-9]+ */, "", name)
	sub(/^- */, "", name)
	sub(/ *# *SKIP.*/, "", name)
	if (name in allowed) {
		skipped[++skips] = name " (" allowed[name] ")"
		ran++
	} else {
		failed++
		ran++
		bad[++bads] = suite ": skipped without being in tests/skips.txt: " name
	}
}

END {
	close_suite()
	if (suites == 0) {
		failed++
		bad[++bads] = "no suite ran"
	}
	# A build whose tests could not even run leaves no failure behind.
	if (builds_failed > 0 && failed == 0) {
		failed++
		bad[++bads] = "make check ended with an error"
	}
	for (i = 1; i <= skips; i++)
		print "skipped: " skipped[i]
	for (i = 1; i <= bads; i++)
		print "failed: " bad[i]
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}

function close_suite()
{
	if (suite == "" || in_list)
		return
	suites++
	if (ran == 0) {
		failed++
		bad[++bads] = suite ": nothing ran"
	}
}
