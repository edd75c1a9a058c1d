"""``python -m send_framework`` is ``send-framework``."""

from send_framework.cli import main

if __name__ == "__main__":
    main(prog_name="python -m send_framework")
