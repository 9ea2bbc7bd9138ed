"""The framework: its words, obligations, requirements, rules, groups, methodology and glossary."""
