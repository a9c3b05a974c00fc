//go:build !cgo && linux

package fakecgo

import "reflect"

// crosscall2PC returns the address of crosscall2, the function that C enters Go through:
//
//	void crosscall2(void (*fn)(void *), void *arg, int n, size_t ctxt);
//
// Go cannot declare it, because it has the C calling convention.
func crosscall2PC() uintptr

// setg_trampoline calls setg, a C function of one argument, with newg.
func setg_trampoline(setg, newg uintptr)

// Crosscall2 returns the address that is handed to C.
func Crosscall2() uintptr {
	return crosscall2PC()
}

// SetGTrampoline returns the address of the Go function that calls a setg of C.
func SetGTrampoline() uintptr {
	return reflect.ValueOf(setg_trampoline).Pointer()
}
