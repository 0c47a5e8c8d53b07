"""What a language says of a list of who is there: its labels, pieces, names, departments and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from models.capture.line import Context, Words
from models.roster import Named


class Who(NamedTuple):
    """Who a piece begins with, and where the name ends."""

    end: int
    named: Named
    weak: bool = False
    """Whether its form alone does not tell that it is a name."""
    known: bool = False
    doubtful: bool = False
    """Whether only other names of the line make one of it (fiona marsh)."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says of somebody: a state (absent, left, late, observer …), or what may be one's reason."""

    state: str = ""
    reason: str = ""
    proxy: str = ""
    time: str = ""
    minutes: int | None = None
    """So many minutes late."""
    department: str = ""
    """Of which department somebody is, said behind the name."""
    strong: bool = False
    """Whether it says by itself whether somebody is there."""
    guessed: bool = False
    """Whether only its place tells that it is a department (Ola Nowak pricing)."""


class Label(NamedTuple):
    """What a line begins with that says who follows: those who are there, or in which state."""

    end: int
    state: str = ""
    sure: bool = True


class Piece(NamedTuple):
    """A part of a list, and what stands before it."""

    words: Words
    new: bool = False
    """Whether a new group begins with it, in which no heading holds yet."""
    joined: bool = False
    """Whether it is joined to the one before by more than a comma: what is said of it holds for both."""
    listed: bool = False
    """Whether it goes on the list of the one before (、): the two are one statement."""


class Place(NamedTuple):
    """Where in the list a piece stands."""

    context: Context
    heading: str | None
    """The department that holds for names without one."""
    first: bool
    """Whether nobody of its group stands before it to whom more than a comma joins it."""
    alone: bool
    """Whether a piece stands by itself, and not behind a name."""
    missing: bool
    """Whether the one named before is not there: a few words behind may say why."""


class Tongue(Protocol):
    """A language, as the module of its words."""

    LONGEST: int
    """Characters; a longer line is no list of who is there."""
    BEHIND: bool
    """Whether a department alone may be that of the names before it."""
    LEAVES: bool
    """Whether a piece that is not understood may be left as a remark beside those that are."""
    ONE_IS_ENOUGH: bool
    """Whether one word of being there says it of the whole list."""

    def label(self, words: Words) -> Label | None:
        """What a line begins with before the names."""

    def pieces(self, words: Words) -> Iterator[Piece]:
        """The parts of a list, in order."""

    def lead(self, piece: Words, first: bool) -> int:
        """How many characters before a name only join it to the others (还有, 带了个新人)."""

    def duty(self, piece: Words) -> tuple[str, Words] | None:
        """The meeting's duty a piece gives (host, recorder), and the words that name who has it."""

    def stood_in_for(self, piece: Words) -> str:
        """Whom the one named before comes instead of; empty where a piece says anything else."""

    def names(self, piece: Words, place: Place) -> Iterator[Who]:
        """Who a piece may begin with, the likelier first."""

    def departments(self, piece: Words, context: Context) -> Iterator[tuple[int, str, bool]]:
        """Where a department may end, its name, and whether only what follows can tell that it is one."""

    def notes(self, words: Words, place: Place, bracketed: bool) -> list[Note] | None:
        """What words behind a name say, perhaps in brackets; None where they say anything else."""
