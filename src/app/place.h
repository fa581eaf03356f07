/* How an earlier export is told from what is none.  Included by the files of this folder only. */
#ifndef NORIA_APP_PLACE_H
#define NORIA_APP_PLACE_H

#include "app/lib.h"

/* By its content alone, never by its name: that the ordinary file at path was written by an export of this format (app_export_request), or cannot be told from one. */
bool is_earlier_export(const char *path, const char *format);
/* The same of a table whose columns have titles for people: its first line is this one. */
bool is_earlier_table(const char *path, const char *header);
/* How noria-xlsx and noria-pdf sign what would not tell else (main.c of both). */
#define XLSX_SIGN "Noria"
#define PDF_SIGN "%Noria\n"

#endif
