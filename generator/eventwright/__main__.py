"""`python -m eventwright` is the command `eventwright`."""

from eventwright.cli import main

main()
