/* What the program does by itself once its day has come, with nobody at the screen. */
#ifndef NORIA_APP_CATCH_UP_H
#define NORIA_APP_CATCH_UP_H

#include "app/lib.h"

/* True where something waits to be raised; cheap: asked at each opening. */
bool catch_up_waits(struct store *store);
/*
 * Raises it: checks whose day and grace have passed as missed, measurements that the program takes, the snapshot of a
 * month that has ended (keys_wait: not that; the screen counts it in slices).  Nothing is done where nothing waits, where
 * the file cannot be written, or where its journal is another than the one seen last (store_alarm); what could not be
 * done now is left for the next time, so that it is in nobody's way.  How many checks were noted as missed.
 */
size_t catch_up(struct store *store, bool keys_wait);
/* The same of the file at that path, where it can be written at once. */
void catch_up_file(const char *path);

#endif
