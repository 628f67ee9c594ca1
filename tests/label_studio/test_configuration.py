"""The server's own validation accepts the configuration of every scheme."""

from __future__ import annotations

import pytest

from tests.label_studio.server import LabelStudio, Refused
from workbench.exchange.label_studio import dump_config
from workbench.scheme import load_scheme


@pytest.mark.parametrize("name", ["claims-sources-stances", "sdqc"])
def test_the_server_accepts_what_a_scheme_gives(label_studio: LabelStudio, name: str) -> None:
    scheme = load_scheme(name)
    every = scheme.with_features([feature.name for feature in scheme.features])
    for config in (dump_config(scheme), dump_config(every), dump_config(scheme, direction="ltr")):
        label_studio.call("POST", "projects/validate", {"label_config": config})
    broken = dump_config(scheme).replace('toName="text"', 'toName="gone"')
    with pytest.raises(Refused):
        label_studio.call("POST", "projects/validate", {"label_config": broken})
