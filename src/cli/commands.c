/* The subcommands. */
#include <string.h>

#include "cli/lib.h"

const struct cli_command *const cli_commands[] = {
	&cli_new,
	&cli_list,
	&cli_show,
	&cli_add,
	&cli_set,
	&cli_remove,
	&cli_record,
	&cli_undo,
	&cli_redo,
	&cli_import,
	&cli_export,
	&cli_print,
	&cli_attach,
	&cli_extract,
	&cli_edition,
	&cli_issue,
	&cli_verdict,
	&cli_history,
	&cli_check,
	&cli_backup,
	&cli_help,
	NULL,
};

const struct cli_command *cli_find(const char *name)
{
	size_t i;

	for (i = 0; cli_commands[i]; i++)
		if (strcmp(cli_commands[i]->name, name) == 0)
			return cli_commands[i];
	return NULL;
}
