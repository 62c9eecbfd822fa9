"""The loops of a graph: its strongly connected components that hold an edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def components(
    follow: Sequence[Iterable[int]], allowed: Sequence[bool]
) -> tuple[frozenset[int], ...]:
    """The sets of states that can all reach each other through allowed states (Kosaraju)."""
    forward = [
        [after for after in afters if allowed[after]] if allowed[state] else []
        for state, afters in enumerate(follow)
    ]
    backward: list[list[int]] = [[] for _ in forward]
    for state, afters in enumerate(forward):
        for after in afters:
            backward[after].append(state)
    owner: dict[int, int] = {}
    for root in reversed(_finish_order(forward)):
        stack = [root]
        while stack:
            state = stack.pop()
            if state not in owner:
                owner[state] = root
                stack.extend(before for before in backward[state] if before not in owner)
    members: dict[int, set[int]] = {}
    for state, root in owner.items():
        members.setdefault(root, set()).add(state)
    return tuple(
        frozenset(group)
        for group in members.values()
        if any(after in group for state in group for after in forward[state])
    )


def _finish_order(graph: list[list[int]]) -> list[int]:
    """The states in the order in which a depth-first walk leaves them."""
    order: list[int] = []
    seen: set[int] = set()
    for root in range(len(graph)):
        stack = [(root, False)]
        while stack:
            state, leaving = stack.pop()
            if leaving:
                order.append(state)
            elif state not in seen:
                seen.add(state)
                stack.append((state, True))
                stack.extend((after, False) for after in graph[state] if after not in seen)
    return order
