"""The command line: ``send-framework``.

Thin on purpose: a verb reads its arguments, calls the library, prints, and sets an exit code.
Verbs stand in one file per group; what they print is in the files called ``show_...``. Modules
that a plain ``send-framework --help`` needs import nothing but click; the rest comes with a verb.
"""

from send_framework.cli.program import main

__all__ = ["main"]
