"""The output folder: compared with what the schemas make, and replaced as a whole."""
