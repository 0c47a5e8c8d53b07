"""The tests, in folders that mirror the packages, and the tools they share with the Makefile."""
