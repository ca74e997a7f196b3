"""What lies on the disk as one thing: files, dossiers, families, settings, and the chain in them. The only place that reads files."""
