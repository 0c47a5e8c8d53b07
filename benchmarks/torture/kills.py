"""Kills (-9) at random moments, on every screen and in the middle of every command that writes.

A line counts as accepted once the screen says ✓ after its Enter; what has stood anywhere for longer than a second may
not be lost either. Both are looked for right after the kill, and again at the next start, when each whole line is
stored or offered again, once.
"""

from __future__ import annotations

import random
import signal
from contextlib import chdir
from functools import partial
from pathlib import Path

from benchmarks.measuring import scratch
from benchmarks.torture.commands import COMMANDS
from benchmarks.torture.hands import Hands, StuckError, TimeUpError, opened, started
from benchmarks.torture.left import Left, held, left
from benchmarks.torture.scenes import SCENES, Scene
from benchmarks.torture.tally import BROKEN, DOUBLED, ENDED, LOST, MIXED, UNTRUE, Tally
from tests.meetings.stored import MEETING
from tests.terminal.record import prepare
from tests.terminal.terminal import Terminal

FIGURE = 1_000
SHORT = 23
UNIT = "kills"
LIVES = 10
"""Kills of one round, on one meeting that goes on growing."""
EARLY = 0.1
"""The share killed before its place is reached."""
LINGER = 3.0
"""Seconds at its place at most."""
CLEAR = b"\x15"
"""Ctrl+U."""
SAID = (
    "市场部李经理：先试点",
    "研发部：要提前7天",
    "决议：流程分为两种；执行：研发部",
    "行动：出方案 @王工程师 /9月25日",
)


def rounds(figure: int, seed: int) -> list[partial[Tally]]:
    """So many kills, a round of them at a time; which place is whose turn goes on from round to round."""
    sizes = [min(LIVES, figure - begun) for begun in range(0, figure, LIVES)]
    return [partial(lives, seed + n, size, n * LIVES) for n, size in enumerate(sizes)]


def lives(seed: int, number: int = LIVES, first: int = 0) -> Tally:
    """A round: the program is started and killed again and again on one meeting, sometimes a command."""
    tally, chance = Tally(), random.Random(seed)
    with scratch() as folder, chdir(folder):
        meeting = Recorded(folder / "jiyao.db", chance, tally, seed)
        turn = first
        while tally.counts[UNIT] < number:
            place = turn % (len(SCENES) + len(COMMANDS))
            if place < len(SCENES):
                meeting.live(SCENES[place], f"{seed}-{turn}")
            else:
                COMMANDS[place - len(SCENES)](meeting.database, chance, tally, seed)
            turn += 1
        meeting.settle()
    return tally


