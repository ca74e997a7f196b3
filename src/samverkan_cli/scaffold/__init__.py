"""What ``samverkan new`` writes: whole new agreements, and one more entry in a file that exists."""
