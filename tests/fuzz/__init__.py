"""Made-up and damaged unit files: whatever comes in, there is a report that adds up, or problems with places."""
