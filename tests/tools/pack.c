/* pack OUT <SPECIMEN: makes a workbook, or another packed file, of parts that are written as text: packing.h. */
#include <stdio.h>

#include "packing.h"

int main(int argc, char **argv)
{
	struct buffer text = { 0 }, packed = { 0 };
	char block[4096];
	size_t count;
	FILE *out;

	if (argc != 2) {
		fputs("pack OUT <SPECIMEN\n", stderr);
		return EXIT_FAILURE;
	}
	while ((count = fread(block, 1, sizeof block, stdin)) > 0)
		buffer_add_bytes(&text, block, count);
	out = fopen(argv[1], "wb");
	if (!text.data || !packing_make(text.data, text.length, &packed) || !out ||
		fwrite(packed.data, 1, packed.length, out) != packed.length || fclose(out) != 0) {
		fprintf(stderr, "pack: %s could not be made\n", argv[1]);
		return EXIT_FAILURE;
	}
	buffer_free(&text);
	buffer_free(&packed);
	return EXIT_SUCCESS;
}
