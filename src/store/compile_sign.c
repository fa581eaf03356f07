/* The operators of the filter language as SQL has them; both compile.c and compile_number.c stand on it. */
#include "store/compile.h"

const char *compile_sign(enum operator op)
{
	switch (op) {
	case OP_LESS:
		return "<";
	case OP_AT_MOST:
		return "<=";
	case OP_MORE:
		return ">";
	case OP_AT_LEAST:
		return ">=";
	case OP_DIFFERENT:
		return "<>";
	default:
		return "=";
	}
}
