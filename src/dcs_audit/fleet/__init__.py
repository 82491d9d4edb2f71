"""Many units at once: what each adds to the whole, the tally of all, targets of plans, and `audit_many`."""
