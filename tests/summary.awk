# Sums the results of suites.  Reads tests/skips.txt first, then the .trs
# files that the test harness leaves, one for each suite; ends with one line
# "N passed, N failed".  A suite in which nothing ran, and a skipped test that
# is not in skips.txt, count as failed.

FILENAME == ARGV[1] {
	if ($0 !~ /^#/ && index($0, "\t"))
		allowed[substr($0, 1, index($0, "\t") - 1)] = substr($0, index($0, "\t") + 1)
	next
}

/^:test-result: (PASS|XPASS)/ { passed++; ran[FILENAME]++ }
/^:test-result: (FAIL|ERROR|XFAIL)/ { failed++; ran[FILENAME]++; sub(/^:test-result: /, ""); bad[++bads] = FILENAME ": " $0 }
/^:test-result: SKIP/ {
	name = $0
	sub(/^:test-result: SKIP */, "", name)
	sub(/^[0-9]+ */, "", name)
	sub(/^- */, "", name)
	sub(/ *# *SKIP.*/, "", name)
	if (name in allowed) {
		skipped[++skips] = name " (" allowed[name] ")"
		ran[FILENAME]++
	} else {
		failed++
		ran[FILENAME]++
		bad[++bads] = FILENAME ": skipped without being in tests/skips.txt: " name
	}
}

END {
	for (i = 2; i < ARGC; i++) {
		if (!ran[ARGV[i]]) {
			failed++
			bad[++bads] = ARGV[i] ": nothing ran"
		}
	}
	if (ARGC <= 2) {
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
