"""Folders in which a database is not safe: those that a program synchronises, and those of another machine.

A program that synchronises copies file and write-ahead log apart and puts older states back; over a network SQLite
cannot rely on locks. Both are told by names, and a network by the kind of its mount.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_SYNCHRONISED = {
    "OneDrive": ("onedrive",),
    "Dropbox": ("dropbox",),
    "iCloud": ("mobile documents", "icloud drive", "iclouddrive", "icloud"),
    "坚果云": ("坚果云", "nutstore", "我的坚果云"),
    "百度网盘": ("百度网盘", "百度云", "baidusyncdisk", "baidunetdisk", "baiduyun"),
    "Google Drive": ("google drive", "googledrive", "my drive"),
    "WPS 云文档": ("wps云盘", "wps云文档", "wpsdrive", "wps cloud files"),
    "阿里云盘": ("阿里云盘", "aliyundrive", "adrive"),
    "微云": ("微云", "weiyun"),
    "飞书": ("飞书云盘",),
    "Nextcloud": ("nextcloud",),
    "ownCloud": ("owncloud",),
    "Syncthing": ("syncthing",),
    "Seafile": ("seafile",),
    "MEGA": ("megasync", "mega"),
    "pCloud": ("pcloud", "pclouddrive"),
    "Box": ("box sync", "box"),
    "Synology Drive": ("synologydrive", "cloudstation"),
}
"""Programs by the names of the folders that they keep, in lower case."""
_MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".nutstore": "坚果云", ".sync": "Resilio Sync"}
"""Programs by a file or folder that they leave in a folder they keep."""
_NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "afs",
    "ncp",
    "9p",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.rclone",
    "ceph",
    "gluster",
)
"""How the kinds of network file systems begin."""


def synchroniser(path: Path) -> str | None:
    """The program that keeps a folder around the file in step with other machines, if one is known."""
    folders = path.absolute().parents
    for folder in folders:
        name = folder.name.lower()
        for program, names in _SYNCHRONISED.items():
            # The folder may say whose it is: OneDrive - Company.
            if any(name == own or name.startswith((f"{own} -", f"{own} (", f"{own}-")) for own in names):
                return program
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                return program
    return None


def network(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """The kind of the network file system that the file is on, if it is on one."""
    if str(path).startswith("\\\\"):
        return "SMB"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    kind = _kind_at(Path(os.path.realpath(path)), (line.split() for line in lines))
    return kind if kind.startswith(_NETWORK) else None


def _kind_at(path: Path, mounts: Iterable[list[str]]) -> str:
    """The kind of the innermost mount around a path; of two on one place the later counts."""
    found, depth = "", -1
    for _device, place, kind, *_rest in mounts:
        # Spaces in a place are written as \\040.
        folder = Path(place.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace"))
        if path.is_relative_to(folder) and len(folder.parts) >= depth:
            found, depth = kind, len(folder.parts)
    return found
