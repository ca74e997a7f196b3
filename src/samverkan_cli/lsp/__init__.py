"""The language server: the findings of ``check`` while somebody writes, and what helps them to write."""
