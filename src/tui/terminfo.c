/* What terminfo knows of the terminal; apart, because its header defines common words as macros. */
#include "base/lib.h" /* before term.h, whose macros are common words */

#include <curses.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "tui/terminfo.h"

bool terminfo_knows(bool *can_move)
{
	int code;

	if (setupterm(NULL, STDOUT_FILENO, &code) == ERR)
		return false;
	*can_move = cursor_address != NULL;
	del_curterm(cur_term);
	return true;
}

/* As many colours as there are of 24 bits, counted as 0xRRGGBB. */
static bool is_direct(const char *name)
{
	int code;
	bool is;

	if (setupterm(name, STDOUT_FILENO, &code) == ERR)
		return false;
	is = tigetnum((char *)(uintptr_t) "colors") >= 0x1000000 && tigetflag((char *)(uintptr_t) "RGB") > 0 &&
	     cursor_address != NULL;
	del_curterm(cur_term);
	return is;
}

char *terminfo_direct(const char *name, const char *colorterm)
{
	const char *end;
	char *direct;

	if (!name || !colorterm || (strcmp(colorterm, "truecolor") != 0 && strcmp(colorterm, "24bit") != 0))
		return NULL;
	end = strstr(name, "-256color");
	direct = xasprintf("%.*s-direct", (int)(end ? (size_t)(end - name) : strlen(name)), name);
	if (is_direct(direct))
		return direct;
	free(direct);
	return NULL;
}
