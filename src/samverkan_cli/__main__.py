"""``python -m samverkan_cli``."""

from samverkan_cli.cli import main

main()
