"""The adult's voice is sought in every audit.

The framework asks how adults' voices are heard in all audit work. Where an audit or an agency's part in it did not seek
them, the record says why.

Wrong: `voice: {sought: false}`.
Right: `voice: {sought: false, reason: Nobody could be asked without risk of harm.}`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.problem import Fault
from generator.register import Register

upholds = ("R04",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    voices = [(entry, audit.voice) for entry, audit in register.of(Audit)]
    returned = [(entry, made.voice) for entry, made in register.of(AuditReturn) if not made.nil]
    for entry, voice in (*voices, *returned):
        if voice and not voice.sought:
            yield Fault(
                entry.place("voice", "sought"),
                "the adult's voice was not sought",
                "Say why in `reason` beside it, or under `exceptions` with `rule: adults-voice-sought`.",
                reason=voice.reason or "",
            )
