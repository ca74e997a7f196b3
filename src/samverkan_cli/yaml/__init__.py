"""The only place that reads, emits and edits YAML."""
