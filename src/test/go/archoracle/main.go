// Archoracle prints what the assembler of the surrounding Go tree knows about every architecture, one
// fact a line: goarch, kind, name, value, separated by tabs. The kinds are
//
//	number       pointer-size, fixed-frame, big-endian (0 or 1), suffixes (0 or 1)
//	instruction  an opcode of this architecture; the value is its number, equal for two spellings of one opcode
//	word         an opcode of any architecture; the value says whether it takes jump operands here
//	writes-only-operand  an opcode whose single operand is its destination
//	register     a register name; the value is its number
//	prefix       a register prefix such as the R of R(5)
//	numbered     a form such as R(5); the value is its number
//	special      a name that is an operand by itself
//
// It imports packages internal to cmd/asm, so it is built with -overlay as if it lay below cmd/asm: see
// ArchitectureOracle.java.
package main

import (
	"bufio"
	"cmd/asm/internal/arch"
	"cmd/internal/obj/arm64"
	"cmd/internal/obj/riscv"
	"cmd/internal/sys"
	"encoding/binary"
	"fmt"
	"os"
)

var goarches = []string{
	"386", "amd64", "arm", "arm64", "loong64", "mips", "mipsle", "mips64", "mips64le",
	"ppc64", "ppc64le", "riscv64", "s390x", "wasm",
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	words := map[string]bool{}
	for _, name := range goarches {
		for word := range arch.Set(name, false).Instructions {
			words[word] = true
		}
	}
	for _, name := range goarches {
		dump(out, name, words)
	}
}

func dump(out *bufio.Writer, name string, words map[string]bool) {
	a := arch.Set(name, false)
	fact := func(kind, subject string, value any) {
		fmt.Fprintf(out, "%s\t%s\t%s\t%v\n", name, kind, subject, value)
	}
	fact("number", "pointer-size", a.PtrSize)
	fact("number", "fixed-frame", a.FixedFrameSize)
	fact("number", "big-endian", bit(a.ByteOrder == binary.ByteOrder(binary.BigEndian)))
	// The list of families is the condition in (*Parser).line of cmd/asm/internal/asm/parse.go.
	fact("number", "suffixes", bit(a.InFamily(sys.ARM, sys.ARM64, sys.AMD64, sys.I386, sys.Loong64, sys.RISCV64)))
	for word, op := range a.Instructions {
		fact("instruction", word, int(op))
		if a.UnaryDst[op] {
			fact("writes-only-operand", word, "")
		}
	}
	for word := range words {
		fact("word", word, map[bool]string{true: "jump", false: "plain"}[a.IsJump(word)])
	}
	for register, number := range a.Register {
		fact("register", register, number)
	}
	for prefix := range a.RegisterPrefix {
		fact("prefix", prefix, "")
		for n := 0; n <= 2048; n++ {
			if number, ok := a.RegisterNumber(prefix, int16(n)); ok {
				fact("numbered", fmt.Sprintf("%s(%d)", prefix, n), number)
			}
		}
	}
	specials(name, func(subject string) { fact("special", subject, "") })
}

func specials(name string, fact func(string)) {
	switch name {
	case "arm64":
		for operand := arm64.SPOP_BEGIN; operand < arm64.SPOP_END; operand++ {
			fact(operand.String())
		}
		for _, alias := range []string{"CS", "CC"} {
			if arch.ARM64SpecialOperand(alias) != arm64.SPOP_END {
				fact(alias)
			}
		}
	case "riscv64":
		for operand := riscv.SPOP_RVV_BEGIN; operand < riscv.SPOP_RVV_END; operand++ {
			fact(operand.String())
		}
		for operand := riscv.SPOP_FENCE_BEGIN + 1; operand < riscv.SPOP_FENCE_END; operand++ {
			fact(operand.String())
		}
		for _, csr := range riscv.CSRs {
			fact(csr)
		}
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
