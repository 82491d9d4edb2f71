"""What this installation consists of, and whether it works. Nothing here leaves anything behind on the disk."""
