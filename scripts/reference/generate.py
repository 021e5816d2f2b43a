"""Writes the reference values that the engine's tests compare with. See README.md."""

import pathlib

from op_cases import all_cases
from text import write

ENGINE = pathlib.Path(__file__).resolve().parents[2] / "src-engine"


def main():
    folder = ENGINE / "ops" / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for cases in all_cases():
        write(folder / f"{cases.op.replace('_', '-')}.json", cases.document())


if __name__ == "__main__":
    main()