class Recorded:
    """A meeting that is recorded by one killed program after the other."""

    def __init__(self, database: Path, chance: random.Random, tally: Tally, seed: int) -> None:
        prepare(database, *SAID)
        self.database, self.chance, self.tally, self.seed = database, chance, tally, seed
        self.before: Hands | None = None
        """Whoever was killed last."""
        self.accepted: list[str] = []

    def live(self, scene: Scene, name: str) -> None:
        """Starts, looks at what the last kill left, types on some screen until the moment comes, kills."""
        with started(self.database, "open", MEETING) as terminal:
            hands = Hands(terminal, self.chance, name)
            self._look_again(terminal)
            terminal.send(CLEAR)
            hands.linger = self.chance.uniform(0, LINGER)
            if self.chance.random() < EARLY:
                hands.wait_at_most(self.chance.uniform(0, LINGER))
            self._play(scene, hands)
            self._no_crash(hands)
            terminal.kill(signal.SIGKILL)
        self.tally.count(UNIT)
        self.tally.count(f"on {hands.reached or 'the way there'}")
        self._look(hands)

    def _play(self, scene: Scene, hands: Hands) -> None:
        """Does what the scene does until the moment comes; a program that does not follow is a fault."""
        try:
            scene(hands, self.database)
        except StuckError:
            words = f"{scene.__name__}: does not follow: {hands.terminal.text()}"
            self.tally.fault(ENDED, self.seed, words)
        except TimeUpError:
            return

    def _no_crash(self, hands: Hands) -> None:
        """The program lives until it is killed, and never had to begin anew."""
        terminal = hands.terminal
        told = bytes(terminal.raw).decode("utf-8", "replace")
        crashed = terminal.exit is not None or "Traceback" in told or "程序出错" in told
        self.tally.expect(
            not crashed, ENDED, self.seed, f"{hands.reached}: exit {terminal.exit}: {told[-1500:]}"
        )

    def _look(self, hands: Hands) -> None:
        """What was accepted is stored, what else was typed is kept, and the file is sound."""
        found = left(self.database)
        self._sound(found)
        self._once(hands.accepted, found, hands.reached)
        for words in (*hands.claims, *hands.lines):
            self.tally.expect(
                found.holds(words), LOST, self.seed, f"typed and lost ({hands.reached}): {words}"
            )
        for words in hands.gone:
            self.tally.expect(words not in found.entries, UNTRUE, self.seed, f"taken back and there: {words}")
        self.before = hands
        self.accepted += hands.accepted
        self.tally.count("accepted lines", len(hands.accepted))
        self.tally.count("whole lines not yet accepted", len(hands.lines))
        self.tally.count("texts that stood somewhere for a second", len(hands.claims))
        self.tally.count("unfinished at the kill", hands.is_standing)

    def _look_again(self, terminal: Terminal) -> None:
        """At the next start what waited goes in, what was unfinished is offered, and no line is there twice."""
        hands, self.before = self.before, None
        self.tally.expect(opened(terminal), ENDED, self.seed, f"does not open: {terminal.text()}")
        if hands is None:
            return
        went_in = terminal.until(lambda: not held(self.database), 60)
        self.tally.expect(went_in, LOST, self.seed, f"still waits: {held(self.database)}")
        found = left(self.database)
        self._once(hands.accepted, found, f"after {hands.reached}")
        for words in hands.lines:
            offered = sum(words in line for line in found.offered)
            number = found.entries.count(words) + offered
            where = f"{found.entries.count(words)} times stored, {offered} times offered"
            kind = LOST if number == 0 else DOUBLED
            self.tally.expect(number == 1, kind, self.seed, f"after {hands.reached} {where}: {words}")
        mine = [words for words in found.entries if words in {*hands.mine}]
        order = [words for words in hands.mine if words in {*mine}]
        self.tally.expect(
            mine == order, MIXED, self.seed, f"after {hands.reached}: {mine} instead of {order}"
        )
        if hands.in_bar and not hands.is_elsewhere and hands.in_bar not in found.entries:
            shown = terminal.wait(hands.in_bar[-20:], 30)
            self.tally.expect(shown, LOST, self.seed, f"not offered again: {hands.in_bar}: {terminal.text()}")

    def _once(self, accepted: list[str], found: Left, where: str) -> None:
        """Every accepted line is an entry of its own, once."""
        for words in accepted:
            number = found.entries.count(words)
            kind = DOUBLED if number else MIXED if any(words in text for text in found.entries) else LOST
            self.tally.expect(number == 1, kind, self.seed, f"accepted, {number} entries ({where}): {words}")

    def _sound(self, found: Left) -> None:
        self.tally.expect(not found.faults, BROKEN, self.seed, f"broken: {found.faults}")

    def settle(self) -> None:
        """The last start: whatever was accepted in any life is there once, and leaving is in order."""
        with started(self.database, "open", MEETING) as terminal:
            self._look_again(terminal)
            terminal.send(b"\x11")
            ended = terminal.wait_end(60)
            self.tally.expect(ended == 0, ENDED, self.seed, f"leaving gave {ended}: {terminal.text()}")
        found = left(self.database)
        self._sound(found)
        self._once(self.accepted, found, "at the end")
