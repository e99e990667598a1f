"""What guidelines say and what each could have known, as facts."""
