"""The preview: the rendered package with its findings beside it, on this machine only, renewed when a file is saved."""
