"""Performance: the dashboard, each indicator and the KPI returns."""
