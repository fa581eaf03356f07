# The manual.
dist_man1_MANS += man/noria.1
dist_man5_MANS += man/noria.5 man/noria-config.5
dist_man7_MANS += man/noria-keys.7
