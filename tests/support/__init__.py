"""What several tests use: packages to judge, processes to start, what is needed and how much."""
