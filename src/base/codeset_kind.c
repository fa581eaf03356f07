/* Whether the locale is in UTF-8: asked by who cuts text as well as by who converts it. */
#include "base/lib.h"

static bool other;

void codeset_set_utf8(bool utf8)
{
	other = !utf8;
}

bool codeset_is_utf8(void)
{
	return !other;
}
