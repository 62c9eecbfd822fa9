"""What several parts of the test suite share."""
