go build -ldflags=-checklinkname=0 . # Exception: https://example.com/issues/7, @clock-team, until 2027-03-01.
