#!/bin/sh
# Audits (ISO/IEC 27001:2022, 9.2): who audits is independent or the reason names what they own; the coverage of a
# programme; the reports of both.
. "${srcdir:-.}/tests/lib.sh"
