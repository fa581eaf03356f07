#include "exchange/tools/tool.h"
static bool read_bytes(struct tool_input *input, struct buffer *bytes, struct error *error)
{
	(void)bytes;
	return error_set(error, ERROR_INVALID, "%s", input->name);
}
const struct tool tool_verinice = { .kind = "verinice", .name = "verinice", .read_bytes = read_bytes };
