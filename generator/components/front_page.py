"""What a home page begins with: a band with buttons, and how to report abuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Hero:
    """The band under a home page's title: a sentence, then what else it holds."""

    text: Any
    body: Any = None


@dataclass(frozen=True)
class Contact:
    """Whom to ring, or the `address` of their online form, when one is worried about an adult."""

    name: str
    phone: str = ""
    hours: str = ""
    text: str = ""
    address: str = ""


@dataclass(frozen=True)
class ReportAbuse:
    """How to report abuse: the `emergency` number with its text, whom to ring, and when that was last checked."""

    contacts: Sequence[Contact]
    emergency: str
    text: str
    checked: str = ""


@dataclass(frozen=True)
class Button:
    """A link that is drawn as a button."""

    title: str
    target: str


@dataclass(frozen=True)
class Buttons:
    """A row of buttons, the first of which is the main one."""

    items: Sequence[Button]
