/* What the sanitizers have to find, for tests/scripts/harness.sh: faulty overflow|beyond|table|freed|leak 3 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char letters[3] = { 'a', 'b', 'c' };

int main(int argc, char **argv)
{
	const char *kind = argc == 3 ? argv[1] : "";
	int number = argc == 3 ? atoi(argv[2]) : 0;
	/* Neither the compiler nor what it puts in knows how large they are: the runtime has to. */
	const char *volatile table = letters;
	char *volatile text = malloc(sizeof letters);
	int result = 0;

	if (!text)
		return 2;
	memcpy(text, letters, sizeof letters);
	if (strcmp(kind, "overflow") == 0) {
		result = INT_MAX - 2 + number;
	} else if (strcmp(kind, "beyond") == 0) {
		result = text[number];
	} else if (strcmp(kind, "table") == 0) {
		result = table[number];
	} else if (strcmp(kind, "freed") == 0) {
		free(text);
		result = *text;
		text = NULL;
	} else if (strcmp(kind, "leak") == 0) {
		text = NULL;
	}
	printf("%d\n", result);
	free(text);
	return 0;
}
