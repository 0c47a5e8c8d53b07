"""What must hold, measured: each figure as a ratio to the bare thing in the same run, so that any machine can tell.

Bytes are timed as the pseudo-terminal gives them; a terminal emulator in between would charge its own time to the
program. `python -m benchmarks` runs them all, `python -m benchmarks.NAME` one of them.
"""
