"""The one-page report: a plan as one file that a browser opens without a network."""
