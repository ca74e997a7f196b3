"""Printing: views through templates to Markdown, and from there to HTML, PDF and Word."""
