"""The partnership itself: its name and year, its targets, how people report abuse, where its site lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """Counts of people below the threshold are withheld, the others rounded to the base."""

    threshold: int = 5
    base: int = 5
    suppress_zero: bool = True


@dataclass(frozen=True, kw_only=True)
class Target:
    """How many audits of one kind the partnership means to hold in a year."""

    kind: str = ""
    each_year: int = 0


@dataclass(frozen=True, kw_only=True)
class BusinessPlan:
    title: str = ""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class TypeInUse:
    """A kind of record that the partnership keeps; nothing of it is owed before tracked_from."""

    type: str = ""
    tracked_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class Office:
    """A public office that people can turn to, and its page."""

    title: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class AccessibilityLaw:
    """The law that asks websites to be accessible, who enforces it, and where to complain."""

    title: str = ""
    enforced_by: str = ""
    complaints: Office = field(default_factory=Office)


@dataclass(frozen=True, kw_only=True)
class Law:
    """The law that the partnership works under."""

    title: str | None = None
    accessibility: AccessibilityLaw | None = None
    data_protection: Office | None = None


@dataclass(frozen=True, kw_only=True)
class Emergency:
    phone: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to tell about abuse or neglect."""

    id: str = ""
    title: str = ""
    phone: str | None = None
    address: str | None = None
    hours: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Site:
    """The web addresses of the two editions that are published."""

    partnership: str | None = None
    public: str | None = None


@dataclass(frozen=True, kw_only=True)
class Repository:
    address: str | None = None
    host: str = "other"
    branch: str = "main"
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class RoleContact:
    """A role that answers, with a shared mailbox."""

    role: str = ""
    email: str | None = None


@dataclass(frozen=True, kw_only=True)
class Illustrative:
    """The records are made up: the date they are shown at, and the sentence on every page."""

    as_of: date | None = None
    notice: str = ""


@dataclass(frozen=True, kw_only=True)
class Partnership(Record):
    abbreviation: str = ""
    place: str = ""
    area: str = "area"
    law: Law = field(default_factory=Law)
    licence: Office | None = None
    chair: str | None = None
    business_unit: str = "Business Unit"
    year_starts: int = 4
    arrears_days: int = 0
    bank_holidays: str | None = None
    disclosure: Disclosure = field(default_factory=Disclosure)
    targets: tuple[Target, ...] = ()
    business_plan: BusinessPlan | None = None
    types_in_use: tuple[TypeInUse, ...] = ()
    emergency: Emergency = field(default_factory=Emergency)
    contacts: tuple[Contact, ...] = ()
    contacts_checked: date | None = None
    site: Site = field(default_factory=Site)
    repository: Repository = field(default_factory=Repository)
    email_domains: tuple[str, ...] = ()
    case_references: tuple[str, ...] = ()
    privacy_contact: RoleContact | None = None
    accessibility_contact: RoleContact | None = None
    schema_version: int = 1
    illustrative: Illustrative | None = None
