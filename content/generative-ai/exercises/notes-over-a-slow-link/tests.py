"""Checks for notes-over-a-slow-link."""
from itertools import chain, repeat

from onsite import Counted, check, equal, raises, require


def by_sweeps(entries, text):
    """An independent way: one sweep per entry, in the order of the list."""
    codes = list(text.encode("utf-8"))
    for new, (a, b) in enumerate(entries, start=256):
        swept, at = [], 0
        while at < len(codes):
            fits = codes[at] == a and codes[at + 1 : at + 2] == [b]
            swept.append(new if fits else codes[at])
            at += 2 if fits else 1
        codes = swept
    return codes


def spelled_out(entries, codes):
    """The bytes of codes, by replacing codes with their pairs until only bytes are left."""
    codes = list(codes)
    while any(code > 255 for code in codes):
        codes = list(chain.from_iterable(entries[code - 256] if code > 255 else [code] for code in codes))
    return bytes(codes)


def drawn_book(rng, alphabet, size):
    """Entries over pairs of what is already in the book, without repetition, longest chains included."""
    known, entries = list(alphabet.encode("utf-8")), {}
    while len(entries) < size:
        pair = (rng.choice(known), rng.choice(known))
        if pair not in entries:
            known.append(256 + len(entries))
            entries[pair] = None
    return list(entries)


def completed(entries, codes):
    """What each code completes: compare the decodable part before and after it. Codes must be a prefix of valid text."""
    shown, pieces = "", []
    for end in range(1, len(codes) + 1):
        text = spelled_out(entries, codes[:end]).decode("utf-8", errors="ignore")
        if text != shown:
            pieces.append(text[len(shown) :])
            shown = text
    return pieces


def heard_in_full(pieces):
    """Pulls piece by piece: a generator has no length to ask for."""
    return [piece for piece in pieces]


@check("the theme", visible=True, category="example")
def theme(learner):
    book = learner.CodeBook([(116, 104), (256, 101)])
    equal(book.encode("the theme"), [257, 32, 257, 109, 101])
    equal(book.decode([257, 32, 257, 109, 101]), "the theme")
    equal(heard_in_full(book.listen([99, 97, 102, 195, 169])), ["c", "a", "f", "é"])


@check("the earlier entry goes first", visible=True, category="example")
def earlier_first(learner):
    book = learner.CodeBook([(98, 99), (97, 98), (257, 99)])
    equal(book.encode("abc ab"), [97, 256, 32, 257])


@check("drawn books and notes")
def drawn(learner, rng):
    for _ in range(15):
        entries = drawn_book(rng, "abc", rng.randint(1, 40))
        book = learner.CodeBook(entries)
        text = "".join(rng.choices("abc", k=rng.randint(1, 80)))
        codes = book.encode(text)
        equal(codes, by_sweeps(entries, text))
        equal(book.decode(codes), text)


@check("a full book and a long note", category="scale")
def long_note(learner, rng):
    entries = drawn_book(rng, "etaoin ", 300)
    text = "".join(rng.choices("etaoin ", k=2000))
    equal(learner.CodeBook(entries).encode(text), by_sweeps(entries, text))


@check("runs of one letter", category="edge")
def runs(learner):
    entries = [(97, 97), (256, 256), (256, 97)]
    book = learner.CodeBook(entries)
    for length in range(12):
        equal(book.encode("a" * length), by_sweeps(entries, "a" * length))


@check("accents and signs", category="edge")
def accents(learner, rng):
    alphabet = "aé→🧊"
    for _ in range(6):
        entries = drawn_book(rng, alphabet, 25)
        text = "".join(rng.choices(alphabet, k=60))
        book = learner.CodeBook(entries)
        codes = book.encode(text)
        equal(codes, by_sweeps(entries, text))
        equal(book.decode(codes), text)
        equal(heard_in_full(book.listen(codes)), completed(entries, codes))


@check("nothing at all", category="edge")
def nothing(learner):
    book = learner.CodeBook([])
    equal(book.encode(""), [])
    equal(book.decode([]), "")
    equal(heard_in_full(book.listen([])), [])
    equal(book.encode("ab"), [97, 98])


@check("codes that no book holds", category="edge")
def unknown(learner):
    book = learner.CodeBook([(97, 98)])
    equal(book.decode([256]), "ab")
    for code in (257, -1, -256):
        with raises("ValueError"):
            book.decode([97, code])
    heard = book.listen([256, 97, -1, 97])
    equal([next(heard), next(heard)], ["ab", "a"])
    with raises("ValueError"):
        next(heard)


@check("the ends of the table", category="edge")
def ends(learner):
    book = learner.CodeBook([(0, 0), (256, 127)])
    equal(book.encode("\0\0\x7f\0"), [257, 0])
    equal(book.decode([257, 0]), "\0\0\x7f\0")
    equal(heard_in_full(book.listen([0, 257])), ["\0", "\0\0\x7f"])


@check("bytes that are no text", category="edge")
def no_text(learner):
    book = learner.CodeBook([(255, 65), (240, 159)])
    codes = [66, 256, 257, 65, 128]
    equal(book.decode(codes), spelled_out([(255, 65), (240, 159)], codes).decode("utf-8", errors="replace"))


@check("heard as it arrives", category="behaviour")
def as_it_arrives(learner):
    entries = [(195, 169), (240, 159), (257, 167)]
    sent = Counted([104, 195, 169, 258, 138, 256, 105])
    heard = learner.CodeBook(entries).listen(sent)
    require(sent.pulled == 0, f"expected no code to be pulled before the first piece, got {sent.pulled}")
    for piece, pulled in [("h", 1), ("é", 3), ("🧊", 5), ("é", 6), ("i", 7)]:
        equal(next(heard), piece)
        require(sent.pulled == pulled, f"expected {pulled} codes pulled at {piece!r}, got {sent.pulled}")


@check("a transmission without end", category="behaviour")
def without_end(learner):
    sent = Counted(chain([256], repeat(33, 1000)))
    heard = learner.CodeBook([(104, 105)]).listen(sent)
    equal([next(heard) for _ in range(4)], ["hi", "!", "!", "!"])
    require(sent.pulled == 4, f"expected 4 codes pulled for 4 pieces, got {sent.pulled}")


@check("cut off inside a character", category="edge")
def cut_off(learner):
    book = learner.CodeBook([(240, 159), (256, 167)])
    equal(heard_in_full(book.listen([97, 257])), ["a", "\ufffd"])
    equal(book.decode([97, 257]), "a\ufffd")
    equal(heard_in_full(book.listen([195])), ["\ufffd"])


@check("two books side by side", category="state")
def side_by_side(learner):
    first = learner.CodeBook([(97, 98)])
    second = learner.CodeBook([(98, 97), (256, 98)])
    equal(first.encode("abab"), [256, 256])
    equal(second.encode("abab"), [97, 257])
    equal([first.decode([256]), second.decode([256, 257])], ["ab", "babab"])
    with raises("ValueError"):
        first.decode([257])
