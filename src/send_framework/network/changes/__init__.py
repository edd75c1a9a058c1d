"""What if, what moved, what would help: two networks set against each other."""
