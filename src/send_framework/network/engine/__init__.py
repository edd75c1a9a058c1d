"""Integers only: early and late dates, floats and paths of activities and links.

The guide to it stands in `passes`. It knows no plan and shows no date before it is asked.
"""
