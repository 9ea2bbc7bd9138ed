"""Requirements of the framework: the evidence for each, the criteria it is judged by, and how it stands."""
