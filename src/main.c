/* Noria: argv to a command; the terminal is one command among them. */
#include "cli/lib.h"

int main(int argc, char **argv)
{
	environment_start("noria");
	return cli_main(argc, argv);
}
