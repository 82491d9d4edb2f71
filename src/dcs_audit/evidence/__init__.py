"""Evidence (minh chứng) on disk: the files that records name, found inside one folder and never outside it."""
