"""The program a few seconds after its start, given off again and again by one process that has loaded it.

Loading takes most of a short test's time, and is the same each time. What is given off is the installed command with
a process, a terminal and an environment of its own; only what happens while it loads cannot be seen in it.
"""

from __future__ import annotations

import gc
import json
import os
import pkgutil
import runpy
import select
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from models.lazy import load
from tests.terminal.process import set_size
from tui.start import preload

PACKAGES = ("models", "exporters", "tui")


class ForkServer:
    """The process that has loaded the program; calling it begins one, as a `Begin` does."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        terminal, slave = os.openpty()
        # In a terminal Python makes other streams than in a pipe.
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(theirs.fileno())],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        os.close(slave)
        self._terminal = terminal

    def __call__(self, argv: Sequence[str], environment: Mapping[str, str], cols: int, rows: int) -> Forked:
        fd, slave = os.openpty()
        set_size(slave, cols, rows)
        status, theirs = socket.socketpair()
        wanted = json.dumps([list(argv), dict(environment), str(Path.cwd())]).encode()
        socket.send_fds(self._ours, [len(wanted).to_bytes(4, "big")], [slave, theirs.fileno()])
        self._ours.sendall(wanted)
        os.close(slave)
        theirs.close()
        return Forked(fd, status)

    def close(self) -> None:
        """Ends the process; what it gave off runs on."""
        self._ours.close()
        self._process.wait()
        os.close(self._terminal)


class Forked:
    """A program that the server gave off; see Process."""

    def __init__(self, fd: int, status: socket.socket) -> None:
        self.fd, self._status = fd, status
        self.pid = self._number()
        self._exit: int | None = None

    def ended(self, wait: bool) -> int | None:
        """See Process."""
        if self._exit is None and (wait or select.select([self._status], [], [], 0)[0]):
            self._exit = self._number()
            self._status.close()
        return self._exit

    def _number(self) -> int:
        return int.from_bytes(_whole(self._status, 4), "big", signed=True)


def _whole(of: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        more = of.recv(length - len(data))
        if not more:
            raise EOFError("the process that has loaded the program is gone")
        data += more
    return data


# -- in the process that loads -------------------------------------------------------------------------------------


def serve(requests: socket.socket) -> None:
    """Gives off a program for every request, until the tests are over."""
    _load()
    while True:
        length, fds, _flags, _address = socket.recv_fds(requests, 4, 2)
        if not length:
            return
        argv, environment, folder = json.loads(_whole(requests, int.from_bytes(length, "big")))
        terminal, status = fds
        if os.fork() == 0:
            requests.close()
            _keep(argv, environment, folder, terminal, socket.socket(fileno=status))
        os.close(terminal)
        os.close(status)
        with suppress(ChildProcessError):  # those that keep a program still
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _load() -> None:
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    import_module("textual.drivers.linux_driver")
    preload()
    for waiting in list(sys.modules.values()):
        load(waiting)
    gc.collect()
    gc.freeze()


def _keep(
    argv: Sequence[str], environment: Mapping[str, str], folder: str, terminal: int, status: socket.socket
) -> NoReturn:
    """In a process between: begins the program, and tells its number and at last its exit status."""
    pid = os.fork()
    if pid == 0:
        status.close()
        _become(argv, environment, folder, terminal)
    os.close(terminal)
    status.sendall(pid.to_bytes(4, "big"))
    _pid, ended = os.waitpid(pid, 0)
    status.sendall(os.waitstatus_to_exitcode(ended).to_bytes(4, "big", signed=True))
    os._exit(0)


def _become(argv: Sequence[str], environment: Mapping[str, str], folder: str, terminal: int) -> NoReturn:
    """In the program's process: takes the terminal and the environment, and runs the command to its end."""
    os.login_tty(terminal)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = list(argv)
    runpy.run_path(argv[0], run_name="__main__")
    raise SystemExit


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
