F = -ldflags=-checklinkname=0
