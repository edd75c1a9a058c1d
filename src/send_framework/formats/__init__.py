"""How a plan gets in and out: one module per format, none of which imports another."""
