"""The only exception that is raised on purpose."""


class SamverkanError(Exception):
    """What was asked cannot be done (no such path, bad settings …). Ends as exit code 2.

    ``message`` says in Swedish what was wrong; ``help`` says what to do about it.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
