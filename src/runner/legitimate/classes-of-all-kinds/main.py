# Data classes, enums, abstract classes, protocols, descriptors, slots, metaclasses.
import abc
import dataclasses
import enum
import typing


class Factor(enum.IntEnum):
    TWO = 2


class Scales(abc.ABC):
    @abc.abstractmethod
    def scale(self, number): ...


class Register(type):
    known = {}

    def __new__(cls, name, bases, names):
        cls.known[name] = super().__new__(cls, name, bases, names)
        return cls.known[name]


class Checked:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, owner, kind):
        return getattr(owner, self.name)

    def __set__(self, owner, value):
        setattr(owner, self.name, int(value))


class Base(metaclass=Register):
    number = Checked()


@dataclasses.dataclass(order=True, frozen=True, slots=True)
class Double(Scales):
    factor: Factor = Factor.TWO

    def scale(self, number):
        return self.factor * number


@typing.runtime_checkable
class Scaler(typing.Protocol):
    def scale(self, number: int) -> int: ...


def double(number):
    base = Register.known["Base"]()
    base.number = str(number)
    scaler = dataclasses.replace(Double())
    assert isinstance(scaler, Scaler) and scaler == Double()
    return int(scaler.scale(base.number))
