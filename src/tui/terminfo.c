/* What terminfo knows of the terminal; apart, because its header defines common words as macros. */
#include <curses.h>
#include <stdbool.h>
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
