/* unpacked FILE: the objects of a PDF in plain text, those that are packed in streams too: what a test looks for in one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Prints what the stream at `from` holds; false: it is none. */
static int print_stream(const char *from, size_t length)
{
	static char block[65536];
	z_stream stream = { .next_in = (unsigned char *)from, .avail_in = (unsigned)length };
	int status = Z_OK;

	if (inflateInit(&stream) != Z_OK)
		return 0;
	while (status == Z_OK) {
		stream.next_out = (unsigned char *)block;
		stream.avail_out = sizeof block;
		status = inflate(&stream, Z_NO_FLUSH);
		fwrite(block, 1, sizeof block - stream.avail_out, stdout);
	}
	inflateEnd(&stream);
	putchar('\n');
	return status == Z_STREAM_END;
}

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	static char data[1 << 24];
	size_t length = file ? fread(data, 1, sizeof data - 1, file) : 0;
	const char *at = data, *end = data + length, *stream;

	if (!length)
		return 2;
	while ((at = memmem(at, (size_t)(end - at), "/Type /ObjStm", 13))) {
		stream = memmem(at, (size_t)(end - at), "stream\n", 7);
		if (!stream || !print_stream(stream + 7, (size_t)(end - stream - 7)))
			return 1;
		at += 13;
	}
	fwrite(data, 1, length, stdout);
	fclose(file);
	return 0;
}
