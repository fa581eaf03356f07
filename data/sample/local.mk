# The sample organisation.
