// Command unpruned has a go.mod of the time before graphs were pruned.
package main

import (
	"fmt"

	"github.com/bytedance/sonic"
	"github.com/goccy/go-json"
	"golang.org/x/sys/cpu"
)

func main() {
	fmt.Println(sonic.Valid(nil), json.Valid(nil), cpu.X86.HasAVX)
}
