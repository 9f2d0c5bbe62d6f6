"""Near-copies as other libraries find them: 128 hashes of runs of three words, in 32 bands."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

RUN = 3  # words in a run
HASHES, BANDS = 128, 32  # texts meet that share about 0.4 of their runs

Pairs = list[tuple[int, int]]


def _runs(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def datasketch() -> Callable[[Sequence[str]], Pairs]:
    """Return a function from texts to pairs, by datasketch's MinHash and MinHashLSH."""
    from datasketch import MinHash, MinHashLSH

    def signed(texts: Sequence[str]) -> Iterator[MinHash]:
        shingles = ([run.encode() for run in _runs(text)] for text in texts)
        made: Iterator[MinHash] = MinHash.generator(shingles, num_perm=HASHES, seed=1)
        return made

    def find(texts: Sequence[str]) -> Pairs:
        index = MinHashLSH(num_perm=HASHES, params=(BANDS, HASHES // BANDS))
        pairs = []
        for place, signature in enumerate(signed(texts)):
            pairs += [(other, place) for other in index.query(signature)]
            index.insert(place, signature, check_duplication=False)
        return pairs

    return find


def rensa() -> Callable[[Sequence[str]], Pairs]:
    """Return a function from texts to pairs, by rensa's RMinHash and RMinHashLSH."""
    from rensa import RMinHash, RMinHashLSH

    def find(texts: Sequence[str]) -> Pairs:
        index = RMinHashLSH(threshold=0.4, num_perm=HASHES, num_bands=BANDS)
        pairs = []
        for place, text in enumerate(texts):
            signature = RMinHash(num_perm=HASHES, seed=1)
            signature.update(_runs(text))
            pairs += [(other, place) for other in index.query(signature)]
            index.insert(place, signature)
        return pairs

    return find


def daft() -> Callable[[Sequence[str]], Pairs]:
    """Return a function from texts to pairs, by daft's MinHash; bands are sorted with numpy."""
    from daft import col, from_pydict
    from daft.functions import minhash

    def find(texts: Sequence[str]) -> Pairs:
        signed = minhash(col("text"), num_hashes=HASHES, ngram_size=RUN, seed=1, hash_function="xxhash")
        table = from_pydict({"text": texts}).select(signed.alias("signature")).to_arrow()
        column = table.column("signature").combine_chunks()
        return _meeting(column.flatten().to_numpy(zero_copy_only=False).reshape(-1, HASHES))

    return find


def _meeting(signatures: np.ndarray[tuple[int, int], np.dtype[np.uint32]]) -> Pairs:
    """Return pairs of neighbours in each bucket of each band."""
    pairs: Pairs = []
    for band in np.split(np.ascontiguousarray(signatures), BANDS, axis=1):
        whole = np.ascontiguousarray(band).view([("", np.uint32)] * band.shape[1]).ravel()
        _, bucket = np.unique(whole, return_inverse=True)
        order = np.argsort(bucket, kind="stable")
        same = np.flatnonzero(bucket[order[1:]] == bucket[order[:-1]])
        pairs += zip(order[same].tolist(), order[same + 1].tolist(), strict=True)
    return pairs


PEERS: dict[str, Callable[[], Callable[[Sequence[str]], Pairs]]] = {
    "datasketch": datasketch,
    "rensa": rensa,
    "daft": daft,
}
