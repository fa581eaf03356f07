# What is installed under the package's data folder.
cataloguesdir = $(pkgdatadir)/catalogues
dist_catalogues_DATA = \
	data/catalogues/iso27001-2022.xml data/catalogues/iso27001-2013.xml data/catalogues/iso27002-2005.xml \
	data/catalogues/noria-catalogue.xsd data/catalogues/noria-soa.xsd data/catalogues/xml.xsd
methodsdir = $(pkgdatadir)/methods
dist_methods_DATA = data/methods/method.csv data/methods/level.csv
listsdir = $(pkgdatadir)/lists
dist_lists_DATA = data/lists/threat.csv data/lists/vulnerability.csv
