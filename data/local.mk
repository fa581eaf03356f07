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
