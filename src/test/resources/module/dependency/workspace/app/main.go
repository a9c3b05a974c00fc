// Command app is one module of a workspace.
package main

import (
	"fmt"

	"github.com/bytedance/sonic"
	"golang.org/x/sys/cpu"
)

func main() {
	fmt.Println(sonic.Valid(nil), cpu.X86.HasAVX)
}
