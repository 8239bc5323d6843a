"""Run one command, in this process or in one of its own, and note how it ended."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import Final

from bilat import commands
from fuzz.laws import Outcome

HANG: Final = 30  # seconds on the clock


class Hang(BaseException):
    """A case took so long that it was stopped; no handler of errors may catch it."""


def inside(told: list[str]) -> Outcome:
    """Run a command in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    start = time.process_time()
    code: object = "a return"
    stdin, sys.stdin = sys.stdin, io.StringIO()  # nobody is there to be asked
    was = signal.signal(signal.SIGALRM, _stop)
    signal.alarm(HANG)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            commands.main(told)
    except SystemExit as end:
        code = end.code
    except Hang:
        code = "a hang"
    except BaseException as error:  # nothing at all may come out of a command
        code = f"an exception: {type(error).__name__}: {error}"
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, was)
        sys.stdin = stdin
        gc.enable()  # a command switches it off for good
    return Outcome(code, _text(out), _text(err), time.process_time() - start)


def alone(told: list[str]) -> Outcome:
    """Run a command in a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        command: list[str | bytes] = [sys.executable, "-m", "bilat", *map(os.fsencode, told)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        timer = threading.Timer(HANG, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "surrogateescape"))
        return Outcome(process.returncode, texts[0], texts[1], used.ru_utime + used.ru_stime)


def _stop(*_: object) -> None:
    raise Hang


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return raw.decode("utf-8", "surrogateescape")
