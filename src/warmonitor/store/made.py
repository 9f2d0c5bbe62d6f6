"""What a stage made of one unit of work, with who made it and from what."""

import hashlib
import json
from dataclasses import dataclass

CLEAN, EXTRACT, PLACING, BLOCK = "clean", "extract", "placing", "block"


@dataclass(frozen=True, slots=True)
class Made:
    """One unit of work done: `content` is ASCII JSON, `input` tells what it was made from.

    The maker is the stage in a version with options, both as hashes.
    """

    stage: str
    unit: str
    input: str
    version: str
    options: str
    content: str

    @property
    def digest(self) -> str:
        """Return the hash over all fields, by which a change from outside is found."""
        told = (self.stage, self.unit, self.input, self.version, self.options, self.content)
        return hashlib.sha256(json.dumps(told, default=repr).encode("ascii")).hexdigest()
