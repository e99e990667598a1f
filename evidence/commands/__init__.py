"""The subcommands of the command line, one module each.

A subcommand has `add_arguments(parser)` and `run(arguments)`, which returns the exit status.
"""
