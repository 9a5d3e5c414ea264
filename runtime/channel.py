"""Frames over a socket. A declared length above the cap is refused before anything is read or kept for it."""
import struct

from codec import MAX_FRAME, BadFrame

LENGTH = struct.Struct("<I")


class Gone(Exception):
    """The other side has ended."""


class Channel:
    def __init__(self, socket):
        self.socket = socket

    def send(self, frame):
        try:
            self.socket.sendall(frame)
        except OSError as problem:
            raise Gone from problem

    def receive(self):
        """The body of the next frame. Raises Gone at the end of the stream, BadFrame for a length that is too large."""
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size))
        if length > MAX_FRAME:
            raise BadFrame(f"a frame of {length} bytes")
        return self._exactly(length)

    def _exactly(self, size):
        data = bytearray(size)
        view = memoryview(data)
        while view:
            try:
                count = self.socket.recv_into(view)
            except OSError as problem:
                raise Gone from problem
            if count == 0:
                raise Gone
            view = view[count:]
        return memoryview(data)
