"""The program: its verbs, its exit codes, and what it says when something goes wrong."""

from typing import Any

import click

from send_framework.cli import (
    changing,
    charts,
    cycle,
    england,
    gaining,
    judging,
    many_plans,
    pages,
    paths,
    plan_files,
    reports,
    risking,
    timing,
)
from send_framework.cli.terminal import complain, note, report
from send_framework.errors import DocumentError, SendFrameworkError

CANNOT = 2
"""Exit code for bad input, bad usage, and files that cannot be read or written."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


class Program(click.Group):
    """The group of verbs; it turns every expected error into one message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order in which a newcomer needs them."""
        return list(self.commands)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own signature
    ) -> click.Context:
        """Read the options before the verb; bad usage is told as every other error is."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.exceptions.NoArgsIsHelpError:  # it shows the help
            raise
        except click.UsageError as error:
            _complain_of_usage(error, info_name or "")
            raise click.exceptions.Exit(CANNOT) from None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a verb; never let bad input, a full disk or Ctrl-C end in a traceback."""
        try:
            return super().invoke(ctx)
        except DocumentError as error:
            report(error.problems)
        except SendFrameworkError as error:
            complain(str(error))
        except click.UsageError as error:
            _complain_of_usage(
                error, " ".join(filter(None, (ctx.info_name, ctx.invoked_subcommand)))
            )
        except OSError as error:
            complain(_about(error))
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        return ctx.exit(CANNOT)


def _complain_of_usage(error: click.UsageError, asked: str) -> None:
    """Say what is wrong with the command line, and where its options are listed."""
    sentence = error.format_message()
    complain(sentence[:1].lower() + sentence[1:])
    # What the parser itself refuses comes without its context.
    verb = error.ctx.command_path if error.ctx else asked
    note(f"'{verb} --help' lists what can be said")


def _about(error: OSError) -> str:
    """Say which file and why, without Python's error numbers."""
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="send-framework", message="%(prog)s %(version)s")
def main() -> None:
    """See the critical path from an area SEND inspection to the next one.

    PLAN is a plan file, or - for standard input. Exit codes: 0 done, 1 findings at or above
    --fail-on, 2 it could not be done, 130 interrupted.
    """


_GROUPS = (
    plan_files.FIRST, reports.VERBS, judging.VERBS, timing.VERBS, paths.VERBS, changing.VERBS,
    gaining.VERBS, risking.VERBS, cycle.VERBS, pages.VERBS, charts.VERBS, plan_files.LATER,
    many_plans.VERBS, england.VERBS,
)  # fmt: skip
for _verb in (verb for group in _GROUPS for verb in group):
    main.add_command(_verb)
