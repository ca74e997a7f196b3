"""Cures: edits that change the span concerned and no other byte."""
