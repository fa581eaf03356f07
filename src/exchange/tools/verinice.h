/* Objects and links of verinice.  Included by verinice*.c only. */
#ifndef NORIA_EXCHANGE_TOOLS_VERINICE_H
#define NORIA_EXCHANGE_TOOLS_VERINICE_H

#include "exchange/tools/tool.h"

struct vna_object {
	char *id, *type;              /* NULL: it is not said */
	struct strings names, values; /* of its attributes that hold something */
};
struct vna_link {
	char *dependant, *dependency, *relation;
};
struct vna {
	const char *name; /* of the file */
	struct vna_object *objects;
	size_t count, capacity;
	const struct vna_object **order; /* those that can be named, by id */
	size_t order_count;
	struct vna_link *links;
	size_t link_count, link_capacity;
	bool files; /* something is attached */
};
/* The tables of the registers: verinice_fill.c.  False: error. */
bool vna_fill(struct tool_input *input, const struct vna *vna, struct error *error);

#endif
