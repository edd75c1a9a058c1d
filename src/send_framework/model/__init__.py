"""What people in this field talk about, as frozen, validated classes.

Read `plan` first: a `Plan` holds all the others. Nothing here computes a schedule, knows a
rule, reads a file or prints.
"""
