# SPDX-License-Identifier: Apache-2.0
"""The notebook of examples/, run from its first cell to its last; its plots are left in the build directory."""

import base64
import unittest
from pathlib import Path

import environment

environment.enter()

import nbclient  # noqa: E402
import nbformat  # noqa: E402
import smaajob  # noqa: E402
import support  # noqa: E402

NOTEBOOK = support.ROOT / "examples" / "analysis" / "analysis.ipynb"
PLOTS = Path(smaajob.__file__).resolve().parents[3] / "notebook-plots"
N_PLOTS = 5


class Notebook(unittest.TestCase):
    def test_it_runs_and_plots(self):
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": support.ROOT}}).execute()
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        self.assertEqual([o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"], [])
        plots = [base64.b64decode(o["data"]["image/png"]) for o in outputs if "image/png" in o.get("data", {})]
        self.assertEqual(len(plots), N_PLOTS)
        PLOTS.mkdir(exist_ok=True)
        for number, plot in enumerate(plots):
            self.assertGreater(len(plot), 8000)
            (PLOTS / f"{number}.png").write_bytes(plot)

    def test_it_is_kept_without_what_it_printed(self):
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        nbformat.validate(notebook)
        for cell in notebook.cells:
            self.assertFalse(cell.get("outputs") or cell.get("execution_count"))


if __name__ == "__main__":
    unittest.main()
