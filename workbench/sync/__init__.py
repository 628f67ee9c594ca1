"""Label Studio, both ways: what goes there, what comes back, and a server of one's own."""
