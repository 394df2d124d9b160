"""Set up and run Clausebook: `python3 build/dev.py [run|test|lint|freeze|screens]`.

This file keeps to words that every Python can read, so that an old one can say what it lacks.
"""

import sys

NEEDED = (3, 11)

if sys.version_info[:2] < NEEDED:
    sys.exit(
        "Clausebook needs Python %d.%d or newer; this is Python %s (%s). Nothing was changed.\n"  # noqa: UP031
        "Install a newer one and start this with it, for example: python3.12 build/dev.py"
        % (NEEDED + (sys.version.split()[0], sys.executable))  # noqa: RUF005
    )

import workshop  # noqa: E402

if __name__ == "__main__":
    sys.exit(workshop.main(sys.argv[1:]))
