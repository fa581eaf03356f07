/* Noria: argv to a command; the terminal is one command among them. */

#include <stdio.h>

int main(void)
{
	puts(PACKAGE_STRING);
	return 0;
}
