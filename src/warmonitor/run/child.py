"""The child process that reads bytes from the network, within limits of memory and time."""

import json
import os
import struct
import sys
from typing import IO

from warmonitor.run.works import WORKS

if sys.platform != "win32":
    import resource

LENGTH = struct.Struct(">I")


def serve(given: IO[bytes], answers: IO[bytes], memory: int, seconds: int) -> None:
    """Answer questions until there are none: each a head in JSON with the sizes of the bytes that follow."""
    _limit_memory(memory)
    while head := given.read(LENGTH.size):
        asked = json.loads(given.read(LENGTH.unpack(head)[0]))
        blobs = [given.read(size) for size in asked["sizes"]]
        _limit_time(seconds)
        answer = json.dumps(_answer(asked["work"], blobs, asked["told"])).encode("ascii")
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _answer(work: str, blobs: list[bytes], told: dict[str, str]) -> object:
    try:
        return WORKS[work](*blobs, **told)
    except MemoryError:
        os._exit(1)  # what is left of the memory may not do for more
    except Exception as error:  # noqa: BLE001  whatever a library raises on bytes that nobody vouches for
        return {"failed": type(error).__name__}


def _limit_memory(size: int) -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Allow so many further seconds of the processor."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        end = int(used.ru_utime + used.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))


def main() -> None:
    """Serve on standard input and output; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    serve(sys.stdin.buffer, answers, int(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    main()
