"""The series behind the KPI returns, quarter by quarter from April 2023: every one made up."""

from __future__ import annotations

Series = tuple[int | None, ...]

_CONCLUDED = (208, 217, 222, 226, 219, 224, 230, 233, 221, 227, 224, 231, 221, 229)
_ASKED = (147, 156, 156, 161, 156, 162, 193, 199, 187, 196, 191, 201, 190, 198)
_EXPRESSED = (112, 119, 117, 123, 118, 124, 151, 158, 149, 157, 152, 162, 154, 160)
_FULLY = (61, 68, 64, 70, 66, 71, 88, 93, 88, 94, 92, 99, 95, 98)
_PARTLY = (37, 38, 40, 39, 39, 40, 49, 50, 48, 49, 47, 50, 47, 50)
_LACKED = (63, 66, 70, 71, 68, 70, 72, 74, 69, 73, 70, 75, 70, 73)
_UNKNOWN_CAPACITY = (12, 11, 12, 10, 9, 8, 9, 7, 8, 7, 6, 8, 6, 7)
_UNRECORDED_CAPACITY = (21, 19, 22, 18, 11, 9, 8, 9, 7, 6, 8, 7, 6, 5)
_NOT_ASKED = (36, 37, 39, 38, 38, 37, 24, 22, 23, 20, 22, 19, 21, 20)
_ANSWER_UNKNOWN = (8, 9, 10, 9, 8, 8, 5, 4, 4, 3, 4, 3, 4, 4)
_RISKS = (284, 291, 302, 308, 297, 305, 313, 318, 301, 312, 306, 317, 304, 313)
_CONCERNS = (742, 768, 781, 803, 779, 812, 828, 840, 809, 836, 851, 858, 827, 846)


def _rest(whole: Series, *parts: Series) -> Series:
    return tuple((total or 0) - sum(part or 0 for part in found) for total, *found in zip(whole, *parts, strict=True))


