// Command linkname-repro only has to link: it is not meant to be run.
package main

func main() {
	crosscall2(0, 0, 0, 0)
}

// crosscall2 stands in assembly, one file per architecture.
func crosscall2(fn, a, n, ctxt uintptr)
