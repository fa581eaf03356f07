/* What reading and writing an SoA share: what its lines amount to.  Included by soa.c and soa_write.c alone. */
#ifndef NORIA_EXCHANGE_SOA_H
#define NORIA_EXCHANGE_SOA_H

#include "exchange/xml.h"

#define SOA_COUNTS 9
extern const char *const soa_count_names[SOA_COUNTS];

struct soa_counts {
	int64_t of[SOA_COUNTS];
};
void soa_count_line(struct soa_counts *counts, const char *applicable, const char *status);

#endif
