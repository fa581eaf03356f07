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
/^:test-result: SKIP/ { ran[FILENAME]++; skipping[FILENAME]++ }

# The results say how many were skipped; which, and why, stands in the suite's log.
function tell_skips(results,    log_of, line, name, count) {
	log_of = results
	sub(/\.trs$/, ".log", log_of)
	while ((getline line < log_of) > 0) {
		if (line !~ /^SKIP: /)
			continue
		count++
		name = line
		sub(/^SKIP: [^ ]* */, "", name)
		sub(/^[0-9]+ */, "", name)
		sub(/^- */, "", name)
		sub(/ *# *SKIP.*/, "", name)
		if (name in allowed) {
			skipped[++skips] = name " (" allowed[name] ")"
		} else {
			failed++
			bad[++bads] = results ": skipped without being in tests/skips.txt: " name
		}
	}
	close(log_of)
	if (count < skipping[results]) {
		failed++
		bad[++bads] = results ": skipped, and the log does not say what"
	}
}

END {
	for (i = 2; i < ARGC; i++) {
		if (skipping[ARGV[i]])
			tell_skips(ARGV[i])
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
