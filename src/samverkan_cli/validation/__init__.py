"""A tree → a model: what has the wrong shape becomes faults, and the rest is kept."""
