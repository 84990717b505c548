"""Run as a program of its own: pages in on standard input, judgements out on standard output.

Each question is a pickle, and so is each answer: the judgement, or the error that says why there is none. The
process ends when nobody asks any more.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import BinaryIO


def bind(memory: int) -> None:
    """Limit the memory of this process, if the system supports it."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the parent's time limit must do
    except ImportError:
        return
    if sys.platform != "darwin":
        # The hard limit stays, since the reader of PDFs sets a limit of its own below us.
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def limit(seconds: float) -> None:
    """End this process after so much processor time from now, whatever it is doing; 0 is never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def serve(questions: BinaryIO, answers: BinaryIO, seconds: float) -> None:
    """Answer until the questions end."""
    from policydiff.errors import PolicydiffError  # noqa: PLC0415
    from policydiff.workflows.appraisal.judging import judge_capture  # noqa: PLC0415 - after the limits

    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - from our own parent
        except EOFError:
            return
        answer: object
        limit(seconds)
        try:
            answer = judge_capture(*question)
        except PolicydiffError as error:
            answer = error
        limit(0)
        del question
        pickle.dump(answer, answers)
        answers.flush()


def main() -> None:
    """Serve on the standard streams; whatever prints goes nowhere."""
    memory, seconds, home = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
    sys.path.append(home)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    bind(memory)
    serve(sys.stdin.buffer, answers, seconds)


if __name__ == "__main__":
    main()
