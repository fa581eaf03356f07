# The sample organisation.
sampledir = $(pkgdatadir)/sample
dist_sample_DATA = $(wildcard $(srcdir)/data/sample/*.csv)
