"""What a project does with a Label Studio server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.project.config import LabelStudioConfig
    from workbench.scheme import Scheme
    from workbench.store import Store
    from workbench.sync import Sync


class Syncing:
    """The part of a project that exchanges annotations with Label Studio."""

    store: Store
    scheme: Scheme
    name: str
    guideline_version: str | None
    label_studio: LabelStudioConfig

    def sync(
        self,
        url: str | None = None,
        *,
        project: int | None = None,
        people: Mapping[str, str] | None = None,
    ) -> Sync:
        """Return the exchange with a Label Studio server: `plan`, `push`, `pull`, `conflicts`.

        The token comes from the environment variable ``LABEL_STUDIO_API_KEY`` or the key ring, when
        the server is asked first; it is written nowhere.

        Parameters
        ----------
        url
            The server's address; by default that of ``[label_studio] url`` in ``workbench.toml``.
        project
            The number of a project there; by default the settings', else one of our own making.
        people
            E-mail addresses by the names of annotators, beside those of the settings.

        Raises
        ------
        UsageError
            There is no address, or none that a token may be sent to.
        """
        from workbench.project.layers import find_layer
        from workbench.sync import Remote, Settings, Sync, find_token, parse_address

        place = url or self.label_studio.url
        if place is None:
            raise UsageError(
                "Expected the address of a Label Studio server, got none.",
                hint='Write it under [label_studio] as url = "..." into workbench.toml, or give '
                "--url; `workbench sync serve` starts a server of your own.",
            )
        address = parse_address(place)
        settings = Settings(
            name=self.name,
            project=project if project is not None else self.label_studio.project,
            people={**self.label_studio.people, **(people or {})},
            any_server=self.label_studio.any_server,
        )
        return Sync(
            self.store,
            self.scheme,
            address.url,
            lambda: Remote(address, find_token(address.url)),
            settings=settings,
            guideline_version=self.guideline_version,
            find_layer=lambda layer: find_layer(self.store, layer),
        )
