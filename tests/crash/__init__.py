"""What is left of the output folder when a run is killed, raced or refused by the system."""
