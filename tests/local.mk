# The tests.
clean-tests:
.PHONY: clean-tests
