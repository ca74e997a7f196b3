"""A dossier and its report → the document package: views make the words, figures the drawings, render the files."""
