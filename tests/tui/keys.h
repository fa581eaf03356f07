/* Names of keys, and the bytes that a keyboard sends for them. */
#ifndef NORIA_TESTS_KEYS_H
#define NORIA_TESTS_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of the key `name` on a terminal of type `term`, by its terminfo
 * entry: Up, PgDn, F2, Enter, Escape, C-s (control), M-x (Alt), S-Tab, a
 * single character.  At most `size` bytes with the NUL; *length without it.
 * False: no such key there.
 */
bool key_bytes(const char *term, const char *name, char *bytes, size_t size, size_t *length);
/* The bytes of a mouse event ("press", "release", "wheel-up", "wheel-down") at a row and column from 1. */
bool mouse_bytes(const char *term, const char *event, int row, int column, char *bytes, size_t size, size_t *length);

#endif
