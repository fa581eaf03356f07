/* libxml2 by its name, when it is needed: see xml_library.h. */
#include <dlfcn.h>
#include <string.h>

#include "exchange/xml_library.h"

#ifdef LIBXML_SONAME

struct xml_library xml_library;

/* Each one's place; pointers to data and to functions are of one size wherever there is dlsym. */
#define PLACE(name) { "xml" #name, offsetof(struct xml_library, name) },
static const struct {
	const char *name;
	size_t place;
} functions[] = { XML_FUNCTIONS(PLACE) PLACE(RegisterNodeDefault) PLACE(Free) };

static bool find_functions(void *library)
{
	size_t i;

	for (i = 0; i < sizeof functions / sizeof functions[0]; i++) {
		void *function = dlsym(library, functions[i].name);

		if (!function)
			return false;
		memcpy((char *)&xml_library + functions[i].place, &function, sizeof function);
	}
	return true;
}

bool xml_library_load(struct error *error)
{
	static void *library;

	if (library)
		return true;
	library = dlopen(LIBXML_SONAME, RTLD_LAZY | RTLD_LOCAL);
	if (library && find_functions(library))
		return true;
	/* TRANSLATORS: name of a library, and what the system says of it */
	error_set(error, ERROR_SYSTEM, _("The library %s, which reads XML, cannot be loaded: %s."), LIBXML_SONAME,
		dlerror());
	if (library)
		dlclose(library);
	library = NULL;
	return false;
}

#else

bool xml_library_load(struct error *error)
{
	(void)error;
	return true;
}

#endif