COUNCIL: dict[str, Series] = {
    "concerns": _CONCERNS,
    "enquiries-started": (221, 229, 236, 241, 226, 238, 243, 247, 232, 240, 229, 244, 236, 239),
    "other-enquiries": (14, 11, 16, 12, 9, 13, 10, 8, 11, 7, 9, 6, 8, 7),
    "individuals": (207, 213, 219, 225, 211, 221, 227, 229, 216, 224, 214, 227, 220, 222),
    "individuals-in-year": (None, None, None, 794, None, None, None, 821, None, None, None, 809, None, None),
    "adults": (None, None, None, 232400, None, None, None, 233700, None, None, None, 235100, None, None),
    "risks": _RISKS,
    "risk-locations": (229, 238, 243, 249, 240, 247, 252, 257, 243, 250, 247, 254, 244, 252),
    "risk-remained": (19, 21, 18, 20, 19, 17, 18, 19, 16, 18, 17, 16, 15, 17),
    "risk-reduced": (104, 108, 112, 111, 109, 113, 114, 117, 112, 114, 113, 117, 112, 115),
    "risk-removed": (61, 63, 66, 68, 65, 68, 70, 71, 69, 70, 70, 73, 71, 72),
    "enquiries-concluded": _CONCLUDED,
    "lacked-capacity": _LACKED,
    "had-capacity": _rest(_CONCLUDED, _LACKED, _UNKNOWN_CAPACITY, _UNRECORDED_CAPACITY),
    "capacity-not-known": _UNKNOWN_CAPACITY,
    "capacity-not-recorded": _UNRECORDED_CAPACITY,
    "advocate-supported": (44, 50, 50, 52, 54, 53, 60, 58, 57, 62, 55, 63, 57, 63),
    "outcomes-expressed": _EXPRESSED,
    "outcomes-not-expressed": _rest(_ASKED, _EXPRESSED),
    "outcomes-not-asked": _NOT_ASKED,
    "outcomes-not-known": _ANSWER_UNKNOWN,
    "outcomes-not-recorded": _rest(_CONCLUDED, _ASKED, _NOT_ASKED, _ANSWER_UNKNOWN),
    "outcomes-fully-met": _FULLY,
    "outcomes-partly-met": _PARTLY,
    "outcomes-not-met": _rest(_EXPRESSED, _FULLY, _PARTLY),
    "decisions-in-time": (586, 601, 617, 640, 628, 658, 661, 657, 597, 690, 671, 703, 691, 708),
    "concluded-in-time": (141, 158, 147, 158, 162, 150, 163, 177, 155, 175, 161, 182, 161, 176),
    "plans-due": (None, 58, 61, 57, 63, 60, 62, 66, 61, 64, 59, 65, 63, 66),
    "plans-reviewed-in-time": (None, 47, 51, 45, 54, 50, 55, 54, 55, 54, 54, 55, 55, 61),
    "felt-safer": (93, 97, 98, 103, 101, 106, 118, 121, 115, 121, 118, 125, 120, 124),
    "felt-no-different": (31, 34, 33, 34, 32, 34, 36, 36, 33, 36, 34, 36, 34, 35),
    "felt-less-safe": (5, 4, 6, 5, 3, 4, 6, 5, 4, 3, 5, 4, 2, 4),
    "staff-eligible": (1412, 1405, 1421, 1418, 1430, 1436, 1428, 1441, 1439, 1447, 1452, 1446, 1450, 1458),
    "staff-trained": (1169, 1183, 1204, 1219, 1241, 1257, 1262, 1283, 1280, 1302, 1316, 1319, 1334, 1346),
    "providers-rated": (94, 95, 95, 96, 95, 96, 97, 96, 97, 98, 97, 97, 98, 98),
    "providers-rated-good": (77, 77, 78, 79, 79, 80, 80, 80, 82, 83, 82, 83, 83, 84),
    "dols-completed": (288, 301, 279, 312, 306, 318, 297, 325, 319, 331, 308, 337, 329, 341),
    "dols-in-time": (58, 69, 50, 66, 76, 70, 56, 84, 73, 93, 74, 91, 102, 95),
    "sar-referrals": (1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1),
    "sars-started": (0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0),
    "sars-completed": (0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    "complaints": (11, 9, 13, 8, 12, 10, 14, 9, 11, 12, 8, 10, 9, 11),
    "compliments": (17, 14, 19, 21, 16, 18, 22, 19, 24, 20, 23, 25, 22, 26),
}

_AGES: dict[str, float] = {"18-64": 35, "65-74": 15, "75-84": 24, "85-94": 22, "95-plus": 4}
_GENDERS: dict[str, float] = {"female": 57, "male": 42.4, "other-or-not-known": 0.6}
_ETHNICITIES: dict[str, float] = {"white": 87, "mixed": 1.2, "asian": 4.6, "black": 1.3, "other": 0.9, "not-known": 5}

SPLITS: dict[str, dict[str, dict[str, float]]] = {
    "concerns": {
        "source": {
            "health": 21, "care-provider": 27, "social-care": 11, "police": 12, "ambulance": 11,
            "housing": 5, "voluntary": 3, "family-or-friend": 6, "self": 2, "other": 2,
        }
    },
    "enquiries-started": {
        "age": _AGES,
        "gender": _GENDERS,
        "ethnicity": _ETHNICITIES,
        "support-reason": {
            "physical": 41, "sensory": 2, "memory-and-cognition": 16, "learning-disability": 12,
            "mental-health": 13, "social": 5, "none": 9, "not-known": 2,
        },
    },
    "individuals-in-year": {"age": _AGES},
    "adults": {"age": {"18-64": 75.1, "65-74": 12.6, "75-84": 8.8, "85-94": 3.1, "95-plus": 0.4}},
    "risks": {
        "type": {
            "physical-abuse": 16, "sexual-abuse": 3.6, "psychological-abuse": 13, "financial-or-material-abuse": 14,
            "discriminatory-abuse": 0.7, "organisational-abuse": 4.6, "neglect-and-acts-of-omission": 32,
            "domestic-abuse": 5.6, "sexual-exploitation": 0.6, "modern-slavery": 0.4, "self-neglect": 9.5,
        },
        "source": {"service-provider": 34, "known": 54, "unknown": 12},
    },
    "risk-locations": {
        "location": {
            "own-home": 46, "in-the-community": 5, "community-service": 2.6, "care-home-nursing": 13,
            "care-home-residential": 22, "hospital-acute": 5, "hospital-mental-health": 1, "hospital-community": 1.6,
            "other": 3.8,
        }
    },
    "staff-eligible": {"level": {"level-1": 52, "level-2": 40, "level-3": 8}},
    "providers-rated": {
        "setting": {"care-home-nursing": 19, "care-home-residential": 33, "home-care": 32, "other": 14}
    },
}  # fmt: skip

DRIFT: dict[str, tuple[float, ...]] = {
    "financial-or-material-abuse": (1, 1, 1, 1, 1, 1, 1.05, 1.1, 1.2, 1.3, 1.45, 1.4, 1.3, 1.25),
    "care-provider": (0.95, 1.1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.82),
    "housing": (1, 1, 1, 1, 1, 1, 1.05, 1.05, 1.1, 1.1, 1.1, 1.15, 1.15, 1.7),
}
"""How a category's weight moves over the fourteen quarters, where the story says that it does."""


def _halves(*values: int) -> Series:
    """Seven half-years, returned with the second and fourth quarter."""
    return tuple(value for two in values for value in (None, two))


OTHERS: dict[str, dict[str, Series]] = {
    "nhs-gm-stockport": {
        "staff-eligible": _halves(214, 219, 223, 221, 226, 230, 228),
        "staff-trained": _halves(189, 197, 203, 204, 211, 217, 217),
        "leder-eligible": (3, 2, 4, 5, 2, 3, 4, 3, 6, 4, 3, 5, 4, 3),
        "leder-in-time": (1, 0, 1, 2, 1, 1, 2, 1, 3, 2, 1, 3, 2, 2),
        "complaints": (3, 1, 4, 2, 2, 0, 3, 5, 2, 1, 3, 2, 4, 2),
        "compliments": (1, 2, 0, 3, 1, 2, 2, 1, 3, 0, 2, 4, 1, 3),
    },
    "stockport-nhs-ft": {
        "staff-eligible": (5780, 5812, 5835, 5851, 5869, 5902, 5914, 5890, 5921, 5948, 5966, 5973, 5985, 6004),
        "staff-trained": (4972, 5030, 5071, 5126, 5159, 5205, 5198, 5231, 5287, 5336, 5364, 5379, 5421, 5457),
        "complaints": (29, 33, 38, 35, 31, 34, 41, 37, 30, 32, 39, 36, 28, 31),
        "compliments": (42, 47, 39, 51, 48, 53, 44, 57, 55, 60, 49, 62, 58, 64),
    },
    "pennine-care": {
        "staff-eligible": (684, 690, 702, 697, 705, 711, 714, 709, 716, 722, 719, 725, 728, 731),
        "staff-trained": (561, 573, 590, 589, 601, 611, 583, 577, 612, 634, 640, 651, 658, 667),
        "complaints": (12, 9, 14, 11, 13, 10, 15, 16, 12, 9, 11, 13, 10, 9),
        "compliments": (8, 11, 7, 12, 9, 13, 8, 10, 14, 12, 13, 15, 14, 16),
    },
    "prevention-alliance": {
        "staff-eligible": (38, 41, 40, 42, 44, 43, 45, 44, 46, 47, 45, 46, 48, None),
        "staff-trained": (31, 34, 35, 37, 38, 39, 40, 41, 42, 43, 42, 44, 45, None),
        "complaints": (1, 0, 2, 1, 0, 1, 3, 0, 1, 2, 0, 1, 0, None),
        "compliments": (6, 8, 5, 9, 7, 11, 8, 10, 9, 12, 10, 13, 11, None),
    },
    "nw-ambulance": {
        "concerns": _halves(20840, 22610, 21950, 23480, 22790, 24120, 23360),
        "staff-eligible": (None, None, None, 5240, None, None, None, 5318, None, None, None, 5406, None, None),
        "staff-trained": (None, None, None, 4611, None, None, None, 4786, None, None, None, 4919, None, None),
        "complaints": _halves(47, 52, 44, 58, 49, 55, 46),
        "compliments": _halves(118, 131, 124, 140, 137, 152, 149),
    },
    "gm-police": {
        "staff-eligible": _halves(412, 405, 418, 421, 416, 425, 430),
        "staff-trained": _halves(297, 311, 328, 341, 344, 362, 371),
        "complaints": _halves(4, 6, 3, 5, 2, 4, 3),
    },
    "age-uk-stockport": {
        "staff-eligible": (96, 101, 99, 104, 107, 105, 110, 108, 112, 115, 113, 117, 116, 119),
        "staff-trained": (88, 92, 93, 97, 101, 99, 104, 103, 107, 110, 108, 112, 112, 115),
        "complaints": (2, 1, 3, 0, 1, 2, 1, 0, 2, 1, 3, 1, 0, 2),
        "compliments": (21, 18, 24, 26, 22, 27, 25, 29, 24, 31, 28, 33, 30, 35),
    },
    "probation-service": {
        "staff-eligible": _halves(61, 58, 63, 60, 57, 59, 62),
        "staff-trained": _halves(44, 43, 50, 49, 41, 50, 55),
    },
    "stockport-homes": {
        "staff-eligible": (431, 436, 440, 438, 445, 449, 447, 452, 455, 453, 460, 462, 458, 465),
        "staff-trained": (352, 361, 370, 372, 384, 391, 394, 402, 408, 410, 419, 425, 424, 434),
        "complaints": (9, 12, 15, 11, 10, 13, 17, 14, 12, 11, 16, 13, 14, 12),
        "compliments": (7, 8, 6, 10, 9, 8, 11, 10, 12, 9, 13, 12, 11, 14),
    },
}

THEMES: dict[str, dict[str, float]] = {
    "complaints": {
        "communication": 0.45, "staff-conduct": 0.15, "quality-of-care": 0.3, "delay": 0.3, "not-listened-to": 0.25,
        "other": 0.08,
    },
    "compliments": {
        "communication": 0.3, "kindness": 0.6, "quality-of-care": 0.35, "speed": 0.2, "listened-to": 0.4, "other": 0.05,
    },
}  # fmt: skip
