# The sources: one line a file, in the section of its folder.  The list is
# written by src/update-sources, which make calls when a .c file of these
# folders is not in it, or is gone.  Headers and other files that are only
# included need no line.

noinst_LIBRARIES += libnoria.a
libnoria_a_SOURCES =
library_folders = base model model/registers model/types store exchange exchange/tools report app cli tui

sources_found = $(patsubst $(srcdir)/%,%,$(wildcard $(library_folders:%=$(srcdir)/src/%/*.c)))
sources_listed = $(libnoria_a_SOURCES) src/model/dictionary.c src/store/migrations.c
$(srcdir)/src/local.mk: $(if $(filter-out $(sources_listed),$(sources_found))$(filter-out $(sources_found),$(sources_listed)),list-sources)

# begin

# base
libnoria_a_SOURCES += src/base/blanks.c
libnoria_a_SOURCES += src/base/codeset.c
libnoria_a_SOURCES += src/base/codeset_kind.c
libnoria_a_SOURCES += src/base/columns.c
libnoria_a_SOURCES += src/base/date.c
libnoria_a_SOURCES += src/base/date_reading.c
libnoria_a_SOURCES += src/base/diff.c
libnoria_a_SOURCES += src/base/environment.c
libnoria_a_SOURCES += src/base/error.c
libnoria_a_SOURCES += src/base/figure.c
libnoria_a_SOURCES += src/base/figure_chart.c
libnoria_a_SOURCES += src/base/hash.c
libnoria_a_SOURCES += src/base/holidays.c
libnoria_a_SOURCES += src/base/json.c
libnoria_a_SOURCES += src/base/memory.c
libnoria_a_SOURCES += src/base/moment.c
libnoria_a_SOURCES += src/base/name.c
libnoria_a_SOURCES += src/base/number.c
libnoria_a_SOURCES += src/base/number_reading.c
libnoria_a_SOURCES += src/base/pasted.c
libnoria_a_SOURCES += src/base/period_reading.c
libnoria_a_SOURCES += src/base/plural.c
libnoria_a_SOURCES += src/base/recurrence.c
libnoria_a_SOURCES += src/base/text.c
libnoria_a_SOURCES += src/base/text_columns.c
libnoria_a_SOURCES += src/base/text_fold.c
libnoria_a_SOURCES += src/base/text_wrap.c
libnoria_a_SOURCES += src/base/today.c
libnoria_a_SOURCES += src/base/translation.c
libnoria_a_SOURCES += src/base/typography.c
libnoria_a_SOURCES += src/base/unnamed.c
libnoria_a_SOURCES += src/base/uuid.c
libnoria_a_SOURCES += src/base/zone.c

# model
libnoria_a_SOURCES += src/model/agenda.c
libnoria_a_SOURCES += src/model/checking.c
libnoria_a_SOURCES += src/model/checks.c
libnoria_a_SOURCES += src/model/column_reading.c
libnoria_a_SOURCES += src/model/demands.c
libnoria_a_SOURCES += src/model/documented.c
libnoria_a_SOURCES += src/model/duties.c
libnoria_a_SOURCES += src/model/expression.c
libnoria_a_SOURCES += src/model/expression_text.c
libnoria_a_SOURCES += src/model/expression_value.c
libnoria_a_SOURCES += src/model/frozen.c
libnoria_a_SOURCES += src/model/guide.c
libnoria_a_SOURCES += src/model/hours.c
libnoria_a_SOURCES += src/model/indicator.c
libnoria_a_SOURCES += src/model/indicator_text.c
libnoria_a_SOURCES += src/model/quality.c
libnoria_a_SOURCES += src/model/quality_audit.c
libnoria_a_SOURCES += src/model/quality_control.c
libnoria_a_SOURCES += src/model/quality_do.c
libnoria_a_SOURCES += src/model/quality_duties.c
libnoria_a_SOURCES += src/model/quality_follow.c
libnoria_a_SOURCES += src/model/quality_record.c
libnoria_a_SOURCES += src/model/quality_risk.c
libnoria_a_SOURCES += src/model/quality_tables.c
libnoria_a_SOURCES += src/model/query.c
libnoria_a_SOURCES += src/model/query_alike.c
libnoria_a_SOURCES += src/model/query_compare.c
libnoria_a_SOURCES += src/model/query_moment.c
libnoria_a_SOURCES += src/model/query_text.c
libnoria_a_SOURCES += src/model/rating.c
libnoria_a_SOURCES += src/model/record.c
libnoria_a_SOURCES += src/model/reference.c
libnoria_a_SOURCES += src/model/register.c
libnoria_a_SOURCES += src/model/review_inputs.c
libnoria_a_SOURCES += src/model/rules.c
libnoria_a_SOURCES += src/model/scale.c
libnoria_a_SOURCES += src/model/unresolved.c
libnoria_a_SOURCES += src/model/verdict.c
libnoria_a_SOURCES += src/model/verdict_begin.c
libnoria_a_SOURCES += src/model/verdict_certification.c
libnoria_a_SOURCES += src/model/verdict_changes.c
libnoria_a_SOURCES += src/model/verdict_clauses.c
libnoria_a_SOURCES += src/model/verdict_context.c
libnoria_a_SOURCES += src/model/verdict_documented.c
libnoria_a_SOURCES += src/model/verdict_evaluation.c
libnoria_a_SOURCES += src/model/verdict_improvement.c
libnoria_a_SOURCES += src/model/verdict_information.c
libnoria_a_SOURCES += src/model/verdict_leadership.c
libnoria_a_SOURCES += src/model/verdict_operation.c
libnoria_a_SOURCES += src/model/verdict_planning.c
libnoria_a_SOURCES += src/model/verdict_review.c
libnoria_a_SOURCES += src/model/verdict_support.c
libnoria_a_SOURCES += src/model/verdict_treatment.c

# model/registers
libnoria_a_SOURCES += src/model/registers/applicability.c
libnoria_a_SOURCES += src/model/registers/audit.c
libnoria_a_SOURCES += src/model/registers/awareness.c
libnoria_a_SOURCES += src/model/registers/catalogue.c
libnoria_a_SOURCES += src/model/registers/change.c
libnoria_a_SOURCES += src/model/registers/checks.c
libnoria_a_SOURCES += src/model/registers/context.c
libnoria_a_SOURCES += src/model/registers/control.c
libnoria_a_SOURCES += src/model/registers/document.c
libnoria_a_SOURCES += src/model/registers/evaluation.c
libnoria_a_SOURCES += src/model/registers/finding.c
libnoria_a_SOURCES += src/model/registers/improvement.c
libnoria_a_SOURCES += src/model/registers/indicator.c
libnoria_a_SOURCES += src/model/registers/judgement.c
libnoria_a_SOURCES += src/model/registers/leadership.c
libnoria_a_SOURCES += src/model/registers/method.c
libnoria_a_SOURCES += src/model/registers/operation.c
libnoria_a_SOURCES += src/model/registers/organisation.c
libnoria_a_SOURCES += src/model/registers/outside.c
libnoria_a_SOURCES += src/model/registers/policy.c
libnoria_a_SOURCES += src/model/registers/requirement.c
libnoria_a_SOURCES += src/model/registers/risk.c
libnoria_a_SOURCES += src/model/registers/statement.c
libnoria_a_SOURCES += src/model/registers/supplier.c
libnoria_a_SOURCES += src/model/registers/treatment.c

# model/types
libnoria_a_SOURCES += src/model/types/alike.c
libnoria_a_SOURCES += src/model/types/choice.c
libnoria_a_SOURCES += src/model/types/common.c
libnoria_a_SOURCES += src/model/types/date.c
libnoria_a_SOURCES += src/model/types/ends.c
libnoria_a_SOURCES += src/model/types/expression.c
libnoria_a_SOURCES += src/model/types/external.c
libnoria_a_SOURCES += src/model/types/level.c
libnoria_a_SOURCES += src/model/types/number.c
libnoria_a_SOURCES += src/model/types/period.c
libnoria_a_SOURCES += src/model/types/plan.c
libnoria_a_SOURCES += src/model/types/reference.c
libnoria_a_SOURCES += src/model/types/span.c
libnoria_a_SOURCES += src/model/types/text.c

# store
libnoria_a_SOURCES += src/store/accept.c
libnoria_a_SOURCES += src/store/action.c
libnoria_a_SOURCES += src/store/agenda.c
libnoria_a_SOURCES += src/store/alone.c
libnoria_a_SOURCES += src/store/attachment.c
libnoria_a_SOURCES += src/store/beside.c
libnoria_a_SOURCES += src/store/check.c
libnoria_a_SOURCES += src/store/check_chain.c
libnoria_a_SOURCES += src/store/check_records.c
libnoria_a_SOURCES += src/store/check_search.c
libnoria_a_SOURCES += src/store/check_structure.c
libnoria_a_SOURCES += src/store/check_tell.c
libnoria_a_SOURCES += src/store/clocks.c
libnoria_a_SOURCES += src/store/columns.c
libnoria_a_SOURCES += src/store/compile.c
libnoria_a_SOURCES += src/store/compile_alike.c
libnoria_a_SOURCES += src/store/compile_late.c
libnoria_a_SOURCES += src/store/compile_links.c
libnoria_a_SOURCES += src/store/compile_measure.c
libnoria_a_SOURCES += src/store/compile_number.c
libnoria_a_SOURCES += src/store/compile_order.c
libnoria_a_SOURCES += src/store/compile_path.c
libnoria_a_SOURCES += src/store/compile_sign.c
libnoria_a_SOURCES += src/store/compile_tally.c
libnoria_a_SOURCES += src/store/compile_unplanned.c
libnoria_a_SOURCES += src/store/context.c
libnoria_a_SOURCES += src/store/copy.c
libnoria_a_SOURCES += src/store/count.c
libnoria_a_SOURCES += src/store/draft.c
libnoria_a_SOURCES += src/store/elsewhere.c
libnoria_a_SOURCES += src/store/evaluate.c
libnoria_a_SOURCES += src/store/failure.c
libnoria_a_SOURCES += src/store/fields.c
libnoria_a_SOURCES += src/store/file.c
libnoria_a_SOURCES += src/store/find.c
libnoria_a_SOURCES += src/store/frame.c
libnoria_a_SOURCES += src/store/freeze.c
libnoria_a_SOURCES += src/store/fresh.c
libnoria_a_SOURCES += src/store/frozen.c
libnoria_a_SOURCES += src/store/heading.c
libnoria_a_SOURCES += src/store/history.c
libnoria_a_SOURCES += src/store/identity.c
libnoria_a_SOURCES += src/store/indicator_points.c
libnoria_a_SOURCES += src/store/inherit.c
libnoria_a_SOURCES += src/store/journal.c
libnoria_a_SOURCES += src/store/level.c
libnoria_a_SOURCES += src/store/locks.c
libnoria_a_SOURCES += src/store/look.c
libnoria_a_SOURCES += src/store/names.c
libnoria_a_SOURCES += src/store/pages.c
libnoria_a_SOURCES += src/store/place.c
libnoria_a_SOURCES += src/store/presence.c
libnoria_a_SOURCES += src/store/quality.c
libnoria_a_SOURCES += src/store/read.c
libnoria_a_SOURCES += src/store/reading.c
libnoria_a_SOURCES += src/store/rederive.c
libnoria_a_SOURCES += src/store/reference_text.c
libnoria_a_SOURCES += src/store/references.c
libnoria_a_SOURCES += src/store/refs.c
libnoria_a_SOURCES += src/store/remember.c
libnoria_a_SOURCES += src/store/remove.c
libnoria_a_SOURCES += src/store/rescale.c
libnoria_a_SOURCES += src/store/rescale_undo.c
libnoria_a_SOURCES += src/store/rollback.c
libnoria_a_SOURCES += src/store/row.c
libnoria_a_SOURCES += src/store/schema.c
libnoria_a_SOURCES += src/store/schema_compare.c
libnoria_a_SOURCES += src/store/search.c
libnoria_a_SOURCES += src/store/search_later.c
libnoria_a_SOURCES += src/store/search_text.c
libnoria_a_SOURCES += src/store/slice.c
libnoria_a_SOURCES += src/store/standing.c
libnoria_a_SOURCES += src/store/statements.c
libnoria_a_SOURCES += src/store/summary.c
libnoria_a_SOURCES += src/store/summary_follow.c
libnoria_a_SOURCES += src/store/tally.c
libnoria_a_SOURCES += src/store/threshold.c
libnoria_a_SOURCES += src/store/totals.c
libnoria_a_SOURCES += src/store/turn.c
libnoria_a_SOURCES += src/store/undo.c
libnoria_a_SOURCES += src/store/undo_raised.c
libnoria_a_SOURCES += src/store/unit.c
libnoria_a_SOURCES += src/store/validity.c
libnoria_a_SOURCES += src/store/value_text.c
libnoria_a_SOURCES += src/store/version.c
libnoria_a_SOURCES += src/store/window.c
libnoria_a_SOURCES += src/store/write.c

# exchange
libnoria_a_SOURCES += src/exchange/agenda.c
libnoria_a_SOURCES += src/exchange/book.c
libnoria_a_SOURCES += src/exchange/book_merged.c
libnoria_a_SOURCES += src/exchange/book_sections.c
libnoria_a_SOURCES += src/exchange/book_unit.c
libnoria_a_SOURCES += src/exchange/book_value.c
libnoria_a_SOURCES += src/exchange/catalogue.c
libnoria_a_SOURCES += src/exchange/correspondence.c
libnoria_a_SOURCES += src/exchange/csv.c
libnoria_a_SOURCES += src/exchange/csv_separator.c
libnoria_a_SOURCES += src/exchange/encodings.c
libnoria_a_SOURCES += src/exchange/grid.c
libnoria_a_SOURCES += src/exchange/grid_read.c
libnoria_a_SOURCES += src/exchange/grid_wide.c
libnoria_a_SOURCES += src/exchange/heading_says.c
libnoria_a_SOURCES += src/exchange/heading_scale.c
libnoria_a_SOURCES += src/exchange/heading_zone.c
libnoria_a_SOURCES += src/exchange/import.c
libnoria_a_SOURCES += src/exchange/import_asides.c
libnoria_a_SOURCES += src/exchange/import_below.c
libnoria_a_SOURCES += src/exchange/import_below_words.c
libnoria_a_SOURCES += src/exchange/import_cells.c
libnoria_a_SOURCES += src/exchange/import_columns.c
libnoria_a_SOURCES += src/exchange/import_columns_say.c
libnoria_a_SOURCES += src/exchange/import_ditto.c
libnoria_a_SOURCES += src/exchange/import_doubted.c
libnoria_a_SOURCES += src/exchange/import_either.c
libnoria_a_SOURCES += src/exchange/import_faults.c
libnoria_a_SOURCES += src/exchange/import_find.c
libnoria_a_SOURCES += src/exchange/import_groups.c
libnoria_a_SOURCES += src/exchange/import_guess.c
libnoria_a_SOURCES += src/exchange/import_identity.c
libnoria_a_SOURCES += src/exchange/import_kept.c
libnoria_a_SOURCES += src/exchange/import_match.c
libnoria_a_SOURCES += src/exchange/import_matrix.c
libnoria_a_SOURCES += src/exchange/import_names.c
libnoria_a_SOURCES += src/exchange/import_own.c
libnoria_a_SOURCES += src/exchange/import_period.c
libnoria_a_SOURCES += src/exchange/import_plan.c
libnoria_a_SOURCES += src/exchange/import_readings.c
libnoria_a_SOURCES += src/exchange/import_references.c
libnoria_a_SOURCES += src/exchange/import_refused.c
libnoria_a_SOURCES += src/exchange/import_report.c
libnoria_a_SOURCES += src/exchange/import_run.c
libnoria_a_SOURCES += src/exchange/import_shared.c
libnoria_a_SOURCES += src/exchange/import_sides.c
libnoria_a_SOURCES += src/exchange/import_skip.c
libnoria_a_SOURCES += src/exchange/import_spoilt.c
libnoria_a_SOURCES += src/exchange/import_table.c
libnoria_a_SOURCES += src/exchange/import_tables.c
libnoria_a_SOURCES += src/exchange/import_template.c
libnoria_a_SOURCES += src/exchange/import_ticks.c
libnoria_a_SOURCES += src/exchange/import_waiting.c
libnoria_a_SOURCES += src/exchange/import_whole.c
libnoria_a_SOURCES += src/exchange/import_words.c
libnoria_a_SOURCES += src/exchange/input.c
libnoria_a_SOURCES += src/exchange/library.c
libnoria_a_SOURCES += src/exchange/lists.c
libnoria_a_SOURCES += src/exchange/mapping.c
libnoria_a_SOURCES += src/exchange/number_lists.c
libnoria_a_SOURCES += src/exchange/numbered.c
libnoria_a_SOURCES += src/exchange/ods_read.c
libnoria_a_SOURCES += src/exchange/output.c
libnoria_a_SOURCES += src/exchange/own.c
libnoria_a_SOURCES += src/exchange/people.c
libnoria_a_SOURCES += src/exchange/people_family.c
libnoria_a_SOURCES += src/exchange/quality.c
libnoria_a_SOURCES += src/exchange/resolve.c
libnoria_a_SOURCES += src/exchange/resolve_value.c
libnoria_a_SOURCES += src/exchange/sheet.c
libnoria_a_SOURCES += src/exchange/soa.c
libnoria_a_SOURCES += src/exchange/soa_compare.c
libnoria_a_SOURCES += src/exchange/soa_document.c
libnoria_a_SOURCES += src/exchange/soa_write.c
libnoria_a_SOURCES += src/exchange/table.c
libnoria_a_SOURCES += src/exchange/withdraw.c
libnoria_a_SOURCES += src/exchange/xlsx_book.c
libnoria_a_SOURCES += src/exchange/xlsx_read.c
libnoria_a_SOURCES += src/exchange/xml_errors.c
libnoria_a_SOURCES += src/exchange/xml_guard.c
libnoria_a_SOURCES += src/exchange/xml_library.c
libnoria_a_SOURCES += src/exchange/xml_read.c
libnoria_a_SOURCES += src/exchange/xml_stream.c
libnoria_a_SOURCES += src/exchange/xml_write.c
libnoria_a_SOURCES += src/exchange/zip.c

# exchange/tools
libnoria_a_SOURCES += src/exchange/tools/ciso_assistant.c
libnoria_a_SOURCES += src/exchange/tools/deming.c
libnoria_a_SOURCES += src/exchange/tools/monarc.c
libnoria_a_SOURCES += src/exchange/tools/monarc_assets.c
libnoria_a_SOURCES += src/exchange/tools/monarc_risks.c
libnoria_a_SOURCES += src/exchange/tools/monarc_values.c
libnoria_a_SOURCES += src/exchange/tools/simplerisk.c
libnoria_a_SOURCES += src/exchange/tools/tool.c
libnoria_a_SOURCES += src/exchange/tools/tool_sheet.c
libnoria_a_SOURCES += src/exchange/tools/tool_table.c
libnoria_a_SOURCES += src/exchange/tools/tool_values.c
libnoria_a_SOURCES += src/exchange/tools/verinice.c
libnoria_a_SOURCES += src/exchange/tools/verinice_fill.c

# report
libnoria_a_SOURCES += src/report/acceptance.c
libnoria_a_SOURCES += src/report/audit_coverage.c
libnoria_a_SOURCES += src/report/audit_independence.c
libnoria_a_SOURCES += src/report/audit_seen.c
libnoria_a_SOURCES += src/report/audits.c
libnoria_a_SOURCES += src/report/awareness.c
libnoria_a_SOURCES += src/report/build.c
libnoria_a_SOURCES += src/report/calendar.c
libnoria_a_SOURCES += src/report/catalogue.c
libnoria_a_SOURCES += src/report/check_days.c
libnoria_a_SOURCES += src/report/dashboard.c
libnoria_a_SOURCES += src/report/document.c
libnoria_a_SOURCES += src/report/documented.c
libnoria_a_SOURCES += src/report/entry.c
libnoria_a_SOURCES += src/report/figures.c
libnoria_a_SOURCES += src/report/format.c
libnoria_a_SOURCES += src/report/frozen.c
libnoria_a_SOURCES += src/report/governance.c
libnoria_a_SOURCES += src/report/helper.c
libnoria_a_SOURCES += src/report/html.c
libnoria_a_SOURCES += src/report/incident.c
libnoria_a_SOURCES += src/report/indicators.c
libnoria_a_SOURCES += src/report/layout.c
libnoria_a_SOURCES += src/report/matrix.c
libnoria_a_SOURCES += src/report/nonconformity.c
libnoria_a_SOURCES += src/report/overall.c
libnoria_a_SOURCES += src/report/picture.c
libnoria_a_SOURCES += src/report/picture_line.c
libnoria_a_SOURCES += src/report/picture_parts.c
libnoria_a_SOURCES += src/report/plain.c
libnoria_a_SOURCES += src/report/reports.c
libnoria_a_SOURCES += src/report/review.c
libnoria_a_SOURCES += src/report/risks.c
libnoria_a_SOURCES += src/report/scope.c
libnoria_a_SOURCES += src/report/soa.c
libnoria_a_SOURCES += src/report/soa_issued.c
libnoria_a_SOURCES += src/report/soa_live.c
libnoria_a_SOURCES += src/report/stream.c
libnoria_a_SOURCES += src/report/study.c
libnoria_a_SOURCES += src/report/text.c
libnoria_a_SOURCES += src/report/text_table.c
libnoria_a_SOURCES += src/report/treatment.c
libnoria_a_SOURCES += src/report/typeset.c
libnoria_a_SOURCES += src/report/verdict.c
libnoria_a_SOURCES += src/report/verdict_begun.c
libnoria_a_SOURCES += src/report/verdict_count.c
libnoria_a_SOURCES += src/report/verdict_deed.c
libnoria_a_SOURCES += src/report/verdict_figure.c
libnoria_a_SOURCES += src/report/verdict_json.c
libnoria_a_SOURCES += src/report/verdict_judge.c
libnoria_a_SOURCES += src/report/verdict_refs.c
libnoria_a_SOURCES += src/report/verdict_steps.c
libnoria_a_SOURCES += src/report/verdict_text.c
libnoria_a_SOURCES += src/report/verdict_words.c
libnoria_a_SOURCES += src/report/wire.c
libnoria_a_SOURCES += src/report/work.c

# app
libnoria_a_SOURCES += src/app/attach.c
libnoria_a_SOURCES += src/app/audit_finding.c
libnoria_a_SOURCES += src/app/audit_prepare.c
libnoria_a_SOURCES += src/app/catch_up.c
libnoria_a_SOURCES += src/app/catch_up_begin.c
libnoria_a_SOURCES += src/app/catch_up_checks.c
libnoria_a_SOURCES += src/app/change_all.c
libnoria_a_SOURCES += src/app/consequence.c
libnoria_a_SOURCES += src/app/earlier.c
libnoria_a_SOURCES += src/app/edit.c
libnoria_a_SOURCES += src/app/edition.c
libnoria_a_SOURCES += src/app/edition_clauses.c
libnoria_a_SOURCES += src/app/edition_links.c
libnoria_a_SOURCES += src/app/edition_parts.c
libnoria_a_SOURCES += src/app/edition_text.c
libnoria_a_SOURCES += src/app/edition_write.c
libnoria_a_SOURCES += src/app/export.c
libnoria_a_SOURCES += src/app/import_shipped.c
libnoria_a_SOURCES += src/app/indicator_use.c
libnoria_a_SOURCES += src/app/indicators.c
libnoria_a_SOURCES += src/app/issue.c
libnoria_a_SOURCES += src/app/issue_ready.c
libnoria_a_SOURCES += src/app/new.c
libnoria_a_SOURCES += src/app/other_side.c
libnoria_a_SOURCES += src/app/overrule.c
libnoria_a_SOURCES += src/app/own.c
libnoria_a_SOURCES += src/app/place.c
libnoria_a_SOURCES += src/app/preferences.c
libnoria_a_SOURCES += src/app/print.c
libnoria_a_SOURCES += src/app/propose.c
libnoria_a_SOURCES += src/app/quality.c
libnoria_a_SOURCES += src/app/recent.c
libnoria_a_SOURCES += src/app/record.c
libnoria_a_SOURCES += src/app/record_check.c
libnoria_a_SOURCES += src/app/record_indicator.c
libnoria_a_SOURCES += src/app/record_parts.c
libnoria_a_SOURCES += src/app/review.c
libnoria_a_SOURCES += src/app/sample.c
libnoria_a_SOURCES += src/app/sample_series.c
libnoria_a_SOURCES += src/app/scale.c
libnoria_a_SOURCES += src/app/shipped.c
libnoria_a_SOURCES += src/app/snapshot.c
libnoria_a_SOURCES += src/app/suggest.c
libnoria_a_SOURCES += src/app/template.c
libnoria_a_SOURCES += src/app/verify.c

# cli
libnoria_a_SOURCES += src/cli/attach.c
libnoria_a_SOURCES += src/cli/commands.c
libnoria_a_SOURCES += src/cli/complete.c
libnoria_a_SOURCES += src/cli/complete_values.c
libnoria_a_SOURCES += src/cli/edit.c
libnoria_a_SOURCES += src/cli/edition.c
libnoria_a_SOURCES += src/cli/exchange.c
libnoria_a_SOURCES += src/cli/help.c
libnoria_a_SOURCES += src/cli/help_expressions.c
libnoria_a_SOURCES += src/cli/help_screen.c
libnoria_a_SOURCES += src/cli/inspect.c
libnoria_a_SOURCES += src/cli/issue.c
libnoria_a_SOURCES += src/cli/list.c
libnoria_a_SOURCES += src/cli/main.c
libnoria_a_SOURCES += src/cli/new.c
libnoria_a_SOURCES += src/cli/parse.c
libnoria_a_SOURCES += src/cli/prepare.c
libnoria_a_SOURCES += src/cli/print.c
libnoria_a_SOURCES += src/cli/record.c
libnoria_a_SOURCES += src/cli/show.c
libnoria_a_SOURCES += src/cli/verdict.c
libnoria_a_SOURCES += src/cli/words.c

# tui
libnoria_a_SOURCES += src/tui/again.c
libnoria_a_SOURCES += src/tui/answers.c
libnoria_a_SOURCES += src/tui/browse.c
libnoria_a_SOURCES += src/tui/browse_draw.c
libnoria_a_SOURCES += src/tui/change_told.c
libnoria_a_SOURCES += src/tui/checklist.c
libnoria_a_SOURCES += src/tui/checks_draw.c
libnoria_a_SOURCES += src/tui/clipboard.c
libnoria_a_SOURCES += src/tui/command.c
libnoria_a_SOURCES += src/tui/command_table.c
libnoria_a_SOURCES += src/tui/configuration.c
libnoria_a_SOURCES += src/tui/cursor.c
libnoria_a_SOURCES += src/tui/dashboard_draw.c
libnoria_a_SOURCES += src/tui/draw.c
libnoria_a_SOURCES += src/tui/draw_figure.c
libnoria_a_SOURCES += src/tui/due_list.c
libnoria_a_SOURCES += src/tui/edition_draw.c
libnoria_a_SOURCES += src/tui/export_form.c
libnoria_a_SOURCES += src/tui/export_order.c
libnoria_a_SOURCES += src/tui/export_paper.c
libnoria_a_SOURCES += src/tui/failure.c
libnoria_a_SOURCES += src/tui/form_demands.c
libnoria_a_SOURCES += src/tui/form_draft.c
libnoria_a_SOURCES += src/tui/form_draw.c
libnoria_a_SOURCES += src/tui/form_edit.c
libnoria_a_SOURCES += src/tui/form_field.c
libnoria_a_SOURCES += src/tui/form_rate.c
libnoria_a_SOURCES += src/tui/form_rows.c
libnoria_a_SOURCES += src/tui/form_text.c
libnoria_a_SOURCES += src/tui/frame.c
libnoria_a_SOURCES += src/tui/gantt_draw.c
libnoria_a_SOURCES += src/tui/guide_beside.c
libnoria_a_SOURCES += src/tui/import_draw.c
libnoria_a_SOURCES += src/tui/import_files.c
libnoria_a_SOURCES += src/tui/import_settings.c
libnoria_a_SOURCES += src/tui/importing.c
libnoria_a_SOURCES += src/tui/indicator_analyses.c
libnoria_a_SOURCES += src/tui/indicator_draw.c
libnoria_a_SOURCES += src/tui/indicator_keys.c
libnoria_a_SOURCES += src/tui/input.c
libnoria_a_SOURCES += src/tui/key_name.c
libnoria_a_SOURCES += src/tui/keys.c
libnoria_a_SOURCES += src/tui/line.c
libnoria_a_SOURCES += src/tui/list_change.c
libnoria_a_SOURCES += src/tui/list_commands.c
libnoria_a_SOURCES += src/tui/list_filters.c
libnoria_a_SOURCES += src/tui/list_suggest.c
libnoria_a_SOURCES += src/tui/loop.c
libnoria_a_SOURCES += src/tui/matrix_draw.c
libnoria_a_SOURCES += src/tui/matrix_read.c
libnoria_a_SOURCES += src/tui/meant.c
libnoria_a_SOURCES += src/tui/message.c
libnoria_a_SOURCES += src/tui/method.c
libnoria_a_SOURCES += src/tui/method_draw.c
libnoria_a_SOURCES += src/tui/method_scale.c
libnoria_a_SOURCES += src/tui/others.c
libnoria_a_SOURCES += src/tui/others_text.c
libnoria_a_SOURCES += src/tui/palette.c
libnoria_a_SOURCES += src/tui/paste.c
libnoria_a_SOURCES += src/tui/path.c
libnoria_a_SOURCES += src/tui/people.c
libnoria_a_SOURCES += src/tui/pick_choices.c
libnoria_a_SOURCES += src/tui/pick_chosen.c
libnoria_a_SOURCES += src/tui/pick_items.c
libnoria_a_SOURCES += src/tui/prepare.c
libnoria_a_SOURCES += src/tui/preview_draw.c
libnoria_a_SOURCES += src/tui/reading.c
libnoria_a_SOURCES += src/tui/record_frozen.c
libnoria_a_SOURCES += src/tui/redraw.c
libnoria_a_SOURCES += src/tui/rows.c
libnoria_a_SOURCES += src/tui/rows_draw.c
libnoria_a_SOURCES += src/tui/rows_layout.c
libnoria_a_SOURCES += src/tui/rows_move.c
libnoria_a_SOURCES += src/tui/settings.c
libnoria_a_SOURCES += src/tui/shapes.c
libnoria_a_SOURCES += src/tui/signals.c
libnoria_a_SOURCES += src/tui/small.c
libnoria_a_SOURCES += src/tui/stamp.c
libnoria_a_SOURCES += src/tui/styles.c
libnoria_a_SOURCES += src/tui/terminal.c
libnoria_a_SOURCES += src/tui/terminfo.c
libnoria_a_SOURCES += src/tui/title.c
libnoria_a_SOURCES += src/tui/top.c
libnoria_a_SOURCES += src/tui/typed.c
libnoria_a_SOURCES += src/tui/ui.c
libnoria_a_SOURCES += src/tui/verdict.c
libnoria_a_SOURCES += src/tui/verdict_draw.c
libnoria_a_SOURCES += src/tui/verdict_form.c
libnoria_a_SOURCES += src/tui/view_agenda.c
libnoria_a_SOURCES += src/tui/view_audit.c
libnoria_a_SOURCES += src/tui/view_browse.c
libnoria_a_SOURCES += src/tui/view_calendar.c
libnoria_a_SOURCES += src/tui/view_checklist.c
libnoria_a_SOURCES += src/tui/view_checks.c
libnoria_a_SOURCES += src/tui/view_clause.c
libnoria_a_SOURCES += src/tui/view_conflict.c
libnoria_a_SOURCES += src/tui/view_dashboard.c
libnoria_a_SOURCES += src/tui/view_documented.c
libnoria_a_SOURCES += src/tui/view_edition.c
libnoria_a_SOURCES += src/tui/view_export.c
libnoria_a_SOURCES += src/tui/view_find.c
libnoria_a_SOURCES += src/tui/view_form.c
libnoria_a_SOURCES += src/tui/view_gantt.c
libnoria_a_SOURCES += src/tui/view_guide.c
libnoria_a_SOURCES += src/tui/view_history.c
libnoria_a_SOURCES += src/tui/view_import.c
libnoria_a_SOURCES += src/tui/view_indicator.c
libnoria_a_SOURCES += src/tui/view_indicators.c
libnoria_a_SOURCES += src/tui/view_issue.c
libnoria_a_SOURCES += src/tui/view_list.c
libnoria_a_SOURCES += src/tui/view_matrix.c
libnoria_a_SOURCES += src/tui/view_mend.c
libnoria_a_SOURCES += src/tui/view_method.c
libnoria_a_SOURCES += src/tui/view_pager.c
libnoria_a_SOURCES += src/tui/view_pick.c
libnoria_a_SOURCES += src/tui/view_preview.c
libnoria_a_SOURCES += src/tui/view_prompt.c
libnoria_a_SOURCES += src/tui/view_quality.c
libnoria_a_SOURCES += src/tui/view_question.c
libnoria_a_SOURCES += src/tui/view_raci.c
libnoria_a_SOURCES += src/tui/view_record.c
libnoria_a_SOURCES += src/tui/view_review.c
libnoria_a_SOURCES += src/tui/view_start.c
libnoria_a_SOURCES += src/tui/view_text.c
libnoria_a_SOURCES += src/tui/view_verdict.c

# end

# The program is the library, and what makes it Noria and not another
# register program: its dictionary and its migrations.
bin_PROGRAMS += noria
noria_SOURCES = src/main.c src/model/dictionary.c src/store/migrations.c
# The dynamic linker looks each name up in this order, at every start: those that are asked most come first.
noria_libraries = $(SQLITE_LIBS) -lc $(NCURSES_LIBS) $(LIBXML_LIBS) $(SODIUM_LIBS) $(UTF8PROC_LIBS) $(LIBINTL) $(LIBS)
noria_LDADD = libnoria.a $(noria_libraries)

# The programs that render what needs large libraries.  They share the document
# and its wire with the main program, and nothing else.
helper_libraries = libnoria.a $(SODIUM_LIBS) $(UTF8PROC_LIBS) $(LIBINTL) $(LIBS)
if HAVE_PDF
pkglibexec_PROGRAMS += noria-pdf
noria_pdf_SOURCES = src/report/pdf/main.c src/report/pdf/page.c src/report/pdf/blocks.c src/report/pdf/table.c src/report/pdf/figure.c src/report/pdf/contents.c src/report/pdf/structure.c src/report/pdf/objects.c src/report/pdf/amend.c src/report/pdf/pack.c src/report/pdf/tell.c src/report/pdf/type.c src/report/pdf/pdf.h
noria_pdf_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) $(QPDF_CFLAGS)
noria_pdf_LDADD = $(helper_libraries) $(PDF_LIBS) $(QPDF_LIBS)
endif
if HAVE_XLSX
pkglibexec_PROGRAMS += noria-xlsx
noria_xlsx_SOURCES = src/report/xlsx/main.c src/report/xlsx/entry.c src/report/xlsx/sheets.h
noria_xlsx_CFLAGS = $(AM_CFLAGS) $(XLSX_CFLAGS)
noria_xlsx_LDADD = $(helper_libraries) $(XLSX_LIBS)
endif

EXTRA_DIST += $(wildcard $(srcdir)/src/*/*/*.c)
EXTRA_DIST += $(wildcard $(srcdir)/src/*.h $(srcdir)/src/*/*.h $(srcdir)/src/*/*/*.h)

# Printing: libcups stays out of the main program.
if HAVE_CUPS
pkglibexec_PROGRAMS += noria-print
noria_print_SOURCES = src/print/main.c
noria_print_CPPFLAGS = -include $(top_builddir)/config.h $(CUPS_CFLAGS)
noria_print_LDADD = $(CUPS_LIBS)
endif

# The schema and its migrations stand in the program as strings: schema_001
# and so on, by the number with which the file's name begins.
schema_files = $(sort $(wildcard $(srcdir)/data/schema/*.sql))
EXTRA_DIST += $(schema_files) src/store/embed-sql.awk
BUILT_SOURCES += src/store/schema_sql.h
CLEANFILES += src/store/schema_sql.h

# The folder too: a migration that is taken away changes nothing else.
src/store/schema_sql.h: $(schema_files) $(srcdir)/data/schema $(srcdir)/src/store/embed-sql.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	$(AWK) -f $(srcdir)/src/store/embed-sql.awk $(schema_files) > $@.new && mv $@.new $@

# Compares data/schema with the dictionary: begins the next migration, or gives a migration the digest
# of the schema that it makes.  See HACKING, "To add a register".
EXTRA_PROGRAMS += noria-schema
noria_schema_SOURCES = src/store/schema/main.c src/model/dictionary.c src/store/migrations.c
noria_schema_LDADD = libnoria.a $(noria_libraries)
CLEANFILES += noria-schema$(EXEEXT)
.PHONY: update-schema
update-schema: $(BUILT_SOURCES)
	@$(MAKE) $(AM_MAKEFLAGS) noria-schema$(EXEEXT)
	@./noria-schema$(EXEEXT) $(srcdir)/data/schema
