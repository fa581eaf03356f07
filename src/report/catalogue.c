/* A catalogue for another file. */
#include "report/build.h"

const struct report_def report_catalogue = {
	.name = "catalogue",
	.label = N_("Catalogue"),
	.help = N_("The controls and requirements of a catalogue, for another Noria file."),
	.formats = xml_formats,
	.about = true,
	.of = "catalogue",
	.xml = export_catalogue,
	.xml_root = "catalogue",
};
