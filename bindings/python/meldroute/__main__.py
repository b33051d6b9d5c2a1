# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line: `meldroute`, or `python -m meldroute`."""

import signal
import sys

from . import _native


def main() -> None:
    # A closed pipe or Ctrl-C ends the program, also in the middle of C++.
    for ending in (signal.SIGPIPE, signal.SIGINT):
        signal.signal(ending, signal.SIG_DFL)
    sys.exit(_native.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
