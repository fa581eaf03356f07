# What is installed beside the program.  The build tree reads the same files
# from data/, so the installed folders have the same names: a file
# data/themes/x is listed in dist_themes_DATA with themesdir = $(pkgdatadir)/themes.

EXTRA_DIST += $(wildcard $(srcdir)/data/noria.bash-completion)

# bash looks for the completion of a command by the command's name.
completionsdir = $(datadir)/bash-completion/completions
install-data-hook: install-completion
install-completion:
	if test -f $(srcdir)/data/noria.bash-completion; then \
		$(MKDIR_P) '$(DESTDIR)$(completionsdir)' && \
		$(INSTALL_DATA) $(srcdir)/data/noria.bash-completion '$(DESTDIR)$(completionsdir)/noria'; \
	fi
uninstall-hook:
	rm -f '$(DESTDIR)$(completionsdir)/noria'
.PHONY: install-completion
# What is installed under the package's data folder.
cataloguesdir = $(pkgdatadir)/catalogues
dist_catalogues_DATA = \
	data/catalogues/iso27001-2022.xml data/catalogues/iso27001-2013.xml data/catalogues/iso27002-2005.xml \
	data/catalogues/noria-catalogue.xsd data/catalogues/noria-soa.xsd data/catalogues/xml.xsd \
	data/catalogues/correspondence.csv data/catalogues/requirement-correspondence.csv
methodsdir = $(pkgdatadir)/methods
dist_methods_DATA = data/methods/method.csv data/methods/level.csv
listsdir = $(pkgdatadir)/lists
dist_lists_DATA = data/lists/threat.csv data/lists/vulnerability.csv
themesdir = $(pkgdatadir)/themes
dist_themes_DATA = data/themes/contrast data/themes/light data/themes/sober
