"""The arithmetic, on the whole truth: obligations, windows, progress, series, control charts, disclosure."""
