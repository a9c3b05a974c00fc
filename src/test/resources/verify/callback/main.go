//go:build !cgo && linux

// Command callback plays C code that calls Go through crosscall2, and says whether the call arrived
// and whether C found its registers as it left them.
package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"unsafe"

	"example.com/fakecgo/internal/fakecgo"
)

// frame is what play gets from Go and hands on to crosscall2.
type frame struct {
	fn   uintptr
	arg  *int
	kept uintptr // a register that C may count on, after the call
}

// What runtime.cgocall consists of; that itself wants the C part of cgo.

//go:linkname entersyscall runtime.entersyscall
func entersyscall()

//go:linkname exitsyscall runtime.exitsyscall
func exitsyscall()

//go:linkname asmcgocall runtime.asmcgocall
func asmcgocall(fn, arg unsafe.Pointer) int32

//go:nosplit
func enterC(fn, arg unsafe.Pointer) {
	entersyscall()
	asmcgocall(fn, arg)
	exitsyscall()
}

//go:linkname iscgo runtime.iscgo
var iscgo bool

// setTLS makes tp the thread pointer; it returns g.
func setTLS(tp uintptr) uintptr

// playPC returns the address of play, which has the calling convention of C.
func playPC() uintptr

// Thread-local storage lies above or below the thread pointer, as the architecture has it. Only the
// runtime knows where in it g is, so g is everywhere to begin with.
var storage [1 << 15]uintptr

func callback(arg *int) {
	runtime.Callers(0, make([]uintptr, 8)) // The stack can be walked.
	grow(64)
	*arg *= 2
}

//go:noinline
func grow(depth int) int {
	var room [256]int
	if depth == 0 {
		return room[0]
	}
	return grow(depth-1) + room[depth]
}

func main() {
	// Other threads have no thread-local storage here, so nothing may wake them.
	runtime.LockOSThread()
	debug.SetGCPercent(-1)
	fakecgo.Crosscall2()
	value := 21
	call := &frame{fn: reflect.ValueOf(callback).Pointer(), arg: &value}
	g := setTLS(uintptr(unsafe.Pointer(&storage[len(storage)/2])) &^ 63)
	for i := range storage {
		storage[i] = g
	}
	enter := *(*unsafe.Pointer)(unsafe.Pointer(&playAt))
	for i := 0; i < 3; i++ {
		value = 21
		iscgo = true
		enterC(enter, unsafe.Pointer(call))
		iscgo = false
		if value != 42 || call.kept != 0x1234 {
			fmt.Println("wrong:", value, call.kept)
			os.Exit(1)
		}
	}
	fmt.Println("called back", value)
}

var playAt = playPC()
