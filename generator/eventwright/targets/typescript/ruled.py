"""What is asked by the rule of a single check, where no short expression says it."""

from __future__ import annotations

from eventwright.planning import plan
from eventwright.planning.usual import usual_rule
from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import call
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.tests import NoConditionError, Test, all_of


def ruled(check: plan.Check, value: Code, scope: Scope) -> Test:
    """Whether a value passes the rule of a check, which has one of its own from now on.

    Raises:
        NoConditionError: The check can't be asked alone, or not at every level of a value.
    """
    if isinstance(check, plan.UnevaluatedItems | plan.UnevaluatedMembers):
        raise NoConditionError  # it hangs on what others have looked at
    usual = usual_rule((check,))
    if usual is not None:
        return call(scope.imports.use("meets"), value, scope.imports.use(usual))
    entry = scope.apart.entry(check)
    # The rule can only tell when every digit is there.
    all_digits = entry in scope.digits.inexact and scope.digits.decide(check)
    if entry in scope.module.plan.circular and (all_digits or scope.leads_back(check)):
        raise NoConditionError  # to look at all of a value at every level multiplies the work
    rule = scope.apart.leave(check)
    if rule is None:
        raise NoConditionError
    passed = call(scope.imports.use("passes"), value, rule)
    return all_of(call(scope.imports.use("anyJson"), value), passed) if all_digits else passed
