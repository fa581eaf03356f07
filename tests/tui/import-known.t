# What the rows of a table are known again by, said where it is chosen.
size 100x30
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell noria add $F indicator name=Uptime unit=% frequency=quarter
shell printf 'Indicator;Measured at;Value;Period\nUptime;2026-10-02;85;T4 2026\n' >measurement.csv
start $F
wait "Zoo"
key i
wait "Import from"
type measurement
key Enter
wait "Import of measurement.csv"
expect "Known again by            Indicator, Measured at, Value, Period"
key Down Down
key Enter
wait "ref alone"
type ref al
key Enter
wait "Known again by            ref alone"
key Enter
wait "Indicator, Measured at, Value, Period"
type indicator, m
key Enter
wait "Known again by            Indicator, Measured at, Value, Period"
key F2
wait "What the import of measurement.csv would do"
expect "New 1"
key q q
wait "Leave without importing"
type y
waitnot "Import of"
type :qa
key Enter
exit 0
