"""The plan: the checks that decide the verdict, and the words that explain it."""
