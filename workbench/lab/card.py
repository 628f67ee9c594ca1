"""The card "Annotate" in JupyterLab's launcher: the files of a prebuilt extension."""

from __future__ import annotations

import shutil
from pathlib import Path

from workbench.resources import resource_path

NAME = "claims-workbench"
SOURCE = Path(__file__).parent / "labextension"


def write_labextension(folder: Path) -> None:
    """Write the extension into `folder`, one of those in which JupyterLab looks for extensions.

    An installed wheel has the same files in ``share/jupyter/labextensions``, where each JupyterLab
    of that environment finds them; a checkout has them in two places, as the notebook that the card
    writes is `notebooks/annotate.ipynb` itself.
    """
    static = folder / NAME / "static"
    static.mkdir(parents=True)
    for name in ("package.json", "install.json"):
        shutil.copyfile(SOURCE / name, folder / NAME / name)
    shutil.copyfile(SOURCE / "remoteEntry.js", static / "remoteEntry.js")
    shutil.copyfile(resource_path("notebooks") / "annotate.ipynb", static / "annotate.ipynb")
