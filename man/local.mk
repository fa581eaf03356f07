# The manual.
dist_man1_MANS += man/noria.1
dist_man5_MANS += man/noria.5
