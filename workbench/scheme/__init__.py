"""Label schemes as data, and the validation of records against them."""

from workbench.scheme.catalog import (
    DEFAULT_SCHEME,
    load_scheme,
    load_scheme_data,
    read_scheme,
    shipped_schemes,
)
from workbench.scheme.labels import (
    CertaintyRule,
    Colour,
    Example,
    Feature,
    Label,
    Realization,
    Role,
    Stance,
    Wording,
)
from workbench.scheme.queries import Query, read_query
from workbench.scheme.records import check_record
from workbench.scheme.scheme import SCHEME_FORMATS, Scheme
from workbench.scheme.upgrades import (
    UPGRADES,
    Upgrade,
    adopt_features,
    fill_features,
    find_versions,
    upgrade_record,
)
from workbench.scheme.validation import MAX_LINE_BYTES, iter_violations
from workbench.scheme.violations import Violation

__all__ = [
    "DEFAULT_SCHEME",
    "MAX_LINE_BYTES",
    "SCHEME_FORMATS",
    "UPGRADES",
    "CertaintyRule",
    "Colour",
    "Example",
    "Feature",
    "Label",
    "Query",
    "Realization",
    "Role",
    "Scheme",
    "Stance",
    "Upgrade",
    "Violation",
    "Wording",
    "adopt_features",
    "check_record",
    "fill_features",
    "find_versions",
    "iter_violations",
    "load_scheme",
    "load_scheme_data",
    "read_query",
    "read_scheme",
    "shipped_schemes",
    "upgrade_record",
]
