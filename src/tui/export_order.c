/* The export menu: what was chosen so far, as the application wants it. */
#include <stdlib.h>

#include "tui/exporting.h"

void order_free(struct order *order)
{
	free(order->what);
	free(order->format);
	free(order->path);
	free(order->printer);
	free(order->filter);
	free(order->ids);
	free(order->shown_filter);
	free(order->marks);
	free(order->ref);
	free(order);
}

struct export_request order_request(struct order *order)
{
	return (struct export_request){
		.what = order->what,
		.format = order->format,
		.template = order->template,
		.csv = order->csv,
		.path = order->path,
		.filter = order->filter,
		.ids = order->ids,
		.id_count = order->id_count,
		.progress = ui_progress,
		.progress_user = &order->progress,
	};
}

/* The report as text of 80 columns; NULL: it cannot be made, which is said. */
char *order_text(struct order *order)
{
	struct export_request request = order_request(order);
	struct buffer text = { 0 };
	struct error error = { 0 };

	request.format = "text";
	request.target = &text;
	if (app_export_request(order->ui->store, &request, &error))
		return text.data ? buffer_take(&text) : xstrdup("");
	ui_error(order->ui, &error);
	error_clear(&error);
	buffer_free(&text);
	return NULL;
}
