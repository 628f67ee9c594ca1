"""One answer from several annotators' by vote: labels only, and spans only where all agree."""

from workbench.aggregation.aggregation import aggregate
from workbench.aggregation.results import Aggregation
from workbench.aggregation.voting import Answer, Ballot, Majority, Voter

__all__ = ["Aggregation", "Answer", "Ballot", "Majority", "Voter", "aggregate"]
