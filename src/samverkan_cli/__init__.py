"""samverkan: samverkansöverenskommelser mellan kommun och polis som ren text."""

__version__ = "0.1.0"
