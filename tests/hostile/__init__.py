"""What nobody sends by mistake: each in a process of its own, with little memory and little time."""
