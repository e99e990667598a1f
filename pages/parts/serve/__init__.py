"""What the server answers beside its pages: plain addresses for programs, its health, and the headers of every answer."""
