"""Who does what by when: actions, their owners, helpers and dues, and jobs told in passing."""
