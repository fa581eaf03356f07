/* libxml2 by its name, when it is needed: see xml_library.h. */
#include <string.h>

#include "exchange/library.h"
#include "exchange/xml_library.h"

#ifdef LIBXML_SONAME

struct xml_library xml_library;

/* Each one's place. */
#define PLACE(name) { "xml" #name, offsetof(struct xml_library, name) },
static const struct library_function functions[] = { XML_FUNCTIONS(PLACE) PLACE(RegisterNodeDefault) PLACE(Free) };

bool xml_library_load(struct error *error)
{
	static void *library;

	return library_load(&library, LIBXML_SONAME, functions, sizeof functions / sizeof functions[0], &xml_library,
		/* TRANSLATORS: name of a library, and what the system says of it */
		_("The library %s, which reads XML, cannot be loaded: %s."), error);
}

#else

bool xml_library_load(struct error *error)
{
	(void)error;
	return true;
}

#endif
