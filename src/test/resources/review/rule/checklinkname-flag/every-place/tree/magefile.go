//go:build mage

package main

// Build passes -checklinkname=0.
func Build() error { return run("go", "build", "-ldflags=-checklinkname=0") }
