/* What terminfo knows of the terminal; apart, because its header defines common words as macros. */
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <term.h>
#include <unistd.h>

#include "tui/terminfo.h"

bool terminfo_knows(const char *name, bool *can_move)
{
	int code;

	if (setupterm((char *)(uintptr_t)name, STDOUT_FILENO, &code) == ERR)
		return false;
	*can_move = cursor_address != NULL;
	del_curterm(cur_term);
	return true;
}

const char *terminfo_text(const char *capability)
{
	const char *text = tigetstr((char *)(uintptr_t)capability);

	return text && text != (const char *)-1 ? text : NULL;
}
