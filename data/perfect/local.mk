# The sample on which the verdict is yes: its records, and who wrote which of them when.
perfectdir = $(pkgdatadir)/perfect
dist_perfect_DATA = $(wildcard $(srcdir)/data/perfect/*.csv $(srcdir)/data/perfect/*.txt)
