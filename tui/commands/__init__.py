"""The subcommands of `jiyao`, by what they are for; each module gives its commands in the language in use."""
