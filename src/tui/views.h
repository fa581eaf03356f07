/* The views that have a command of their own, each opened with one line: apart, so that one more is a matter of the views. */
#ifndef NORIA_TUI_VIEWS_H
#define NORIA_TUI_VIEWS_H

struct ui;

#define VIEW(view, ...) void view##_view_open(struct ui *ui);
#include "tui/all.h"
#undef VIEW

#endif
