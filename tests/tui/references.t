# A reference reads the same in the record, the form, the list, a report, the history and on the command line:
# to a record with ref and title, to one that is not in this file, with and without title, and to one that was deleted.
size 160x40
file
shell fresh $F --organisation=Valmont
shell noria add $F asset name=Server && noria add $F asset name=Laptop
shell noria add $F risk title=First asset=AS-1 owner="Paul Martin"
shell noria add $F risk title=Second asset='{asset|11111111-1111-4111-8111-111111111111|AS-99|Other server}' owner='{person|11111111-1111-4111-8111-111111111112|P-99|Jane Roe}'
shell noria add $F risk title=Third asset='{asset|11111111-1111-4111-8111-111111111113|AS-98|}' owner='{person|11111111-1111-4111-8111-111111111114|P-98|}'
shell printf '%s\n' 'AS-1 Server' 'AS-99 Other server (not in this file)' 'AS-98 (not in this file)' >expected
# People are known by name to who reads; a column has the title alone.
shell printf '%s\n' 'Paul Martin' 'Jane Roe (not in this file)' 'P-98 (not in this file)' >people

# The command line, the report, the list that is printed.
shell for i in 1 2 3; do noria show $F R-$i; done >said; sed -n 's/^Asset  *//p' said >show; diff expected show
shell noria export $F risks --format=text >said; for i in 1 2 3; do sed -n "/^R-$i  [A-Z][a-z]*$/,/^$/p" said; done >one; sed -n 's/^Asset  *//p' one >report; diff expected report
shell sed -n 's/^Owner  *//p' one >report; diff people report
shell noria list $F risk >said; sed -n 's/^R-[0-9]  [A-Z][a-z]*  *\(.*[^ ]\)  *identified$/\1/p' said >list; diff people list

# Records and forms.
start $F
wait Valmont
type 1
wait Second
settle
text panel
shell grep -q 'Jane Roe (not in this f' panel && grep -q 'P-98 (not in this file)' panel && ! grep -q 'asset|' panel
key Enter
wait "Add linked"
expect "R-1  First"
text record1
type e
wait "Save"
settle
text form1
key Escape
settle
type q
settle
key Down
settle
key Enter
wait "Add linked"
expect "R-2  Second"
text record2
type e
wait "Save"
settle
text form2
key Escape
settle
type q
settle
key Down
settle
key Enter
wait "Add linked"
expect "R-3  Third"
text record3
type e
wait "Save"
settle
text form3
key Escape
settle
type q
settle
shell for of in record form; do for i in 1 2 3; do sed -n 's/^.*Asset  *//p' $of$i | sed 's/ *$//'; done >said; diff expected said || exit 1; done

# Somebody deletes what a form is about to name; the history tells what is gone.
type a
wait "New: Risk"
type Fourth
key F2
wait "R-4"
shell noria set $F R-4 asset=AS-2
pause 0.7
key G
settle
type e
wait "AS-2 Laptop"
shell noria remove $F AS-2
pause 0.7
expect "AS-2 (deleted)"
key Escape
settle
output noria history $F R-4
contains Asset: "AS-2 (deleted)" was removed
output noria show $F R-4
lacks AS-2

# What has no title at all, an acceptance of a risk that is elsewhere, has no empty one.
shell noria add $F acceptance kind=residual level=2 owner="Paul Martin" risk='{risk|11111111-1111-4111-8111-111111111115|R-99|}'
shell noria show $F P-1 | grep -Eq '(from)? +RC-1$'
type q
key q
exit 0
