"""Frames over a socket. A declared length above the cap is refused before anything is read or kept for it."""
import select
import struct

from codec import MAX_FRAME, BadFrame

LENGTH = struct.Struct("<I")
ROOM = 64 * 1024  # most frames are smaller: they come with one call to the system
MOST_BYTES = 512 * 1024 * 1024  # all frames of a job together: many large answers are fine, a flood is not


class Gone(Exception):
    """The other side has ended."""


class Channel:
    """`turn`, when given, is a byte that others look at: 1 from the moment that something is asked until the answer is here."""

    def __init__(self, socket, turn=None):
        self.socket = socket
        self.turn = bytearray(1) if turn is None else turn
        self.room = memoryview(bytearray(ROOM))
        self.start = self.end = 0  # of what has come and was not asked for yet
        self.received = 0

    def send(self, *parts):
        """Sends buffers one after the other, without putting them together first."""
        self.turn[0] = 1
        try:
            sent = self.socket.sendmsg(parts)
            for part in parts:
                if sent < len(part):
                    self.socket.sendall(memoryview(part)[sent:])
                    sent = 0
                else:
                    sent -= len(part)
        except OSError as problem:
            raise Gone from problem

    def receive(self):
        """The body of the next frame, which nobody else holds. Raises Gone at the end of the stream, BadFrame for a length that is too large."""
        self.turn[0] = 1
        while self.end - self.start < LENGTH.size:
            self._more()
        (length,) = LENGTH.unpack_from(self.room, self.start)
        if length > MAX_FRAME:
            raise BadFrame(f"a frame of {length} bytes")
        self.received += length
        if self.received > MOST_BYTES:
            raise BadFrame("its answers were too large altogether")
        self.start += LENGTH.size
        body = self._exactly(length)
        self.turn[0] = 0
        return body

    def comes(self, seconds):
        """Whether something comes within that time."""
        if self.end > self.start:
            return True
        self.turn[0] = 1
        waiting = select.poll()
        waiting.register(self.socket, select.POLLIN)
        return bool(waiting.poll(seconds * 1000))

    def _more(self):
        if self.start == self.end:
            self.start = self.end = 0
        elif self.end == ROOM:
            self.room[: self.end - self.start] = bytes(self.room[self.start : self.end])
            self.start, self.end = 0, self.end - self.start
        self.end += self._read(self.room[self.end :])

    def _exactly(self, size):
        data = memoryview(bytearray(size))
        ready = min(size, self.end - self.start)
        data[:ready] = self.room[self.start : self.start + ready]
        self.start += ready
        while ready < size:
            ready += self._read(data[ready:])
        return data

    def _read(self, room):
        try:
            count = self.socket.recv_into(room)
        except OSError as problem:
            raise Gone from problem
        if count == 0:
            raise Gone
        return count
