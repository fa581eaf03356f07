# What is installed beside the program.  The build tree reads the same files
# from data/, so the installed folders have the same names: a file
# data/themes/x is listed in dist_themes_DATA with themesdir = $(pkgdatadir)/themes.

# Completions: each shell looks for that of a command by the command's name.
completionsdir = $(datadir)/bash-completion/completions
zshcompletionsdir = $(datadir)/zsh/site-functions
dist_zshcompletions_DATA = data/completions/_noria
fishcompletionsdir = $(datadir)/fish/vendor_completions.d
dist_fishcompletions_DATA = data/completions/noria.fish
EXTRA_DIST += data/completions/noria.bash
install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(completionsdir)'
	$(INSTALL_DATA) $(srcdir)/data/completions/noria.bash '$(DESTDIR)$(completionsdir)/noria'
uninstall-local:
	rm -f '$(DESTDIR)$(completionsdir)/noria'

# What desktops know of the program: how it is started, what its files are, how it looks and
# what it is for.  tests/scripts/desktop.sh validates them.
applicationsdir = $(datadir)/applications
dist_applications_DATA = data/desktop/noria.desktop
mimepackagesdir = $(datadir)/mime/packages
dist_mimepackages_DATA = data/desktop/noria.xml
iconsdir = $(datadir)/icons/hicolor/scalable/apps
dist_icons_DATA = data/desktop/noria.svg
metainfodir = $(datadir)/metainfo
dist_metainfo_DATA = data/desktop/org.noria.noria.metainfo.xml

# What is installed under the package's data folder.
cataloguesdir = $(pkgdatadir)/catalogues
dist_catalogues_DATA = \
	data/catalogues/iso27001-2022.xml data/catalogues/iso27001-2013.xml data/catalogues/iso27002-2005.xml \
	data/catalogues/noria-catalogue.xsd data/catalogues/noria-soa.xsd data/catalogues/xml.xsd \
	data/catalogues/correspondence.csv data/catalogues/requirement-correspondence.csv
methodsdir = $(pkgdatadir)/methods
dist_methods_DATA = data/methods/method.csv data/methods/level.csv
listsdir = $(pkgdatadir)/lists
dist_lists_DATA = data/lists/threat.csv data/lists/vulnerability.csv data/lists/indicator.csv
themesdir = $(pkgdatadir)/themes
dist_themes_DATA = data/themes/contrast data/themes/light data/themes/sober
