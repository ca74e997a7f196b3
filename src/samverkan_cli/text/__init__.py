"""Text as such: lines, unsafe characters, names, spelling, numbers in words, and writing a file whole. Knows nothing of YAML."""
