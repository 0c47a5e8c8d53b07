"""What a reading does to the meeting: `Recorder` takes lines, edits, undoes, confirms and closes, a step at a time."""

from models.recorder.accept import Accepted
from models.recorder.recorder import Recorder

__all__ = ["Accepted", "Recorder"]
