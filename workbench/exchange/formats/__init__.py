"""Records in the formats of other programs, each with a report of what it cannot hold."""
