package m

import "unsafe"

// linkname rationale for nanotime:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/time_nofake.go:18 (Go 1.21-1.22), src/runtime/time_nofake.go:32 (Go 1.23-1.27)
// accepted: Go 1.21-1.27
// replacement: time.Now and time.Since; open to all since Go 1.23; time.Since takes part in testing/synctest, a pull does not
// removed when: callers use the replacement
// owner: TODO(owner)
//
//go:linkname nanotime runtime.nanotime
//go:nosplit
func nanotime() int64

// linkname rationale for memhash:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/asm_amd64.s:1158 and 10 others (Go 1.21), src/runtime/asm_amd64.s:1202 and 10 others (Go 1.22), src/runtime/asm_amd64.s:1207 and 10 others (Go 1.23-1.24), src/runtime/asm_amd64.s:1205 and 10 others (Go 1.25), src/runtime/asm_amd64.s:1283 and 10 others (Go 1.26), src/runtime/alg.go:81 (Go 1.27)
// accepted: Go 1.21-1.27
// replacement: hash/maphash (Go 1.19)
// removed when: callers use the replacement
// owner: TODO(owner)
//
//go:noescape
//go:linkname memhash runtime.memhash
func memhash(p unsafe.Pointer, h, n uintptr) uintptr

// linkname rationale for schedinit:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/proc.go:694 (Go 1.21), src/runtime/proc.go:750 (Go 1.22), src/runtime/proc.go:782 (Go 1.23), src/runtime/proc.go:798 (Go 1.24), src/runtime/proc.go:832 (Go 1.25), src/runtime/proc.go:831 (Go 1.26), src/runtime/proc.go:844 (Go 1.27)
// accepted: Go 1.21-1.22; rejected on every target by Go 1.23-1.27
// replacement: nothing public; a program cannot bring a scheduler or a start-up of its own
// removed when: TODO(owner): nothing public is known to do the same
// owner: TODO(owner)
//
//go:linkname schedinit runtime.schedinit
func schedinit()

// linkname rationale for gone:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: not found in Go 1.21-1.27
// accepted: by no release that is known; not defined on every target by Go 1.21-1.27
// removed when: TODO(owner): nothing public is known to do the same
// owner: TODO(owner)
//
//go:linkname gone runtime.noSuchFunction
func gone()

// linkname rationale for systemstack:
// why: TODO(owner)
// measured gain: TODO(owner)
// target source: src/runtime/asm_amd64.s:478 and 10 others (Go 1.21-1.22), src/runtime/asm_amd64.s:483 and 10 others (Go 1.23-1.24), src/runtime/asm_amd64.s:482 and 10 others (Go 1.25), src/runtime/asm_amd64.s:520 and 10 others (Go 1.26), src/runtime/asm_amd64.s:489 and 10 others (Go 1.27)
// accepted: Go 1.21-1.26; rejected on aix/ppc64, android/amd64, android/arm64 and 25 more by Go 1.27
// replacement: nothing public; the system stack is the runtime's alone, so redesign; still open to others, tolerated: runtime.cgocall
// removed when: TODO(owner): nothing public is known to do the same
// owner: TODO(owner)
//
//go:linkname systemstack runtime.systemstack
func systemstack(func())
