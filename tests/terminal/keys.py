"""What a terminal sends for each key of a keyboard."""

from __future__ import annotations

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "esc": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "del": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pgup": "\x1b[5~",
    "pgdn": "\x1b[6~",
    "insert": "\x1b[2~",
    "shift+tab": "\x1b[Z",
    **{f"f{n}": f"\x1bO{letter}" for n, letter in enumerate("PQRS", 1)},
    **{f"f{n}": f"\x1b[{code}~" for n, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), 5)},
    **{
        f"ctrl+{name}": f"\x1b[1;5{end}"
        for name, end in zip(("up", "down", "right", "left"), "ABCD", strict=True)
    },
    **{
        f"alt+{name}": f"\x1b[1;3{end}"
        for name, end in zip(("up", "down", "right", "left"), "ABCD", strict=True)
    },
    **{
        f"shift+{name}": f"\x1b[1;2{end}"
        for name, end in zip(("up", "down", "right", "left"), "ABCD", strict=True)
    },
    "ctrl+home": "\x1b[1;5H",
    "ctrl+end": "\x1b[1;5F",
    "ctrl+pgup": "\x1b[5;5~",
    "ctrl+pgdn": "\x1b[6;5~",
}


def key(name: str) -> bytes:
    """What a terminal sends for a key; a name that is no key is sent as it is."""
    low = name.lower()
    if low in KEYS:
        return KEYS[low].encode()
    if low.startswith("ctrl+") and len(low) == 6:
        return bytes([ord(low[5].upper()) & 0x1F])
    if low.startswith("alt+"):
        return b"\x1b" + name[4:].encode()
    return name.encode()
