"""An app for tests of memory snapshots."""
