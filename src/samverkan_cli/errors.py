"""The only exception that is raised on purpose."""


class SamverkanError(Exception):
    """What was asked cannot be done (no such path, bad settings …). Ends as exit code 2.

    ``message`` says in Swedish what was wrong; ``help`` says what to do about it.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class FileError(SamverkanError):
    """What was asked cannot be done because of something in a file: the rule that it breaks, where, and what is said of it there."""

    def __init__(self, code: str, file: str, line: int, column: int, said: str, help: str = "") -> None:
        super().__init__(f"{file}:{line}:{column}: {said}", help)
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.said = said
