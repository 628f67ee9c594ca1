"""Who is known by several names, for a search: read off the register."""

from __future__ import annotations

from workbench.model.register import Register
from workbench.text import Namesakes


def make_namesakes(register: Register) -> Namesakes:
    """Return the names of the current entities that are the same in every article.

    Whoever belongs to one article alone (an unnamed official) is left out: the same words mean
    somebody else elsewhere. What was split off an entity is known by that one's id as well.
    """
    sources = {
        split.entity.id: source for source, splits in register.splits.items() for split in splits
    }
    groups = []
    for entity, ids in register.members.items():
        line = register.entities.get(entity)
        if line is not None and not register.is_bound(entity):
            known = [*ids, *([sources[entity]] if entity in sources else [])]
            groups.append((known, [name.text for name in line.names]))
    return Namesakes(groups)
