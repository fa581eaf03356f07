# The sample organisation: its records, and who wrote which of them when.
sampledir = $(pkgdatadir)/sample
dist_sample_DATA = $(wildcard $(srcdir)/data/sample/*.csv $(srcdir)/data/sample/*.txt)
