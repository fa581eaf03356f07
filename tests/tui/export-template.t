# The export menu offers a register as a workbook for others to fill in; a report has none.
optional XLSX test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip
file
shell fresh $F --organisation=Zoo
shell noria add $F asset name=Aviary
start $F
wait "Zoo"
type x
wait "Export or print what?"
type Assets
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
expect "XLSX without records, for others to fill in"
expect "CSV, for a spreadsheet"
type XLSX without
key Enter
wait "─ Write to ─"
key Enter
wait "Written to asset.xlsx"
output unzip -p asset.xlsx xl/worksheets/sheet1.xml
contains dataValidation
lacks Aviary
type x
wait "Export or print what?"
type Treatment plan
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
expect "XLSX, a workbook"
reject "without records"
key Escape
type qq
exit 0
end
